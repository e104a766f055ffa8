//! Policies: where they are found, what they ask, and mistakes in them.

use super::folder::{Folder, SUB_DOMAIN, first_key, head, small};

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
        ("schema = 1\n[target]\ndefault = 1\n[rules]\nincomplete = \"fial\"", "did you mean `fail`?"),
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
