//! The interview as people have it: the whole program in a terminal, keys typed, the screen and the file read.

mod anew;
mod answering;
mod beginning;
mod figures;
mod first_picture;
mod keys;
mod no_keys;
mod pager;
mod plain;
mod review;
mod slow_line;
mod together;
