//! One English text has one Chinese one: nobody reads the same thing in two wordings.

use std::collections::BTreeMap;

use crate::{code, files, sources};

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
    text.split("text!(").skip(1).chain(text.split(" t!(").skip(1)).filter_map(pair).collect()
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

/// What a Chinese text must not hold: punctuation of another width, a blank where Chinese has none, a second word for one thing.
fn faults(english: &str, chinese: &str) -> Vec<&'static str> {
    let characters: Vec<_> = chinese.chars().collect();
    let is_han = |character: &char| ('\u{4e00}'..='\u{9fff}').contains(character);
    let beside = characters.windows(2).any(|pair| is_han(&pair[0]) && ",;:!?".contains(pair[1]));
    // Keys and what they do stand in columns, the words of a command line apart.
    let has_columns = english.contains("  ") || english.starts_with("assess ");
    let blank =
        !has_columns && characters.windows(3).any(|trio| is_han(&trio[0]) && trio[1] == ' ' && is_han(&trio[2]));
    // An answer is 答案; 回答 is to answer, answered or unanswered.
    let answer_as_a_noun = ["个回答", "条回答", "份回答", "项回答", "的回答", "回答：", "有回答", "己的回答"];
    let answers = chinese.replace("未回答", "").replace("已回答", "");
    let is_of_grades = english.to_lowercase().replace("{grade}", "").contains("grade");
    [
        (beside, "half-width punctuation after Chinese"),
        (blank, "a blank between Chinese characters"),
        (answer_as_a_noun.iter().any(|word| answers.contains(word)), "回答 for an answer, which is 答案"),
        (chinese.contains("分级"), "分级 for a level, which is 级别"),
        (chinese.contains("文件夹"), "文件夹 for a folder, which is 目录"),
        (chinese.contains("复查"), "复查 for a review, which is 复核"),
        (chinese.contains("声称"), "声称 for a claim, which is 声明"),
        (chinese.contains('您'), "您 for the reader, who is 你"),
        (chinese.contains("初步画像"), "初步画像 for a first picture, which is 快速概览"),
        (chinese.contains("等级") && !is_of_grades, "等级 for what is no grade"),
        (is_of_grades && !chinese.contains("等级") && !chinese.contains("级别"), "a grade that is no 等级"),
    ]
    .into_iter()
    .filter_map(|(is_there, fault)| is_there.then_some(fault))
    .collect()
}

/// English that counts one thing as several, or leaves the reader to guess what is meant.
fn english_faults(english: &str) -> Vec<&'static str> {
    ["1 questions", "1 clauses", "1 sub-domains", "nothing is asked up to", "held by", "the whole was", "The whole is"]
        .into_iter()
        .filter(|words| english.contains(words))
        .collect()
}

#[test]
fn chinese_has_its_own_punctuation_and_one_word_for_one_thing() {
    for (english, chinese) in [
        ("level {n}: no", "级别: 无"),
        ("held down by X", "受限 于工具"),
        ("every answer", "每个回答"),
        ("a level", "等级 3"),
        ("levels", "全部分级"),
        ("the folder", "此文件夹"),
        ("a review", "本次复查"),
        ("claims it", "声称满足"),
        ("your answers", "您的答案"),
        ("a first picture", "初步画像"),
    ] {
        assert_eq!(faults(english, chinese).len(), 1, "{chinese}");
    }
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        for (english, chinese) in pairs(&text) {
            let found: Vec<_> = faults(english, chinese).into_iter().chain(english_faults(english)).collect();
            if !found.is_empty() {
                wrong.push(format!("{}: {english:?} {chinese:?}: {found:?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Lines that put an article before what is filled in.
fn articles(text: &str) -> impl Iterator<Item = &str> {
    let filled_in = |rest: &str| rest.starts_with(|first: char| first.is_ascii_lowercase());
    let is_article = |before: &str| {
        let word = before.rsplit(|it: char| !it.is_alphanumeric()).next();
        word.is_some_and(|word| ["a", "an"].contains(&word.to_lowercase().as_str()))
    };
    text.lines().filter(move |line| {
        let mut places = line.match_indices(" {");
        places.any(|(at, _)| is_article(&line[..at]) && filled_in(&line[at + 2..]))
    })
}

/// A model names its kinds of nodes as it likes: nobody knows which article such a name takes.
#[test]
fn no_article_stands_before_what_is_filled_in() {
    for (line, count) in [
        ("\"A {part} lacks\"", 1),
        ("\"all of an {en}\"", 1),
        ("\"schema {part}\"", 0),
        ("\"a {{ level }}\"", 0),
        ("\"one {en}\"", 0),
    ] {
        assert_eq!(articles(line).count(), count, "{line}");
    }
    for (path, text) in files("src") {
        let code = code(&text);
        let found: Vec<_> = articles(&code).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}
