//! What the system refused, in both languages.

use std::io;
use std::path::Path;

use assess::lang::Text;
use assess::text;
use rustix::io::Errno;

use crate::failure::Failure;

pub(super) fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = reason(error);
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot read `{name}`: {en}", "无法读取 `{name}`：{zh}"))
}

pub(super) fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), reason(error));
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot write `{name}`: {en}", "无法写入 `{name}`：{zh}"))
}

pub(super) fn is_a_folder(name: &str) -> Failure {
    Failure::new(text!("`{name}` is a folder", "`{name}` 是目录"))
        .help(text!("name the file in it", "请指定其中的文件"))
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
