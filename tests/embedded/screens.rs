//! The questions of the model on the screens that people have.

use assess::interview::{Interview, Key, Mode, Wish};
use assess::lang::Lang;
use assess::report::screen::draw;
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
