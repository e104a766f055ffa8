//! Sound policies that name their answers by a hostile text, and every part of a hostile model.

use std::fs;
use std::path::Path;

use crate::broken::refused;
use crate::corpus::{self, quoted};
use crate::documents::{faults_of, skeletons};
use crate::lines::{FEW_STYLES, Line, TEXTS, VERDICTS, line};
use crate::runs::Made;
use crate::{in_parallel, no_faults, say};

/// Every command that reads a policy.
const LINES: &[Line] = &[
    line(&["check", "-v", "--as-of", "2026-11-21"], VERDICTS),
    line(&["next", "-v", "--to", "policy"], TEXTS),
    line(&["score", "-v"], TEXTS),
    line(&["report", "-v"], &["markdown", "html"]),
];

/// Writes a policy with a text in every place that takes one: the name of the answers, and comments.
fn write(folder: &Path, text: &str) {
    // A comment holds no control character but a tab.
    let comment = text.replace(|character: char| character.is_ascii_control(), " ");
    let ids = ["shop", "shop.counter", "shop.counter.selling", "yard", "yard.gate", "yard.gate.selling"];
    let targets: String = ids.iter().map(|id| format!("{} = 2 # {comment}\n", quoted(id))).collect();
    let policy = format!(
        "# {comment}\nschema = 1 # {comment}\nanswers = {}\n\n[target]\ndefault = 1\n{targets}\n[rules]\n\
         incomplete = \"warn\"\nmax-age-days = 0\nevidence-from-level = 1\nevidence-must-exist = true\nallow-na = false\n",
        quoted(text)
    );
    fs::write(folder.join("assess.toml"), policy).expect("there is room");
}

/// Whether the answers of the corpus could be put where the text says.
fn is_there(folder: &Path, text: &str) -> bool {
    !text.contains(['/', '\0']) && fs::copy(folder.join("answers.toml"), folder.join(text)).is_ok()
}

#[test]
fn a_policy_says_nothing_but_what_is_promised() {
    let word = tempfile::tempdir().expect("there is room");
    corpus::write(word.path(), "word");
    write(word.path(), "answers.toml");
    let benign = FEW_STYLES.iter().flat_map(|style| skeletons(&Made::of_lines(word.path(), style, LINES).documents));
    let benign = benign.collect();

    let faults = in_parallel(corpus::texts(), |text| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), "word");
        write(folder.path(), &text.text);
        let is_there = is_there(folder.path(), &text.text);
        let mut faults = Vec::new();
        for style in FEW_STYLES {
            let made = Made::of_lines(folder.path(), style, LINES);
            if is_there {
                faults.extend(faults_of(&made.runs, &made.documents, &benign));
            } else {
                faults
                    .extend(made.runs.iter().filter_map(|run| Some(format!("{}: {}", run.what, refused(run).err()?))));
            }
        }
        assert!(!folder.path().join("pwned").exists());
        (is_there, faults.iter().map(|fault| format!("{}: {fault}", text.name)).collect::<Vec<_>>())
    });
    let (read, count) = (faults.iter().filter(|(is_there, _)| *is_there).count(), faults.len());
    say(&format!("{count} policies, {read} of them with answers where they say"));
    no_faults(faults.into_iter().map(|(_, faults)| faults));
}
