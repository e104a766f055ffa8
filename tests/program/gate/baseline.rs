//! Earlier answers, in a file or at a revision: nothing may become worse than they are.

use std::fs;
use std::process::Command;

use super::folder::{Folder, SUB_DOMAIN, first_key, head, small};

#[test]
fn nothing_may_be_worse_than_the_baseline() {
    let folder = Folder::new();
    let key = first_key();
    let file = |answer: &str| head("scope = [\"delivery\"]") + &format!("[answers.{SUB_DOMAIN}]\n{key} = {answer}\n");
    let check = |old: &str, new: &str, more: &[&str]| {
        folder.write("old.toml", &file(old)).write("new.toml", &file(new));
        folder.said(&[&["check", "new.toml", "--baseline", "old.toml"], more].concat())
    };
    for (old, new) in [
        ("3", "2"),
        ("\"3-\"", "2"),
        ("{ level = 2, met = [\"3.1\"] }", "2"),
        ("{ level = 2, met = [\"3.1\"] }", "\"3-\""),
        ("3", "{ na = \"not us\" }"),
        ("3", "{ note = \"no answer any more\" }"),
        ("\"3-\"", "{ level = 2, met = [\"4.1\"] }"),
    ] {
        let (code, said) = check(old, new, &[]);
        assert!(code == 1 && said.starts_with("failed: regression 1"), "{old} to {new}: {said}");
        let allowed = format!("--allow-drop={SUB_DOMAIN}");
        assert_eq!(check(old, new, &[&allowed]).0, 0, "{old} to {new} is allowed");
        assert_eq!(check(old, new, &["--allow-drop=delivery.data"]).0, 1, "something else is allowed");
    }
    for (old, new) in [
        ("3", "3"),
        ("2", "3"),
        ("2", "\"3-\""),
        ("\"3-\"", "{ level = 2, met = [\"3.1\"] }"),
        ("{ level = 2, met = [\"3.1\"] }", "3"),
        ("{ na = \"not us\" }", "1"),
        ("{ note = \"no answer yet\" }", "1"),
    ] {
        let (code, said) = check(old, new, &[]);
        assert_eq!(code, 0, "{old} to {new}: {said}");
    }
    assert_eq!(check("3", "2", &["--allow-drop=devops"]).0, 0, "the whole may drop");
    let (code, said) = check("3", "{ level = 2, met = [\"3.1\", \"3.2\"] }", &[]);
    assert!(code == 0 || said.contains("grade 3"), "the same, said otherwise, is not worse: {said}");
    folder.refuses(&["check", "new.toml", "--baseline", "new.toml"], "would be compared with itself");
    let (code, said) = check("3", "2", &["--allow-drop=delivry"]);
    assert!(code == 2 && said.contains("did you mean `delivery`?"), "{said}");
}

#[test]
fn a_revision_can_be_the_baseline() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "--initial-branch", "main"]);
    folder.commit("README.md", "").commit("team/answers.toml", &small("3")).commit("team/answers.toml", &small("2"));
    let said = |revision: &str| folder.said_in("team", &["check", "--baseline", &format!("git:{revision}")]);
    let (code, text) = said("HEAD~1");
    assert!(code == 1 && text.contains("grade 3 before, now 2") && text.contains("team/answers.toml:"), "{text}");
    assert_eq!(said("HEAD").0, 0);
    assert_eq!(said("main").0, 0);
    let (code, text) = said("HEAD~2");
    assert!(code == 0 && text.contains("no `answers.toml` at `git:HEAD~2`: nothing to compare with"), "{text}");
    for revision in ["nowhere", "HEAD~9", "--help", "-x", "", ":/change", "HEAD\n"] {
        let (code, text) = said(revision);
        assert!(code == 2 && text.contains("there is no revision"), "{revision}: {code} {text}");
    }
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    clone.git(&["clone", "--quiet", "--depth", "1", &from, "."]);
    clone.refuses(&["check", "team/answers.toml", "--baseline", "git:HEAD~1"], "git fetch --unshallow");
    let bare = Folder::new();
    bare.write("answers.toml", &small("3"));
    bare.refuses(&["check", "--baseline", "git:HEAD"], "`answers.toml` is in no git repository");
    bare.refuses(&["check", "-", "--baseline", "git:HEAD"], "standard input has no revisions");
}

/// A repository whose answers were at level 4 in the first commit, and are at 2 in the second.
fn worse_than_before() -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "--initial-branch", "main"]);
    folder.commit("team/answers.toml", &small("4")).git(&["tag", "before"]).commit("team/answers.toml", &small("2"));
    folder
}

#[test]
fn a_history_that_is_not_here_is_not_an_empty_one() {
    let origin = worse_than_before();
    origin.git(&["config", "uploadpack.allowFilter", "true"]);
    let clone = Folder::new();
    let from = format!("file://{}", origin.path().display());
    clone.git(&["clone", "--quiet", "--filter=tree:0", &from, "."]);
    clone.refuses(&["check", "team/answers.toml", "--baseline", "git:HEAD~1"], "git: ");
}

#[test]
fn what_stands_in_the_place_of_the_answers_is_compared_with_what_stood_there() {
    use std::os::unix::fs::symlink;
    let folder = worse_than_before();
    let check = ["check", "team/answers.toml", "--baseline", "git:before"];
    let enter = |name: &str| folder.path().join(name);
    // A link to another file.
    fs::rename(enter("team/answers.toml"), enter("team/levels.toml")).expect("it can be renamed");
    symlink("levels.toml", enter("team/answers.toml")).expect("a link can be made");
    folder.fails(&check, "regression 3");
    // A link to another folder.
    fs::rename(enter("team"), enter("other")).expect("it can be renamed");
    symlink("other", enter("team")).expect("a link can be made");
    folder.fails(&check, "regression 3");
    // A repository of its own.
    fs::remove_file(enter("team")).expect("it can be removed");
    folder.write("team/answers.toml", &small("2"));
    let inner = ["-C", "team"];
    folder.git(&[&inner, ["init", "--quiet"].as_slice()].concat());
    folder.git(&[&inner, ["add", "."].as_slice()].concat());
    folder.git(&[&inner, ["commit", "--quiet", "--message", "inner"].as_slice()].concat());
    folder.git(&[&inner, ["tag", "before"].as_slice()].concat());
    folder.fails(&check, "regression 3");
    // A link in the history is said to be one.
    let linked = Folder::new();
    linked.git(&["init", "--quiet"]);
    symlink("real.toml", linked.path().join("answers.toml")).expect("a link can be made");
    linked.commit("real.toml", &small("3"));
    linked.refuses(&["check", "--baseline", "git:HEAD"], "`git:HEAD:answers.toml` is a symbolic link there");
}

#[test]
fn a_name_for_two_revisions_is_refused() {
    let folder = worse_than_before();
    folder.git(&["branch", "before"]);
    folder.refuses(&["check", "team/answers.toml", "--baseline", "git:before"], "`before` may be several things");
    folder.fails(&["check", "team/answers.toml", "--baseline", "git:refs/tags/before"], "regression 3");
}

#[test]
fn what_was_not_compared_is_said_in_the_report() {
    let folder = worse_than_before();
    folder.write("other.toml", &small("2"));
    let check =
        |more: &[&str]| folder.said(&[&["check", "other.toml", "--baseline", "git:HEAD", "--quiet"], more].concat());
    assert!(check(&[]).1.contains("nothing to compare with at git:HEAD"));
    assert!(check(&["--format", "json"]).1.contains("\"compared\": false"));
    let (_, told) = folder.said(&["check", "team/answers.toml", "--baseline", "git:HEAD", "--verbose"]);
    assert!(told.contains("baseline: git:HEAD (") && told.contains("policy: none"), "{told}");
    assert!(told.contains("compared with git:HEAD"), "{told}");
}

#[test]
fn traces_and_replacements_of_git_change_nothing() {
    let folder = worse_than_before();
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .current_dir(folder.path())
        .args(["check", "team/answers.toml", "--baseline", "git:before"])
        .envs([("GIT_TRACE", "1"), ("GIT_DIR", "/nowhere"), ("ASSESS_LANG", "en")])
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    folder.git(&["replace", "before^{commit}", "HEAD"]);
    folder.fails(&["check", "team/answers.toml", "--baseline", "git:before"], "regression 3");
}
