//! The paths that a file of Rust names: in `use` with all its branches and inline, counted from the crate on.

use std::collections::{BTreeMap, BTreeSet};

/// The name of a module as a list of names from the crate on, of the file that holds it.
pub type Module = Vec<String>;

/// The module that a file under `src` holds; the library and the program are two crates.
pub fn module_of(path: &str) -> Module {
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
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_text = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' if in_text => _ = characters.next(),
            '"' => in_text = !in_text,
            // A comment is none in a text: `"https://"`.
            '/' if !in_text && characters.peek() == Some(&'/') => {
                characters.by_ref().find(|character| *character == '\n');
            }
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
pub fn paths(own: &Module, tokens: &[String]) -> BTreeSet<Module> {
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
pub fn needs(files: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
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
