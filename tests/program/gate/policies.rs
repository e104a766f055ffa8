//! Policies: where they are found, what they ask, and mistakes in them.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::folder::{Folder, SUB_DOMAIN, all, first_key, head, small};

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
        ("schema = 1\n[target]\ndefault = 1\ndefault = 2", "`default` is there twice"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nincomplete = \"fial\"", "did you mean `fail`?"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nmax-age = 1", "allowed here: `incomplete`, `max-age-days`"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nmax-age-days = \"180\"", "expected a whole number"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nevidence-from-level = 1", "1 is not a level"),
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nallow-na = \"false\"", "expected `true` or `false`"),
        ("schema = 1\n[target]\n", "give `assess.toml` a `[target]`, as `default = 3`"),
        ("schema = 1\n[rules]\nincomplete = \"fail\"", "nothing to judge by"),
        ("", "`schema` is missing"),
    ] {
        folder.write("assess.toml", policy);
        folder.refuses(&["check"], message);
        folder.refuses(&["check", "--exit-zero"], message);
    }
}

#[test]
fn an_old_assessment_is_stale() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3"));
    folder.write("assess.toml", "schema = 1\n[rules]\nmax-age-days = 180\n");
    folder.passes(&["check", "--as-of", "2026-11-02"]);
    folder.passes(&["check", "--as-of", "2027-05-01"]);
    folder.fails(&["check", "--as-of", "2027-05-02"], "stale");
    // Somewhere it is the second of November already.
    folder.passes(&["check", "--as-of", "2026-11-01"]);
    folder.fails(&["check", "--as-of", "2026-10-31"], "yet to come");
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
    fs::create_dir_all(folder.path().join("team/empty/also-empty")).expect("a folder can be made");
    folder.write("team/inner/.git/HEAD", "").write("team/bare/.git", "gitdir: elsewhere\n");
    let absolute = outside.path().join("secret.md");
    for bad in [
        "docs/nowhere.md",
        "other.md",
        "../../outside.md",
        absolute.to_str().expect("it is text"),
        "docs/here.md/x",
        "empty",
        "../.git/HEAD",
        "../.git",
        "inner/.git/HEAD",
        "inner",
        "bare",
        "x://y",
        "wiki://page",
        "https://",
    ] {
        let (code, said) = check(bad);
        assert!(code == 1 && said.contains("missing-evidence 1"), "{bad}: {said}");
    }
    {
        std::os::unix::fs::symlink(&absolute, folder.path().join("team/docs/link.md")).expect("a link can be made");
        assert!(check("docs/link.md").1.contains("is not inside the repository"));
        std::os::unix::fs::symlink("here.md", folder.path().join("team/docs/inner.md")).expect("a link can be made");
        assert_eq!(check("docs/inner.md").0, 0);
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
fn answers_that_a_policy_names_and_that_are_missing_are_said() {
    let folder = Folder::new();
    folder.write("assess.toml", "schema = 1\nanswers = \"gone.toml\"\n[target]\ndefault = 1\n");
    folder.write("answers.toml", &small("3"));
    for command in [["check"].as_slice(), &["score"], &["next"], &["check", "gone.toml"]] {
        folder.refuses(command, "there is no file `gone.toml`, which `assess.toml` names as `answers`");
    }
    let (code, said) = folder.said(&["check", "answers.toml"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("`answers` of `assess.toml` names a file that is not there: `gone.toml`"), "{said}");
    let (code, said) = folder.said(&["check", "--lang", "zh"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("文件 `gone.toml` 不存在，而 `assess.toml` 的 `answers` 指定了它"), "{said}");
}

#[test]
fn answers_that_a_policy_names_and_that_are_out_of_reach_are_not_called_missing() {
    let folder = Folder::new();
    folder.write("assess.toml", "schema = 1\nanswers = \"file/answers.toml\"\n").write("file", "");
    for command in [["score"].as_slice(), &["next"], &["score", "file/answers.toml"]] {
        folder.refuses(command, "cannot read `file/answers.toml`: a part of the path is no folder");
    }
}

#[test]
fn a_policy_may_come_by_a_pipe() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3")).write("rules", "schema = 1\n[target]\ndefault = 1\n");
    for command in ["score", "next", "check", "rollup"] {
        // At the end of a pipe that is nobody's any more there is nothing, so that a second look finds no policy.
        let line = format!("cat rules | '{}' {command} answers.toml --config /dev/stdin", env!("CARGO_BIN_EXE_assess"));
        let mut shell = Command::new("sh");
        let output = shell.args(["-c", &line]).current_dir(folder.path()).env("ASSESS_LANG", "en").output();
        let output = output.expect("a shell runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{command}: {said}");
    }
}

#[test]
fn a_policy_that_is_no_text_is_refused_though_it_comes_by_a_pipe() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3"));
    for command in ["check", "next --to policy", "score"] {
        // A second look would find an empty policy, which asks nothing.
        let line = format!("printf 'a = \"\\377\"' | '{}' {command} --config /dev/stdin", env!("CARGO_BIN_EXE_assess"));
        let mut shell = Command::new("sh");
        let output = shell.args(["-c", &line]).current_dir(folder.path()).env("ASSESS_LANG", "en").output();
        let output = output.expect("a shell runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains("not UTF-8"), "{command}: {said}");
    }
}

#[test]
fn what_does_not_apply_may_need_a_day_to_look_again() {
    let folder = Folder::new();
    folder.write("assess.toml", "schema = 1\n[rules]\nna-needs-until = true\n");
    let answers = |na: &str| small("3").replacen("= 3", &format!("= {{ na = {na} }}"), 1);
    folder.write("answers.toml", &answers("\"not us\"")).fails(&["check"], "na-without-until 1");
    folder.write("answers.toml", &answers("{ reason = \"not us\", until = 2030-01-31 }"));
    folder.passes(&["check", "--as-of", "2026-11-21"]);
    folder.fails(&["check", "--as-of", "2030-02-01"], "na-expired 1");
}

#[test]
fn a_policy_may_name_the_model_of_every_command() {
    let folder = Folder::new();
    let tiny = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
    let copy = |name: &str| fs::read_to_string(format!("{tiny}/{name}")).expect("it is there");
    folder.write("team/model/model.toml", &copy("model.toml"));
    folder.write("team/model/shop/counter.toml", &copy("shop/counter.toml"));
    folder.write("team/assess.toml", "schema = 1\nmodel = \"model\"\n[target]\n\"shop.counter\" = 1\n");
    let head = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n[answers.shop.counter.selling]\n";
    folder.write("team/answers.toml", &format!("{head}greeting = 1\npaying = 1\n"));
    let explain = ["explain", "shop.counter.selling.greeting"];
    for line in [&["check"][..], &["score"], &["next"], &explain, &["schema", "policy"]] {
        let (code, said) = folder.said_in("team", line);
        assert_eq!(code, 0, "{line:?}: {said}");
    }
    let (_, said) = folder.said_in("team", &["check", "--verbose"]);
    assert!(said.contains("model: model"), "{said}");
    // From elsewhere it is relative to the policy; the option takes its place.
    folder.passes(&["check", "team/answers.toml", "--config", "team/assess.toml"]);
    let (code, said) = folder.said_in("team", &["check", "--model", "nowhere"]);
    assert!(code == 2 && said.contains("nowhere"), "{said}");
}

#[test]
fn a_policy_leads_nobody_out_of_its_repository() {
    use std::os::unix::fs::symlink;
    let outer = Folder::new();
    outer.write("repository/.git/HEAD", "").write("secret.toml", &small("3"));
    let policy = |line: &str| {
        outer.write("repository/assess.toml", &format!("schema = 1\n{line}\n[target]\n\"{SUB_DOMAIN}\" = 3\n"));
    };
    let said = |more: &[&str]| outer.said_in("repository", &[&["check"], more].concat());
    let refused = |line: &str| {
        policy(line);
        let (code, text) = said(&[]);
        assert!(code == 2 && text.contains("repository"), "{line}: {code} {text}");
        text
    };
    assert!(refused("answers = \"../secret.toml\"").contains("`assess check ../secret.toml`"));
    assert_eq!(said(&["../secret.toml"]).0, 0, "naming the file is consent");
    symlink("../secret.toml", outer.path().join("repository/link.toml")).expect("a link can be made");
    refused("answers = \"link.toml\"");
    assert_eq!(said(&["link.toml"]).0, 0, "naming the file is consent");
    symlink("..", outer.path().join("repository/up")).expect("a link can be made");
    refused("answers = \"up/secret.toml\"");
    symlink("../secret.toml", outer.path().join("repository/answers.toml")).expect("a link can be made");
    refused("");
    // The same of a model.
    outer.write("model/model.toml", "no = 1\n");
    assert!(refused("model = \"../model\"").contains("`--model ../model`"));
    symlink("../model", outer.path().join("repository/model")).expect("a link can be made");
    assert!(refused("model = \"model\"").contains("leads out of the repository"));
    // A link that stays inside is none that leads out, and neither is a way back in.
    outer.write("repository/real.toml", &small("3"));
    symlink("real.toml", outer.path().join("repository/inner.toml")).expect("a link can be made");
    for line in ["answers = \"inner.toml\"", "answers = \"../repository/real.toml\""] {
        policy(line);
        assert_eq!(said(&[]).0, 0, "{line}");
    }
}

#[test]
fn a_new_policy_judges_the_answers_that_are_there_at_once() {
    let folder = Folder::new();
    folder.write("team/answers.toml", &small("3"));
    folder.passes(&["init", "--policy", "team/answers.toml"]);
    let text = fs::read_to_string(folder.path().join("assess.toml")).expect("it is written");
    assert!(text.contains("\nanswers = \"team/answers.toml\"\n") && text.contains("\n# max-age-days = 180"), "{text}");
    let (code, said) = folder.said(&["check"]);
    assert!(code == 1 && said.starts_with("failed: incomplete"), "most of the area is open: {said}");
    assert_eq!(fs::read_to_string(folder.path().join("team/answers.toml")).expect("it is there"), small("3"));
    folder.refuses(&["init", "--policy"], "`assess.toml` is there already");
    assert!(!folder.path().join("answers.toml").exists(), "nothing is written then");
    let scoped = ["init", "--policy", "--config", "other.toml", "team/answers.toml", "--scope", "agile"];
    folder.refuses(&scoped, "`--scope` is for a new file, and `team/answers.toml` is there already");
    assert!(!folder.path().join("other.toml").exists(), "nothing is written then either");
    // Elsewhere, and with the answers still to be written.
    fs::create_dir(folder.path().join("other")).expect("a folder can be made");
    folder.passes(&["init", "--policy", "--config", "other/gate.toml", "team/answers.toml", "--lang", "zh"]);
    let text = fs::read_to_string(folder.path().join("other/gate.toml")).expect("it is written");
    assert!(text.contains("answers = \"../team/answers.toml\"") && text.contains("每个子域"), "{text}");
    let empty = Folder::new();
    let (code, said) = empty.said(&["init", "--policy"]);
    let warning = "`assess check` does not pass with it yet: 0 below the target, 46 not known before more is answered";
    assert!(code == 0 && said.contains(warning), "{said}");
    let (code, said) = empty.said(&["check"]);
    assert!(code == 1 && said.starts_with("failed: incomplete 46 "), "{said}");
    // Areas without answers are named, and not held to anything.
    let begun = Folder::new();
    begun.write("answers.toml", &(head("") + &all("delivery", "3")));
    begun.passes(&["init", "--policy"]);
    let text = fs::read_to_string(begun.path().join("assess.toml")).expect("it is written");
    assert!(text.contains("\n\"delivery\" = 3 ") && text.contains("\n# \"agile\" = 2 "), "{text}");
    assert!(text.contains("Agile development, no answers yet") && !text.contains("default"), "{text}");
    begun.passes(&["check"]);
    // What all answers are sure of is promised, and held.
    let whole = Folder::new();
    whole.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "3")));
    let (code, said) = whole.said(&["init", "--policy"]);
    assert!(code == 0 && !said.contains("not pass"), "{said}");
    whole.passes(&["check"]);
    let text = fs::read_to_string(whole.path().join("assess.toml")).expect("it is written");
    assert!(text.contains("\ndefault = 3 ") && text.contains("\n# \"delivery\" = 4 "), "{text}");
}

#[test]
fn a_policy_of_another_model_is_told_as_such() {
    let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/tiny");
    let tiny = tiny.to_str().expect("it is Unicode");
    let folder = Folder::new();
    folder.write("assess.toml", "schema = 1\n[target]\n\"delivery.testing\" = 2\n");
    let answers = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";
    folder.write("mine.toml", &format!("{answers}[answers.shop.counter.selling]\ngreeting = 2\npaying = 2\n"));
    let check = ["check", "mine.toml", "--model", tiny, "--target", "2"];
    let told = "the policy `assess.toml` is for another model than `tiny`, which `--model` names";
    folder.refuses(&check, told);
    let way = format!("`assess init mine.toml --policy --config tiny.assess.toml --model {tiny}`");
    folder.refuses(&check, &way);
    folder.passes(&["init", "mine.toml", "--policy", "--config", "tiny.assess.toml", "--model", tiny]);
    folder.passes(&["check", "mine.toml", "--model", tiny, "--target", "2", "--config", "tiny.assess.toml"]);
    // What is wrong by its own model, too, is told as ever.
    folder.write("assess.toml", "schema = 1\n[target]\n\"delivery.testin\" = 2\n");
    folder.refuses(&check, "unknown id `delivery.testin`");
}

#[test]
fn what_config_names_is_a_policy_for_every_command() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3")).write("broken.toml", "schema = 1\nmodel\n");
    for command in
        ["model list", "explain delivery", "schema answers", "score answers.toml", "form --format html", "rollup"]
    {
        let run = |config: &str| {
            let arguments: Vec<_> = command.split(' ').chain(["--config", config]).collect();
            folder.said(&arguments)
        };
        for (config, told) in [
            (".", "error: `.` is a folder"),
            ("nowhere.toml", "error: there is no file `nowhere.toml`"),
            ("broken.toml", "--> broken.toml:2"),
        ] {
            let (code, said) = run(config);
            assert!(code == 2 && said.contains(told), "{command} --config {config}: {said}");
        }
    }
    // What is still to be written is named to no command that reads it.
    folder.write("old.toml", &small("3").replace("model-version = \"1.1\"", "model-version = \"9.0\""));
    let (code, said) = folder.said(&["init", "old.toml", "--policy", "--config", "nowhere.toml"]);
    assert!(code == 2 && said.contains("`assess interview old.toml`"), "{said}");
    folder.passes(&["init", "--policy", "--config", "nowhere.toml"]);
    folder.passes(&["model", "list", "--config", "nowhere.toml"]);
}
