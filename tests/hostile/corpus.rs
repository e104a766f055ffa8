//! Folders full of one text: a model, answers to it, earlier answers and a policy, sound but for what the text says.

use std::fs;
use std::path::Path;

use toml_edit::DocumentMut;
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

/// A text that must stay a text, and what it is called in messages.
pub struct Text {
    pub name: String,
    pub text: String,
}

impl Text {
    fn new(name: &str, text: impl Into<String>) -> Self {
        Self { name: name.to_owned(), text: text.into() }
    }

    /// Whether it is so long that documents cut it, and that once is enough.
    pub fn is_long(&self) -> bool {
        self.name.starts_with("long")
    }

    /// What the same folder says when nobody means harm.
    ///
    /// What takes a text for a link takes this one for a link too, so that the same is judged in both.
    pub fn benign(&self) -> &'static str {
        let links = ["javascript:", "data:", "c:"];
        let lower = self.text.to_lowercase();
        if links.iter().any(|link| lower.starts_with(link)) && !lower.starts_with("c:") {
            "mailto:word"
        } else {
            "word"
        }
    }
}

/// Every text of the corpus: those of `texts.toml`, and those that are too long to be written down.
pub fn texts() -> Vec<Text> {
    let source = fs::read_to_string("tests/hostile/texts.toml").expect("the corpus is there");
    let document: DocumentMut = source.parse().expect("it is TOML");
    let written = document["texts"].as_table().expect("it is a table").iter();
    // What takes longest comes first, so that no worker is left with it at the end.
    let mut texts = vec![
        Text::new("long-chinese", "字".repeat(10_000)),
        Text::new("long-controls", "\u{1b}".repeat(1_500)),
        Text::new("long", "word ".repeat(2_000)),
        Text::new("long-word", "w".repeat(10_000)),
        Text::new("long-commands", "##[x]\n::y::".repeat(200)),
        Text::new("long-combining", "e".to_owned() + &"\u{301}".repeat(2_999)),
        Text::new("long-lines", "a\n".repeat(1_500)),
    ];
    texts.extend(written.map(|(name, text)| Text::new(name, text.as_str().expect("every text is a string"))));
    texts
}

/// A text as a value of a TOML file.
pub fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// How many characters of a text a model gets, whose files would grow too large otherwise.
pub const START: usize = 160;

/// Writes `text` into every place of a folder that takes foreign text.
pub fn write(folder: &Path, text: &str) {
    let word = quoted(text);
    let start = text.chars().take(START).collect::<String>();
    let called = Some(&start).filter(|start| start.trim() == **start && !start.chars().any(char::is_control));
    let called = |area: &str| quoted(&format!("{area} {}", called.map_or("word", String::as_str)));
    let (shop, yard) = (called("A"), called("B"));
    let start = quoted(&start);
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("it can be written");
    };
    write("model/model.toml", &root(&start));
    write("model/shop/counter.toml", &domain(&start, &shop));
    write("model/yard/gate.toml", &domain(&start, &yard));
    write("answers.toml", &answers(&word));
    write("before.toml", &answers_before(&word));
    write(
        "assess.toml",
        "schema = 1\nanswers = \"answers.toml\"\n\n[target]\ndefault = 2\n\n[rules]\nmax-age-days = 180\n\
         evidence-from-level = 1\nevidence-must-exist = true\nallow-na = false\n",
    );
}

fn both(word: &str) -> String {
    format!("{{ en = {word}, zh = {word} }}")
}

fn root(word: &str) -> String {
    let text = both(word);
    let level = |number: u8| format!("[[levels]]\nnumber = {number}\nname = {text}\n\n");
    let area = |id: &str, domain: &str| {
        format!("[[areas]]\nid = \"{id}\"\nname = {text}\nabout = {text}\ndomains = [\"{domain}\"]\n\n")
    };
    format!(
        "schema = 1\nid = \"hostile\"\nversion = \"2.0.0\"\nname = {text}\nsource = {text}\nfloor = 0\n\
         glossary = [{{ en = {word}, zh = {word}, not = [{word}] }}]\n\n\
         [[terms]]\nid = \"word\"\nname = {text}\nmeans = {text}\n\n{}{}{}{}{}",
        level(0),
        level(1),
        level(2),
        area("shop", "counter"),
        area("yard", "gate"),
    )
}

/// A domain; `called` is what another framework calls a clause of it.
fn domain(word: &str, called: &str) -> String {
    let text = both(word);
    let called_of = |number: u8| called.replacen('"', &format!("\"{number} "), 1);
    let relying = format!("{{ text = {text}, terms = [\"word\"] }}");
    let dimension = |id: &str, number: u8| {
        let level = |number: u8, kind: &str, rest: &str| {
            format!(
                "[sub-domains.dimensions.levels.{number}]\nkind = \"{kind}\"\nprovenance = \"restored\"\nbasis = {text}\n{rest}\n\n"
            )
        };
        format!(
            "[[sub-domains.dimensions]]\nid = \"{id}\"\nname = {text}\nquestion = {relying}\nsource = {word}\n\n{}{}{}",
            level(0, "states", &format!("limits = [{text}, {relying}]")),
            level(1, "states", &format!("clauses = [{text}, {text}]")),
            level(
                2,
                "adds",
                &format!(
                    "clauses = [{text}, {{ text = {text}, terms = [\"word\"], ref = {} }}]\nlimits = [{text}]",
                    called_of(number)
                )
            ),
        )
    };
    format!(
        "name = {text}\nabout = {text}\n\n[[sub-domains]]\nid = \"selling\"\nname = {text}\nabout = {text}\n\n{}{}{}",
        dimension("greeting", 1),
        dimension("paying", 2),
        dimension("parting", 3),
    )
}

fn head(word: &str, date: &str) -> String {
    format!(
        "schema = 1\n\n[assessment]\nmodel = \"hostile\"\nmodel-version = \"2\"\nteam = {word}\nsystem = {word}\n\
         owner = {word}\ndate = {date}\nassessors = [{word}, {word}]\n"
    )
}

fn answers(word: &str) -> String {
    format!(
        "{}\n[answers.shop.counter.selling]\n\
         greeting = {{ level = 1, met = [\"2.1\"], note = {word}, evidence = [{word}, {word}] }}\n\
         paying = {{ na = {{ reason = {word}, until = 2020-01-01 }}, note = {word} }}\n\
         parting = {{ note = {word}, evidence = [{word}] }}\n\n\
         [answers.yard.gate.selling]\n\
         greeting = {{ level = 0, note = {word} }}\npaying = {{ na = {word} }}\nparting = 1\n",
        head(word, "2020-06-01")
    )
}

fn answers_before(word: &str) -> String {
    format!(
        "{}scope = [\"shop\"]\n\n[answers.shop.counter.selling]\n\
         greeting = {{ level = 2, note = \"other\", evidence = [\"other\"] }}\npaying = {{ level = 1, note = {word} }}\n\
         parting = {{ na = {word} }}\n",
        head(word, "2020-01-01")
    )
}
