//! Console blocks: run as they stand, in a folder with the examples and with the files that the document shows.
//!
//! A document shows what a shell would: `echo $?` and the code, where it matters. In a case of trycmd that is `? 1`
//! below the command line, and the output ends in an empty line.

use std::fs;
use std::os::unix::fs::symlink;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::support::folder::Folder;

/// What asks a shell for the exit code of the command before it.
const ASKS_FOR_CODE: &str = "$ echo $?";

/// A command line with what it prints.
#[derive(Default)]
struct Step<'t> {
    command: Vec<&'t str>,
    code: Option<&'t str>,
    output: Vec<&'t str>,
}

/// Runs the blocks of these documents; with `TRYCMD=overwrite` they say afterwards what is printed now.
pub fn run(documents: &[String], lang: &str) {
    let folder = Folder::empty();
    let cases = trycmd::TestCases::new();
    cases.env("ASSESS_LANG", lang).register_bin("cp", fs::canonicalize("/bin/cp").expect("it is there"));
    let mut written = Vec::new();
    for path in documents {
        let document = super::text(path);
        let case = to_case(&document);
        assert_eq!(
            to_document(&case),
            document,
            "{path}: an exit code stands last, and no output ends in an empty line"
        );
        let file = folder.path().join(path.replace('/', "-"));
        let here = file.with_extension("in");
        fs::create_dir(&here).expect("there is room");
        symlink(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"), here.join("examples")).expect("it can be linked");
        for (name, text) in shown_files(&document) {
            fs::create_dir_all(here.join(&name).parent().expect("it stands in a folder")).expect("there is room");
            fs::write(here.join(name), text).expect("there is room");
        }
        fs::write(&file, case).expect("there is room");
        cases.case(&file);
        written.push((path, file, document));
    }
    cases.run();
    for (path, file, document) in written {
        let now = to_document(&fs::read_to_string(file).expect("it is text"));
        if now != document {
            fs::write(path, now).expect("it can be written");
        }
    }
}

/// The files that a document shows: blocks that begin with a comment which is a name, as `# hut/model.toml`.
pub fn shown_files(document: &str) -> Vec<(String, String)> {
    let (mut files, mut open) = (Vec::new(), None);
    for event in Parser::new(document) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => open = Some(String::new()),
            Event::Text(text) => open.iter_mut().for_each(|block: &mut String| block.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => {
                let block = open.take().unwrap_or_default();
                let name = block.lines().next().and_then(file_name).map(str::to_owned);
                files.extend(name.map(|name| (name, block)));
            }
            _ => {}
        }
    }
    files
}

fn file_name(line: &str) -> Option<&str> {
    let name = line.strip_prefix("# ")?;
    let is_name = !name.contains(' ') && [".toml", ".yml", ".yaml"].iter().any(|ending| name.ends_with(ending));
    is_name.then_some(name)
}

fn to_case(document: &str) -> String {
    with_blocks(document, |block| {
        let mut steps: Vec<Step<'_>> = Vec::new();
        let mut lines = block.iter();
        while let Some(line) = lines.next() {
            match steps.last_mut() {
                Some(step) if *line == ASKS_FOR_CODE => step.code = lines.next().copied(),
                Some(step) if line.starts_with("> ") && step.output.is_empty() => step.command.push(line),
                Some(step) if !line.starts_with("$ ") => step.output.push(line),
                _ => steps.push(Step { command: vec![line], ..Step::default() }),
            }
        }
        let lines = steps.into_iter().flat_map(|Step { command, code, output }| {
            let code = code.map(|code| format!("? {code}"));
            let command = command.into_iter().map(str::to_owned).chain(code);
            command.chain(output.into_iter().chain([""]).map(str::to_owned)).collect::<Vec<_>>()
        });
        lines.collect()
    })
}

fn to_document(case: &str) -> String {
    with_blocks(case, |block| {
        let mut steps: Vec<Step<'_>> = Vec::new();
        for line in block {
            match steps.last_mut() {
                Some(step) if line.starts_with("> ") && step.output.is_empty() => step.command.push(line),
                Some(step) if line.starts_with("? ") && step.output.is_empty() => step.code = Some(&line[2..]),
                Some(step) if !line.starts_with("$ ") => step.output.push(line),
                _ => steps.push(Step { command: vec![line], ..Step::default() }),
            }
        }
        let lines = steps.into_iter().flat_map(|Step { command, code, mut output }| {
            assert_eq!(output.pop(), Some(""), "{command:?}");
            let code = code.into_iter().flat_map(|code| [ASKS_FOR_CODE, code]);
            command.into_iter().chain(output).chain(code).map(str::to_owned).collect::<Vec<_>>()
        });
        lines.collect()
    })
}

/// A text in which the lines of every console block are replaced.
fn with_blocks(text: &str, replace: impl Fn(&[&str]) -> Vec<String>) -> String {
    let mut replaced = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        replaced.push(line.to_owned());
        if line == "```console" {
            let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            replaced.extend(replace(&block));
            replaced.push("```".to_owned());
        }
    }
    replaced.push(String::new());
    replaced.join("\n")
}
