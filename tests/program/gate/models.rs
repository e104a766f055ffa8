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

#[test]
fn a_model_that_is_not_there_is_told_where_the_policy_names_it() {
    let folder = with_model("tiny");
    let policy = "schema = 1\n\nmodel = \"modle\"\n[target]\ndefault = 1\n";
    folder.write(".git/HEAD", "").write("assess.toml", policy).write("below/notes.txt", "");
    let told = "there is no folder `modle`, and `assess.toml` names it as `model`";
    let place = "--> assess.toml:3:9";
    for line in ["check", "score", "next", "model list", "model lint", "explain shop"] {
        let line: Vec<_> = line.split(' ').collect();
        folder.refuses(&line, told);
        folder.refuses(&line, place);
    }
    let (_, said) = folder.said_in("below", &["score"]);
    assert!(
        said.contains("`../modle`, and `assess.toml` names it") && said.contains("--> ../assess.toml:3:9"),
        "{said}"
    );
    folder.write("modle/notes.txt", "").refuses(&["score"], "no model in `modle`, and `assess.toml` names it");
    folder.write("assess.toml", &format!("\u{feff}{}", policy.replace("modle", "answers.toml")));
    folder.refuses(&["score"], "`answers.toml` is no folder, and `assess.toml` names it");
    folder.refuses(&["score"], place);
    // Who names it on the command line knows who does.
    let (code, said) = folder.said(&["score", "--model", "nowhere"]);
    assert!(code == 2 && said.contains("there is no folder `nowhere` help"), "{said}");
}

#[test]
fn documents_tell_of_a_model_that_is_not_there_at_the_policy() {
    let folder = with_model("tiny");
    folder.write(".git/HEAD", "").write("assess.toml", "schema = 1\n\nmodel = \"modle\"\n");
    let full = folder.path().join("assess.toml");
    let full = full.to_str().expect("it is text");
    let outputs = ["check", "-o", "v.json", "-o", "v.sarif", "-o", "v.xml", "-o", "gitlab=v.gl"];
    for more in [&[][..], &["--config", full]] {
        folder.refuses(&[&outputs[..], more].concat(), "there is no folder `modle`");
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is written");
        let json: serde_json::Value = serde_json::from_str(&read("v.json")).expect("it is JSON");
        assert_eq!((&json["problems"][0]["file"], &json["problems"][0]["line"]), (&"assess.toml".into(), &3.into()));
        assert!(read("v.sarif").contains("\"uri\": \"assess.toml\"") && read("v.sarif").contains("\"startLine\": 3"));
        assert!(read("v.xml").contains("assess.toml:3"));
        assert!(read("v.gl").contains("\"path\": \"assess.toml\"") && read("v.gl").contains("\"begin\": 3"));
        for document in ["v.json", "v.sarif", "v.xml", "v.gl"] {
            let text = read(document);
            assert!(!text.contains(folder.path().to_str().expect("it is text")), "{document}: {text}");
        }
    }
    // So they do of one that leads out of the repository.
    folder.write("assess.toml", "schema = 1\nmodel = \"..\"\n").refuses(&outputs, "leads out of the repository");
    let sarif = fs::read_to_string(folder.path().join("v.sarif")).expect("it is written");
    assert!(sarif.contains("\"uri\": \"assess.toml\"") && !sarif.contains("answers.toml"), "{sarif}");
}
