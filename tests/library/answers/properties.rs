//! What holds for every text and every answer.

use std::collections::VecDeque;

use assess::answers::{self, Answer, parse};
use assess::model::{Dimension, Level, Model};
use proptest::prelude::*;

use super::{named, set};
use crate::support::{self, models, tiny, tiny_answers};

/// Text that would break a file if it were not quoted.
fn awkward() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![
            "[a-z]{1,6}",
            Just("\"".to_owned()),
            Just("\\".to_owned()),
            Just("\n".to_owned()),
            Just("'''".to_owned()),
            Just("#".to_owned()),
            Just("\u{1b}[31m".to_owned()),
            Just("分支".to_owned()),
            Just("\u{202e}".to_owned())
        ],
        1..8,
    )
    .prop_map(|parts| format!("x{}", parts.concat()))
}

fn full_answer(dimension: &Dimension, top: Level) -> impl Strategy<Value = Option<Answer>> + use<> {
    let parts = (support::answer(dimension, top), prop::option::of(awkward()), prop::collection::vec(awkward(), 0..3));
    parts.prop_map(|(answer, note, evidence)| answer.map(|answer| Answer { note, evidence, ..answer }))
}

/// A model, and a history of changes to its dimensions by their place.
fn histories() -> impl Strategy<Value = (Model, Vec<(usize, Option<Answer>)>)> {
    models().prop_flat_map(|model| {
        let dimensions: Vec<_> = model.dimensions().cloned().collect();
        let top = model.top();
        let place = 0..dimensions.len();
        let change = place.prop_flat_map(move |place| (Just(place), full_answer(&dimensions[place], top)));
        (Just(model), prop::collection::vec(change, 1..8))
    })
}

/// The lines in which two texts differ: all others stand before or behind them in both.
fn difference<'t>(old: &'t str, new: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let [mut old, mut new] = [old, new].map(|text| text.split_inclusive('\n').collect::<VecDeque<_>>());
    while old.front().is_some_and(|line| new.front() == Some(line)) {
        old.pop_front();
        new.pop_front();
    }
    while old.back().is_some_and(|line| new.back() == Some(line)) {
        old.pop_back();
        new.pop_back();
    }
    (old.into(), new.into())
}

/// The text with a comment at the end of one of its lines, counted from 1.
fn commented(text: &str, line: usize, comment: &str) -> String {
    let lines = text.split_inclusive('\n').enumerate().map(|(number, own)| {
        let content = own.trim_end_matches(['\r', '\n']);
        if number + 1 == line { format!("{content}{comment}{}", &own[content.len()..]) } else { own.to_owned() }
    });
    lines.collect()
}

proptest! {
    #[test]
    fn an_edit_gives_back_the_answer_and_leaves_every_other_byte((model, history) in histories(), crlf in any::<bool>()) {
        let head = "# ours\nschema=1 # kept\n\n [assessment]\nmodel   = 'random'\n\tmodel-version = \"1\"\n# last\n";
        let mut text = if crlf { head.replace('\n', "\r\n") } else { head.to_owned() };
        let mut wanted = answers::empty(&model).given;
        let dimensions: Vec<_> = model.dimensions().collect();
        for (number, (place, answer)) in history.into_iter().enumerate() {
            let dimension = dimensions[place];
            let new = set(&named(&text), &model, dimension, answer.as_ref()).expect("the text is sound");
            let (old_part, new_part) = difference(&text, &new);
            prop_assert!(old_part.len() <= 1 && new_part.len() <= 3, "{old_part:?} became {new_part:?}");
            let is_its_own = |line: &&&str| line.trim_start().starts_with(&format!("{} ", dimension.id.key()));
            prop_assert!(old_part.iter().all(|line| is_its_own(&line)), "{old_part:?}");
            let is_heading = |line: &&str| line.trim().is_empty() || line.starts_with("[answers.");
            prop_assert!(new_part.iter().filter(|line| !is_heading(line)).count() <= 1, "{new_part:?}");
            let comment = |line: &&str| line.rsplit_once("  # reason ").map(|(_, number)| number.to_owned());
            if let ([old], true) = (&old_part[..], answer.is_some()) {
                prop_assert_eq!(new_part.iter().find_map(comment), comment(old), "a comment at the end stays");
            }
            match answer {
                Some(answer) => wanted.insert(dimension.id.clone(), answer),
                None => wanted.remove(&dimension.id),
            };
            let read = parse(&named(&new), &model).expect("the edited text is sound");
            let line = read.given.get(&dimension.id).map(|answer| read.file.line(answer.offset));
            prop_assert_eq!(&read.given, &wanted);
            prop_assert_eq!(new.matches("\r\n").count() == new.matches('\n').count(), crlf);
            // Somebody says why, behind the answer.
            text = match line {
                Some(line) if number % 2 == 0 => commented(&new, line, &format!("  # reason {number}")),
                _ => new,
            };
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let _ = parse(&named(&text), &tiny());
        let _ = parse(&tiny_answers(&text), &tiny());
    }
}
