//! Extended attributes, which belong to a file and not to its name: a file put in its place is given them too.

use std::fs::File;

/// Gives a file the extended attributes of another one: those of users, access control lists, labels.
///
/// What the system or the file system does not allow stays undone: an answer is worth more than a label.
#[cfg(any(target_vendor = "apple", target_os = "linux", target_os = "android"))]
pub(super) fn copy_attributes(from: &File, to: &File) {
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};

    /// No list of names and no value of an attribute is larger on Linux.
    const MOST: usize = 64 * 1024;
    let mut names = vec![0; MOST];
    let Ok(length) = flistxattr(from, &mut names[..]) else { return };
    let mut value = vec![0; MOST];
    for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        if let Ok(length) = fgetxattr(from, name, &mut value[..]) {
            let _ = fsetxattr(to, name, &value[..length], XattrFlags::empty());
        }
    }
}

#[cfg(not(any(target_vendor = "apple", target_os = "linux", target_os = "android")))]
pub(super) fn copy_attributes(_: &File, _: &File) {}
