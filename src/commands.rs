//! Commands that a message or a document names: completed, so that they work as they stand, about the model and the answers
//! of the run that names them.

use crate::lang::Text;

/// Commands that read neither a model nor a policy.
const ALONE: [&str; 4] = ["assess help", "assess man", "assess completions", "assess --"];
/// Commands that read the answers which are named first, else those of the policy.
const OF_ANSWERS: [&str; 5] = ["interview", "score", "next", "check", "report"];

/// What a command that a text names needs besides, so that it reads what this run read. By default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commands {
    /// The answers, as a shell reads their path; `None` where they are those that every command reads.
    pub file: Option<String>,
    /// The general options, each with its value as a shell reads it.
    pub options: Vec<(&'static str, String)>,
}

impl Commands {
    /// Completes every command that stands in backticks in a text.
    #[must_use]
    pub fn complete(&self, text: &str) -> String {
        if *self == Self::default() {
            return text.to_owned();
        }
        let parts = text.split('`').enumerate();
        // Every second part stands between backticks.
        let parts = parts.map(|(number, part)| if number % 2 == 1 { self.command(part) } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("`")
    }

    /// Completes the commands of a text in both languages.
    #[must_use]
    pub fn complete_both(&self, Text { en, zh, .. }: &Text) -> Text {
        Text::new(self.complete(en), self.complete(zh))
    }

    /// Completes one command; a text that is no command is given back as it is.
    #[must_use]
    pub fn command(&self, part: &str) -> String {
        let is_alone = ALONE.iter().any(|command| part.starts_with(command)) || part.ends_with("--help");
        let Some(words) = part.strip_prefix("assess ").filter(|_| !is_alone) else { return part.to_owned() };
        let (name, rest) = words.split_once(' ').unwrap_or((words, ""));
        let names_none = OF_ANSWERS.contains(&name) && (rest.is_empty() || rest.starts_with('-'));
        // What would end the backticks around it is left to the reader.
        let is_plain = |word: &str| !word.contains('`');
        let file = self.file.as_deref().filter(|file| names_none && is_plain(file));
        let missing = self.options.iter().filter(|(option, value)| !part.contains(option) && is_plain(value));
        let options = missing.map(|(option, value)| format!(" {option} {value}")).collect::<String>();
        let words = ["assess", name].into_iter().chain(file).chain(Some(rest).filter(|rest| !rest.is_empty()));
        words.collect::<Vec<_>>().join(" ") + &options
    }
}

#[cfg(test)]
mod tests {
    use super::Commands;

    #[test]
    fn only_commands_get_what_they_lack() {
        let commands =
            Commands { file: Some("'a b.toml'".to_owned()), options: vec![("--model", "'a model'".to_owned())] };
        for (named, completed) in [
            ("assess explain shop", "assess explain shop --model 'a model'"),
            ("assess next", "assess next 'a b.toml' --model 'a model'"),
            ("assess interview --review", "assess interview 'a b.toml' --review --model 'a model'"),
            ("assess check other.toml --target 2", "assess check other.toml --target 2 --model 'a model'"),
            ("assess explain shop --model x", "assess explain shop --model x"),
            ("assess score --help", "assess score --help"),
            ("assess man", "assess man"),
            ("answers.toml", "answers.toml"),
            ("git:main", "git:main"),
        ] {
            assert_eq!(
                commands.complete(&format!("see `{named}`, assess next")),
                format!("see `{completed}`, assess next")
            );
        }
        assert_eq!(Commands::default().complete("`assess next`"), "`assess next`");
    }
}
