//! The lines and headers of a file with wishes fulfilled: each change is a piece of text in place of another.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::value::{Rank, fulfil, is_dotted};
use super::wish::{Fields, Wish, key, there};
use crate::document::Value;

/// The text of a file, without byte order mark, after all `wishes`; `rank` tells where new keys and headers belong.
pub(in crate::answers) fn rewrite(text: &str, wishes: &Fields, rank: &Rank<'_>) -> String {
    let (root, _) = DeTable::parse_recoverable(text);
    let newline = if text.matches("\r\n").count() * 2 > text.matches('\n').count() { "\r\n" } else { "\n" };
    let mut lines = Lines { text, newline, rank, headers: Vec::new(), ends: Vec::new(), edits: Vec::new() };
    lines.survey(root.get_ref(), &[]);
    lines.headers.sort_by_key(|header| header.place.start);
    lines.table(root.get_ref(), Home::Section(0), &[], wishes);
    lines.write()
}

struct Lines<'a> {
    text: &'a str,
    newline: &'static str,
    rank: &'a Rank<'a>,
    headers: Vec<Header<'a>>,
    /// Where values end, in no order.
    ends: Vec<usize>,
    edits: Vec<(Range<usize>, String)>,
}

/// A header and its table's name.
struct Header<'a> {
    path: Vec<&'a str>,
    place: Range<usize>,
}

/// Where new keys of a table go.
#[derive(Clone, Copy)]
enum Home {
    /// Below its header, whose line ends there.
    Section(usize),
    /// Beside its dotted keys.
    Dotted,
    /// Below a header that is still to be written.
    Missing,
}

impl<'a> Lines<'a> {
    /// Notes all headers, and where values end.
    fn survey(&mut self, table: &'a DeTable<'a>, path: &[&'a str]) {
        for (key, value) in table {
            let Some(below) = self.open(value) else {
                self.ends.push(value.span().end);
                continue;
            };
            let path: Vec<&str> = path.iter().copied().chain([key.get_ref().as_ref()]).collect();
            self.survey(below, &path);
            if !is_dotted(key, value) {
                self.headers.push(Header { path, place: value.span() });
            }
        }
    }

    fn table(&mut self, table: &'a DeTable<'a>, home: Home, path: &[&'a str], fields: &'a Fields) {
        for (name, wish) in fields {
            let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
            let found = table.get_key_value(name.as_str());
            match (found, wish) {
                (None, Wish::Removed) => {}
                (None, Wish::Part(fields)) => self.add_parts(&path, fields),
                (None, _) => self.add(table, home, &path, wish),
                (Some((key, value)), Wish::Removed) => self.remove(key, value),
                (Some((key, value)), wish) => match (self.open(value), wish) {
                    (Some(below), Wish::Part(fields) | Wish::Map(fields) | Wish::Value { fields, .. }) => {
                        self.table(below, self.home(key, value), &path, fields);
                    }
                    _ => self.edits.push((value.span(), fulfil(self.text, value, &path, wish, self.rank))),
                },
            }
        }
    }

    /// The table that a value is, if it is written in lines and not in braces.
    fn open(&self, value: &'a Value<'a>) -> Option<&'a DeTable<'a>> {
        match value.get_ref() {
            DeValue::Table(table) if !self.text[value.span()].starts_with('{') => Some(table),
            _ => None,
        }
    }

    fn home(&self, key: &Spanned<DeString<'_>>, value: &Value<'_>) -> Home {
        if !is_dotted(key, value) {
            return Home::Section(self.line_end(value.span().end));
        }
        if self.is_in_header(key.span().start) { Home::Missing } else { Home::Dotted }
    }

    /// Takes out the lines of an entry and of all below it; comments on lines of their own stay.
    fn remove(&mut self, key: &Spanned<DeString<'_>>, value: &'a Value<'a>) {
        let Some(below) = self.open(value) else {
            return self.edits.push((self.lines_of(key.span().start..value.span().end), String::new()));
        };
        if !is_dotted(key, value) {
            self.edits.push((self.lines_of(value.span()), String::new()));
        }
        for (key, value) in below {
            self.remove(key, value);
        }
    }

    /// Adds a key to a table: where a comment keeps its place, else before the first that belongs behind it.
    fn add(&mut self, table: &'a DeTable<'a>, home: Home, path: &[&'a str], wish: &Wish) {
        let Some((name, parents)) = path.split_last() else { return };
        let mut entries: Vec<_> = table.iter().filter(|(key, _)| !self.is_in_header(key.span().start)).collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        if let Home::Section(header) = home
            && let Some(place) = self.kept_place(header, name, &entries)
        {
            return self.edits.push((place, format!("{} = {}", key(name), wish.to_toml())));
        }
        let rank = |name: &'a str| (self.rank)(&parents.iter().copied().chain([name]).collect::<Vec<_>>());
        let own = rank(name);
        let later = entries.iter().position(|(key, _)| rank(key.get_ref()) > own).unwrap_or(entries.len());
        let beside =
            entries.get(later.saturating_sub(1)).map(|(key, value)| (key.span().start, self.end_of(key, value)));
        let (prefix, at) = match (home, beside) {
            (Home::Missing, _) | (Home::Dotted, None) => return self.add_section(parents, &[(name, wish)]),
            (Home::Section(header), None) => (String::new(), header),
            (Home::Section(header), Some((start, end))) => {
                let line = &self.text[self.line_start(start)..start];
                let indent = line.len() - line.trim_start().len();
                (line[..indent].to_owned(), if later == 0 { header } else { self.line_end(end) })
            }
            (Home::Dotted, Some((start, end))) => {
                let line = self.line_start(start);
                (self.text[line..start].to_owned(), if later == 0 { line } else { self.line_end(end) })
            }
        };
        let line = format!("{prefix}{} = {}", key(name), wish.to_toml());
        self.insert_lines(at, &[line]);
    }

    /// The line below a header that keeps the place of a key, as a template has it: a comment of the key without a value.
    fn kept_place(
        &self,
        header: usize,
        name: &str,
        entries: &[(&Spanned<DeString<'_>>, &Value<'_>)],
    ) -> Option<Range<usize>> {
        let next = self.headers.iter().map(|it| it.place.start).find(|start| *start >= header);
        let place = [format!("# {} =", key(name)), format!("# {} = \"\"", key(name))];
        let mut end = header;
        for line in self.text[header..next.unwrap_or(self.text.len())].split_inclusive('\n') {
            let start = end;
            end += line.len();
            // What looks like a comment may be a line of a text.
            let is_within = |(key, value): &(&Spanned<DeString<'_>>, &Value<'_>)| {
                key.span().start < start && start < self.end_of(key, value)
            };
            if place.iter().any(|place| place == line.trim_end()) && !entries.iter().any(is_within) {
                return Some(start..start + line.trim_end().len());
            }
        }
        None
    }

    /// Adds a part that has no key and no header yet: a section for each table in it that holds more than tables.
    fn add_parts(&mut self, path: &[&'a str], fields: &'a Fields) {
        let there = there(fields);
        let (parts, values): (Vec<_>, Vec<_>) = there.into_iter().partition(|(_, wish)| matches!(wish, Wish::Part(_)));
        if !values.is_empty() {
            let values: Vec<_> = values.iter().map(|(name, wish)| (name.as_str(), wish)).collect();
            self.add_section(path, &values);
        }
        for (name, wish) in parts {
            if let Wish::Part(fields) = wish {
                self.add_parts(&path.iter().copied().chain([name.as_str()]).collect::<Vec<_>>(), fields);
            }
        }
    }

    /// Adds a header with lines below it, behind the last section that belongs before it.
    fn add_section(&mut self, path: &[&'a str], values: &[(&str, &Wish)]) {
        let keys: Vec<_> = path.iter().map(|part| key(part)).collect();
        let own = (self.rank)(path);
        let is_kin = |header: &Header<'_>| header.path.first() == path.first();
        let previous = self.headers.iter().rposition(|it| is_kin(it) && (self.rank)(&it.path) <= own);
        let next = match previous {
            Some(previous) => Some(previous + 1),
            None => self.headers.iter().position(is_kin),
        };
        let next = next.and_then(|next| self.headers.get(next)).map(|header| header.place.start);
        let at = next.map_or(self.text.len(), |next| self.above_comments(next));
        let mut lines = vec![format!("[{}]", keys.join("."))];
        lines.extend(values.iter().map(|(name, wish)| format!("{} = {}", key(name), wish.to_toml())));
        let is_blank = self.text[..at].lines().next_back().is_none_or(|line| line.trim().is_empty());
        if next.is_none() || !is_blank {
            lines.insert(0, String::new());
        }
        if next.is_some() {
            lines.push(String::new());
        }
        self.insert_lines(at, &lines);
    }

    /// The begin of the comments that stand right above a line, and are no part of a value.
    fn above_comments(&self, at: usize) -> usize {
        let value = self.ends.iter().filter(|end| **end <= at).max().copied().unwrap_or_default();
        let mut begin = self.line_start(at);
        while begin > value {
            let line = self.line_start(begin - 1);
            // A text of several lines may end on one that looks like a comment.
            if line < value || !self.text[line..begin].trim_start().starts_with('#') {
                break;
            }
            begin = line;
        }
        begin
    }

    fn insert_lines(&mut self, at: usize, lines: &[String]) {
        let is_open =
            at > 0 && !self.text[..at].ends_with('\n') && !self.edits.iter().any(|(place, _)| place.start == at);
        let mut new = if is_open { self.newline.to_owned() } else { String::new() };
        for line in lines {
            new.extend([line, self.newline]);
        }
        self.edits.push((at..at, new));
    }

    /// Whether a place is in the line of a header.
    fn is_in_header(&self, at: usize) -> bool {
        let following = self.headers.partition_point(|header| header.place.start <= at);
        following.checked_sub(1).is_some_and(|before| self.headers[before].place.end > at)
    }

    /// Where the lines of an entry end that stand beside it.
    fn end_of(&self, key: &Spanned<DeString<'_>>, value: &Value<'_>) -> usize {
        match value.get_ref() {
            DeValue::Table(below) if is_dotted(key, value) => {
                let own = below.iter().filter(|(key, _)| !self.is_in_header(key.span().start));
                own.map(|(key, value)| self.end_of(key, value)).max().unwrap_or(key.span().end)
            }
            _ => value.span().end,
        }
    }

    fn lines_of(&self, place: Range<usize>) -> Range<usize> {
        self.line_start(place.start)..self.line_end(place.end)
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Behind the end of the line.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline + 1)
    }

    fn write(mut self) -> String {
        // Those at one place stay in the order in which they were asked for.
        self.edits.sort_by_key(|(place, _)| place.start);
        let (mut text, mut from) = (String::with_capacity(self.text.len()), 0);
        for (place, new) in &self.edits {
            text.extend([&self.text[from..place.start], new]);
            from = place.end;
        }
        text + &self.text[from..]
    }
}
