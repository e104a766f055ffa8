//! What is written where a line has changed: on a terminal it makes the same as the whole line would.

use assess::interview::Below;
use assess::report::screen::{Pen, Screen, changes, redraw};
use assess::text::painted_width;
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
fn seen(terminal: &Parser, row: u16) -> Vec<(String, bool, String)> {
    let screen = terminal.screen();
    let cell = |column| {
        let cell = screen.cell(row, column).expect("it is on the screen");
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
        prop_assert_eq!(seen(&changed, 0), seen(&terminal(&new), 0));
    }

    #[test]
    fn a_line_that_is_there_is_not_written(line in line()) {
        prop_assert_eq!(changes(&line, &line, &mut Pen::default()), Vec::new());
    }
    #[test]
    fn a_changed_screen_is_the_new_screen(screens in prop::collection::vec(screen(), 2..5)) {
        let mut changed = window();
        changed.process(redraw(None, &screens[0], COLUMNS).as_bytes());
        for pair in screens.windows(2) {
            changed.process(redraw(Some(&pair[0]), &pair[1], COLUMNS).as_bytes());
            let mut whole = window();
            whole.process(redraw(None, &pair[1], COLUMNS).as_bytes());
            for row in 0..3 {
                prop_assert_eq!(seen(&changed, row), seen(&whole, row));
            }
            prop_assert_eq!(changed.screen().hide_cursor(), pair[1].cursor.is_none());
            if let Some((row, column)) = pair[1].cursor {
                let place = changed.screen().cursor_position();
                prop_assert_eq!((usize::from(place.0), usize::from(place.1)), (row, column));
            }
        }
    }
}

/// As wide as the widest line, so that some lines end in the last column.
const COLUMNS: usize = 24;

/// Three lines that fit, and a cursor in one of them or in none.
fn screen() -> impl Strategy<Value = Screen> {
    let line = line().prop_filter("it fits", |line| painted_width(line) <= COLUMNS);
    let cursor = prop::option::of((0..3usize, 0..COLUMNS));
    (prop::collection::vec(line, 3), cursor).prop_map(|(lines, cursor)| Screen { lines, cursor, below: Below::Nothing })
}

/// A terminal of that size.
fn window() -> Parser {
    let mut terminal = Parser::default();
    let columns = u16::try_from(COLUMNS).expect("it is small");
    terminal.screen_mut().set_size(3.try_into().expect("some"), columns.try_into().expect("some"));
    terminal
}

#[test]
fn a_typed_character_is_one_character_where_the_cursor_stands() {
    let screen = |typed: &str, column| Screen {
        lines: vec!["a question".to_owned(), format!("> {typed}")],
        cursor: Some((1, column)),
        below: Below::Nothing,
    };
    let frame = |inside: &str| format!("\x1b[?2026h{inside}\x1b[?2026l");
    let (one, two) = (screen("a", 3), screen("ab", 4));
    assert_eq!(redraw(Some(&one), &two, 80), frame("b"));
    assert_eq!(redraw(Some(&two), &one, 80), frame("\x1b[4G\x1b[K"));
    assert_eq!(redraw(Some(&one), &one, 80), frame(""));
}
