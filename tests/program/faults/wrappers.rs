//! Command lines that go before the program's own: with other rights, limits and disks than the test has.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::process::Command;

/// Somebody who is held to permissions, which an administrator is not.
pub fn as_anybody() -> Vec<&'static str> {
    let is_administrator = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    if is_administrator { vec!["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] } else { vec!["env"] }
}

/// No file may become larger than some kilobytes.
pub const WITH_SMALL_FILES: &[&str] = &["sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\""];

/// In a world of its own, in which the working directory has become a disk of so few bytes, with what was in it.
pub const ON_A_SMALL_DISK: &[&str] = &[
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    "mkdir .disk && mount -t tmpfs -o size=64k disk .disk && cp answers.toml .disk && cd .disk && exec \"$0\" \"$@\"",
];

/// The same with a disk that is not written to.
pub const ON_A_READ_ONLY_DISK: &[&str] = &[
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    "mkdir .disk && mount -t tmpfs disk .disk && cp answers.toml .disk && mount -o remount,bind,ro .disk && cd .disk && exec \"$0\" \"$@\"",
];

/// The same with the answers file as a mount of its own, as a container is given a single file.
pub const WITH_THE_FILE_MOUNTED_ALONE: &[&str] = &[
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    "mount --bind answers.toml answers.toml && exec \"$0\" \"$@\"",
];

/// Whether this system lets anybody mount a disk in a world of their own; else the test says that it was skipped.
#[expect(clippy::print_stderr, reason = "what was not tested is said")]
pub fn can_mount() -> bool {
    let folder = tempfile::tempdir().expect("there is room");
    let line = ["--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs disk ."];
    let tried = Command::new("unshare").args(line).current_dir(folder.path()).output();
    let can = tried.is_ok_and(|output| output.status.success());
    if !can {
        eprintln!("skipped: no disk can be mounted here");
    }
    can
}
