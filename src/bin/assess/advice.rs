//! Advice as it can be typed: a command that a message names works as it stands, in this folder and with this model.

use std::path::Path;

use crate::terminal::option;

/// The general options without which a command would be about something else.
const OPTIONS: [&str; 2] = ["--model", "--config"];
/// Commands that read neither a model nor a policy.
const ALONE: [&str; 4] = ["assess help", "assess man", "assess completions", "assess --"];

/// The advice with the general options of this run on every command that it names in backticks.
pub fn as_typed(advice: &str) -> String {
    let options: Vec<_> = OPTIONS.iter().filter_map(|name| Some((*name, option(name)?))).collect();
    if options.is_empty() {
        return advice.to_owned();
    }
    let parts = advice.split('`').enumerate();
    // Every second part stands between backticks.
    let parts =
        parts.map(|(number, part)| if number % 2 == 1 { with_options(part, &options) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn with_options(part: &str, options: &[(&str, String)]) -> String {
    let is_alone = ALONE.iter().any(|command| part.starts_with(command)) || part.ends_with("--help");
    if !part.starts_with("assess ") || is_alone {
        return part.to_owned();
    }
    let missing = options.iter().filter(|(name, _)| !part.contains(name));
    let missing = missing.map(|(name, value)| format!(" {name} {}", quoted(value)));
    part.to_owned() + &missing.collect::<String>()
}

/// A path as a shell reads it as one word.
pub fn shell_word(path: &Path) -> String {
    quoted(&path.display().to_string())
}

fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::with_options;

    #[test]
    fn only_commands_get_the_options_that_they_lack() {
        let options = [("--model", "a model".to_owned())];
        let typed = |part| with_options(part, &options);
        assert_eq!(typed("assess explain shop"), "assess explain shop --model 'a model'");
        for other in ["assess explain shop --model x", "assess score --help", "assess man", "answers.toml", "git:main"]
        {
            assert_eq!(typed(other), other);
        }
    }
}
