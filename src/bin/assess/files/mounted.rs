//! A file that is mounted alone, as containers do: nothing can be put in its place.

use std::path::Path;

use assess::text;

use crate::failure::Failure;

/// Whether a file is the root of a mount, as far as the system says.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn is_mounted_alone(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};

    let told = statx(CWD, path, AtFlags::empty(), StatxFlags::TYPE);
    told.is_ok_and(|told| told.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn is_mounted_alone(_: &Path) -> bool {
    false
}

/// Why no save into such a file is possible, and the way out.
pub(super) fn mounted_alone(path: &Path) -> Failure {
    let name = path.display();
    let message = text!(
        "cannot write `{name}`: it is mounted alone, and a save puts a new file in place of the old one",
        "无法写入 `{name}`：该文件是单独挂载的，而保存时会以新文件替换旧文件"
    );
    Failure::new(message).help(text!("mount the folder that it lies in instead", "请改为挂载其所在的目录"))
}
