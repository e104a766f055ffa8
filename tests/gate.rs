//! The gate as a build server runs it: every way to get past it that should not work, and what it says.

#[path = "support/git.rs"]
mod git;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use assess::embedded;
use assess::model::Node;
use tempfile::TempDir;

/// A folder of its own, outside any repository.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder can be made"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) -> &Self {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("it can be written");
        self
    }

    fn run_in(&self, below: &str, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_assess"))
            .current_dir(self.path().join(below))
            .args(arguments)
            .env("ASSESS_LANG", "en")
            .env_remove("GITHUB_ACTIONS")
            .output()
            .expect("the program runs")
    }

    /// The exit code, and everything that was said, as if no line were ever wrapped.
    fn said_in(&self, below: &str, arguments: &[&str]) -> (i32, String) {
        let output = self.run_in(below, arguments);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("it prints text");
        let code = output.status.code().expect("it ends by itself");
        (code, text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn said(&self, arguments: &[&str]) -> (i32, String) {
        self.said_in("", arguments)
    }

    fn git(&self, arguments: &[&str]) -> &Self {
        git::git(self.path(), arguments);
        self
    }

    fn commit(&self, name: &str, text: &str) -> &Self {
        self.write(name, text).git(&["add", "."]).git(&["commit", "--quiet", "--message", "change"])
    }

    fn passes(&self, arguments: &[&str]) {
        let (code, said) = self.said(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
    }

    /// The check fails, and gives the reason.
    fn fails(&self, arguments: &[&str], reason: &str) {
        let (code, said) = self.said(arguments);
        assert!(code == 1 && said.starts_with("failed: ") && said.contains(reason), "{arguments:?}: {code} {said}");
    }

    /// Nothing can be judged, and the message says why.
    fn refuses(&self, arguments: &[&str], message: &str) {
        let (code, said) = self.said(arguments);
        assert!(code == 2 && said.starts_with("error: ") && said.contains(message), "{arguments:?}: {code} {said}");
    }
}

/// The head of an answers file, with more lines of its table.
fn head(more: &str) -> String {
    format!("schema = 1\n\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\n{more}\n")
}

/// Answers, all the same, to everything below an id.
fn all(id: &str, answer: &str) -> String {
    let mut text = String::new();
    for sub_domain in embedded::model().sub_domains().filter(|it| it.id.as_str().starts_with(id)) {
        let _ = writeln!(text, "\n[answers.{}]", sub_domain.id);
        for dimension in sub_domain.dimensions.iter() {
            let _ = writeln!(text, "{} = {answer}", Node::Dimension(dimension).id().key());
        }
    }
    text
}

/// A small sub-domain that asks at least two things at levels 3 and 4.
const SUB_DOMAIN: &str = "delivery.testing.strategy";

fn small(answer: &str) -> String {
    head("scope = [\"delivery\"]\ndate = 2026-11-02") + &all(SUB_DOMAIN, answer)
}

#[test]
fn a_target_is_held_or_not() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3"));
    let target = |level: u8| format!("--target={SUB_DOMAIN}={level}");
    folder.passes(&["check", &target(3)]);
    folder.passes(&["check", &target(2)]);
    folder.fails(&["check", &target(4)], "level 3, target 4");
    folder.passes(&["check", &target(4), "--exit-zero"]);
}

#[test]
fn what_is_below_names_its_dimensions_and_clauses() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("2"));
    let (_, said) = folder.said(&["check", &format!("--target={SUB_DOMAIN}=3")]);
    assert!(said.contains("answers.toml:") && said.contains(" 3.1 "), "{said}");
    let (_, json) = folder.said(&["check", &format!("--target={SUB_DOMAIN}=3"), "--format", "json"]);
    let result: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let reason = &result["verdict"]["reasons"][0];
    assert_eq!((reason["actual"].as_u64(), reason["target"].as_u64()), (Some(2), Some(3)));
    let requirements = reason["requirements"].as_array().expect("they are there");
    assert!(!requirements.is_empty() && !reason["dimensions"].as_array().expect("they are there").is_empty());
}

#[test]
fn a_part_of_a_level_is_not_the_level() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("\"3-\""));
    folder.fails(&["check", &format!("--target={SUB_DOMAIN}=3")], "level 2, target 3");
}

#[test]
fn a_misspelt_target_is_never_passed() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("5"));
    for (target, message) in [
        ("delivery.testin=1", "did you mean `delivery.testing`?"),
        ("Delivery=1", "unknown id `Delivery`"),
        ("delivery.testing.strategy.layering=1", "help: "),
        ("devops=1", "`devops` is the whole model"),
        ("9", "`9` is not a level of this model"),
        ("0", "`0` is not a level of this model"),
        ("delivery=", " is not a level of this model"),
        ("three", "`three` is not a level of this model"),
        ("3 ", "is not a level"),
        ("+3", "is not a level"),
        ("03", "is not a level"),
        ("", "`--target` needs a value"),
    ] {
        folder.refuses(&["check", "--target", target], message);
        folder.refuses(&["check", "--exit-zero", "--target", target], message);
    }
    folder.refuses(&["check", "--target", "3", "--target", "2"], "a second target");
    folder.refuses(&["check", "--traget", "3"], "did you mean `--target`?");
}

#[test]
fn a_misspelt_policy_is_never_passed() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("5"));
    for (policy, message) in [
        ("[target]\ndefault = 1", "`schema` is missing"),
        ("schema = 2\n[target]\ndefault = 1", "schema 2 is not known"),
        ("schema = 1\n[targets]\ndefault = 1", "did you mean `target`?"),
        ("schema = 1\n[target]\ndefualt = 1", "did you mean `default`?"),
        ("schema = 1\n[target]\n\"delivery.testin\" = 1", "did you mean `delivery.testing`?"),
        ("schema = 1\n[target]\ndelivery.testing = 1", "write `\"delivery.testing\" = …`"),
        ("schema = 1\n[target]\ndelivery = 3\ndelivery.testing = 1", "quote an id with dots"),
        ("schema = 1\n[target]\ndefault = \"1\"", "expected a level, found a string"),
        ("schema = 1\n[target]\ndefault = 1.0", "expected a level, found a decimal number"),
        ("schema = 1\n[target]\ndefault = 6", "6 is not a level of this model"),
        ("schema = 1\n[target]\ndefault = -1", "-1 is not a level of this model"),
        ("schema = 1\n[target]\ndefault = 1\ndefault = 2", "not valid TOML"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nincomplete = \"fial\"", "write `fail`, `warn` or `ignore`"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nmax-age = 1", "allowed here: `incomplete`, `max-age-days`"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nmax-age-days = \"180\"", "expected a whole number"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nevidence-from-level = 1", "1 is not a level"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nallow-na = \"false\"", "expected `true` or `false`"),
        ("schema = 1\n[target]\n", "nothing to judge by"),
        ("schema = 1\n[rules]\nincomplete = \"fail\"", "nothing to judge by"),
        ("", "`schema` is missing"),
    ] {
        folder.write("assess.toml", policy);
        folder.refuses(&["check"], message);
        folder.refuses(&["check", "--exit-zero"], message);
    }
}

#[test]
fn a_file_that_is_not_there_is_never_passed() {
    let folder = Folder::new();
    folder.refuses(&["check", "--target", "1"], "there is no file `answers.toml`");
    folder.refuses(&["check", "--target", "1", "anwsers.toml"], "there is no file `anwsers.toml`");
    folder.write("answers.toml", &small("5"));
    folder.refuses(&["check", "--target", "1", "--config", "policy.toml"], "there is no file `policy.toml`");
    folder.refuses(&["check", "--target", "1", "--baseline", "main.toml"], "there is no file `main.toml`");
    folder.refuses(&["check", "--target", "1", "."], "`.` is a folder");
    folder.write("assess.toml", "schema = 1\nanswers = \"team/answers.toml\"\n[target]\ndefault = 1\n");
    folder.refuses(&["check"], "there is no file `team/answers.toml`");
    folder.refuses(&["score", "answers.toml", "--config", "none.toml"], "there is no file `none.toml`");
}

#[test]
fn answers_with_mistakes_are_never_passed() {
    let folder = Folder::new();
    for answers in [
        String::new(),
        "not TOML".to_owned(),
        small("9"),
        small("\"3\""),
        small("3.0"),
        small("{ level = 3, met = [\"3.1\"] }"),
        small("{ na = \" \" }"),
        small("3").replace("strategy", "stratgy"),
        small("3").replace("model-version = \"1\"", "model-version = \"2\""),
        small("3").replace("\"devops\"", "\"other\""),
        small("3").replace("[\"delivery\"]", "[]"),
        small("3").replace("[\"delivery\"]", "[\"delivry\"]"),
        small("3") + &all(SUB_DOMAIN, "3"),
    ] {
        folder.write("answers.toml", &answers);
        folder.refuses(&["check", "--target", "1", "--exit-zero"], "");
    }
}

#[test]
fn missing_answers_are_not_taken_for_good_ones() {
    let folder = Folder::new();
    let policy = |way: &str| format!("schema = 1\n[target]\ndefault = 3\n[rules]\nincomplete = \"{way}\"\n");
    // One answer is deleted.
    let whole = head("scope = [\"delivery\"]") + &all("delivery", "4");
    let (lines, last) = whole.trim_end().rsplit_once('\n').expect("there are lines");
    assert!(last.ends_with("= 4"));
    folder.write("answers.toml", lines);
    folder.fails(&["check", "--target", "3"], "incomplete 1");
    folder.write("assess.toml", &policy("fail")).fails(&["check"], "incomplete 1");
    folder.write("assess.toml", &policy("warn")).passes(&["check"]);
    assert!(folder.said(&["check"]).1.starts_with("passed; warnings: incomplete 1"));
    folder.write("assess.toml", &policy("ignore")).passes(&["check"]);
    // All are.
    folder.write("answers.toml", &head("scope = [\"delivery\"]"));
    for way in ["fail", "warn", "ignore"] {
        folder.write("assess.toml", &policy(way)).fails(&["check"], "nothing-judged");
    }
}

#[test]
fn missing_answers_do_not_hide_what_is_below() {
    let folder = Folder::new();
    let one_low = head("scope = [\"delivery\"]") + &format!("[answers.{SUB_DOMAIN}]\nmethod = 1\n");
    folder.write("answers.toml", &one_low.replace("method", first_key()));
    folder.write("assess.toml", "schema = 1\n[target]\ndefault = 3\n[rules]\nincomplete = \"ignore\"\n");
    folder.fails(&["check"], "below-target 1");
}

fn first_key() -> &'static str {
    let sub_domain = embedded::model().sub_domains().find(|it| it.id.as_str() == SUB_DOMAIN);
    sub_domain.expect("it is in the model").dimensions[0].id.key()
}

#[test]
fn not_applicable_is_no_way_around_a_target() {
    let folder = Folder::new();
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "{ na = \"not us\" }")));
    folder.fails(&["check", "--target", "3"], "nothing-judged");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "4")));
    folder.passes(&["check", "--target", "3"]);
    let excused = all(SUB_DOMAIN, "{ na = \"not us\" }");
    let others = all("delivery", "4").replace(&all(SUB_DOMAIN, "4"), "");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &others + &excused));
    folder.passes(&["check", "--target", "3"]);
    folder.write("assess.toml", "schema = 1\n[target]\ndefault = 3\n[rules]\nallow-na = false\n");
    folder.fails(&["check"], "na-not-allowed 3");
}

#[test]
fn an_exception_runs_out() {
    let folder = Folder::new();
    let others = all("delivery", "4").replace(&all(SUB_DOMAIN, "4"), "");
    let excused = all(SUB_DOMAIN, "{ na = { reason = \"moving\", until = 2026-09-30 } }");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &others + &excused));
    folder.passes(&["check", "--target", "3", "--as-of", "2026-09-30"]);
    folder.fails(&["check", "--target", "3", "--as-of", "2026-10-01"], "na-expired 3");
    // On that day it is unanswered, and so unknown.
    folder.fails(&["check", "--target", "3", "--as-of", "2026-10-01"], "incomplete 1");
    folder.refuses(&["check", "--target", "3", "--as-of", "2026-02-30"], "write it as 2026-11-21");
}

#[test]
fn a_smaller_scope_is_no_way_around_a_target() {
    let folder = Folder::new();
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "4") + &all("agile", "4")));
    folder.fails(&["check", "--target", "3", "--target", "agile.planning=3"], "out-of-scope 1");
    folder.passes(&["check", "--target", "3"]);
    assert!(
        folder.said(&["check", "--target", "3"]).1.contains("not assessed: Agile development, Technical operations")
    );
    folder.write("main.toml", &(head("") + &all("delivery", "4") + &all("agile", "4") + &all("operations", "4")));
    folder.fails(&["check", "--target", "3", "--baseline", "main.toml"], "regression 2");
}

#[test]
fn an_old_assessment_is_stale() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3"));
    folder.write("assess.toml", "schema = 1\n[rules]\nmax-age-days = 180\n");
    folder.passes(&["check", "--as-of", "2026-11-02"]);
    folder.passes(&["check", "--as-of", "2027-05-01"]);
    folder.fails(&["check", "--as-of", "2027-05-02"], "stale");
    folder.fails(&["check", "--as-of", "2026-11-01"], "yet to come");
    folder.write("answers.toml", &small("3").replace("date = 2026-11-02", ""));
    folder.fails(&["check", "--as-of", "2026-11-02"], "has no date");
}

#[test]
fn evidence_is_asked_for_and_looked_for() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet"]);
    folder.write("assess.toml", "schema = 1\n[rules]\nevidence-from-level = 4\n");
    let file = |answer: &str| {
        head("scope = [\"delivery\"]") + &format!("[answers.{SUB_DOMAIN}]\n{} = {answer}\n", first_key())
    };
    let check = |answer: &str| folder.write("team/answers.toml", &file(answer)).said(&["check", "team/answers.toml"]);
    assert_eq!(check("3").0, 0, "nothing of level 4 is claimed");
    assert_eq!(check("5").0, 1, "a level above claims it");
    assert_eq!(check("\"4-\"").0, 1, "a part of it is claimed");
    assert_eq!(check("{ level = 3, met = [\"4.1\"] }").0, 1, "a clause of it is claimed");
    assert_eq!(check("{ level = 5, evidence = [\"docs/nowhere.md\"] }").0, 0, "there is an entry");

    folder.write("assess.toml", "schema = 1\n[rules]\nevidence-must-exist = true\n");
    folder.write("team/docs/here.md", "").write("other.md", "");
    let outside = Folder::new();
    outside.write("secret.md", "");
    let check = |entry: &str| check(&format!("{{ level = 5, evidence = [\"{entry}\"] }}"));
    for good in
        ["docs/here.md", "docs/here.md#part", "./docs", "../other.md", "https://wiki.example/x", "mailto:a@b.example"]
    {
        assert_eq!(check(good).0, 0, "{good}");
    }
    let absolute = outside.path().join("secret.md");
    for bad in
        ["docs/nowhere.md", "other.md", "../../outside.md", absolute.to_str().expect("it is text"), "docs/here.md/x"]
    {
        let (code, said) = check(bad);
        assert!(code == 1 && said.contains("missing-evidence 1"), "{bad}: {said}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&absolute, folder.path().join("team/docs/link.md")).expect("a link can be made");
        assert!(check("docs/link.md").1.contains("is not inside the repository"));
        std::os::unix::fs::symlink("here.md", folder.path().join("team/docs/inner.md")).expect("a link can be made");
        assert_eq!(check("docs/inner.md").0, 0);
    }
}

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
    assert!(code == 1 && text.contains("grade 3 → 2") && text.contains("team/answers.toml:"), "{text}");
    assert_eq!(said("HEAD").0, 0);
    assert_eq!(said("main").0, 0);
    let (code, text) = said("HEAD~2");
    assert!(code == 0 && text.contains("no `answers.toml` at `git:HEAD~2`: nothing to compare with"), "{text}");
    for revision in ["nowhere", "HEAD~9", "--help", "-x", "", "HEAD:README.md", "HEAD\n"] {
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

#[cfg(unix)]
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
    linked.refuses(&["check", "--baseline", "git:HEAD"], "is no regular file there");
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

#[test]
fn nothing_is_written_over_what_was_read() {
    let folder = Folder::new();
    folder
        .write("answers.toml", &small("3"))
        .write("assess.toml", "schema = 1\n[target]\n\"delivery.testing.strategy\" = 3\n");
    for target in ["answers.toml", "json=answers.toml", "./answers.toml", "markdown=assess.toml"] {
        folder.refuses(&["check", "-o", target], "would be overwritten");
    }
    assert_eq!(fs::read_to_string(folder.path().join("answers.toml")).expect("it is there"), small("3"));
}

#[test]
fn what_does_not_apply_is_listed_with_its_reason() {
    let folder = Folder::new();
    let answers = small("3").replacen("= 3", "= { na = { reason = \"no tests yet\", until = 2030-01-31 } }", 1);
    folder.write("answers.toml", &answers);
    let check = ["check", "--target", "delivery.testing.strategy=3"];
    folder.passes(&check);
    for format in ["table", "markdown"] {
        let (_, said) = folder.said(&[&check, ["--format", format].as_slice()].concat());
        assert!(said.contains("no tests yet") && said.contains("2030-01-31"), "{said}");
    }
}

#[test]
fn the_nearest_policy_counts_up_to_the_root_of_the_repository() {
    let outer = Folder::new();
    outer.write("assess.toml", "schema = 1\n[target]\ndefault = 5\n");
    outer.write("repository/.git/HEAD", "").write("repository/team/answers.toml", &small("3"));
    let check = |more: &[&str]| outer.said_in("repository/team", &[&["check"], more].concat());
    assert!(check(&[]).1.starts_with("error: nothing to judge by"), "a policy outside the repository does not count");
    outer.write(
        "repository/assess.toml",
        "schema = 1\nanswers = \"team/answers.toml\"\n[target]\n\"delivery.testing.strategy\" = 3\n",
    );
    assert_eq!(check(&[]).0, 0);
    let (_, told) = check(&["--verbose"]);
    assert!(told.contains("policy: ../assess.toml") && told.contains("answers: ../team/answers.toml"), "{told}");
    assert!(told.contains("../assess.toml:4 delivery.testing.strategy"), "{told}");
    outer.write("repository/team/assess.toml", "schema = 1\n[target]\n\"delivery.testing.strategy\" = 4\n");
    assert_eq!(check(&[]).0, 1);
    assert_eq!(check(&["--config", "../assess.toml"]).0, 0);
    // Flags take the place of all targets; rules stay.
    outer.write("repository/team/assess.toml", "schema = 1\n[target]\ndefault = 5\n[rules]\nmax-age-days = 1\n");
    let (code, told) = check(&["--target", "delivery.testing.strategy=3"]);
    assert!(code == 1 && told.starts_with("failed: stale 1 "), "{told}");
}

#[test]
fn the_policy_names_the_file_of_other_commands_too() {
    let folder = Folder::new();
    folder.write("assess.toml", "schema = 1\nanswers = \"team/levels.toml\"\n").write("team/levels.toml", &small("3"));
    for command in [["score"].as_slice(), &["next"], &["score", "--config", "assess.toml"]] {
        folder.passes(command);
    }
    folder.passes(&["init", "--config", "assess.toml", "answers.toml"]);
    folder.refuses(&["init"], "`team/levels.toml` is there already");
    folder.write("assess.toml", "schema = 1\nanswer = \"team/levels.toml\"\n");
    folder.refuses(&["score"], "did you mean `answers`?");
    folder.passes(&["score", "team/levels.toml"]);
}

#[test]
fn several_outputs_are_written_in_one_run() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("2")).write("summary.md", "before\n");
    let arguments =
        ["check", "--target", "3", "-o", "junit=j.xml", "-o", "sarif=s.json", "-o", "github-summary=summary.md"];
    let (code, said) = folder.said(&arguments);
    assert!(code == 1 && said.starts_with("failed: "), "{said}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it is written");
    assert!(read("j.xml").starts_with("<?xml") && read("s.json").contains("\"2.1.0\""));
    assert!(read("summary.md").starts_with("before\n## ❌ failed"));
    folder.refuses(&["check", "--target", "3", "-o", "junit=no/such/folder.xml"], "cannot write `no/such/folder.xml`");
}
