//! How long questions take a team that has not shown its pace yet: somebody reads each aloud, then it is talked about.

use core::time::Duration;

use super::statements::statements;
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Level, Model};

/// What is read aloud in a minute: words of English, characters of Chinese.
const WORDS_A_MINUTE: u32 = 150;
const CHARACTERS_A_MINUTE: u32 = 220;
/// The talk that an answer takes.
const TALK: Duration = Duration::from_secs(20);
/// Up to so many minutes each one counts; above them five are one step.
const EXACT: u64 = 10;

/// How long questions take: all that each says up to a level is read aloud, with 20 seconds of talk.
pub(super) fn sitting_time<'m>(
    model: &Model,
    questions: impl IntoIterator<Item = &'m Dimension>,
    up_to: Level,
    lang: Lang,
) -> Duration {
    questions.into_iter().map(|question| reading_time(model, question, up_to, lang) + TALK).sum()
}

/// How many seconds a question takes somebody who reads it alone, with what each level of it says: two thirds of the time that
/// reading it aloud takes, and ten seconds to think.
#[must_use]
pub fn seconds_alone(model: &Model, question: &Dimension, lang: Lang) -> u64 {
    reading_time(model, question, model.top(), lang).as_secs() * 2 / 3 + 10
}

/// How many minutes questions take somebody who reads them alone, as people count them.
pub fn minutes_alone<'m>(model: &Model, questions: impl IntoIterator<Item = &'m Dimension>, lang: Lang) -> u64 {
    let seconds = questions.into_iter().map(|question| seconds_alone(model, question, lang)).sum();
    whole_minutes(Duration::from_secs(seconds))
}

/// How long it takes to read a question aloud, with what each level of it says.
fn reading_time(model: &Model, question: &Dimension, up_to: Level, lang: Lang) -> Duration {
    let statements = statements(model, question);
    let read = statements.iter().filter(|statement| statement.first <= up_to);
    let said = read.flat_map(|it| {
        it.clauses.iter().map(|(_, clause)| &clause.text).chain(it.limits.iter().map(|limit| &limit.text))
    });
    let texts = core::iter::once(&question.question.text).chain(said);
    let lang = spoken(&question.question.text, lang);
    let count: usize = texts.map(|text| spoken_count(text, lang)).sum();
    let a_minute = match lang {
        Lang::En => WORDS_A_MINUTE,
        Lang::Zh => CHARACTERS_A_MINUTE,
    };
    Duration::from_secs(60) * u32::try_from(count).unwrap_or(u32::MAX) / a_minute
}

/// The language that decides how long a text takes: that of the interface if the text is in it, else what it is in.
fn spoken(text: &Text, lang: Lang) -> Lang {
    match text.own(lang) {
        Some(_) => lang,
        None if text.own(Lang::Zh).is_some() => Lang::Zh,
        None => Lang::En,
    }
}

/// The words of a text, or its characters where it has none; a foreign word in it counts as one.
fn spoken_count(text: &Text, lang: Lang) -> usize {
    let text = text.get(lang);
    let words = |text: &str| text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    match lang {
        Lang::En => text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count(),
        Lang::Zh => {
            let characters = text.chars().filter(|it| !it.is_ascii() && it.is_alphanumeric()).count();
            characters + words(&text.replace(|it: char| !it.is_ascii(), " "))
        }
    }
}

/// Minutes as people count them: rounded up, above ten to five.
pub(super) fn whole_minutes(time: Duration) -> u64 {
    let minutes = time.as_secs().div_ceil(60).max(1);
    if minutes > EXACT { minutes.next_multiple_of(5) } else { minutes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_characters_are_what_is_spoken() {
        let text = text!("merge 3 – of them: re-base", "用 Git 合并 3 次（rebase）。");
        assert_eq!((spoken_count(&text, Lang::En), spoken_count(&text, Lang::Zh)), (5, 7));
    }

    #[test]
    fn minutes_are_rounded_up() {
        let minutes = [0, 60, 61, 600, 601, 1_501].map(|seconds| whole_minutes(Duration::from_secs(seconds)));
        assert_eq!(minutes, [1, 1, 2, 10, 15, 30]);
    }
}
