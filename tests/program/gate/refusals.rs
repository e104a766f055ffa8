//! Revisions that cannot be read, each with a way out of its own.

use std::process::Command;

use super::folder::{Folder, small};

/// A repository with answers at level 3 on the branch `main`.
fn repository() -> Folder {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "--initial-branch", "main"]).commit("answers.toml", &small("3"));
    folder
}

#[test]
fn a_repository_that_git_does_not_trust_is_told_the_remedy_of_git() {
    let folder = repository();
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .current_dir(folder.path())
        .args(["check", "--baseline", "git:main"])
        .envs([("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"), ("ASSESS_LANG", "en"), ("HOME", "/nowhere")])
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")])
        .output()
        .expect("the program runs");
    let said = String::from_utf8(output.stderr).expect("it is text");
    let root = folder.path().canonicalize().expect("it is there");
    let remedy = format!("`git config --global --add safe.directory {}`", root.display());
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("git does not trust the repository") && said.contains(&remedy), "{said}");
    assert!(!said.contains("git fetch"), "{said}");
}

#[test]
fn a_branch_that_only_the_remote_has_is_named_with_it() {
    let origin = repository();
    let clone = Folder::new();
    let from = origin.path().to_str().expect("it is text");
    clone.git(&["clone", "--quiet", from, "."]).git(&["checkout", "--quiet", "-b", "topic"]);
    clone.git(&["branch", "--quiet", "--delete", "--force", "main"]);
    clone.refuses(&["check", "--baseline", "git:main"], "write `git:origin/main`");
    clone.refuses(&["check", "--baseline", "git:main:answers.toml"], "write `git:origin/main`");
    clone.passes(&["check", "--baseline", "git:origin/main"]);
    clone.refuses(&["check", "--baseline", "git:mian"], "name a commit, a branch or a tag");
}

#[test]
fn a_file_at_a_revision_is_named_as_in_git() {
    let folder = repository();
    folder.commit("team/answers.toml", &small("4")).write("team/answers.toml", &small("3"));
    let check = |at: &str| folder.said_in("team", &["check", "--baseline", at]);
    let (code, said) = check("git:HEAD:answers.toml");
    assert!(code == 0 && said.contains("compared with git:HEAD:answers.toml"), "{said}");
    for worse in ["git:HEAD:team/answers.toml", "git:HEAD:./answers.toml", "git:HEAD:./../team/answers.toml"] {
        assert_eq!(check(worse).0, 1, "{worse}");
    }
    for (name, message) in [
        ("git:HEAD:nowhere.toml", "there is no `nowhere.toml` at `git:HEAD`"),
        ("git:HEAD:../../answers.toml", "`../../answers.toml` is not inside the repository"),
        ("git:HEAD:team", "`git:HEAD:team` is a folder there"),
        ("git:HEAD:", "there is no path after `git:HEAD:`"),
        ("git::answers.toml", "there is no revision after `git:`"),
    ] {
        let (code, said) = check(name);
        assert!(code == 2 && said.contains(message), "{name}: {code} {said}");
    }
}

#[test]
fn standard_input_has_no_revision_but_may_be_compared_with_one() {
    let folder = repository();
    folder.refuses(&["check", "-", "--baseline", "git:main"], "`git:main:answers.toml`");
    let output = Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", "\"$0\" check - --baseline git:main:answers.toml < answers.toml", env!("CARGO_BIN_EXE_assess")])
        .env("ASSESS_LANG", "en")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn answers_to_another_major_version_are_no_baseline() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "--initial-branch", "main"]);
    folder.commit("answers.toml", &small("3").replace("model-version = \"1.1\"", "model-version = \"2\""));
    folder.write("answers.toml", &small("3"));
    folder.refuses(&["check", "--baseline", "git:main"], "`assess diff git:main answers.toml`");
    folder.passes(&["diff", "git:main", "answers.toml"]);
}
