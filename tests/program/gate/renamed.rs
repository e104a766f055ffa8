//! Baselines of files that were called something else: renaming is no way around a comparison.

use std::fs;
use std::os::unix::fs::symlink;

use super::folder::{Folder, SUB_DOMAIN, all, head};

const BEFORE: [&str; 3] = ["check", "--baseline", "git:before"];

fn policy(answers: &str) -> String {
    format!("schema = 1\nanswers = \"{answers}\"\n[target]\n\"{SUB_DOMAIN}\" = 1\n")
}

/// Answers of one team, all at one level.
fn team(name: &str, level: &str) -> String {
    head(&format!("scope = [\"delivery\"]\nteam = \"{name}\"")) + &all(SUB_DOMAIN, level)
}

/// A repository that had these files at the revision `before`.
fn repository(files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "--initial-branch", "main"]);
    for (name, text) in files {
        folder.write(name, text);
    }
    folder.git(&["add", "."]).git(&["commit", "--quiet", "--message", "before"]).git(&["tag", "before"]);
    folder
}

fn remove(folder: &Folder, name: &str) {
    fs::remove_file(folder.path().join(name)).expect("it can be removed");
}

#[test]
fn a_file_renamed_together_with_its_policy_is_still_compared() {
    let folder = repository(&[("assess.toml", &policy("answers.toml")), ("answers.toml", &team("a", "4"))]);
    remove(&folder, "answers.toml");
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("b", "2"));
    let told = "compared with git:before: answers.toml, which the policy named there";
    folder.fails(&BEFORE, "regression 3");
    folder.fails(&BEFORE, told);
    // A decoy in the old place changes nothing, and naming the new file neither.
    folder.write("answers.toml", &team("a", "4")).fails(&BEFORE, told);
    folder.fails(&["check", "levels.toml", "--baseline", "git:before"], told);
    // Whatever else is wrong with that policy: only its answers count.
    let broken = policy("answers.toml") + "default = 9\nno = 1\n";
    let folder = repository(&[("assess.toml", &broken), ("answers.toml", &team("a", "4"))]);
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("b", "2"));
    folder.fails(&BEFORE, told);
}

#[test]
fn a_file_that_was_read_by_default_is_still_compared() {
    let folder = repository(&[("answers.toml", &team("a", "4"))]);
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("b", "2"));
    folder.fails(&BEFORE, "answers.toml, which was read there by default");
}

#[test]
fn the_one_file_of_the_team_taken_away_since_is_compared() {
    let folder = repository(&[("old/a.toml", &team("a", "4")), ("old/other.toml", &team("b", "4"))]);
    let check = ["check", "new/a.toml", "--baseline", "git:before", "--target", "1"];
    folder.write("new/a.toml", &team("a", "2"));
    // A new file beside the old one is a new team.
    let (code, said) = folder.said(&check[..4]);
    assert!(code == 0 && said.contains("nothing to compare with at git:before"), "{said}");
    remove(&folder, "old/a.toml");
    remove(&folder, "old/other.toml");
    folder.fails(&check[..4], "old/a.toml, the one answers file of the team taken away since");
    // Several: it is asked which.
    let folder = repository(&[("a.toml", &team("a", "4")), ("b.toml", &team("a", "3")), ("Cargo.toml", "[package]\n")]);
    for name in ["a.toml", "b.toml", "Cargo.toml"] {
        remove(&folder, name);
    }
    folder.write("c.toml", &team("a", "2"));
    folder.refuses(&["check", "c.toml", "--baseline", "git:before"], "`git:before:a.toml`, `git:before:b.toml`");
    folder.fails(&["check", "c.toml", "--baseline", "git:before:a.toml"], "compared with git:before:a.toml");
    folder.fails(&["check", "c.toml", "--baseline", "git:before:b.toml"], "compared with git:before:b.toml");
}

#[test]
fn a_team_without_a_name_is_that_of_files_without_one() {
    let nameless = |level: &str| head("scope = [\"delivery\"]") + &all(SUB_DOMAIN, level);
    let folder = repository(&[("old.toml", &nameless("4")), ("named.toml", &team("a", "4"))]);
    remove(&folder, "old.toml");
    remove(&folder, "named.toml");
    folder.write("new.toml", &nameless("2"));
    folder.fails(&["check", "new.toml", "--baseline", "git:before"], "old.toml, the one answers file");
}

#[test]
fn other_commands_find_the_file_too() {
    let folder = repository(&[("assess.toml", &policy("answers.toml")), ("answers.toml", &team("a", "4"))]);
    remove(&folder, "answers.toml");
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("a", "2"));
    for line in [&["diff", "git:before"][..], &["report", "--compare", "git:before", "--format", "markdown"]] {
        let (code, said) = folder.said(line);
        assert!(code == 0 && said.contains("at git:before the answers are `answers.toml`"), "{line:?}: {said}");
    }
    let (code, said) = folder.said(&["diff", "git:before:answers.toml", "levels.toml"]);
    assert!(code == 0 && said.contains('4') && !said.contains("the answers are"), "{said}");
    folder.write("levels.toml", &team("a", "4"));
    let (code, said) = folder.said(&["diff", "git:before:assess.toml"]);
    assert!(code == 2 && said.contains("git:before:assess.toml:"), "{said}");
}

#[test]
fn the_file_that_was_taken_is_said_in_every_format() {
    let folder = repository(&[("assess.toml", &policy("answers.toml")), ("answers.toml", &team("a", "2"))]);
    remove(&folder, "answers.toml");
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("a", "2"));
    for format in ["table", "markdown", "github", "junit", "sarif"] {
        let output = folder.run_in("", &[&BEFORE[..], &["--format", format]].concat());
        let text = String::from_utf8(output.stdout).expect("it is text");
        let at = text.find("answers.toml, which the policy named there");
        let lines = at.map(|at| text[..at].lines().count());
        // Of JSON the first lines are those of the verdict, of SARIF those after the rules.
        assert!(lines.is_some_and(|lines| lines <= 6 || format == "sarif"), "{format}: {text}");
    }
    let (_, json) = folder.said(&[&BEFORE[..], &["--format", "json"]].concat());
    let verdict: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let baseline = &verdict["verdict"]["baseline"];
    assert_eq!(*baseline, serde_json::json!({ "name": "git:before", "compared": true, "file": "answers.toml" }));
}

#[test]
fn a_link_or_another_repository_on_the_way_is_no_empty_history() {
    // A folder on the way is a link at the revision.
    let folder = Folder::new();
    folder.git(&["init", "--quiet"]);
    symlink("real", folder.path().join("team")).expect("a link can be made");
    folder.commit("real/answers.toml", &team("a", "4"));
    remove(&folder, "team");
    folder.write("team/answers.toml", &team("a", "2"));
    let check = ["check", "team/answers.toml", "--baseline", "git:HEAD"];
    folder.refuses(&check, "`git:HEAD:team` is a symbolic link there");
    folder.fails(&["check", "team/answers.toml", "--baseline", "git:HEAD:real/answers.toml"], "regression 3");
    // The policy of the revision leads through one.
    let folder = repository(&[("assess.toml", &policy("team/answers.toml")), ("real/answers.toml", &team("a", "4"))]);
    symlink("real", folder.path().join("team")).expect("a link can be made");
    folder.git(&["add", "."]).git(&["commit", "--quiet", "--message", "link"]).git(&["tag", "--force", "before"]);
    folder.write("assess.toml", &policy("levels.toml")).write("levels.toml", &team("a", "2"));
    folder.refuses(&BEFORE, "`git:before:team` is a symbolic link there");
    // A folder that became a link in the working tree does not make the old file still be there.
    let folder = repository(&[("old/answers.toml", &team("a", "4"))]);
    fs::rename(folder.path().join("old"), folder.path().join("new")).expect("it can be renamed");
    symlink("new", folder.path().join("old")).expect("a link can be made");
    folder.write("new/answers.toml", &team("a", "2"));
    folder.fails(&["check", "new/answers.toml", "--baseline", "git:before"], "old/answers.toml, the one");
}

#[test]
fn a_submodule_is_not_compared_by_its_pointer() {
    let inner = repository(&[("answers.toml", &team("a", "4"))]);
    let outer = Folder::new();
    outer.git(&["init", "--quiet"]);
    let from = inner.path().to_str().expect("it is text");
    outer.git(&["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", from, "team"]);
    outer.git(&["commit", "--quiet", "--message", "submodule"]);
    // Its pointer moves on to worse answers.
    inner.commit("answers.toml", &team("a", "2"));
    outer.git(&["-C", "team", "pull", "--quiet"]).git(&["commit", "--quiet", "--all", "--message", "pointer"]);
    let check = ["check", "team/answers.toml", "--baseline", "git:HEAD~1"];
    outer.refuses(&check, "`git:HEAD~1:team` is another repository there");
    // In it its own history counts.
    let (code, said) = outer.said_in("team", &["check", "--baseline", "git:HEAD~1"]);
    assert!(code == 1 && said.contains("regression 3"), "{said}");
}

#[test]
fn a_policy_may_require_something_to_compare_with() {
    let folder = repository(&[("README.md", "")]);
    folder.write("answers.toml", &team("a", "2"));
    folder.write("assess.toml", "schema = 1\n[rules]\nrequire-baseline = true\n");
    folder.fails(&BEFORE, "no-baseline 1");
    folder.fails(&["check"], "no-baseline 1");
    folder.git(&["add", "."]).git(&["commit", "--quiet", "--message", "answers"]);
    folder.passes(&["check", "--baseline", "git:HEAD"]);
    folder.write("assess.toml", "schema = 1\n[target]\ndefault = 1\n[rules]\nincomplete = \"ignore\"\n");
    folder.passes(&BEFORE);
}
