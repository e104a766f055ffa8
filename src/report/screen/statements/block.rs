//! One statement as lines, before anything of it is cut.

use super::super::size::level_name;
use crate::answers::{Answer, Claim};
use crate::interview::Interview;
use crate::interview::statements::Statement;
use crate::lang::Text;
use crate::model::ClauseId;
use crate::report::kit::style::Style;
use crate::text::{blanks, cut, one_line, pad, width, wrap};

/// One statement.
pub(super) struct Block {
    pub digits: String,
    pub lines: Vec<Line>,
    pub items: usize,
}

/// One line of a clause or a limit.
#[derive(Clone)]
pub(super) struct Line {
    pub lead: String,
    pub name: String,
    pub text: String,
    pub kind: Kind,
    /// Which clause or limit of the statement it belongs to.
    pub item: usize,
    /// Whether the clause or limit ends here.
    pub is_end: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Clause,
    Limit,
}

/// What is needed to draw one statement.
pub(super) struct Drawing<'a> {
    pub interview: &'a Interview<'a>,
    pub style: &'a Style,
    /// The columns that the names of the levels take; `None` where they are left out.
    pub names: Option<usize>,
    pub answer: Option<&'a Answer>,
    pub is_highlighted: bool,
}

impl Drawing<'_> {
    /// The lines of a statement, as if there were room for all of them.
    pub(super) fn block(&self, statement: &Statement<'_>) -> Block {
        let (first, name) = (self.lead(statement), self.name(statement));
        let rest = blanks(width(&first)).into_owned();
        // Room for the sign that more follows, where a block is cut to its first line.
        let room = self.style.width.saturating_sub(width(&first) + width(&name) + 2);
        let mut lines: Vec<Line> = Vec::new();
        let mut add = |text: &str, kind: Kind, item: usize| {
            let (mark, indent) = match kind {
                Kind::Clause => (String::new(), ""),
                Kind::Limit => (format!("{} ", self.style.signs().bullet), "  "),
            };
            let wrapped = wrap(text, room, &mark, indent);
            let count = wrapped.len();
            lines.extend(wrapped.into_iter().enumerate().map(|(number, text)| Line {
                lead: rest.clone(),
                name: blanks(width(&name)).into_owned(),
                text,
                kind,
                item,
                is_end: number + 1 == count,
            }));
        };
        let clauses = statement.clauses.iter().map(|(id, clause)| (self.clause(*id, &clause.text), Kind::Clause));
        let limits =
            statement.limits.iter().map(|limit| (one_line(limit.text.get(self.style.lang)).into_owned(), Kind::Limit));
        let mut items = 0;
        for (text, kind) in clauses.chain(limits) {
            add(&text, kind, items);
            items += 1;
        }
        if items == 0 {
            add(&self.nothing_asked(statement), Kind::Clause, 0);
            items = 1;
        }
        if let Some(line) = lines.first_mut() {
            (line.lead, line.name) = (first, name);
        }
        if self.is_highlighted {
            // All of it is bold, and known by its pointer.
            for line in &mut lines {
                line.kind = Kind::Clause;
            }
        }
        Block { digits: statement.digits(), lines, items }
    }

    /// What stands before the first line.
    fn lead(&self, statement: &Statement<'_>) -> String {
        let signs = self.style.signs();
        let pointer = if self.is_highlighted { signs.pointer } else { " " };
        let is_present = self.claim().and_then(Claim::level).is_some_and(|level| statement.stands_for(level));
        lead(pointer, &signs.spell(&statement.digits()), if is_present { signs.met } else { " " })
    }

    /// The name of a statement's level, as wide as the widest; empty where names are left out.
    fn name(&self, statement: &Statement<'_>) -> String {
        let Some(columns) = self.names else { return String::new() };
        pad(&cut(&level_name(self.interview.model(), statement.first, self.style), columns), columns + 2)
    }

    fn clause(&self, id: ClauseId, text: &Text) -> String {
        let words = one_line(text.get(self.style.lang));
        let (signs, lang) = (self.style.signs(), self.style.lang);
        if matches!(self.claim(), Some(Claim::Level { met, .. }) if met.contains(&id)) {
            return format!("{} {words}", signs.met);
        }
        if self.answer.is_some_and(|answer| answer.except.contains_key(&id)) {
            let none = signs.none;
            return text!("{none} {words} (not asked)", "{none} {words}（不作要求）").into_string(lang);
        }
        words.into_owned()
    }

    fn claim(&self) -> Option<&Claim> {
        self.answer?.claim.as_ref()
    }

    /// A floor without text, and what it counts as where nothing is asked above it.
    fn nothing_asked(&self, statement: &Statement<'_>) -> String {
        match self.interview.counts_as(statement.first) {
            Some(Text { en, zh, .. }) => text!("None of this yet, {en}", "以下均未做到，{zh}"),
            None => text!("None of this yet", "以下均未做到"),
        }
        .into_string(self.style.lang)
    }
}

/// A pointer, digits and a mark: as wide as with a range, so that the text begins at the same place in every question.
pub(super) fn lead(pointer: &str, digits: &str, mark: &str) -> String {
    format!("{pointer} {}{digits} {mark} ", blanks(3_usize.saturating_sub(width(digits))))
}
