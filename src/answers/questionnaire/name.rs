//! What a file of one person's answers is called.

/// The most characters of a name: with what follows them they are fewer than the 255 bytes that file systems take.
const LONGEST: usize = 60;

/// `NAME.answers.toml`, by the name of who filled a questionnaire in: a name that every system takes; `None` where nothing of it
/// can stand in one. The page decides by the same rule (`fileName` in `file.js`).
#[must_use]
pub fn file_name(name: &str) -> Option<String> {
    let mut plain = String::new();
    for character in name.chars() {
        if !is_replaced(character) {
            plain.push(character);
        } else if !plain.ends_with('-') {
            plain.push('-');
        }
    }
    let plain: String = plain.trim_matches(['.', '-']).chars().take(LONGEST).collect();
    let before = if is_reserved(&plain) { "form-" } else { "" };
    Some(plain).filter(|plain| !plain.is_empty()).map(|plain| format!("{before}{plain}.answers.toml"))
}

/// Blanks, control characters, punctuation and what is not seen; letters and digits of any script stay, as do dots and low
/// lines.
fn is_replaced(character: char) -> bool {
    match character {
        '.' | '_' => false,
        '\0'..='\u{7f}' => !character.is_ascii_alphanumeric(),
        '\u{80}'..='\u{bf}'
        | '\u{61c}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{fe10}'..='\u{fe1f}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{feff}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff3b}'..='\u{ff40}'
        | '\u{ff5b}'..='\u{ff65}'
        | '\u{fff0}'..='\u{ffff}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// Whether Windows has a device of this name, whatever follows after a dot.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_numbered = |rest: &str| rest.chars().count() == 1 && rest.contains(|it: char| it.is_ascii_digit());
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || ["com", "lpt"].iter().any(|device| stem.strip_prefix(device).is_some_and(is_numbered))
}
