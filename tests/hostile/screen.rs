//! The screens of an interview over hostile models and answers: no line acts, and none is wider than the window.

use std::path::Path;

use assess::answers::parse;
use assess::interview::{Interview, Key, Wish};
use assess::lang::Lang;
use assess::model::source::load;
use assess::problem::Source;
use assess::report::screen::{draw, lines};
use assess::report::{Colors, Drawing, Style};
use assess::text::painted_width;

use crate::checks::{Coloring, harmless};
use crate::corpus;
use crate::{in_parallel, no_faults};

/// Keys that lead to every kind of screen and back.
const WAYS: &[&[Key]] = &[
    &[],
    &[Key::Char('?')],
    &[Key::Char('?'), Key::Down, Key::Down],
    &[Key::Char('p')],
    &[Key::Char('n')],
    &[Key::Char('n'), Key::Home, Key::Right],
    &[Key::Char('/')],
    &[Key::Char('v')],
    &[Key::Char('x')],
    &[Key::Char('b')],
    &[Key::Char('b'), Key::Char('b')],
];

fn source(folder: &Path, name: &str) -> Source {
    let text = std::fs::read_to_string(folder.join(name)).expect("it is text");
    Source { name: name.trim_start_matches("model/").to_owned(), text }
}

#[test]
fn no_line_of_a_screen_acts_or_is_too_wide() {
    let faults = in_parallel(corpus::texts(), |text| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), &text.text);
        let files = ["model/model.toml", "model/shop/counter.toml", "model/yard/gate.toml"];
        let model = load(files.map(|name| source(folder.path(), name)).into()).model.expect("the model is sound");
        let answers = parse(&source(folder.path(), "answers.toml"), &model).expect("the answers are sound");
        let mut faults = Vec::new();
        for (number, keys) in WAYS.iter().enumerate() {
            let mut interview = Interview::new(&model, answers.clone(), Wish::default());
            for key in [keys, &[Key::Paste(text.text.clone())][..]].concat() {
                interview.press(key);
            }
            let lang = if number % 2 == 0 { Lang::En } else { Lang::Zh };
            for (width, rows) in [(40, 12), (120, 40)] {
                let style = Style { lang, width, colors: Colors::On, drawing: Drawing::Drawn };
                let screen = draw(&interview, &style, rows);
                let found = screen.lines.iter().find_map(|line| fault(line, width));
                // Lines that are no screen are wrapped by the terminal.
                let found = found.or_else(|| lines(&interview, &style).iter().find_map(|line| fault(line, usize::MAX)));
                let found =
                    found.or_else(|| (screen.lines.len() != rows).then(|| format!("{} rows", screen.lines.len())));
                faults.extend(found.map(|fault| format!("{}: {keys:?}: {width} × {rows}: {fault}", text.name)));
            }
        }
        faults
    });
    no_faults(faults);
}

fn fault(line: &str, width: usize) -> Option<String> {
    let wide = painted_width(line);
    match harmless(line.as_bytes(), Coloring::Some) {
        _ if line.contains(['\n', '\t']) => Some(format!("more than a line: {line:.200?}")),
        _ if wide > width => Some(format!("{wide} columns: {line:.200?}")),
        // A screen is no log.
        Err(fault) if !fault.starts_with("a command") => Some(fault),
        _ => None,
    }
}
