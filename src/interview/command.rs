//! A typed line as what it asks for, where lines are typed instead of keys: read as a whole, or not at all.

use super::key::{Key, plain};
use super::mode::{Mode, Part, Prompt};
use super::state::Interview;
use super::statements::Statement;
use crate::answers::Grade;
use crate::lang::Text;
use crate::model::{ClauseId, Level};
use crate::text::one_line;

/// What a typed line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// These keys; those after the first are for what it opens.
    Keys(Vec<Key>),
    /// The answer that a part of this level is met, as `3-`.
    PartOf(Level),
}

/// What may follow a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nothing,
    Text,
}

/// Each key with the words that say the same, in both languages.
const WORDS: &[(char, Rest, &[&str])] = &[
    ('b', Rest::Nothing, &["back", "返回", "上一题"]),
    ('s', Rest::Nothing, &["skip", "跳过"]),
    ('p', Rest::Nothing, &["part", "部分"]),
    ('x', Rest::Text, &["na", "n/a", "0", "不适用"]),
    ('n', Rest::Text, &["note", "备注"]),
    ('e', Rest::Text, &["edit", "编辑"]),
    ('v', Rest::Text, &["evidence", "证据"]),
    ('a', Rest::Nothing, &["all", "全部"]),
    ('c', Rest::Nothing, &["clear", "清除"]),
    ('z', Rest::Nothing, &["undo", "撤销"]),
    ('u', Rest::Nothing, &["next", "下一个"]),
    ('w', Rest::Nothing, &["who", "谁"]),
    ('o', Rest::Nothing, &["outcomes", "成效", "成效指标"]),
    ('/', Rest::Text, &["g", "jump", "跳转"]),
    ('?', Rest::Nothing, &["help", "帮助"]),
    ('q', Rest::Nothing, &["quit", "退出"]),
];

impl Interview<'_> {
    /// What a line asks for, now.
    ///
    /// # Errors
    ///
    /// What is known instead, if the line is not.
    pub fn read_command(&self, line: &str) -> Result<Command, Text> {
        let line = line.trim();
        let found = match self.mode() {
            Mode::Typing(prompt, _) => return Ok(Command::Keys(typed(*prompt, line))),
            Mode::Part(part) => self.clauses(part, line),
            Mode::Excepting(..) => Some(vec![Key::Paste(line.to_owned()), Key::Enter]),
            Mode::Base => self.level(line).or_else(|| word(line, "b").map(|_| vec![Key::Escape])),
            Mode::Evidence(cursor) => self.entry(*cursor, line),
            Mode::Help(_) | Mode::Opinions(_) => Some(vec![Key::Escape]),
            Mode::Taking if line.is_empty() => Some(vec![Key::Enter]),
            Mode::Taking => word(line, "sq"),
            Mode::Done => word(line, "abuozq"),
            Mode::Asking if !self.model.scoring.has_levels() => {
                let part = self.ticks_above(self.model.floor);
                let numbers =
                    self.clauses(&part, line).filter(|_| line.starts_with(|first: char| first.is_ascii_digit()));
                let opened = numbers.map(|keys| [vec![Key::Char('p')], keys].concat());
                opened.or_else(|| word(line, self.question_keys()))
            }
            // There are no arrows that could point at a level, for Enter to take it.
            Mode::Asking if line.is_empty() && self.highlight.is_none() && !self.can_confirm() => {
                let (floor, top) = (self.model.floor, self.model.top());
                return Err(text!(
                    "an empty line says nothing here: type a level, {floor} to {top}, or a word of the list",
                    "空行在此不起作用：请输入级别 {floor} 到 {top}，或列表中的词"
                ));
            }
            Mode::Asking => match self.grade(line) {
                Some(level) => return Ok(Command::PartOf(level)),
                None => self.level(line).or_else(|| {
                    // A level with words behind it is neither: 0 is a level of some models, and `n/a` of others.
                    let first = line.split_whitespace().next().unwrap_or_default();
                    word(line, self.question_keys()).filter(|_| self.level(first).is_none())
                }),
            },
        };
        found.map(Command::Keys).ok_or_else(|| self.unknown(line))
    }

    /// The keys of a question.
    fn question_keys(&self) -> &'static str {
        if self.people().is_some() { "bspxnevaczuw/?q" } else { "bspxnevaczu/?q" }
    }

    fn level(&self, line: &str) -> Option<Vec<Key>> {
        let level: Level = narrow(line).parse().ok()?;
        let is_level = (self.model.floor..=self.model.top()).contains(&level);
        is_level.then(|| line.chars().map(Key::Char).collect())
    }

    fn grade(&self, line: &str) -> Option<Level> {
        match narrow(line).parse().ok()? {
            Grade::PartOf(level) if level <= self.model.top() => Some(level),
            _ => None,
        }
    }

    /// Clauses by their numbers; an empty line says that this is all.
    fn clauses(&self, part: &Part, line: &str) -> Option<Vec<Key>> {
        if line.is_empty() {
            return Some(vec![Key::Enter]);
        }
        let boxes = self.boxes(part);
        let digits = |number: &str| number.chars().map(plain).filter(|it| *it != '.').collect::<String>();
        let is_here = |number: &str| boxes.iter().any(|(id, _)| digits(&id.to_string()) == digits(number));
        if let Some(rest) = line.strip_prefix(['x', 'X', 'ｘ', 'Ｘ']) {
            let (number, reason) = rest.trim().split_once(char::is_whitespace)?;
            let place = boxes.iter().position(|(id, _)| digits(&id.to_string()) == digits(number))?;
            let way = if place < part.cursor { Key::Up } else { Key::Down };
            let mut keys = vec![way; place.abs_diff(part.cursor)];
            // What is excepted already is asked again first.
            let presses = if part.except.contains_key(&boxes[place].0) { 2 } else { 1 };
            keys.extend(vec![Key::Char('x'); presses]);
            keys.extend([Key::Paste(reason.trim().to_owned()), Key::Enter]);
            return Some(keys);
        }
        let mut numbers = line.split([' ', ',', '，', '、']).filter(|number| !number.is_empty());
        if numbers.all(is_here) {
            return Some(vec![Key::Paste(line.to_owned()), Key::Enter]);
        }
        word(line, "b").map(|_| vec![Key::Escape])
    }

    /// `v` adds one more, `c` and a number removes that one; an empty line goes back.
    fn entry(&self, cursor: usize, line: &str) -> Option<Vec<Key>> {
        if let Some(number) = line.strip_prefix(['c', 'C']) {
            let place = narrow(number.trim()).parse::<usize>().unwrap_or(1).checked_sub(1)?;
            let count = self.answer().map_or(0, |answer| answer.evidence.len());
            let is_said = !number.trim().is_empty() || count == 1;
            let way = if place < cursor { Key::Up } else { Key::Down };
            let mut keys = vec![way; place.abs_diff(cursor)];
            keys.push(Key::Char('c'));
            return (place < count && is_said).then_some(keys);
        }
        if line.is_empty() { Some(vec![Key::Escape]) } else { word(line, "bv") }
    }

    fn unknown(&self, line: &str) -> Text {
        let line: String = one_line(line).chars().take(20).collect();
        let (floor, top) = (self.model.floor, self.model.top());
        match self.mode() {
            Mode::Part(part) => {
                let clause = self.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
                text!(
                    "`{line}` is not known here: numbers of clauses such as {clause}, `x {clause}` and why it is not asked, or `back`",
                    "这里不认识“{line}”：请输入要求的编号，如 {clause}，或“x {clause}”加不作要求的原因，或“返回”"
                )
            }
            Mode::Base => text!(
                "`{line}` is no level: {floor} to {top}, or `back`",
                "“{line}”不是级别：请输入 {floor} 到 {top}，或“返回”"
            ),
            Mode::Asking if !self.model.scoring.has_levels() => text!(
                "`{line}` is not known here: numbers of clauses, or a word of the list",
                "这里不认识“{line}”：请输入要求的编号或列表中的词"
            ),
            Mode::Asking => match self.level_in_part() {
                Some(level) => text!(
                    "`{line}` is not known here: a level, {floor} to {top}, a grade such as `{level}-`, or a word of the list",
                    "这里不认识“{line}”：请输入级别 {floor} 到 {top}、等级（如 {level}-）或列表中的词"
                ),
                None => text!(
                    "`{line}` is not known here: a level, {floor} to {top}, or a word of the list",
                    "这里不认识“{line}”：请输入级别 {floor} 到 {top} 或列表中的词"
                ),
            },
            _ => text!(
                "`{line}` is not known here: only the words of the list are",
                "这里不认识“{line}”：请输入列表中的词"
            ),
        }
    }

    /// The highest level of the question of which a part can be met, as `3-` says it: one of several clauses. `None` if
    /// there is none.
    #[must_use]
    pub fn level_in_part(&self) -> Option<Level> {
        let (offered, _) = self.statements();
        let is_asked = |id: ClauseId| self.answer().is_none_or(|answer| !answer.except.contains_key(&id));
        let asked = |statement: &Statement<'_>| statement.clauses.iter().filter(|(id, _)| is_asked(*id)).count();
        let several = |statement: &&Statement<'_>| statement.first > self.model.floor && asked(statement) > 1;
        offered.iter().rev().find(several).map(|statement| statement.first)
    }

    /// The answer that a part of a level is met, which is not named.
    #[must_use]
    pub fn answer_part_of(&self, level: Level) -> super::Effect {
        self.claim(crate::answers::Claim::PartOf(level))
    }
}

/// A line for what is being typed. An empty one changes nothing, and `none` takes the note or the figure away.
fn typed(prompt: Prompt, line: &str) -> Vec<Key> {
    match (prompt, line) {
        (Prompt::Outcome(_), "") => vec![Key::Enter],
        (Prompt::Outcome(_), "q" | "quit" | "退出") | (_, "") => vec![Key::Escape],
        (Prompt::Note | Prompt::Outcome(_), "none" | "无") => vec![Key::Paste(String::new()), Key::Enter],
        _ => vec![Key::Paste(line.to_owned()), Key::Enter],
    }
}

/// The keys of a line that begins with one of these words, or is empty.
fn word(line: &str, allowed: &str) -> Option<Vec<Key>> {
    if line.is_empty() {
        return Some(vec![Key::Enter]);
    }
    // Words to search for may follow at once, as in a pager.
    let (first, rest) = match line.strip_prefix(['/', '／', '、']) {
        Some(rest) => ("/", rest),
        None => line.split_once(char::is_whitespace).unwrap_or((line, "")),
    };
    let (first, rest) = (narrow(first), rest.trim());
    let is_it = |(key, _, words): &&(char, Rest, &[&str])| {
        allowed.contains(*key) && (first.chars().eq([*key]) || words.contains(&first.as_str()))
    };
    let (key, takes, _) = WORDS.iter().find(is_it)?;
    match (rest, takes) {
        ("", _) => Some(vec![Key::Char(*key)]),
        (_, Rest::Text) => Some(vec![Key::Char(*key), Key::Paste(rest.to_owned()), Key::Enter]),
        (_, Rest::Nothing) => None,
    }
}

/// The text with full-width and capital letters as plain ones.
fn narrow(text: &str) -> String {
    text.chars().map(plain).collect()
}
