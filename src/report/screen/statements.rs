//! The statements of a question, fitted into the room there is: what is cut says how much is missing.

mod block;
mod hint;

use super::middle::Body;
use super::size::columns_of_names;
use crate::interview::{Below, Interview};
use crate::report::kit::style::Style;
use crate::text::{blanks, cut, width};
use block::{Block, Drawing, Kind, Line, lead};
use hint::Hint;

pub(super) use hint::begin_of;

/// The statements of a question as blocks of lines.
pub(super) struct Statements<'a> {
    style: &'a Style,
    blocks: Vec<Block>,
    /// The block that an arrow points at.
    highlight: Option<usize>,
    /// How many lines of that one are scrolled away.
    scroll: usize,
    /// What is said of levels above the target.
    folded: Option<String>,
}

impl<'a> Statements<'a> {
    /// The statements of the question on a screen of so many rows, with the names of the levels where that has room for them.
    pub(super) fn of(interview: &Interview<'_>, style: &'a Style, rows: usize) -> Self {
        let names = columns_of_names(interview.model(), style, rows);
        let (offered, folded) = interview.statements();
        let blocks = offered.iter().enumerate().map(|(place, statement)| {
            let is_highlighted = interview.highlight() == Some(place);
            let drawing = Drawing { interview, style, names, answer: interview.answer(), is_highlighted };
            drawing.block(statement)
        });
        let folded = folded.first().map(|statement| {
            let (first, top) = (statement.first, interview.model().top());
            let levels = if first == top { first.to_string() } else { format!("{first}{}{top}", style.signs().range) };
            text!("  {levels} folded away; ? shows all", "  {levels} 已折叠，按 ? 查看全部").into_string(style.lang)
        });
        let (highlight, scroll) = (interview.highlight(), interview.scroll());
        Self { style, blocks: blocks.collect(), highlight, scroll, folded }
    }

    /// The lines that all of it takes.
    pub(super) fn height(&self) -> usize {
        self.blocks.iter().map(|block| block.lines.len()).sum::<usize>() + usize::from(self.folded.is_some())
    }

    /// As much as there is room for: the statement that an arrow points at in full before the others.
    pub(super) fn fit(&self, room: usize) -> Body {
        let folded = self.folded.iter().map(|words| self.style.colors.dim(&cut(words, self.style.width)));
        let folded: Vec<_> = folded.take(room).collect();
        let room = room - folded.len();
        let mut body = match self.highlight {
            Some(place) if !self.fits_beside_the_others(place, room) => self.alone(place, room),
            _ => self.side_by_side(room),
        };
        body.lines.extend(folded);
        body
    }

    /// Whether a statement fits in full with a line of each of the others.
    fn fits_beside_the_others(&self, place: usize, room: usize) -> bool {
        self.blocks[place].lines.len() + self.blocks.len() - 1 <= room
    }

    /// All statements, the longest cut first and the highlighted one never.
    fn side_by_side(&self, room: usize) -> Body {
        let mut lengths: Vec<_> = self.blocks.iter().map(|block| block.lines.len()).collect();
        while lengths.iter().sum::<usize>() > room {
            let others = (0..lengths.len()).filter(|place| Some(*place) != self.highlight && lengths[*place] > 1);
            match others.max_by_key(|place| lengths[*place]) {
                Some(place) => lengths[place] -= 1,
                None => break,
            }
        }
        // More statements than lines: the rest of them is one line.
        let shown = if lengths.len() > room { room.saturating_sub(1) } else { lengths.len() };
        let mut lines = Vec::new();
        let mut hint = Hint::InFull;
        for (place, (block, length)) in self.blocks.iter().zip(&lengths).take(shown).enumerate() {
            // The arrow leads away from what stands above the highlight.
            let is_above = self.highlight.is_some_and(|highlight| place < highlight);
            let hint = if is_above { &mut Hint::InShort } else { &mut hint };
            lines.extend(self.cut_block(&block.lines, *length, block.items, hint));
        }
        lines.extend(self.summary(shown..self.blocks.len()));
        lines.truncate(room);
        lines.into()
    }

    /// One statement with a line for those above it and one for those below it; it is scrolled where that is not enough.
    fn alone(&self, place: usize, room: usize) -> Body {
        let block = &self.blocks[place];
        let (above, below) = (self.summary(0..place), self.summary(place + 1..self.blocks.len()));
        let rest = room.saturating_sub(usize::from(above.is_some()) + usize::from(below.is_some())).max(1);
        let from = self.scroll.min(block.lines.len().saturating_sub(1));
        let mut own = block.lines[from..].to_vec();
        if let (Some(line), true) = (own.first_mut(), from > 0) {
            // That something stands above is told where the mark of an answer stands else.
            let signs = self.style.signs();
            line.lead = lead(signs.pointer, &signs.spell(&block.digits), "…");
        }
        let below_it = if own.len() > rest { Below::More } else { Below::Nothing };
        let mut lines: Vec<_> = above.into_iter().collect();
        lines.extend(self.cut_block(&own, rest, block.items, &mut Hint::InFull));
        lines.extend(below);
        lines.truncate(room);
        Body { lines, below: below_it, left_out: None }
    }

    /// `4–5 …`: statements there is no room for.
    fn summary(&self, places: std::ops::Range<usize>) -> Option<String> {
        let blocks = self.blocks.get(places)?;
        let (first, last) = (blocks.first()?, blocks.last()?);
        let signs = self.style.signs();
        let ends = |block: &Block| {
            let mut ends = block.digits.split('–').map(str::to_owned);
            let first = ends.next().unwrap_or_default();
            (first.clone(), ends.next_back().unwrap_or(first))
        };
        let (first, last) = (ends(first).0, ends(last).1);
        let digits = if first == last { first } else { format!("{first}{}{last}", signs.range) };
        let lead = blanks(2 + 3_usize.saturating_sub(width(&digits)));
        Some(self.style.colors.dim(&format!("{lead}{digits}   …")))
    }

    /// Lines of a statement, the last of them with what is missing if some are left out.
    fn cut_block(&self, lines: &[Line], length: usize, items: usize, hint: &mut Hint) -> Vec<String> {
        if lines.len() <= length {
            return lines.iter().map(|line| self.paint(line, "")).collect();
        }
        let Some((last, before)) = lines[..length].split_last() else { return Vec::new() };
        let mut painted: Vec<_> = before.iter().map(|line| self.paint(line, "")).collect();
        let mut last = last.clone();
        let room = self.style.width.saturating_sub(width(&last.lead) + width(&last.name));
        let missing = items - last.item - 1;
        // Whole, if it ends here and its end has room beside the sign.
        let whole = hint.clone().sign(missing, room, self.style);
        let (sign, text) = if last.is_end && width(&last.text) + 1 + width(&whole) <= room {
            (hint.sign(missing, room, self.style), last.text.clone())
        } else {
            let sign = hint.sign(missing + 1, room, self.style);
            (sign.clone(), begin_of(&last.text, room.saturating_sub(width(&sign) + 1)))
        };
        last.text = text;
        painted.push(self.paint(&last, &format!(" {sign}")));
        painted
    }

    fn paint(&self, line: &Line, sign: &str) -> String {
        let colors = self.style.colors;
        let (lead, name, text) = (&line.lead, &line.name, &line.text);
        let is_pointed_at = self.highlight.is_some() && lead.starts_with(self.style.signs().pointer);
        let words = match line.kind {
            Kind::Limit => colors.dim(&format!("{lead}{name}{text}")),
            Kind::Clause if is_pointed_at => colors.bold(&format!("{lead}{name}{text}")),
            Kind::Clause if name.trim().is_empty() => format!("{lead}{name}{text}"),
            Kind::Clause => format!("{lead}{}{text}", colors.dim(name)),
        };
        if sign.is_empty() { words } else { format!("{words}{}", colors.dim(sign)) }
    }
}
