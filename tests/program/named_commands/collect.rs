//! Command lines, found in what people read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A command line, or a word of one, and the file that names it.
pub struct Line {
    pub place: String,
    pub words: String,
}

/// Markdown that people read; its console blocks are run by the suite of documents.
fn documents() -> Vec<PathBuf> {
    let root = ["README.md", "README.zh.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];
    root.map(PathBuf::from).into_iter().chain(files(Path::new("docs"), &["md"])).collect()
}

/// All that texts name.
pub fn named() -> Vec<Line> {
    let mut lines = Vec::new();
    for path in documents() {
        let (spans, blocks) = code(&read(&path));
        lines.extend(spans.into_iter().filter(|span| is_named(span)).map(|words| at(&path, words)));
        lines.extend(blocks.iter().flat_map(|block| in_script(block)).map(|words| at(&path, words)));
    }
    for path in files(Path::new("src"), &["rs"]) {
        // Comments are for who knows the program.
        let text = read(&path);
        let text: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let text = joined(&text.join("\n"));
        lines.extend(in_backticks(&text).into_iter().map(|words| at(&path, words)));
    }
    for path in files(Path::new("examples"), &["toml", "yml", "yaml", "Makefile"]) {
        let text = read(&path);
        lines.extend(in_backticks(&text).into_iter().map(|words| at(&path, words)));
        lines.extend(in_script(&text).into_iter().chain(in_blocks(&text)).map(|words| at(&path, words)));
    }
    let hooks = Path::new(".pre-commit-hooks.yaml");
    lines.extend(in_script(&read(hooks)).into_iter().map(|words| at(hooks, words)));
    lines.extend(in_manual().into_iter().map(|words| Line { place: "assess man".to_owned(), words }));
    lines
}

/// The options that documents name by themselves: `--compare`, `-o`.
pub fn option_words() -> Vec<Line> {
    let mut lines = Vec::new();
    // Contributors are told of other programs' options too.
    for path in documents().into_iter().filter(|path| !path.ends_with("CONTRIBUTING.md")) {
        let words = code(&read(&path)).0.into_iter().filter(|span| span.starts_with('-') && span.len() > 1);
        let words = words.filter_map(|span| Some(span.split([' ', '=', '[']).next()?.to_owned()));
        lines.extend(words.map(|words| at(&path, words)));
    }
    assert!(lines.len() > 20, "they are found");
    lines
}

/// The pages of a folder, and not of those in it, as one text.
pub fn guides(folder: &str) -> String {
    let pages = files(Path::new(folder), &["md"]).into_iter().filter(|path| path.parent() == Some(Path::new(folder)));
    pages.map(|path| read(&path)).collect()
}

fn at(path: &Path, words: String) -> Line {
    Line { place: path.display().to_string(), words }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All files below a folder with one of these endings or names.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).expect("it can be listed") {
        let path = entry.expect("it is there").path();
        let ending = path.extension().or(path.file_name()).unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            paths.extend(files(&path, endings));
        } else if endings.contains(&ending.as_str()) {
            paths.push(path);
        }
    }
    paths
}

/// The code spans of a document, and its code blocks but for what a console shows.
fn code(document: &str) -> (Vec<String>, Vec<String>) {
    let (mut spans, mut blocks, mut open) = (Vec::new(), Vec::new(), None);
    for event in Parser::new(document) {
        match event {
            Event::Code(text) => spans.push(text.to_string()),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) if &*kind != "console" => {
                open = Some(String::new());
            }
            Event::Text(text) => open.iter_mut().for_each(|block: &mut String| block.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    (spans, blocks)
}

/// Whether words are a command line of this program; `assess{command}` is one with its command put in.
fn is_named(words: &str) -> bool {
    words == "assess" || words.starts_with("assess ") || words.starts_with("assess{")
}

/// What stands between backticks, as messages and comments name command lines.
fn in_backticks(text: &str) -> Vec<String> {
    let starts = text.match_indices("`assess").map(|(start, _)| &text[start + 1..]);
    let spans = starts.filter_map(|rest| rest.split_once('`')).map(|(span, _)| span.to_owned());
    spans.filter(|span| is_named(span) && !span.contains('\n')).collect()
}

/// Lines that a backslash carries on, as one; in a text of Rust the blanks that begin the next are no part of it.
fn joined(text: &str) -> String {
    let mut lines = text.split("\\\n");
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |whole, line| whole + line.trim_start())
}

/// The command lines of a script, or of a file of settings with such lines in it.
fn in_script(script: &str) -> Vec<String> {
    joined(script).lines().filter_map(in_line).collect()
}

/// What one line runs, without what it is handed on to and without a comment.
fn in_line(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches("- ");
    let line = line.strip_prefix("run: ").or_else(|| line.strip_prefix("entry: ")).unwrap_or(line);
    let line = line.strip_prefix("source <(").and_then(|rest| rest.split(')').next()).unwrap_or(line);
    let own = match line.split_once(" -- ") {
        Some((before, rest)) if before.starts_with("cargo run") => format!("assess {rest}"),
        _ => line.to_owned(),
    };
    let end = [" |", " #"].iter().filter_map(|end| own.find(end)).min().unwrap_or(own.len());
    let own = own[..end].trim_end();
    (is_named(own) || own.starts_with("$(ASSESS) ")).then(|| own.to_owned())
}

/// The scripts of a YAML file that run over several lines and begin with the program or end in it: `run: |`, `- >-`.
fn in_blocks(file: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut lines = file.lines().peekable();
    while let Some(head) = lines.next() {
        let folds = head.trim_end().ends_with(">-");
        if !folds && !head.trim_end().ends_with("run: |") {
            continue;
        }
        let depth = |line: &str| line.len() - line.trim_start().len();
        let own = lines.peek().map_or(0, |line| depth(line));
        let mut block = Vec::new();
        while let Some(line) = lines.next_if(|line| line.trim().is_empty() || depth(line) >= own) {
            block.push(line.trim());
        }
        blocks.push(block.join(if folds { " " } else { "\n" }));
    }
    blocks.retain(|block| block.contains("/bin/assess\" "));
    blocks
}

/// The examples at the end of the manual page.
fn in_manual() -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_assess")).args(["man", "--lang", "en"]).output();
    let page = String::from_utf8(output.expect("the program runs").stdout).expect("it prints text");
    let (_, examples) = page.split_once(".SH EXAMPLES").expect("they are there");
    let bold = examples.lines().filter_map(|line| line.strip_prefix("\\fB")?.strip_suffix("\\fR"));
    let lines: Vec<_> = bold.map(|line| line.replace("\\-", "-")).collect();
    assert!(lines.len() > 2 && lines.iter().all(|line| is_named(line)), "{lines:?}");
    lines
}
