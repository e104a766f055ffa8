//! What goes wrong around the program: disks, files, other programs, terminals. It says so, and nothing is lost.
#![cfg(unix)]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/pty.rs"]
mod pty;

#[path = "faults/claims.rs"]
mod claims;
#[path = "faults/disks.rs"]
mod disks;
#[path = "faults/ends.rs"]
mod ends;
#[path = "faults/meanwhile.rs"]
mod meanwhile;
#[path = "faults/places.rs"]
mod places;
#[path = "faults/wrappers.rs"]
mod wrappers;
