//! What stands in brackets or braces with commas between, taken apart so that each part keeps its comments.

use std::ops::Range;

/// The entries of a list or of a table in braces, in the order in which they are written.
pub(super) struct Sequence<'t> {
    /// The opening bracket, and what follows on its line.
    head: String,
    pub(super) entries: Vec<Entry<'t>>,
    /// What stands behind the line of the last entry, and the closing bracket.
    tail: String,
    /// Whether a comma follows the last entry.
    ends_in_comma: bool,
}

/// One entry, and what is written around it.
pub(super) struct Entry<'t> {
    /// What names it within the sequence: the keys that lead to it; nothing in a list.
    pub(super) path: Vec<String>,
    /// The lines above it that are its own, and its indentation if it begins its line.
    lead: String,
    /// The keys and the sign of equality, as they are written.
    pub(super) name: String,
    pub(super) value: String,
    /// What stands before its comma.
    before: &'t str,
    has_comma: bool,
    /// What stands behind its comma, up to the end of the line.
    after: String,
}

impl<'t> Sequence<'t> {
    /// Takes apart the brackets at `place`, in which these values stand, each with the keys that lead to it.
    pub(super) fn read(text: &'t str, place: Range<usize>, found: Vec<(Vec<String>, Range<usize>)>) -> Self {
        let end = place.end - 1;
        let open = place.start + 1;
        let mut from = open + skip(&text[open..end]);
        let line = first_line(&text[open..found.first().map_or(end, |_| from)]);
        let head = text[place.start..open + line].to_owned();
        let mut lead = &text[open + line..from];
        let mut tail = &text[open + line..place.end];
        let mut entries: Vec<Entry<'t>> = Vec::new();
        for (path, value) in found {
            let rest = &text[value.end..end];
            let comma = rest[skip(rest)..].starts_with(',').then(|| skip(rest));
            let (before, behind) = comma.map_or((0, 0), |at| (at, at + 1));
            let next = value.end + behind + skip(&rest[behind..]);
            let line = value.end + behind + first_line(&text[value.end + behind..next]);
            // The blanks before the closing bracket are no one's.
            let line = if next == end && !text[..line].ends_with('\n') { value.end + behind } else { line };
            entries.push(Entry {
                path,
                lead: lead.to_owned(),
                name: text[from..value.start].to_owned(),
                value: text[value.clone()].to_owned(),
                before: &rest[..before],
                has_comma: comma.is_some(),
                after: text[value.end + behind..line].to_owned(),
            });
            (lead, tail, from) = (&text[line..next], &text[line..place.end], next);
        }
        let ends_in_comma = entries.last().is_some_and(|last| last.has_comma);
        Self { head, entries, tail: tail.to_owned(), ends_in_comma }
    }

    /// Takes an entry out; comments above it, and those of others on its line, stay.
    pub(super) fn remove(&mut self, at: usize) {
        let gone = self.entries.remove(at);
        let previous = at.checked_sub(1).and_then(|before| self.entries.get_mut(before));
        let line = previous.map_or(&mut self.head, |previous| &mut previous.after);
        if !line.ends_with('\n') && gone.after.ends_with('\n') {
            line.truncate(line.trim_end_matches([' ', '\t']).len());
            line.push_str(&gone.after);
        }
        let comments = gone.lead.rfind('\n').map_or("", |end| &gone.lead[..=end]);
        if comments.contains('#') {
            let next = self.entries.get_mut(at).map_or(&mut self.tail, |next| &mut next.lead);
            next.insert_str(0, comments);
        }
    }

    /// Puts an entry in: on a line of its own where its neighbors have theirs.
    pub(super) fn insert(&mut self, at: usize, path: Vec<String>, name: String, value: String) {
        let is_last = at == self.entries.len();
        let indent = |entry: Option<&Entry<'_>>| {
            entry.map(|entry| entry.lead.rsplit('\n').next().unwrap_or_default().to_owned()).filter(|it| !it.is_empty())
        };
        let beside = |at: usize| self.entries.get(at);
        let previous = at.checked_sub(1);
        let own_indent = previous.and_then(|at| indent(beside(at))).or_else(|| indent(beside(at)));
        let line = previous.and_then(beside).map_or(&self.head, |entry| &entry.after);
        let newline = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
        let (lead, mut after) = if line.ends_with('\n') {
            (own_indent.unwrap_or_else(|| "  ".to_owned()), newline.to_owned())
        } else {
            (String::new(), if is_last { String::new() } else { " ".to_owned() })
        };
        if let Some(previous) = previous.and_then(|at| self.entries.get_mut(at)).filter(|it| !it.after.ends_with('\n'))
        {
            if !is_last {
                after.clone_from(&previous.after);
            } else if previous.after.is_empty() {
                " ".clone_into(&mut previous.after);
            }
        }
        self.entries.insert(at, Entry { path, lead, name, value, before: "", has_comma: false, after });
    }

    /// The text of the whole, with a comma between any two entries.
    pub(super) fn write(&self) -> String {
        let mut text = self.head.clone();
        for (at, entry) in self.entries.iter().enumerate() {
            let is_last = at + 1 == self.entries.len();
            let has_comma = !is_last || self.ends_in_comma;
            let after = match has_comma {
                true if !is_last && entry.after.is_empty() && !entry.has_comma => " ",
                // It was not the last, and nothing is to stand between it and the bracket.
                false if entry.has_comma && entry.after.trim_matches([' ', '\t']).is_empty() => "",
                // It was put before another one, which is gone since.
                false if entry.after == " " && self.tail.starts_with(' ') => "",
                _ => &entry.after,
            };
            let comma = if has_comma { "," } else { "" };
            text.extend([&entry.lead, &entry.name, &entry.value, entry.before, comma, after]);
        }
        text + &self.tail
    }
}

/// How many bytes of blanks, line ends and comments a text begins with.
pub(super) fn skip(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        if !rest.starts_with('#') {
            return text.len() - rest.len();
        }
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
}

/// How many bytes the first line has with its end; all of a text on one line.
fn first_line(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |newline| newline + 1)
}
