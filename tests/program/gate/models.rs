//! The model that a policy names.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::folder::Folder;

/// The text of a file of a model of the tests.
fn text_of(model: &str, name: &str) -> String {
    let path = format!("{}/tests/models/{model}/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).expect("it is there")
}

/// A copy of a model of the tests in `model`, and a policy that names it.
fn with_model(name: &str) -> Folder {
    let folder = Folder::new();
    for file in ["model.toml", "shop/counter.toml"] {
        folder.write(&format!("model/{file}"), &text_of(name, file));
    }
    folder.write("assess.toml", "schema = 1\n\nmodel = \"model\"\n[target]\ndefault = 1\n");
    let head = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n[answers.shop.counter.selling]\n";
    folder.write("answers.toml", &format!("{head}greeting = 1\npaying = 1\n"));
    folder
}

/// Puts a link in the place of a file.
fn link(target: impl AsRef<Path>, folder: &Folder, name: &str) {
    let place = folder.path().join(name);
    let _ = fs::remove_file(&place);
    symlink(target, place).expect("a link can be made");
}

#[test]
fn lint_judges_the_model_of_the_policy() {
    let lint = ["model", "lint"];
    let untidy = with_model("untidy");
    let (code, said) = untidy.said(&lint);
    assert!(code == 1 && said.contains("finding: ") && said.contains("--> model/shop/counter.toml:9:1"), "{said}");
    let (code, said) = with_model("broken").said(&lint);
    assert!(code == 1 && said.contains("error: ") && said.contains("--> model/model.toml:2:6"), "{said}");
    let (code, said) = with_model("uneven").said(&["model", "lint", "--verbose"]);
    assert!(code == 0 && said.contains("model: model") && said.contains("no findings, 4 warnings"), "{said}");
    // The option takes its place, and without either it is the embedded one.
    let tiny = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
    let (code, said) = untidy.said(&["model", "lint", "--model", tiny]);
    assert!(code == 0 && said.starts_with("no findings"), "{said}");
    untidy.write("assess.toml", "schema = 1\n[target]\ndefault = 1\n");
    let (code, said) = untidy.said(&lint);
    assert!(code == 0 && said.contains("The embedded model was judged when this program was built"), "{said}");
}

#[test]
fn no_file_of_the_model_leads_out_of_the_repository() {
    let elsewhere = with_model("tiny");
    let there = |name: &str| elsewhere.path().join("model").join(name);
    for name in ["model.toml", "shop/counter.toml"] {
        let folder = with_model("tiny");
        folder.write(".git/HEAD", "");
        folder.passes(&["check"]);
        link(there(name), &folder, &format!("model/{name}"));
        folder.refuses(&["check"], &format!("`model` of `assess.toml` leads out of the repository: `model/{name}`"));
        folder.refuses(&["check"], "if it is meant: `--model model`");
        folder.passes(&["check", "--model", "model"]);
    }
    // A folder of it.
    let folder = with_model("tiny");
    folder.write(".git/HEAD", "");
    fs::rename(folder.path().join("model/shop"), folder.path().join("shop")).expect("it can be moved");
    link(there("shop"), &folder, "model/shop");
    folder.refuses(&["check"], "leads out of the repository: `model/shop/counter.toml`");
    // Links that stay inside are fine.
    link("../shop", &folder, "model/shop");
    folder.passes(&["check"]);
    // A file that it does not name is shown in messages, too.
    link(elsewhere.path().join("answers.toml"), &folder, "model/stray.toml");
    folder.refuses(&["check"], "leads out of the repository: `model/stray.toml`");
}
