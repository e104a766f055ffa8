//! What no output may hold, and what documents must be: said once, independent of how the program does it.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use roxmltree::{Document, ParsingOptions};
use serde_json::Value;

/// Whether escape sequences may be in an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// Those that set colors and weights.
    Some,
    None,
}

/// What is wrong with an output, in words.
pub type Fault = String;

/// The output as text in which nothing acts on a terminal or in a log.
///
/// # Errors
///
/// The first thing that would.
pub fn harmless(bytes: &[u8], colors: Colors) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character == '\u{1b}' {
            let after = rest.as_str();
            let length = color(after).filter(|_| colors == Colors::Some);
            let length = length.ok_or_else(|| around(text, after, "an escape sequence"))?;
            rest = after[length..].chars();
        } else if acts(character) {
            return Err(around(text, rest.as_str(), &format!("U+{:04X}", u32::from(character))));
        }
    }
    match plain(text).lines().find(|line| is_command(line)) {
        Some(line) => Err(format!("a command to a build server: {:.200}", line.escape_debug().to_string())),
        None => Ok(text),
    }
}

/// The text with the commands that GitHub is meant to obey as plain lines.
pub fn without_annotations(text: &str) -> String {
    let disarmed = |line: &str| {
        let mut commands = ["error ", "warning ", "notice "].iter();
        let rest = line.strip_prefix("::").filter(|rest| commands.any(|command| rest.starts_with(command)));
        format!("{}\n", rest.unwrap_or(line))
    };
    text.lines().map(disarmed).collect()
}

/// The characters of C0 but newline and tab, C1, DEL, those that reorder text, and those that no XML may hold.
fn acts(character: char) -> bool {
    matches!(u32::from(character),
        0..=8 | 0xb..=0x1f | 0x7f..=0x9f | 0x61c | 0x200e | 0x200f | 0x2028..=0x202e | 0x2066..=0x2069 | 0xfeff
        | 0xfffe | 0xffff)
}

/// The length of what follows ESC where it sets colors or weights and does nothing else.
fn color(after: &str) -> Option<usize> {
    let parameters = after.strip_prefix('[')?;
    let end = parameters.find(|character: char| !character.is_ascii_digit() && character != ';')?;
    parameters[end..].starts_with('m').then_some(end + 2)
}

/// The text without its colors.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split('\u{1b}');
    plain.extend(parts.next());
    for part in parts {
        plain.push_str(&part[color(part).unwrap_or_default()..]);
    }
    plain
}

/// `::` at the beginning of a line, and `##`, a word and `[` anywhere.
fn is_command(line: &str) -> bool {
    let begins_word = |at: usize| {
        let rest = line[at..].strip_prefix("##");
        rest.is_some_and(|rest| rest.trim_start_matches(|next: char| next.is_ascii_alphanumeric()).starts_with('['))
    };
    line.trim_start().starts_with("::") || line.match_indices('#').any(|(at, _)| begins_word(at))
}

fn around(text: &str, rest: &str, what: &str) -> Fault {
    let at = text.len() - rest.len();
    let from = text[..at].char_indices().rev().nth(60).map_or(0, |(from, _)| from);
    format!("{what} after {:?}", &text[from..at])
}

/// A document reduced to its structure: what foreign text must leave as it is.
///
/// # Errors
///
/// The document is not of its format.
pub fn skeleton(format: &str, bytes: &[u8]) -> Result<String, Fault> {
    if format == "xlsx" {
        return of_workbook(bytes);
    }
    let text = &String::from_utf8_lossy(bytes);
    match format {
        "json" | "sarif" | "gitlab" | "shields" => Ok(of_json(&json(text)?)),
        "junit" | "badge" => of_xml(text),
        "markdown" | "github-summary" => Ok(of_markdown(text)),
        "html" => Ok(of_html(text)),
        "csv" => of_csv(text),
        "github" => Ok(text.lines().map(|line| line.split(' ').next().unwrap_or_default().to_owned() + "\n").collect()),
        _ => Err(format!("a format that nobody looks at: {format}")),
    }
}

pub fn json(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))
}

fn of_json(value: &Value) -> String {
    match value {
        Value::Array(values) => format!("[{}]", values.iter().map(of_json).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{key}:{}", of_json(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::String(_) => "s".to_owned(),
        other => other.to_string(),
    }
}

fn of_xml(text: &str) -> Result<String, Fault> {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| format!("not XML: {error}"))?;
    let element = |node: roxmltree::Node<'_, '_>| {
        let names: Vec<_> = node.attributes().map(|attribute| attribute.name()).collect();
        format!("{} {names:?}\n", node.tag_name().name())
    };
    Ok(document.descendants().filter(roxmltree::Node::is_element).map(element).collect())
}

/// The blocks and the marks, in their order; texts apart.
fn of_markdown(text: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser};
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH;
    let is_structure = |event: &Event<'_>| !matches!(event, Event::Text(_));
    let events = Parser::new_ext(text, options).filter(is_structure);
    events.map(|event| format!("{event:?}\n")).collect()
}

fn of_csv(text: &str) -> Result<String, Fault> {
    const LEADS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(text.as_bytes());
    let mut shape = String::new();
    for row in reader.records() {
        let row = row.map_err(|error| format!("not CSV: {error}"))?;
        if let Some(formula) = row.iter().find(|field| field.trim_start().starts_with(LEADS)) {
            return Err(format!("a formula: {formula:?}"));
        }
        let _ = writeln!(shape, "{}", row.len());
    }
    Ok(shape)
}

/// The tags, in their order.
fn of_html(text: &str) -> String {
    let tags = text.split('<').skip(1).map(|tag| tag.split([' ', '>']).next().unwrap_or_default());
    tags.map(|tag| format!("{tag}\n")).collect()
}

/// The sizes of the sheets, whose cells are no formulas and hold nothing that acts.
fn of_workbook(bytes: &[u8]) -> Result<String, Fault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| format!("not a workbook: {error}"))?;
    let mut shape = String::new();
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).map_err(|error| error.to_string())?;
        if let Some((.., formula)) = formulas.used_cells().next() {
            return Err(format!("a formula: {formula:?}"));
        }
        let cells = workbook.worksheet_range(&name).map_err(|error| error.to_string())?;
        for (.., cell) in cells.used_cells() {
            let text = cell.to_string();
            if let Some(character) = text.chars().find(|character| acts(*character)) {
                return Err(format!("U+{:04X} in {text:.200}", u32::from(character)));
            }
        }
        let _ = writeln!(shape, "{:?}", cells.get_size());
    }
    Ok(shape)
}
