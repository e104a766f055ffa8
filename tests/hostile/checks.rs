//! What no output may hold: said once, independent of how the program does it.

/// Whether escape sequences may be in an output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coloring {
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
pub fn harmless(bytes: &[u8], colors: Coloring) -> Result<&str, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}"))?;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character == '\u{1b}' {
            let after = rest.as_str();
            let length = color(after).filter(|_| colors == Coloring::Some);
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

/// Whether nothing in a document of that form acts; a workbook is no text, and [`crate::skeleton`] looks into it.
///
/// # Errors
///
/// The first thing that would.
pub fn inert(form: &str, bytes: &[u8], colors: Coloring) -> Result<(), Fault> {
    match form {
        "xlsx" => Ok(()),
        "github" => harmless(without_annotations(&String::from_utf8_lossy(bytes)).as_bytes(), colors).map(|_| ()),
        _ => harmless(bytes, colors).map(|_| ()),
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
pub fn acts(character: char) -> bool {
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
