//! How many teams have which level, as one bar: a piece a level, as long as the share of the teams, with their number.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::lang::Text;
use crate::report::html::palette;
use crate::rollup::Distribution;

/// The length and the height of a bar; the style sheet has what is the same for each piece, of which there are thousands.
const SIZE: (usize, usize) = (300, 22);
/// From this length on a piece has room for its number.
const ROOM: usize = 14;

/// A piece of a bar.
struct Piece {
    class: &'static str,
    teams: usize,
    said: Text,
}

pub(super) fn bar(page: &RollupPage<'_, '_>, it: &Distribution<'_>) -> Markup {
    let pieces = pieces(page, it);
    let (length, height) = SIZE;
    let said: Vec<_> = pieces.iter().map(|piece| piece.said.get(page.lang)).collect();
    let separator = page.say(text!(", ", "，"));
    let x = |teams: usize| teams * length / it.teams.max(1);
    html! {
        svg .stack viewBox=(format!("0 0 {length} {height}")) role="img" aria-label=(said.join(&separator)) {
            @for (at, piece) in pieces.iter().enumerate() {
                @let before: usize = pieces[..at].iter().map(|piece| piece.teams).sum();
                @let (start, end) = (x(before), x(before + piece.teams));
                rect .(piece.class) x=[(start > 0).then_some(start)] width=(end - start) {}
                @if end - start >= ROOM {
                    text .(piece.class) x=(start.midpoint(end)) { (piece.teams) }
                }
            }
        }
    }
}

fn pieces(page: &RollupPage<'_, '_>, it: &Distribution<'_>) -> Vec<Piece> {
    let levels = it.levels.iter().map(|(level, teams)| Piece {
        class: palette::class(page.model(), *level),
        teams: *teams,
        said: text!("{teams} at level {level}", "级别 {level} 有 {teams} 个"),
    });
    let (unknown, excused) = (it.unknown, it.not_applicable);
    let others = [
        Piece { class: "open", teams: unknown, said: text!("{unknown} unknown", "未定 {unknown} 个") },
        Piece { class: "excused", teams: excused, said: text!("{excused} not applicable", "不适用 {excused} 个") },
    ];
    levels.chain(others).filter(|piece| piece.teams > 0).collect()
}
