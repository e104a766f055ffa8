//! What is written where a line has changed: on a terminal it makes the same as the whole line would.

use assess::report::screen::{Pen, changes};
use proptest::prelude::*;
use vt100::Parser;

/// Characters of one and two columns, blanks short and long, and every look that a line has.
fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec!["a", "b", "ab", " ", "  ", "分", "支", "…", "                "]);
    let looks = prop::sample::select(vec!["", "\x1b[1m", "\x1b[2m", "\x1b[38;5;31m", "\x1b[1m\x1b[31m", "\x1b[7m"]);
    prop::collection::vec((words, looks), 0..12).prop_map(|parts| {
        let paint = |(word, look): (&str, &str)| match look {
            "" => word.to_owned(),
            look => format!("{look}{word}\x1b[0m"),
        };
        parts.into_iter().map(paint).collect()
    })
}

/// What each column shows; a blank has the look of a blank, however it was made.
fn seen(terminal: &Parser) -> Vec<(String, bool, String)> {
    let screen = terminal.screen();
    let cell = |column| {
        let cell = screen.cell(0, column).expect("it is on the screen");
        let is_blank = !cell.has_contents() || cell.contents() == " ";
        let text = if is_blank { " " } else { cell.contents() }.to_owned();
        let look = match (is_blank, cell.inverse()) {
            (true, false) => String::new(),
            _ => format!("{:?} {} {} {}", cell.fgcolor(), cell.bold(), cell.dim(), cell.inverse()),
        };
        (text, cell.is_wide_continuation(), look)
    };
    (0..screen.size().1.get()).map(cell).collect()
}

fn terminal(bytes: &str) -> Parser {
    let mut terminal = Parser::default();
    terminal.screen_mut().set_size(2.try_into().expect("some"), 250.try_into().expect("some"));
    terminal.process(bytes.as_bytes());
    terminal
}

proptest! {
    #[test]
    fn a_changed_line_is_the_new_line(old in line(), new in line()) {
        let mut changed = terminal(&old);
        let mut pen = Pen::default();
        for change in changes(&old, &new, &mut pen) {
            changed.process(format!("\x1b[{}G{}", change.column + 1, change.text).as_bytes());
        }
        prop_assert_eq!(seen(&changed), seen(&terminal(&new)));
    }

    #[test]
    fn a_line_that_is_there_is_not_written(line in line()) {
        prop_assert_eq!(changes(&line, &line, &mut Pen::default()), Vec::new());
    }
}
