//! No circle of files: whoever reads one file has the files it needs below it, never round about above it again.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources;

/// The name of a module as a list of names from the crate on, of the file that holds it.
type Module = Vec<String>;

/// The module that a file under `src` holds; the library and the program are two crates.
fn module_of(path: &str) -> Module {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let parts: Vec<_> = path.split('/').map(str::to_owned).collect();
    match parts.last().map(String::as_str) {
        Some("lib") => vec!["lib".to_owned()],
        Some("main" | "mod") => parts[..parts.len() - 1].to_vec(),
        _ if path.starts_with("bin/") => parts,
        _ => [vec!["lib".to_owned()], parts].concat(),
    }
}

/// Words, `::`, braces, commas and the rest of a file, one by one, without comments, texts and characters.
fn tokens(text: &str) -> Vec<String> {
    let text: String = text.lines().map(|line| format!("{}\n", line.split("//").next().unwrap_or_default())).collect();
    let mut tokens: Vec<String> = Vec::new();
    let mut in_text = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if in_text => _ = characters.next(),
            '"' => in_text = !in_text,
            _ if in_text || character.is_whitespace() => {}
            ':' if characters.peek() == Some(&':') => {
                characters.next();
                tokens.push("::".to_owned());
            }
            '\'' => {
                // A character such as `'"'` or `'{'`; a lifetime has no end.
                let mut ahead = characters.clone();
                let length = if ahead.next() == Some('\\') { 3 } else { 2 };
                if characters.clone().nth(length - 1) == Some('\'') {
                    characters.nth(length - 1);
                }
            }
            _ if character.is_alphanumeric() || character == '_' => {
                let mut word = character.to_string();
                while let Some(next) = characters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                    word.push(next);
                }
                tokens.push(word);
            }
            _ => tokens.push(character.to_string()),
        }
    }
    tokens
}

/// Every path that a file names, from the crate on: in `use` with all its branches, and wherever else.
fn paths(own: &Module, tokens: &[String]) -> BTreeSet<Module> {
    let mut found = BTreeSet::new();
    // The modules within the file, each with the depth of braces at which it ends.
    let mut within: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut place = 0;
    while place < tokens.len() {
        let [this, next, after] = [0, 1, 2].map(|ahead| tokens.get(place + ahead).map_or("", String::as_str));
        match this {
            "mod" if after == "{" => {
                within.push((next.to_owned(), depth));
                place += 1;
            }
            // Who may see a thing is no need of it.
            "in" if tokens[..place].ends_with(&["pub".to_owned(), "(".to_owned()]) => {
                place += tokens[place..].iter().position(|token| token == ")").unwrap_or_default();
            }
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                within.pop_if(|(_, ends)| *ends == depth);
            }
            _ if next == "::" && tokens[..place].last().is_none_or(|before| before != "::") => {
                let here = own.iter().chain(within.iter().map(|(name, _)| name)).cloned().collect();
                place = branches(&here, tokens, place, &mut found);
                continue;
            }
            _ => {}
        }
        place += 1;
    }
    found
}

/// Reads one path with its branches from `place` on, and says where it ends.
fn branches(from: &Module, tokens: &[String], place: usize, found: &mut BTreeSet<Module>) -> usize {
    let mut path = from.clone();
    let mut place = place;
    loop {
        match tokens.get(place).map(String::as_str) {
            Some("crate") => path.truncate(if from[0] == "bin" { 2 } else { 1 }),
            Some("super") => _ = path.pop(),
            Some("self") => {}
            Some("{") => {
                place += 1;
                while let Some(token) = tokens.get(place).filter(|token| *token != "}") {
                    place = match token.as_str() {
                        "," => place + 1,
                        // What a thing is called here.
                        "as" => place + 2,
                        _ => branches(&path, tokens, place, found),
                    };
                }
                return place + 1;
            }
            Some(name) => path.push(name.to_owned()),
            None => return place,
        }
        let goes_on = tokens.get(place + 1).is_some_and(|token| token == "::");
        let next = tokens.get(place + 2).map(String::as_str).unwrap_or_default();
        if goes_on && (next == "{" || next.starts_with(|first: char| first.is_alphabetic() || first == '_')) {
            place += 2;
            continue;
        }
        found.insert(path);
        return place + 1;
    }
}

/// For every file, the files it names something of.
fn needs(files: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let modules: BTreeMap<Module, &str> = files.iter().map(|(path, _)| (module_of(path), path.as_str())).collect();
    let mut needs = BTreeMap::new();
    for (path, text) in files {
        let own = module_of(path);
        let named = paths(&own, &tokens(text));
        // The longest beginning of a path that is a file.
        let file = |named: &Module| (1..=named.len()).rev().find_map(|length| modules.get(&named[..length]).copied());
        let others = named.iter().filter_map(file).filter(|file| file != path).map(str::to_owned);
        needs.insert(path.clone(), others.collect());
    }
    needs
}

/// The files that can be reached from a file over those it needs.
fn reached(from: &str, needs: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = needs[from].iter().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file.clone()) {
            open.extend(&needs[file]);
        }
    }
    reached
}

/// Every file that needs itself over others, with those it needs among them.
fn circles(files: &[(String, String)]) -> Vec<String> {
    let needs = needs(files);
    let all: BTreeMap<_, _> = needs.keys().map(|file| (file.clone(), reached(file, &needs))).collect();
    let stands = |file: &String| all[file].contains(file);
    let mut lines = Vec::new();
    for (file, others) in needs.iter().filter(|(file, _)| stands(file)) {
        let others: Vec<_> = others.iter().filter(|other| all[*other].contains(file)).cloned().collect();
        lines.push(format!("{file} needs {}", others.join(", ")));
    }
    lines
}

fn named(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let ways = [
        "use super::b::thing;",
        "use crate::a::{c, b::{self, thing}};",
        "fn f() { super::super::a::b::thing() }",
        "mod tests { use super::super::b::thing; }",
        "mod other { fn f() {} } use super::{c::x as y, b::thing};",
    ];
    for way in ways {
        let files = [
            ("src/lib.rs", "mod a;"),
            ("src/a.rs", "mod b; mod c; mod d;"),
            ("src/a/b.rs", "use super::d::it;"),
            ("src/a/c.rs", "// use super::b\nconst C: &str = \"super::b::thing\";"),
            ("src/a/d.rs", way),
        ];
        let found = circles(&named(&files));
        assert_eq!(found, ["src/a/b.rs needs src/a/d.rs", "src/a/d.rs needs src/a/b.rs"], "{way}");
    }
    let parent = [("src/lib.rs", ""), ("src/a.rs", "mod b; pub use b::B;"), ("src/a/b.rs", "use super::A;")];
    assert_eq!(circles(&named(&parent)), ["src/a.rs needs src/a/b.rs", "src/a/b.rs needs src/a.rs"]);
}

#[test]
fn a_use_of_one_way_is_no_circle() {
    let files = [
        ("src/lib.rs", "pub mod a;"),
        ("src/a.rs", "mod b; mod c; pub use c::thing;"),
        ("src/a/b.rs", "pub struct B<'a>(&'a str); const Q: char = '\"';"),
        ("src/a/c.rs", "use super::b::B; use std::a::thing; mod tests { use super::thing; }"),
    ];
    assert!(circles(&named(&files)).is_empty());
}

/// Where no two files need each other.
const ROOMS: [&str; 3] = ["src/report", "src/interview", "src/bin"];

#[test]
fn no_files_of_reports_the_interview_or_the_program_need_each_other() {
    let files: Vec<_> =
        sources("src").into_iter().map(|(path, text)| (path.to_string_lossy().into_owned(), text)).collect();
    let circles: Vec<_> =
        circles(&files).into_iter().filter(|line| ROOMS.iter().any(|room| line.starts_with(room))).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}
