//! The READMEs and the guides in `docs`: console blocks are run, files that they show are read, and a README is one read.
//!
//! `tests/update` brings console blocks and pictures up to date. Links are followed by `tests/layers`.

mod console;
mod pictures;
mod words;

use std::collections::BTreeSet;
use std::fs;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::support::folder::{Folder, run};

/// Pages for those who change the program.
const ENGLISH_ALONE: [&str; 3] = ["dependencies.md", "design.md", "telling.md"];

#[test]
fn every_console_block_prints_what_stands_in_it() {
    for (lang, readme, folder) in [("en", "README.md", "docs"), ("zh", "README.zh.md", "docs/zh")] {
        let guides = pages(folder).into_iter().map(|page| format!("{folder}/{page}"));
        let documents: Vec<_> = guides.chain([readme.to_owned()]).collect();
        let shown = documents.iter().filter(|path| text(path).contains("```console"));
        assert!(shown.count() > 5, "{folder} shows what commands print");
        console::run(&documents, lang);
    }
}

#[test]
fn a_readme_is_one_read() {
    for file in ["README.md", "README.zh.md"] {
        let lines = text(file).lines().count();
        assert!(lines <= 150, "{file} has {lines} lines: a guide in docs/ is the place for what is more");
    }
}

/// The pages of a folder, but for its list of them.
fn pages(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be listed").path());
    let files = entries.filter(|path| path.is_file() && !path.ends_with("README.md"));
    files.map(|path| path.file_name().expect("it has one").to_string_lossy().into_owned()).collect()
}

#[test]
fn every_guide_is_listed_and_there_in_both_languages() {
    let mut english = pages("docs");
    for (folder, pages) in [("docs", english.clone()), ("docs/zh", pages("docs/zh"))] {
        let index = text(&format!("{folder}/README.md"));
        let missing: Vec<_> = pages.iter().filter(|page| !index.contains(&format!("]({page})"))).collect();
        assert!(missing.is_empty(), "{folder}/README.md does not list {missing:?}");
    }
    english.retain(|page| !ENGLISH_ALONE.contains(&page.as_str()));
    assert_eq!(english, pages("docs/zh"));
}

/// What people read of a document, outside code, with each paragraph as one text.
fn prose(document: &str) -> Vec<String> {
    let (mut texts, mut open, mut is_code) = (Vec::new(), String::new(), false);
    for event in Parser::new_ext(document, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::Text(words) if !is_code => open.push_str(&words),
            // A name that is typed stands for a word.
            Event::Code(_) => open.push('x'),
            Event::SoftBreak => open.push(' '),
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::Item) => {
                texts.push(std::mem::take(&mut open));
            }
            _ => {}
        }
    }
    texts
}

/// Whether a text has a mark of another script beside a Chinese letter.
fn has_narrow_mark(text: &str) -> bool {
    let is_chinese = |letter: &char| ('\u{4e00}'..='\u{9fff}').contains(letter);
    let is_narrow = |letter: &char| ",;:!?()".contains(*letter);
    let letters: Vec<_> = text.chars().collect();
    letters.windows(2).any(|two| is_chinese(&two[0]) && is_narrow(&two[1]) || is_narrow(&two[0]) && is_chinese(&two[1]))
}

#[test]
fn chinese_pages_have_chinese_punctuation() {
    assert!(has_narrow_mark("级别:") && has_narrow_mark("x,级别") && !has_narrow_mark("级别：x, y"));
    let pages = pages("docs/zh").into_iter().map(|page| format!("docs/zh/{page}"));
    for page in pages.chain(["README.zh.md", "docs/zh/README.md"].map(str::to_owned)) {
        let wrong: Vec<_> = prose(&text(&page)).into_iter().filter(|text| has_narrow_mark(text)).collect();
        assert!(wrong.is_empty(), "{page}: {wrong:#?}");
    }
}

/// A mark of emphasis beside Chinese punctuation, as in `**字。**字`, neither opens nor closes: readers would see it.
#[test]
fn no_mark_of_emphasis_stays_visible() {
    assert_eq!(prose("**字。**字").concat().matches("**").count(), 2);
    for folder in ["docs", "docs/zh"] {
        let pages = pages(folder).into_iter().map(|page| format!("{folder}/{page}"));
        for page in pages.chain(["README.md", "README.zh.md"].map(str::to_owned)) {
            let wrong: Vec<_> = prose(&text(&page)).into_iter().filter(|text| text.contains('*')).collect();
            assert!(wrong.is_empty(), "{page}: {wrong:#?}");
        }
    }
}

/// The TOML blocks of a document that are whole files without a name: those with one are what console blocks read.
fn whole_files(document: &str) -> Vec<String> {
    let (mut blocks, mut open) = (Vec::new(), None);
    for event in Parser::new(document) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) if &*kind == "toml" => open = Some(String::new()),
            Event::Text(text) => open.iter_mut().for_each(|block: &mut String| block.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    let named: Vec<_> = console::shown_files(document).into_iter().map(|(_, text)| text).collect();
    blocks.retain(|block| block.lines().any(|line| line == "schema = 1") && !named.contains(block));
    blocks
}

#[test]
fn every_file_that_a_guide_shows_is_read() {
    for folder in ["docs", "docs/zh"] {
        let files = pages(folder).into_iter().flat_map(|page| whole_files(&text(&format!("{folder}/{page}"))));
        let (policies, answers): (Vec<_>, Vec<_>) = files.partition(|file| file.contains("[target]"));
        assert!(!policies.is_empty() && !answers.is_empty(), "{folder} shows both");
        let here = Folder::empty();
        for file in &answers {
            here.write(file);
            let output = run(here.path(), &["score", "answers.toml"]);
            assert!(output.status.success(), "{folder}\n{file}\n{}", String::from_utf8_lossy(&output.stderr));
        }
        for file in &policies {
            fs::copy("examples/strong.toml", here.file()).expect("it can be copied");
            fs::write(here.path().join("assess.toml"), file).expect("it can be written");
            // The example lies in no repository, so its evidence is not there.
            let code = run(here.path(), &["check"]).status.code();
            assert!(matches!(code, Some(0 | 1)), "{folder}: {code:?}\n{file}");
        }
    }
}

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
