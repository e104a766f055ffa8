//! What goes wrong around the program: disks, files, other programs, terminals. It says so, and nothing is lost.

mod claims;
mod disks;
mod ends;
mod meanwhile;
mod models;
mod places;
mod wrappers;
