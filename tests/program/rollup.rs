//! Many files: which are found, what of them is broken, and that the same comes out however they are read.

mod compare;
mod documents;
mod ends;
mod finding;
mod reports;
mod teams;
mod unreadable;
