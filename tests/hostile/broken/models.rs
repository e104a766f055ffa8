//! Models that cannot be read.

use std::fs;
use std::path::Path;

use super::MODEL;
use crate::runs::{Coloring, run};
use crate::{in_parallel, no_faults};

/// A model's folder broken in one place: a file's name and what it holds.
fn models() -> Vec<(&'static str, Vec<u8>)> {
    let acts = "\\u001b[31m\\n::error::x ##[error]y";
    let root = fs::read_to_string(format!("{MODEL}/model.toml")).expect("it is there");
    let domain = fs::read_to_string(format!("{MODEL}/shop/counter.toml")).expect("it is there");
    let with = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    vec![
        ("model.toml", with(&root, "id = \"tiny\"", &format!("id = \"{acts}\""))),
        ("model.toml", with(&root, "id = \"shop\"", "id = \"../shop\"")),
        ("model.toml", with(&root, "\"counter\"", "\"../../../etc/passwd\"")),
        ("model.toml", with(&root, "\"counter\"", "\"counter\", \"Counter\", \"\\u202e\"")),
        ("model.toml", with(&root, "2.0.0", acts)),
        ("model.toml", with(&root, "floor = 0", &format!("floor = 0\n\"{acts}\" = 1"))),
        ("model.toml", b"\x1b[31m::error::x\n::error::y".to_vec()),
        ("shop/counter.toml", with(&domain, "\"states\"", &format!("\"{acts}\""))),
        ("shop/counter.toml", with(&domain, "\"greeting\"", "\"Greeting\"")),
        ("shop/counter.toml", with(&domain, "\"paying\"", "\"greeting\"")),
        ("shop/counter.toml", with(&domain, "Who is greeted?", &"\\u001b".repeat(10_001))),
        ("shop/counter.toml", b"\x9b31m".to_vec()),
        ("shop/\u{1b}[31m::error::x.toml", b"name = 1".to_vec()),
        ("shop/\n::error::x\n##[error]y.toml", b"name = 1".to_vec()),
        ("\u{202e}::error::x\u{9b}/##vso[y].toml", b"\x1b".to_vec()),
    ]
}

#[test]
fn a_model_that_cannot_be_read_is_said_and_not_obeyed() {
    let faults = in_parallel(models(), |(name, bytes)| {
        let folder = tempfile::tempdir().expect("there is room");
        let place = |name: &str| folder.path().join("model").join(name);
        fs::create_dir_all(place("shop")).expect("there is room");
        for sound in ["model.toml", "shop/counter.toml"] {
            fs::copy(Path::new(MODEL).join(sound), place(sound)).expect("there is room");
        }
        fs::create_dir_all(place(name).parent().expect("it stands in a folder")).expect("there is room");
        fs::write(place(name), bytes).expect("there is room");
        let judge = |action: &str| {
            let run =
                run(folder.path(), &["--model", "model", "--color", "always", "model", action]).with(Coloring::Some);
            let fault = match run.is_harmless() {
                Err(fault) => fault,
                // What is wrong with a model is what a linter has to say.
                Ok(()) if run.code == Some(2) || run.code == Some(1) && action == "lint" => return None,
                Ok(()) => format!("exit code {:?}", run.code),
            };
            Some(format!("{}: model {action}: {fault}", name.escape_debug()))
        };
        ["list", "show", "lint"].into_iter().filter_map(judge).collect::<Vec<_>>()
    });
    no_faults(faults);
}
