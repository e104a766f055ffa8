//! The middle of the screen: the question and its statements, boxes, what a search found, or all about the question.

use crate::answers::{Answer, Claim};
use crate::interview::statements::Statement;
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::lang::Text;
use crate::model::{Dimension, Node};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::report::terminal;
use crate::text::{cut, one_line, pad, width, wrap};

pub(super) fn draw(interview: &Interview<'_>, style: &Style, room: usize) -> Vec<String> {
    match (interview.mode(), interview.question()) {
        (Mode::Done, _) | (_, None) => done(interview, style),
        (Mode::Help(from), Some(question)) => help(interview, question, *from, style, room),
        (Mode::Typing(Prompt::Jump(chosen), line), _) => found(interview, line.text(), *chosen, style, room),
        (Mode::Part(part), Some(question)) => {
            let mut lines = asked(question, style);
            lines.extend(boxes(interview, part, style, room.saturating_sub(lines.len())));
            lines
        }
        (Mode::Evidence(cursor), Some(question)) => {
            let mut lines = asked(question, style);
            lines.extend(evidence(interview, *cursor, style, room.saturating_sub(lines.len())));
            lines
        }
        (Mode::Asking | Mode::Base | Mode::Typing(..), Some(question)) => {
            let mut lines = asked(question, style);
            let mut kept = kept(interview, style);
            let room = room.saturating_sub(lines.len());
            let statements = statements(interview, style);
            let whole: usize = statements.iter().map(Vec::len).sum();
            // What is kept beside the answer gives way before the question does.
            if whole + kept.len() > room {
                kept.truncate(room.saturating_sub(whole));
            }
            lines.extend(fitted(statements, interview.highlight(), room - kept.len()));
            lines.extend(kept);
            lines
        }
    }
}

fn asked(question: &Dimension, style: &Style) -> Vec<String> {
    let lines = wrap(&one_line(question.question.get(style.lang)), style.width, "", "");
    let mut lines: Vec<_> = lines.iter().map(|line| style.colors.bold(line)).collect();
    lines.push(String::new());
    lines
}

/// The statements, a block of lines each, and what is folded away.
fn statements(interview: &Interview<'_>, style: &Style) -> Vec<Vec<String>> {
    let (offered, folded) = interview.statements();
    let present = interview.answer().and_then(|answer| answer.claim.as_ref());
    let block = |(place, statement): (usize, &Statement<'_>)| {
        block(interview, statement, present, interview.highlight() == Some(place), style)
    };
    let mut blocks: Vec<_> = offered.iter().enumerate().map(block).collect();
    blocks.extend(folded.first().map(|statement| {
        let (first, top) = (statement.first, interview.model().top());
        let levels = if first == top { first.to_string() } else { format!("{first}{}{top}", style.signs().range) };
        let words = text!("  {levels} folded away; ? shows all", "  {levels} 已折叠，按 ? 查看全部");
        vec![style.colors.dim(&cut(words.get(style.lang), style.width))]
    }));
    blocks
}

/// The blocks cut until they fit, the longest first and the highlighted one last; what is cut is marked.
fn fitted(blocks: Vec<Vec<String>>, highlight: Option<usize>, room: usize) -> Vec<String> {
    let mut lengths: Vec<_> = blocks.iter().map(Vec::len).collect();
    while lengths.iter().sum::<usize>() > room {
        let longest = (0..lengths.len())
            .filter(|place| lengths[*place] > 1)
            .max_by_key(|place| (Some(*place) != highlight, lengths[*place]));
        match longest {
            Some(place) => lengths[place] -= 1,
            None => break,
        }
    }
    let cut_to = |(mut block, length): (Vec<String>, usize)| {
        if block.len() > length {
            block.truncate(length);
            if let Some(last) = block.last_mut() {
                last.push_str(" …");
            }
        }
        block
    };
    blocks.into_iter().zip(lengths).flat_map(cut_to).take(room).collect()
}

fn block(
    interview: &Interview<'_>,
    statement: &Statement<'_>,
    present: Option<&Claim>,
    is_highlighted: bool,
    style: &Style,
) -> Vec<String> {
    let signs = style.signs();
    let pointer = if is_highlighted { signs.pointer } else { " " };
    let is_present = present.and_then(Claim::level).is_some_and(|level| statement.stands_for(level));
    let mark = if is_present { signs.met } else { " " };
    let digits = signs.spell(&statement.digits());
    // As wide as a range, so that the text begins at the same place in every question.
    let first = format!("{pointer} {}{digits} {mark} ", " ".repeat(3_usize.saturating_sub(width(&digits))));
    let rest = " ".repeat(width("❯ 2–5 ✓ "));
    // Room for the sign that more follows, where a block is cut to its first line.
    let room = style.width.saturating_sub(2);
    let met = |text: &Text, id| {
        let is_met = matches!(present, Some(Claim::Level { met, .. }) if met.contains(&id));
        let words = one_line(text.get(style.lang));
        if is_met { format!("{} {words}", signs.met) } else { words }
    };
    let mut lines = Vec::new();
    for (id, clause) in &statement.clauses {
        let lead = if lines.is_empty() { &first } else { &rest };
        lines.extend(wrap(&met(clause, *id), room, lead, &rest));
    }
    for limit in statement.limits {
        let is_first = lines.is_empty();
        let lead = format!("{}{} ", if is_first { &first } else { &rest }, signs.bullet);
        let wrapped = wrap(&one_line(limit.get(style.lang)), room, &lead, &format!("{rest}  "));
        lines.extend(wrapped.into_iter().map(|line| style.colors.dim(&line)));
    }
    if lines.is_empty() {
        let none = if statement.first == interview.model().floor {
            text!("None of this yet", "以下均未做到")
        } else {
            text!("Nothing more is asked", "没有更多要求")
        };
        lines = wrap(none.get(style.lang), room, &first, &rest);
    }
    if is_highlighted {
        lines = lines.iter().map(|line| style.colors.bold(line)).collect();
    }
    lines
}

/// What is kept beside the answer: a part not named, why it does not apply, note and evidence.
fn kept(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let mut words = Vec::new();
    if interview.is_suggested() {
        words.push(text!(
            "answered elsewhere in the same words; Enter takes that answer",
            "别处有相同的问题已作答，按 Enter 采用该答案"
        ));
    }
    let nothing = Answer::default();
    let answer = interview.answer().unwrap_or(&nothing);
    match &answer.claim {
        Some(Claim::NotApplicable { reason, .. }) => {
            let reason = one_line(reason);
            words.push(text!("not applicable: {reason}", "不适用：{reason}"));
        }
        Some(Claim::PartOf(level)) => {
            words.push(text!(
                "grade {level}-: a part of level {level} that is not named",
                "等级 {level}-：部分做到级别 {level}，未列明"
            ));
        }
        Some(Claim::Level { .. }) | None => {}
    }
    if let Some(note) = &answer.note {
        let note = one_line(note);
        words.push(text!("note: {note}", "备注：{note}"));
    }
    if !answer.evidence.is_empty() {
        let list = answer.evidence.iter().map(|entry| one_line(entry)).collect::<Vec<_>>().join(", ");
        words.push(text!("evidence: {list}", "证据：{list}"));
    }
    let lines = words.iter().map(|words| style.colors.dim(&cut(words.get(style.lang), style.width)));
    let mut lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

fn boxes(interview: &Interview<'_>, part: &Part, style: &Style, room: usize) -> Vec<String> {
    let base = part.base;
    let title = text!(
        "Level {base} is met in full. What above it is true already?",
        "级别 {base} 已完整达到。其上哪些已经做到？"
    );
    let mut lines = wrap(title.get(style.lang), style.width, "", "");
    let mut blocks = Vec::new();
    for (number, (id, clause)) in interview.boxes(part).into_iter().enumerate() {
        let (pointer, tick) = (
            if number == part.cursor { style.signs().pointer } else { " " },
            if part.met.contains(&id) { "x" } else { " " },
        );
        let first = format!("{pointer} [{tick}] {id} ");
        let rest = " ".repeat(width(&first));
        let block = wrap(&one_line(clause.get(style.lang)), style.width, &first, &rest);
        blocks.push(if number == part.cursor {
            block.iter().map(|line| style.colors.bold(line)).collect()
        } else {
            block
        });
    }
    // The box at the cursor stays in view.
    let room = room.saturating_sub(lines.len());
    let mut from = 0;
    while from < part.cursor && blocks[from..=part.cursor].iter().map(Vec::len).sum::<usize>() > room {
        from += 1;
    }
    lines.extend(blocks.into_iter().skip(from).flatten());
    lines
}

fn evidence(interview: &Interview<'_>, cursor: usize, style: &Style, room: usize) -> Vec<String> {
    let mut lines = vec![text!("Evidence", "证据").into_string(style.lang)];
    let list = interview.answer().map(|answer| &answer.evidence[..]).unwrap_or_default();
    let from = (cursor + 1).saturating_sub(room.saturating_sub(lines.len()).max(1));
    for (number, entry) in list.iter().enumerate().skip(from) {
        let pointer = if number == cursor { style.signs().pointer } else { " " };
        let entry = one_line(entry);
        let line = cut(&format!("{pointer} {entry}"), style.width).into_owned();
        lines.push(if number == cursor { style.colors.bold(&line) } else { line });
    }
    lines
}

fn found(interview: &Interview<'_>, query: &str, chosen: usize, style: &Style, room: usize) -> Vec<String> {
    let found = interview.search(query);
    if found.is_empty() {
        return vec![text!("no question has these words", "没有问题包含这些文字").into_string(style.lang)];
    }
    let between = style.signs().path;
    let from = chosen.saturating_sub(room.saturating_sub(1));
    let line = |(number, (_, dimension)): (usize, &(usize, &Dimension))| {
        let pointer = if number == chosen { style.signs().pointer } else { " " };
        let path = words::path(interview.model(), Node::Dimension(dimension), style.lang, style.signs());
        let name = path.rsplit(between).take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(between);
        let question = one_line(dimension.question.get(style.lang));
        let words = text!("{pointer} {name}: {question}", "{pointer} {name}：{question}");
        let line = cut(words.get(style.lang), style.width).into_owned();
        if number == chosen { style.colors.bold(&line) } else { line }
    };
    found.iter().enumerate().skip(from).map(line).collect()
}

fn help(interview: &Interview<'_>, question: &Dimension, from: usize, style: &Style, room: usize) -> Vec<String> {
    let text = terminal::explain(interview.model(), Node::Dimension(question), None, style);
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    lines.push(String::new());
    for (key, does) in all_keys() {
        lines.extend(wrap(does.get(style.lang), style.width, &pad(&style.signs().spell(key), 12), &" ".repeat(12)));
    }
    let last = lines.len().saturating_sub(room);
    lines.split_off(from.min(last))
}

/// Every key of a question with what it does.
fn all_keys() -> Vec<(&'static str, Text)> {
    vec![
        ("1-9", text!("answer with that level, save, go on", "按级别作答、保存并继续")),
        ("p", text!("a part of a level: tick clauses above it", "部分做到：勾选其上的要求")),
        ("↑ ↓ j k", text!("point at a statement; Enter chooses it", "指向某一级，Enter 选定")),
        ("b ←", text!("the question before", "上一题")),
        ("s Space →", text!("skip; it stays unanswered", "跳过，仍为未回答")),
        (
            "x",
            text!(
                "not applicable, with a reason; a then gives it to the rest of the sub-domain",
                "不适用并说明原因；随后按 a 用于该子域其余未回答的问题"
            ),
        ),
        ("c / z", text!("clear this answer / undo the last save", "清除本题答案 / 撤销上次保存")),
        ("n / e", text!("note in place / in your editor", "就地写备注 / 用编辑器写")),
        ("v", text!("evidence: paths or links", "证据：路径或链接")),
        ("u", text!("next unanswered question", "下一个未回答的问题")),
        ("/ g", text!("jump to a question by its words", "按文字跳转")),
        ("q Ctrl-C", text!("leave; everything is saved", "退出，答案均已保存")),
    ]
}

fn done(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let (answered, (_, count)) = (interview.answered_count(), interview.position());
    let open = count - answered;
    let words = match (count, open) {
        (0, _) => text!("There is nothing to ask here.", "这里没有需要回答的问题。"),
        (_, 0) => text!("All {count} questions are answered.", "{count} 个问题已全部回答。"),
        _ => text!(
            "This was the last question. {open} of {count} are still unanswered.",
            "已是最后一题，{count} 个问题中还有 {open} 个未回答。"
        ),
    };
    wrap(words.get(style.lang), style.width, "", "")
}
