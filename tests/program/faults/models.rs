//! Folders and files of a model that cannot be read: what they are is said, and not that they are missing.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;

use super::wrappers::as_anybody;
use crate::support::folder::{Folder, MODEL, make_pipe, run_through, set_mode, words};

const FILES: [&str; 2] = ["model.toml", "shop/counter.toml"];

/// A folder with a model in `model`.
fn with_model() -> (Folder, PathBuf) {
    let folder = Folder::empty();
    let model = folder.path().join("model");
    fs::create_dir_all(model.join("shop")).expect("there is room");
    for name in FILES {
        fs::copy(format!("{MODEL}/{name}"), model.join(name)).expect("it can be copied");
    }
    (folder, model)
}

/// Every command that reads the model refuses it with these words.
#[track_caller]
fn is_refused(folder: &Folder, told: &str) {
    for line in [["model", "list"], ["model", "lint"], ["check", "--target=1"]] {
        let line = [&line[..], &["--model", "model"]].concat();
        let output = run_through(&as_anybody(), folder.path(), &line);
        let said = words(&String::from_utf8_lossy(&output.stderr));
        assert!(output.status.code() == Some(2) && said.starts_with(told), "{line:?}: {said}");
    }
}

#[test]
fn a_model_that_may_not_be_entered_is_not_called_missing() {
    let (folder, model) = with_model();
    for (place, modes, told) in [
        (model.clone(), [0o000, 0o200], "error: cannot read `model`: permission denied help: let yourself read it"),
        (model.clone(), [0o444, 0o644], "error: cannot read `model/model.toml`: permission denied"),
        (model.join("shop"), [0o000, 0o200], "error: cannot read `model/shop`: permission denied"),
        (model.join("shop"), [0o444, 0o644], "error: cannot read `model/shop/counter.toml`: permission denied"),
        (model.join(FILES[1]), [0o000, 0o200], "error: cannot read `model/shop/counter.toml`: permission denied"),
    ] {
        let before = if place.is_dir() { 0o755 } else { 0o644 };
        for mode in modes {
            set_mode(&place, mode);
            is_refused(&folder, told);
        }
        set_mode(&place, before);
    }
}

#[test]
fn what_is_no_file_of_a_model_is_not_called_missing() {
    for name in FILES {
        let (folder, model) = with_model();
        let place = model.join(name);
        fs::remove_file(&place).expect("it is there");
        let refused = |told: &str| {
            let help = "help: put a file of the model in its place, or take it away";
            is_refused(&folder, &format!("error: `model/{name}` is {told} {help}"));
        };
        symlink("nowhere.toml", &place).expect("links are supported");
        refused("a link that leads nowhere");
        fs::remove_file(&place).expect("it is there");
        make_pipe(&place);
        refused("no regular file");
        fs::remove_file(&place).expect("it is there");
        fs::create_dir(&place).expect("there is room");
        refused("a folder");
    }
    let (folder, model) = with_model();
    fs::rename(&model, folder.path().join("elsewhere")).expect("it can be moved");
    symlink("nowhere", &model).expect("links are supported");
    is_refused(&folder, "error: `model` is a link that leads nowhere help: name the folder that holds `model.toml`");
}
