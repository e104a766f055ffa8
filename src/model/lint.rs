//! What an author would want to mend in a model that is otherwise sound.

mod figures;
mod scale;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::lang::{Lang, Text};
use crate::model::{Dimension, Id};
use crate::problem::Problem;

pub use scale::warnings;

/// What a text is for, which decides how long it may be and how it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A name.
    Name,
    /// A question to a team.
    Question,
    /// A clause or a limit.
    Statement,
    /// What something is and why it matters.
    About,
}

impl Role {
    /// The most characters in English and in Chinese.
    fn bounds(self) -> (usize, usize) {
        match self {
            Self::Name => (60, 30),
            Self::Question => (110, 40),
            Self::Statement => (150, 75),
            Self::About => (500, 200),
        }
    }
}

/// What is not good about a text, in the languages that the model has.
#[must_use]
pub fn judge(text: &Text, role: Role) -> Vec<Text> {
    let mut found = Vec::new();
    let mut fault = |is_there: bool, message: Text| {
        if is_there {
            found.push(message);
        }
    };
    let (most_en, most_zh) = role.bounds();
    let (en, zh) = (text.own(Lang::En), text.own(Lang::Zh));
    let is_longer = |words: Option<&str>, most: usize| words.is_some_and(|words| words.chars().count() > most);
    fault(is_longer(en, most_en), text!("English of more than {most_en} characters", "英文超过 {most_en} 个字符"));
    fault(is_longer(zh, most_zh), text!("Chinese of more than {most_zh} characters", "中文超过 {most_zh} 个字符"));
    fault(
        en.is_some_and(|en| en.chars().any(is_chinese)),
        text!("Chinese characters or punctuation in the English", "英文中含有中文字符或标点"),
    );
    fault(zh.is_some_and(|zh| !zh.chars().any(is_chinese)), text!("no Chinese in the Chinese", "中文中没有汉字"));
    fault(
        zh.is_some_and(has_half_width_punctuation),
        text!("half-width punctuation beside Chinese", "汉字旁使用了半角标点"),
    );
    let is_padded = |words: &str| words.trim() != words || words.contains("  ");
    let others = text.wordings.iter().flat_map(|wordings| wordings.iter().map(|wording| wording.words.as_ref()));
    fault(en.into_iter().chain(zh).chain(others).any(is_padded), text!("stray blanks", "多余的空格"));
    let ends = |words: Option<&str>, end: char| words.is_some_and(|words| words.ends_with(end));
    match role {
        Role::Question => fault(
            en.is_some() && !ends(en, '?') || zh.is_some() && !ends(zh, '？'),
            text!("a question ends in `?` and `？`", "问题应以 `?` 和 `？` 结尾"),
        ),
        Role::Statement => fault(
            ends(en, '.') || ends(zh, '。'),
            text!("a clause or limit ends without a full stop", "要求或不足的句末不加句号"),
        ),
        Role::Name | Role::About => {}
    }
    found
}

/// One word for one thing, in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The word, the English in lower case.
    pub text: Text,
    /// Words in either language, in lower case, that are not to be used for it.
    pub not: Vec<String>,
}

/// Where a text departs from the glossary. Names are what they are.
///
/// Where the Chinese has a word, so has the English; the other way round Chinese may leave out what is plain.
#[must_use]
pub fn glossary(text: &Text, role: Role, glossary: &[GlossaryEntry]) -> Vec<Text> {
    let (english, chinese) = (text.en.to_lowercase(), &text.zh);
    let is_in_both = text.own(Lang::En).is_some() && text.own(Lang::Zh).is_some();
    let mut found = Vec::new();
    for entry in glossary.iter().filter(|_| role != Role::Name) {
        let Text { en, zh, .. } = &entry.text;
        if is_in_both && chinese.contains(zh.as_ref()) && !english.contains(en.as_ref()) {
            found.push(text!("`{zh}` is `{en}` in English", "`{zh}` 的英文是 `{en}`"));
        }
        for word in entry.not.iter().filter(|word| english.contains(*word) || chinese.contains(*word)) {
            found.push(text!("`{word}`: the glossary says `{en}`", "`{word}`：术语表中为 `{zh}`"));
        }
    }
    found
}

/// Statements that stand a second time within one dimension, in either language.
pub fn repetitions<'a>(statements: impl Iterator<Item = &'a (Text, Range<usize>)>) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (text, span) in statements {
        // The same words in both are no repetition.
        let words = BTreeSet::from([text.en.to_lowercase(), text.zh.to_lowercase()]);
        let is_repeated = words.into_iter().map(|words| seen.insert(words)).collect::<Vec<_>>().contains(&false);
        if is_repeated {
            found.push(Problem::new(span.clone(), text!("said twice within the dimension", "同一维度内重复表述")));
        }
    }
    found
}

/// Dimensions of one sub-domain that are called telling beside another one that is.
#[must_use]
pub fn told_twice(dimensions: &[(Dimension, Range<usize>)]) -> Vec<Problem> {
    let telling = dimensions.iter().filter(|(dimension, _)| dimension.telling).skip(1);
    let problem = |span: &Range<usize>| {
        let message = text!("a second `telling` dimension of the sub-domain", "该子域有第二个 `telling` 维度");
        let help = text!("keep the one whose answer says most about the others", "请只保留最能反映其余维度的一个");
        Problem::new(span.clone(), message).help(help)
    };
    telling.map(|(_, span)| problem(span)).collect()
}

/// A sub-domain without a telling dimension in a model where others have one.
#[must_use]
pub fn not_told(place: Range<usize>) -> Problem {
    let message = text!("no dimension of this sub-domain is `telling`", "该子域没有 `telling` 维度");
    let help = text!(
        "write `telling = true` in the one whose answer says most about the others, or in none of the whole model",
        "请在最能反映其余维度的一个中写 `telling = true`，或在整个模型中都不写"
    );
    Problem::new(place, message).help(help)
}

/// A term on which no text relies.
#[must_use]
pub fn unused_term(id: &Id, place: Range<usize>) -> Problem {
    let message = text!("no text relies on the term `{id}`", "没有文本使用术语 `{id}`");
    let help = text!(
        "name it in `terms` of the texts that rely on it, or remove it",
        "请在使用它的文本的 `terms` 中写明，或将其删除"
    );
    Problem::new(place, message).help(help)
}

/// Whether a character is Chinese, or punctuation as it is set there.
pub(super) fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

fn has_half_width_punctuation(words: &str) -> bool {
    let is_han = |character: char| matches!(character, '\u{3400}'..='\u{9fff}');
    let is_half_width = |character: char| ",;:?!()".contains(character);
    let pairs = words.chars().zip(words.chars().skip(1));
    pairs.into_iter().any(|(left, right)| is_han(left) && is_half_width(right) || is_half_width(left) && is_han(right))
}
