//! Changes one answer in the text of an answers file and leaves every other byte as it is.

mod removal;

use toml_edit::{Array, DocumentMut, InlineTable, Item, Key, Table, TableLike, Value};
use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use super::{Answer, Claim, Date, parse};
use crate::model::{Dimension, Id, Model};
use crate::problem::{Problems, Source};

/// Puts `answer` in the place of what the file says about `dimension`; nothing removes it.
///
/// A new answer stands where the model puts it. Comments, order, formatting, byte order mark and line ends stay.
///
/// # Errors
///
/// The problems of the file, when it does not parse.
pub fn set(source: &Source, model: &Model, dimension: &Dimension, answer: Option<&Answer>) -> Result<String, Problems> {
    set_all(source, model, &[(dimension, answer)])
}

/// The same for several answers at once.
///
/// # Errors
///
/// The problems of the file, when it does not parse.
pub fn set_all(source: &Source, model: &Model, changes: &[(&Dimension, Option<&Answer>)]) -> Result<String, Problems> {
    parse(source, model)?;
    let gone: Vec<_> = changes.iter().flat_map(|(dimension, answer)| unsaid(dimension, *answer)).collect();
    let rest = Source { name: source.name.clone(), text: removal::without(&source.text, &gone) };
    Ok(edit(&rest, |document| {
        for (dimension, answer) in changes {
            let path: Vec<&str> = dimension.id.as_str().split('.').collect();
            match answer {
                Some(answer) => insert(document, model, &path, answer),
                None => remove(document, &path),
            }
        }
    }))
}

/// What the file is not to say any more: the whole answer, or those of its fields that the new one does not have.
fn unsaid<'d>(dimension: &'d Dimension, answer: Option<&Answer>) -> Vec<Vec<&'d str>> {
    let path: Vec<&str> = ["answers"].into_iter().chain(dimension.id.as_str().split('.')).collect();
    let Some(answer) = answer else { return vec![path] };
    let said = fields_of(answer);
    let gone = FIELDS.iter().filter(|field| !said.iter().any(|(name, _)| name == *field));
    gone.map(|field| path.iter().copied().chain([*field]).collect()).collect()
}

/// Writes the day the whole was last confirmed.
///
/// # Errors
///
/// The problems of the file, when it does not parse.
pub fn set_date(source: &Source, model: &Model, date: Date) -> Result<String, Problems> {
    parse(source, model)?;
    Ok(edit(source, |document| {
        let day: Result<toml_edit::Datetime, _> = date.to_string().parse();
        if let (Some(assessment), Ok(day)) = (document["assessment"].as_table_like_mut(), day) {
            put(assessment, "date", day.into());
        }
    }))
}

/// Writes the areas that are assessed.
///
/// # Errors
///
/// The problems of the file, when it does not parse.
pub fn set_scope(source: &Source, model: &Model, scope: &[Id]) -> Result<String, Problems> {
    parse(source, model)?;
    Ok(edit(source, |document| {
        let areas: Array = scope.iter().map(Id::as_str).collect();
        if let Some(assessment) = document["assessment"].as_table_like_mut() {
            put(assessment, "scope", areas.into());
        }
    }))
}

/// The text of a sound file after a change.
fn edit(source: &Source, change: impl FnOnce(&mut DocumentMut)) -> String {
    let plain = unified(source);
    let Ok(mut document) = plain.parse::<DocumentMut>() else {
        // Both readers are the same parser: what one reads, the other does.
        return source.text.clone();
    };
    change(&mut document);
    splice(&source.text, &plain, &document.to_string())
}

/// The text as the editing library reads it: without byte order mark, and with one kind of line end.
pub(super) fn unified(source: &Source) -> String {
    source.text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}

/// Brings the edited lines into the original text: lines before and after the edit keep their bytes.
pub(super) fn splice(original: &str, before: &str, after: &str) -> String {
    let (original, before, after) = (lines(original), lines(before), lines(after));
    let same_head = before.iter().zip(&after).take_while(|(left, right)| left == right).count();
    let rest = before.len().min(after.len()) - same_head;
    let same_tail =
        before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(left, right)| left == right).count();
    let crlf = original.iter().filter(|line| line.ends_with("\r\n")).count() * 2 > original.len();
    let mut text = original[..same_head].concat();
    if same_head == 0 && original.first().is_some_and(|line| line.starts_with('\u{feff}')) {
        text.push('\u{feff}');
    }
    if !text.is_empty() && !text.ends_with('\n') && !text.ends_with('\u{feff}') {
        text.push_str(if crlf { "\r\n" } else { "\n" });
    }
    for line in &after[same_head..after.len() - same_tail] {
        match line.strip_suffix('\n').filter(|_| crlf) {
            Some(line) => text.extend([line, "\r\n"]),
            None => text.push_str(line),
        }
    }
    text.push_str(&original[original.len() - same_tail..].concat());
    text
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn remove(document: &mut DocumentMut, path: &[&str]) {
    let [parents @ .., key] = path else { return };
    let mut table: &mut dyn TableLike = document.as_table_mut();
    for part in ["answers"].iter().chain(parents) {
        match table.get_mut(part).and_then(Item::as_table_like_mut) {
            Some(below) => table = below,
            None => return,
        }
    }
    // What is in lines of its own is gone already. Comments above the answer stay, before whatever comes next.
    let orphaned = table.key(key).and_then(|key| key.leaf_decor().prefix()?.as_str().map(str::to_owned));
    let next = table.iter().skip_while(|(name, _)| name != key).nth(1).map(|(name, _)| name.to_owned());
    table.remove(key);
    if let (Some(comment), Some(mut next)) = (orphaned, next.and_then(|next| table.key_mut(&next))) {
        let own = next.leaf_decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned();
        next.leaf_decor_mut().set_prefix(format!("{comment}{own}"));
    }
}

fn insert(document: &mut DocumentMut, model: &Model, path: &[&str], answer: &Answer) {
    let [parents @ .., key] = path else { return };
    let section = Id(parents.join(".").into());
    let place = make_room_for(document, model, &section);
    let mut table: &mut dyn TableLike = document.as_table_mut();
    for (depth, part) in ["answers"].iter().chain(parents).enumerate() {
        let place = place.filter(|_| depth == parents.len());
        match table.entry(part).or_insert_with(|| new_table(place)).as_table_like_mut() {
            Some(below) => table = below,
            None => return,
        }
    }
    match table.get_mut(key) {
        Some(old) => replace(old, answer),
        None => insert_in_order(table, model, &section, key, Item::Value(value_of(answer))),
    }
}

/// A table with a header at a place of the file, or one that its children alone imply.
fn new_table(place: Option<isize>) -> Item {
    let mut table = Table::new();
    table.set_implicit(place.is_none());
    table.set_position(place);
    table.decor_mut().set_prefix("\n");
    Item::Table(table)
}

/// Where the header of a sub-domain belongs that the file does not have yet; later headers are moved on.
///
/// Nothing where the sub-domain is there, or its parents are written inline or dotted: then the answer goes in there.
fn make_room_for(document: &mut DocumentMut, model: &Model, section: &Id) -> Option<isize> {
    let mut item = document.get("answers");
    for part in section.as_str().split('.') {
        item = match item {
            Some(Item::Table(table)) if !table.is_dotted() => table.get(part),
            Some(_) => return None,
            None => None,
        };
    }
    if item.is_some() {
        return None;
    }
    let order: Vec<&Id> = model.sub_domains().map(|sub_domain| &sub_domain.id).collect();
    let rank = |id: &str| order.iter().position(|other| other.as_str() == id);
    let wanted = rank(section.as_str());
    let mut headers = Vec::new();
    sections(document.as_table(), "", &mut headers);
    // What is no sub-domain, such as the head of the file, stands before every one of them.
    let is_before = |id: &str| id.strip_prefix("answers.").and_then(rank).is_none_or(|rank| Some(rank) < wanted);
    let before = headers.iter().filter(|(id, _)| is_before(id)).map(|(_, place)| *place);
    let place = before.max().map_or(0, |place| place + 1);
    make_room(document.as_table_mut(), place);
    Some(place)
}

/// The dotted name and the place of every table that has a header of its own.
fn sections(table: &Table, prefix: &str, found: &mut Vec<(String, isize)>) {
    for (key, item) in table {
        if let Item::Table(below) = item {
            let name = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
            found.extend(below.position().filter(|_| !below.is_implicit()).map(|place| (name.clone(), place)));
            sections(below, &name, found);
        }
    }
}

/// Moves every table from `place` on one further down.
fn make_room(table: &mut Table, place: isize) {
    for (_, item) in table.iter_mut() {
        if let Item::Table(below) = item {
            if let Some(own) = below.position().filter(|own| *own >= place) {
                below.set_position(Some(own + 1));
            }
            make_room(below, place);
        }
    }
}

/// Inserts before the first entry that the model puts later; the entries that are there keep their order.
fn insert_in_order(table: &mut dyn TableLike, model: &Model, section: &Id, key: &str, item: Item) {
    let order: Vec<&str> = model
        .dimensions()
        .filter(|dimension| dimension.id.is_within(section))
        .map(|dimension| dimension.id.key())
        .collect();
    let rank = |key: &str| order.iter().position(|other| *other == key);
    let later: Vec<String> =
        table.iter().map(|(name, _)| name.to_owned()).skip_while(|name| rank(name) < rank(key)).collect();
    let kept: Vec<(Key, Item)> =
        later.iter().filter_map(|name| Some((table.key(name)?.clone(), table.remove(name)?))).collect();
    table.insert(key, item);
    for (name, item) in kept {
        match table.entry_format(&name) {
            toml_edit::Entry::Vacant(vacant) => {
                vacant.insert(item);
            }
            toml_edit::Entry::Occupied(mut occupied) => {
                occupied.insert(item);
            }
        }
    }
}

/// Changes the value that is there: what stands around it, and inside a table what does not change, is kept.
fn replace(old: &mut Item, answer: &Answer) {
    let fields = fields_of(answer);
    let is_plain = matches!(&fields[..], [("level", _)]) && old.is_value();
    if let Some(table) = old.as_table_like_mut().filter(|_| !is_plain) {
        let gone: Vec<String> = table
            .iter()
            .map(|(key, _)| key.to_owned())
            .filter(|key| !fields.iter().any(|(name, _)| name == key))
            .collect();
        for key in gone {
            table.remove(&key);
        }
        for (name, value) in fields {
            put(table, name, value);
        }
        if let Some(table) = old.as_inline_table_mut() {
            tidy(table);
        }
        return;
    }
    let mut value = value_of(answer);
    if let Some(old) = old.as_value() {
        *value.decor_mut() = old.decor().clone();
    }
    *old = Item::Value(value);
}

/// Sets one key and keeps what is written around it; an equal value is not touched at all.
fn put(table: &mut dyn TableLike, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) if plain(old) == plain(&value) => {}
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

fn plain(value: &Value) -> String {
    let mut value = value.clone();
    value.decor_mut().clear();
    if let Some(table) = value.as_inline_table_mut() {
        table.fmt();
    }
    if let Some(array) = value.as_array_mut() {
        array.fmt();
    }
    value.to_string()
}

/// The value of the last key of an inline table carries the blank before the brace; after an edit, another may be last.
fn tidy(table: &mut InlineTable) {
    if table.iter().all(|(_, value)| !value.to_string().contains('\n')) {
        table.fmt();
    }
}

/// Everything that can be said about a dimension, in the order in which it is written.
const FIELDS: [&str; 5] = ["level", "met", "na", "note", "evidence"];

/// The fields of an answer in the order they are written.
fn fields_of(answer: &Answer) -> Vec<(&'static str, Value)> {
    let mut fields = Vec::new();
    match &answer.claim {
        Some(Claim::Level { level, met }) => {
            fields.push(("level", i64::from(level.0).into()));
            if !met.is_empty() {
                let met: Array = met.iter().map(ToString::to_string).collect();
                fields.push(("met", met.into()));
            }
        }
        Some(Claim::PartOf(level)) => fields.push(("level", format!("{level}-").into())),
        Some(Claim::NotApplicable { reason, until }) => fields.push(("na", not_applicable(reason, *until))),
        None => {}
    }
    fields.extend(answer.note.as_ref().map(|note| ("note", string(note))));
    if !answer.evidence.is_empty() {
        fields.push(("evidence", answer.evidence.iter().map(|entry| string(entry)).collect::<Array>().into()));
    }
    fields
}

/// A string on one line, so that an answer is one line: a line break in it is written as `\n`.
fn string(text: &str) -> Value {
    if !text.contains(['\n', '\r']) {
        return text.into();
    }
    let basic = TomlStringBuilder::new(text).as_basic().to_toml_value();
    basic.parse().unwrap_or_else(|_| text.into())
}

fn not_applicable(reason: &str, until: Option<Date>) -> Value {
    match until.and_then(|date| date.to_string().parse::<toml_edit::Datetime>().ok()) {
        None => string(reason),
        Some(until) => InlineTable::from_iter([("reason", string(reason)), ("until", until.into())]).into(),
    }
}

/// A new answer as a value: a level or a grade alone is not wrapped in a table.
fn value_of(answer: &Answer) -> Value {
    let fields = fields_of(answer);
    match &fields[..] {
        [("level", level)] => level.clone(),
        _ => InlineTable::from_iter(fields).into(),
    }
}
