//! Any keys at all: the screen and the file say the same, and nothing is drawn outside the window.

use super::Session;
use crate::support::tiny;
use assess::interview::{Key, Mode, Wish};
use assess::lang::Lang;
use assess::report::screen::draw;
use assess::report::{Colors, Drawing, Style};
use assess::text::width;
use proptest::prelude::*;

fn key() -> impl Strategy<Value = Key> {
    let characters = "0123456789apbsxcnvzu/?q \u{ff12}好";
    prop_oneof![
        6 => prop::sample::select(characters.chars().collect::<Vec<_>>()).prop_map(Key::Char),
        2 => Just(Key::Enter),
        1 => Just(Key::Escape),
        1 => prop::sample::select(vec![Key::Up, Key::Down, Key::Left, Key::Right, Key::Backspace, Key::Delete, Key::Home, Key::End]),
        1 => "[a-z\u{4e00}-\u{4e10}\n]{0,6}".prop_map(Key::Paste),
    ]
}

proptest! {
    #[test]
    fn any_keys_keep_screen_and_file_together(keys in prop::collection::vec(key(), 0..60)) {
        let model = tiny();
        let mut session = Session::new(&model, Wish::default());
        for key in keys {
            session.press(key);
            prop_assert_eq!(&session.interview.answers().given, &session.on_disk().given);
            for (columns, rows) in [(80, 24), (40, 12), (120, 40), (20, 5)] {
                let style = Style { lang: Lang::Zh, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
                let screen = draw(&session.interview, &style, rows);
                prop_assert!(screen.lines.len() <= rows);
                prop_assert!(screen.lines.iter().all(|line| width(line) <= columns), "{:#?}", screen.lines);
                prop_assert!(screen.cursor.is_none_or(|(row, column)| row < rows && column < columns));
            }
        }
    }

    #[test]
    fn back_then_forward_is_where_one_was(keys in prop::collection::vec(key(), 0..40)) {
        let model = tiny();
        let mut session = Session::new(&model, Wish::default());
        for key in keys {
            session.press(key);
        }
        if *session.interview.mode() == Mode::Asking && session.interview.position().0 > 1 {
            let before = session.interview.position();
            session.press(Key::Left);
            session.press(Key::Right);
            prop_assert_eq!(session.interview.position(), before);
        }
    }
}
