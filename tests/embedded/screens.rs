//! The questions of the model on the screens that people have.

use std::collections::BTreeSet;

use assess::interview::{Interview, Key, Mode, Wish};
use assess::lang::Lang;
use assess::model::Dimension;
use assess::report::screen::{Screen, draw, redraw};
use assess::report::{Colors, Drawing, Style};
use assess::{answers, embedded};

#[test]
fn every_question_of_the_model_fits_the_smallest_common_screens() {
    for (lang, width, rows) in [(Lang::En, 80, 24), (Lang::Zh, 80, 24), (Lang::En, 60, 20), (Lang::Zh, 60, 20)] {
        let style = Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn };
        let model = embedded::model();
        let mut interview = Interview::new(model, answers::empty(model), Wish::default());
        while *interview.mode() == Mode::Asking {
            let shown = draw(&interview, &style, rows).lines.join("\n");
            for statement in &interview.statements().0 {
                let digits = format!(" {} ", statement.digits());
                assert!(shown.contains(&digits), "{} is not to be seen:\n{shown}", statement.digits());
            }
            interview.press(Key::Char('s'));
        }
    }
}

/// On a line of 9,600 baud a third of a second.
const MOST_OF_A_CHARACTER: usize = 300;

/// What people type first: the first two letters of English words, the characters of Chinese names.
fn beginnings(lang: Lang) -> BTreeSet<String> {
    let of_words = |text: &str| -> Vec<String> {
        text.to_lowercase().split(' ').map(|word| word.chars().take(2).collect()).collect()
    };
    let of_dimension = |dimension: &Dimension| match lang {
        Lang::En => of_words(&dimension.question.text.en),
        Lang::Zh => dimension.name.zh.chars().map(String::from).collect(),
    };
    embedded::model().dimensions().flat_map(of_dimension).collect()
}

#[test]
fn a_typed_character_of_a_search_sends_little_whatever_it_finds() {
    let model = embedded::model();
    for (lang, width, rows) in [(Lang::En, 200, 50), (Lang::Zh, 80, 24)] {
        let style = Style { lang, width, colors: Colors::On, drawing: Drawing::Drawn };
        let mut interview = Interview::new(model, answers::empty(model), Wish::default());
        interview.press(Key::Char('/'));
        for words in beginnings(lang) {
            let mut characters = words.chars();
            let last = characters.next_back().expect("there is one");
            interview.press(Key::DeleteLine);
            interview.press(Key::Paste(characters.collect()));
            interview.time_out();
            let before = draw(&interview, &style, rows);
            interview.press(Key::Char(last));
            let typed = draw(&interview, &style, rows);
            interview.time_out();
            let found = draw(&interview, &style, rows);
            let bytes = |old: &Screen, new: &Screen| redraw(Some(old), new, width).len();
            let sent = bytes(&before, &typed) + bytes(&typed, &found);
            assert!(sent <= MOST_OF_A_CHARACTER, "{words:?} in {lang:?} at {width} × {rows}: {sent} bytes");
        }
    }
}
