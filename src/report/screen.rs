//! The interview drawn: a function from state, size and language to lines.

mod body;
mod panel;

use crate::interview::{Interview, Mode, Prompt};
use crate::lang::Text;
use crate::model::Node;
use crate::report::kit::color::level_style;
use crate::report::kit::style::Style;
use crate::report::kit::words::names_of;
use crate::text::{cut, flow, one_line, pad, width, wrap};

/// A whole screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// As many lines as the screen has rows, none wider than it.
    pub lines: Vec<String>,
    /// Where text is being typed: row and column, from 0.
    pub cursor: Option<(usize, usize)>,
}

/// Smaller windows have no room for a question.
const LEAST: (usize, usize) = (40, 12);
/// Below this many rows everything but the question is kept as short as can be.
const ROOMY: usize = 16;
/// From this width on every sub-domain's level stands beside the question.
const PANEL: usize = 110;

/// How much room there is for what is not the question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Tight,
    Roomy,
}

/// Whether a window has room for a question.
#[must_use]
pub fn fits(columns: usize, rows: usize) -> bool {
    columns >= LEAST.0 && rows >= LEAST.1
}

/// Draws the state on a screen of `style.width` columns and `rows` rows.
#[must_use]
pub fn draw(interview: &Interview<'_>, style: &Style, rows: usize) -> Screen {
    if !fits(style.width, rows) {
        let (columns, least) = LEAST;
        let words =
            text!("the window is too small: at least {columns} × {least}", "窗口太小：至少 {columns} × {least}");
        let lines = wrap(words.get(style.lang), style.width, "", "");
        return Screen { lines: lines.into_iter().take(rows).collect(), cursor: None };
    }
    if style.width >= PANEL && interview.mode != Mode::Done {
        return panel::beside(interview, style, rows);
    }
    alone(interview, style, rows)
}

/// The question as lines to be printed one after the other, in ASCII: nothing is drawn over anything.
#[must_use]
pub fn lines(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let mut lines = head(interview, style, Size::Roomy);
    // The bar says nothing that the words beside it do not.
    let words = lines[1].trim_start_matches(['━', '─', ' ']).to_owned();
    lines[1] = words;
    lines.extend(body::draw(interview, style, usize::MAX));
    lines.extend(foot(interview, style, Size::Roomy).0);
    let ascii = |line: String| {
        line.replace('✓', "[x]").replace('❯', ">").replace(['·', '–'], "-").replace('→', "->").replace("↑ ↓", "k j")
    };
    lines.into_iter().map(ascii).collect()
}

/// The question without anything beside it.
fn alone(interview: &Interview<'_>, style: &Style, rows: usize) -> Screen {
    let size = if rows < ROOMY { Size::Tight } else { Size::Roomy };
    let mut lines = head(interview, style, size);
    let (foot, cursor) = foot(interview, style, size);
    let room = rows.saturating_sub(lines.len() + foot.len());
    let mut body = body::draw(interview, style, room);
    body.truncate(room);
    body.resize(room, String::new());
    lines.extend(body);
    let first_of_foot = lines.len();
    lines.extend(foot);
    lines.truncate(rows);
    Screen { lines, cursor: cursor.map(|(row, column)| (first_of_foot + row, column)) }
}

/// Where we are, how far that is, and what the last key did.
fn head(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let (place, count) = interview.position();
    let place = if interview.mode == Mode::Done {
        format!("{}/{count}", interview.answered())
    } else {
        format!("{place}/{count}")
    };
    let room = style.width.saturating_sub(width(&place) + 2);
    let path = pad(&where_we_are(interview, style, room), room);
    let said = interview.said.as_ref().map(|said| one_line(said.get(style.lang))).unwrap_or_default();
    // Its rows are kept when it is short, so that nothing moves.
    let rows = if size == Size::Tight { 1 } else { 2 };
    let mut wrapped = wrap(&said, style.width, "", "");
    if wrapped.len() > rows {
        wrapped[rows - 1] = cut(&wrapped[rows - 1..].join(" "), style.width).into_owned();
    }
    wrapped.resize(rows, String::new());
    let mut lines = vec![format!("{}  {place}", style.colors.bold(&path)), progress(interview, style)];
    lines.extend(wrapped);
    lines
}

/// Area, domain and sub-domain, or as many of them from the end as there is room for.
fn where_we_are(interview: &Interview<'_>, style: &Style, room: usize) -> String {
    let sub_domain = interview.sub_domain().filter(|_| interview.mode != Mode::Done);
    let Some(sub_domain) = sub_domain else {
        return cut(&one_line(interview.model.name.get(style.lang)), room).into_owned();
    };
    let path = names_of(interview.model, Node::SubDomain(sub_domain), style);
    let parts: Vec<_> = path.split(" › ").collect();
    let paths = (0..parts.len()).map(|from| parts[from..].join(" › "));
    let fitting = paths.into_iter().find(|path| width(path) <= room);
    fitting.unwrap_or_else(|| cut(parts.last().unwrap_or(&""), room).into_owned())
}

/// The text without its beginning where it does not fit: the end says where we are.
fn cut_front(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let kept: String = text
        .chars()
        .rev()
        .scan(1, |taken, character| {
            *taken += width(character.encode_utf8(&mut [0; 4]));
            (*taken <= columns).then_some(character)
        })
        .collect();
    format!("…{}", kept.chars().rev().collect::<String>())
}

/// The bar, how many are answered, and the level of the sub-domain now.
fn progress(interview: &Interview<'_>, style: &Style) -> String {
    let (answered, (_, count)) = (interview.answered(), interview.position());
    let done = match interview.confirmed() {
        Some(confirmed) => text!("{confirmed} confirmed", "已确认 {confirmed}"),
        None => text!("{answered} answered", "已回答 {answered}"),
    };
    let level = interview.level_now().filter(|_| interview.mode != Mode::Done);
    let now = match level {
        Some((worst, level)) if worst < level => text!("level now {worst}–{level}", "当前级别 {worst}–{level}"),
        Some((_, level)) => text!("level now {level}", "当前级别 {level}"),
        None => text!("", ""),
    };
    let words = format!("  {}  {}", done.get(style.lang), now.get(style.lang));
    let columns = style.width.saturating_sub(width(&words)).min(48);
    let part = interview.confirmed().unwrap_or(answered);
    let filled = (columns * part).checked_div(count).unwrap_or_default();
    let bar = style.colors.paint(bar_style(), &"━".repeat(filled));
    let rest = style.colors.dim(&"─".repeat(columns - filled));
    let words = words.trim_end();
    match level {
        Some((_, level)) => {
            format!("{bar}{rest}{}", style.colors.paint(level_style(interview.model, level), words))
        }
        None => format!("{bar}{rest}{words}"),
    }
}

/// A blue that is readable on black and on white, whatever the terminal calls blue.
fn bar_style() -> anstyle::Style {
    anstyle::Style::new().fg_color(Some(anstyle::Ansi256Color(31).into()))
}

/// The keys, or the line being typed with its cursor.
fn foot(interview: &Interview<'_>, style: &Style, size: Size) -> (Vec<String>, Option<(usize, usize)>) {
    if let Mode::Typing(prompt, line) = &interview.mode {
        let (asked, keys) = asked(*prompt);
        let mut lines: Vec<_> = wrap(asked.get(style.lang), style.width, "", "");
        let (before, after) = line.halves();
        let room = style.width.saturating_sub(4);
        let before = cut_front(&one_line_keeping_blanks(before), room.saturating_sub(1));
        let after = cut(&one_line_keeping_blanks(after), room.saturating_sub(width(&before))).into_owned();
        let column = 2 + width(&before);
        lines.push(format!("> {before}{after}"));
        let row = lines.len() - 1;
        lines.extend(dimmed(keys.get(style.lang), style));
        return (lines, Some((row, column)));
    }
    (dimmed(keys(interview, size).get(style.lang), style), None)
}

fn one_line_keeping_blanks(text: &str) -> String {
    crate::text::visible(text).replace(['\n', '\t'], " ")
}

fn dimmed(words: &str, style: &Style) -> Vec<String> {
    let entries: Vec<_> = words.split("  ").collect();
    flow(&entries, style.width).iter().map(|line| style.colors.dim(line)).collect()
}

/// What is asked for, and the keys while it is typed.
fn asked(prompt: Prompt) -> (Text, Text) {
    let keys = text!("Enter done  Esc cancel", "Enter 完成  Esc 取消");
    match prompt {
        Prompt::Reason => (text!("Why does this not apply?", "为什么不适用？"), keys),
        Prompt::Note => (text!("Note (empty removes it)", "备注（留空则删除）"), keys),
        Prompt::Evidence => {
            (text!("Evidence: a path or a link (empty when done)", "证据：路径或链接（留空结束）"), keys)
        }
        Prompt::Jump(_) => (
            text!("Jump to a question with these words", "跳转到包含这些文字的问题"),
            text!("↑ ↓ choose  Enter jump  Esc cancel", "↑ ↓ 选择  Enter 跳转  Esc 取消"),
        ),
    }
}

fn keys(interview: &Interview<'_>, size: Size) -> Text {
    let (floor, top) = (interview.model.floor, interview.model.top());
    match &interview.mode {
        Mode::Part(_) => text!("1-9 or Space tick  Enter done  Esc back", "1-9 或空格 勾选  Enter 完成  Esc 返回"),
        Mode::Help(_) => text!("↑ ↓ scroll  any other key back", "↑ ↓ 滚动  其他键返回"),
        Mode::Done => text!("u next unanswered  b back  z undo  q finish", "u 下一个未回答  b 上一题  z 撤销  q 完成"),
        _ if size == Size::Tight => {
            text!("{floor}-{top} answer  s skip  ? help  q quit", "{floor}-{top} 作答  s 跳过  ? 帮助  q 退出")
        }
        _ if floor.0 == 1 => text!(
            "{floor}-{top} answer  p part  b back  s skip  0 n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "{floor}-{top} 作答  p 部分  b 上一题  s 跳过  0 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
        _ => text!(
            "{floor}-{top} answer  p part  b back  s skip  x n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "{floor}-{top} 作答  p 部分  b 上一题  s 跳过  x 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
    }
}
