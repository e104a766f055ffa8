//! One English text has one Chinese one: nobody reads the same thing in two wordings.

use std::collections::BTreeMap;

use crate::sources;

/// What stands between the quotes at the beginning of `text`, and what follows them.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inside = text.trim_start().strip_prefix('"')?;
    let mut is_escaped = false;
    let end = inside.find(|character| {
        let ends = character == '"' && !is_escaped;
        is_escaped = character == '\\' && !is_escaped;
        ends
    })?;
    Some((&inside[..end], &inside[end + 1..]))
}

/// Every pair of texts that a file holds, English first; those that only separate words are no texts.
fn pairs(text: &str) -> Vec<(&str, &str)> {
    let pair = |rest| {
        let (english, rest) = quoted(rest)?;
        let (chinese, _) = quoted(rest.trim_start().strip_prefix(',')?)?;
        Some((english, chinese)).filter(|(english, _)| english.contains(char::is_alphabetic))
    };
    text.split("text!(").skip(1).filter_map(pair).collect()
}

/// English texts that stand beside more than one Chinese one, with where each does.
fn doubles(files: &[(String, String)]) -> Vec<String> {
    let mut all: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for (path, text) in files {
        for (english, chinese) in pairs(text) {
            all.entry(english).or_default().insert(chinese, path);
        }
    }
    let doubles = all.into_iter().filter(|(_, chinese)| chinese.len() > 1);
    doubles.map(|(english, chinese)| format!("{english:?}: {chinese:?}")).collect()
}

#[test]
fn a_second_translation_is_found() {
    let file = |text: &str| ("a.rs".to_owned(), text.to_owned());
    let one = file("let a = text!(\"say \\\"it\\\"\", \"说\"); text!(\", \", \"、\");");
    let same = file("text!(\n  \"say \\\"it\\\"\",\n  \"说\",\n)");
    let other = file("text!(\", \", \"，\"); text!(\"say \\\"it\\\"\", \"讲\")");
    assert!(doubles(&[one.clone(), same.clone()]).is_empty());
    let found = doubles(&[one, same, other]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains('说') && found[0].contains('讲'));
}

#[test]
fn no_text_has_two_translations() {
    let files: Vec<_> =
        sources("src").into_iter().map(|(path, text)| (path.to_string_lossy().into_owned(), text)).collect();
    assert!(files.iter().map(|(_, text)| pairs(text).len()).sum::<usize>() > 500, "the texts are found at all");
    let doubles = doubles(&files);
    assert!(doubles.is_empty(), "{}", doubles.join("\n"));
}
