//! The interview without a terminal: a session whose saves go to a text, and the screens that are drawn of it.

mod answering;
mod any_keys;
mod garden;
mod outcomes;
mod part;
mod people;
mod progress;
mod quick;
mod review;
mod room;
mod scores;
mod screens;
mod search;
mod still;
mod terms;

use assess::answers::{Answers, Claim, Date, parse, update};
use assess::interview::{Effect, Interview, Key, Save, Sign, Wish};
use assess::lang::Lang;
use assess::model::Model;
use assess::problem::Source;
use assess::report::screen::draw;
use assess::report::{Colors, Drawing, Style};

/// An interview whose saves go to a text, as the program's go to a file.
struct Session<'m> {
    interview: Interview<'m>,
    file: Source,
}

impl<'m> Session<'m> {
    fn new(model: &'m Model, wish: Wish) -> Self {
        let text =
            format!("schema = 1\n[assessment]\nmodel = \"{}\"\nmodel-version = \"{}\"\n", model.id, model.major());
        let file = Source { name: "answers.toml".to_owned(), text };
        let answers = parse(&file, model).expect("an empty file is sound");
        Self { interview: Interview::new(model, answers, wish), file }
    }

    /// The program run again over the same file.
    fn again(&self, wish: Wish) -> Self {
        Self { interview: Interview::new(self.interview.model(), self.on_disk(), wish), file: self.file.clone() }
    }

    fn write(&mut self, save: &Save) {
        let model = self.interview.model();
        let updates = self.interview.updates(save, &self.on_disk(), Date::new(2026, 5, 4));
        self.file.text = update(&self.file, model, &updates).expect("the file is sound").text;
    }

    fn press(&mut self, key: Key) -> Effect {
        let effect = self.interview.press(key);
        if let Effect::Save(save) = effect.clone() {
            self.write(&save);
            self.interview.apply_saved(save, self.on_disk());
        }
        effect
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for character in keys.chars() {
            self.press(if character == '\n' { Key::Enter } else { Key::Char(character) });
        }
        self
    }

    fn on_disk(&self) -> Answers {
        parse(&self.file, self.interview.model()).expect("the file is sound")
    }

    fn question(&self) -> &str {
        self.interview.question().map_or("", |question| question.id.key())
    }

    fn said(&self) -> String {
        let sign = |sign| match sign {
            Sign::Saved => "✓ ".to_owned(),
            Sign::Arrow => " → ".to_owned(),
            Sign::Separator => " · ".to_owned(),
        };
        self.interview.status().map_or(String::new(), |status| status.written(Lang::En, sign))
    }

    fn claim(&self, key: &str) -> Option<Claim> {
        let answers = self.on_disk();
        let found = answers.given.into_iter().find(|(id, _)| id.key() == key);
        found.and_then(|(_, answer)| answer.claim)
    }
}

fn screen(session: &Session<'_>, lang: Lang, columns: usize, rows: usize) -> String {
    let style = Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
    let lines = draw(&session.interview, &style, rows).lines;
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The lines of a screen that begin with one of these, at a size, without blanks at their ends.
fn listed(session: &Session<'_>, lang: Lang, (width, rows): (usize, usize), begins: &[&str]) -> Vec<String> {
    let style = Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn };
    let lines = draw(&session.interview, &style, rows).lines;
    assert_eq!(lines.len(), rows);
    lines.iter().filter(|line| begins.iter().any(|begin| line.trim_start().starts_with(begin))).cloned().collect()
}
