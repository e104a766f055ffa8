//! Documents reduced to their structure, which foreign text must leave as it is.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use roxmltree::{Document, ParsingOptions};
use serde_json::Value;
use toml_edit::{DocumentMut, Item, TableLike, Value as TomlValue};

use crate::checks::{Fault, acts};

/// A document reduced to its structure: what foreign text must leave as it is.
///
/// # Errors
///
/// The document is not of its format.
pub fn skeleton(form: &str, bytes: &[u8]) -> Result<String, Fault> {
    if form == "xlsx" {
        return of_workbook(bytes);
    }
    let text = &String::from_utf8_lossy(bytes);
    match form {
        // How it is broken into lines is up to the texts.
        "table" => Ok(String::new()),
        "json" | "sarif" | "gitlab" | "shields" => Ok(of_json(&json(text)?)),
        "ndjson" => text.lines().map(|line| Ok(of_json(&json(line)?) + "\n")).collect(),
        "answers" => of_toml(text),
        "junit" | "badge" => of_xml(text),
        "markdown" | "github-summary" => Ok(of_markdown(text)),
        "html" => Ok(of_html(text)),
        "csv" => of_csv(text),
        "github" => Ok(text.lines().map(|line| line.split(' ').next().unwrap_or_default().to_owned() + "\n").collect()),
        _ => Err(format!("a format that nobody looks at: {form}")),
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

/// The keys, in the order of the file, and the values that are no texts; comments apart.
fn of_toml(text: &str) -> Result<String, Fault> {
    let document: DocumentMut = text.parse().map_err(|error| format!("not TOML: {error}"))?;
    Ok(of_table(document.as_table()))
}

fn of_table(table: &dyn TableLike) -> String {
    let fields = table.iter().map(|(key, item)| format!("{key}:{}", of_item(item)));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}

fn of_item(item: &Item) -> String {
    if let Some(table) = item.as_table_like() {
        of_table(table)
    } else {
        item.as_value().map_or_else(|| "tables".to_owned(), of_toml_value)
    }
}

fn of_toml_value(value: &TomlValue) -> String {
    match value {
        TomlValue::String(_) => "s".to_owned(),
        TomlValue::Array(values) => format!("[{}]", values.iter().map(of_toml_value).collect::<Vec<_>>().join(",")),
        TomlValue::InlineTable(table) => of_table(table),
        other => other.to_string().trim().to_owned(),
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
