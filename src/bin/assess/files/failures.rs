//! What the system refused, in both languages.

use std::io;
use std::path::Path;

use assess::lang::Text;
use assess::text;
use rustix::io::Errno;

use super::places::{DEFAULT, folder_of};
use crate::advice::shell_word;
use crate::failure::Failure;

pub(super) fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = reason(error);
    let (en, zh) = (&why.en, &why.zh);
    let failure = Failure::new(text!("cannot read `{name}`: {en}", "无法读取 `{name}`：{zh}"));
    failure.help(way_to_read(error))
}

pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), reason(error));
    if name.to_string().ends_with('/') {
        let message = text!("`{name}` names a folder, and not a file", "`{name}` 是目录名，不是文件名");
        return Failure::new(message).help(text!("name a file in it", "请指定其中的文件"));
    }
    let (en, zh) = (&why.en, &why.zh);
    let failure = Failure::new(text!("cannot write `{name}`: {en}", "无法写入 `{name}`：{zh}"));
    failure.help(way_to_write(path, error))
}

pub(super) fn cannot_remove(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), reason(error));
    let (en, zh) = (&why.en, &why.zh);
    let failure = Failure::new(text!("cannot remove `{name}`: {en}", "无法删除 `{name}`：{zh}"));
    failure.help(text!("make its folder writable, or remove it yourself", "请使其所在目录可写，或自行将其删除"))
}

/// What to do about a file that cannot be read.
fn way_to_read(error: &io::Error) -> Text {
    match Errno::from_io_error(error) {
        Some(Errno::LOOP) => return text!("name the file itself", "请直接指定文件本身"),
        Some(Errno::IO) => return text!("copy it to another disk and name the copy", "请将其复制到其他磁盘并指定副本"),
        Some(Errno::MFILE | Errno::NFILE) => {
            return text!(
                "raise the limit (`ulimit -n`), or name fewer files",
                "请提高限额（`ulimit -n`），或减少文件"
            );
        }
        _ => {}
    }
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            text!(
                "let yourself read it and enter its folders, or name another one",
                "请先取得读取它和进入其所在目录的权限，或指定其他文件"
            )
        }
        io::ErrorKind::IsADirectory => text!("name the file in it", "请指定其中的文件"),
        _ => text!("name one that is there", "请指定存在的文件或目录"),
    }
}

/// What to do about a file that cannot be written.
fn way_to_write(path: &Path, error: &io::Error) -> Text {
    let folder = folder_of(path);
    match error.kind() {
        io::ErrorKind::NotFound if !folder.is_dir() => {
            let folder = shell_word(&folder);
            text!("make its folder first: `mkdir -p {folder}`", "请先创建其所在目录：`mkdir -p {folder}`")
        }
        io::ErrorKind::PermissionDenied => {
            text!(
                "make the file and its folder writable, or name another one",
                "请使文件及其所在目录可写，或指定其他文件"
            )
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            text!("make room, or name a file elsewhere", "请腾出空间，或指定别处的文件")
        }
        io::ErrorKind::IsADirectory => text!("name a file in it", "请指定其中的文件"),
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => {
            text!("give it another name", "请换一个名称")
        }
        _ => text!("name a file elsewhere", "请指定别处的文件"),
    }
}

pub(super) fn too_large(name: &str, limit: u64) -> Failure {
    let most = limit >> 20;
    Failure::new(text!("`{name}` is larger than {most} MiB", "`{name}` 超过 {most} MiB"))
        .help(text!("is it the right file?", "请确认文件是否正确"))
}

pub(super) fn is_no_regular_file(name: &str) -> Failure {
    Failure::new(text!("`{name}` is no regular file", "`{name}` 不是普通文件"))
        .help(text!("answers are kept in a file", "答案须保存在文件中"))
}

/// A symbolic link without a file behind it.
pub(super) fn leads_nowhere(name: &str) -> Failure {
    Failure::new(text!("`{name}` is a link that leads nowhere", "`{name}` 是指向不存在文件的链接"))
        .help(text!("remove it, or name another file", "请将其删除，或指定其他文件"))
}

/// Something else stands where a folder is named.
pub fn is_no_folder(path: &Path) -> Failure {
    let name = path.display();
    Failure::new(text!("`{name}` is no folder", "`{name}` 不是目录"))
}

pub(super) fn is_a_folder(name: &str) -> Failure {
    let usual = Path::new(name).join(DEFAULT);
    let help = if usual.is_file() {
        let usual = usual.display();
        text!("name the file in it: `{usual}`", "请指定其中的文件：`{usual}`")
    } else {
        text!("name the file in it", "请指定其中的文件")
    };
    Failure::new(text!("`{name}` is a folder", "`{name}` 是目录")).help(help)
}

/// The system's reason, the common ones in both languages.
pub fn reason(error: &io::Error) -> Text {
    match Errno::from_io_error(error) {
        Some(Errno::LOOP) => return text!("its links lead round in a circle", "符号链接循环"),
        Some(Errno::IO) => return text!("the device failed", "设备读写出错"),
        Some(Errno::MFILE | Errno::NFILE) => return text!("too many files are open", "打开的文件过多"),
        _ => {}
    }
    match error.kind() {
        io::ErrorKind::NotFound => text!("no such file or folder", "文件或目录不存在"),
        io::ErrorKind::AlreadyExists => text!("something of that name is there", "同名文件或目录已存在"),
        io::ErrorKind::PermissionDenied => text!("permission denied", "没有权限"),
        io::ErrorKind::StorageFull => text!("the disk is full", "磁盘已满"),
        io::ErrorKind::QuotaExceeded => text!("the quota is used up", "配额已用尽"),
        io::ErrorKind::FileTooLarge => text!("no file may be that large here", "超过此处允许的文件大小"),
        io::ErrorKind::ReadOnlyFilesystem => text!("the file system is read-only", "文件系统只读"),
        io::ErrorKind::IsADirectory => text!("it is a folder", "这是一个目录"),
        io::ErrorKind::NotADirectory => text!("a part of the path is no folder", "路径中有一部分不是目录"),
        io::ErrorKind::InvalidFilename => text!("the name is too long", "名称过长"),
        io::ErrorKind::ResourceBusy => text!("it is in use", "正被占用"),
        io::ErrorKind::TimedOut => text!("it took too long", "超时"),
        io::ErrorKind::StaleNetworkFileHandle => text!("the file server has lost it", "文件服务器上已失效"),
        io::ErrorKind::InvalidInput => text!("no file can be called so", "不是有效的文件名"),
        _ => match error.raw_os_error() {
            Some(number) => text!("{error}", "系统错误 {number}"),
            None => Text::same(error.to_string()),
        },
    }
}
