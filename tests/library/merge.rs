//! What several people answered: what is agreed, near, open, said by one alone; who said what; and what is taken of it.

mod agreement;
mod documents;
mod head;
mod notes;
mod onto;
mod people;

use assess::answers::{Answer, Answers, Claim, parse};
use assess::lang::Lang;
use assess::merge::{Agreement, Merge, Voice, merge};
use assess::model::Model;
use assess::report::{Colors, Drawing, Style};

use crate::support::{market_answers, tiny, tiny_answers};

/// People called by their letters, with these answers to the tiny model.
fn people<'m>(model: &'m Model, lines: &[&str]) -> Merge<'m> {
    heard(model, lines.iter().map(|lines| parse(&tiny_answers(lines), model).expect("they are sound")).collect())
}

fn heard(model: &Model, all: Vec<Answers>) -> Merge<'_> {
    let names = "abcdefghijklmnopqrstuvwxyz".chars();
    let voices = all.into_iter().zip(names).map(|(mut answers, name)| {
        if answers.assessment.assessors.is_empty() {
            answers.assessment.assessors = vec![name.to_uppercase().to_string()];
        }
        Voice { path: format!("{name}.answers.toml"), answers }
    });
    merge(model, voices.collect())
}

/// What becomes of one question that these people answer, in few words: how far they agree, and what is taken of it.
fn greeting(lines: &[&str]) -> (Agreement, Option<String>) {
    let model = tiny();
    let lines: Vec<_> = lines.iter().map(|line| format!("greeting = {line}")).collect();
    let merged = people(&model, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    let topic = &merged.topics[0];
    (topic.agreement, topic.taken.as_ref().map(said))
}

fn said(answer: &Answer) -> String {
    let claim = match &answer.claim {
        None => "-".to_owned(),
        Some(Claim::PartOf(level)) => format!("{level}-"),
        Some(Claim::NotApplicable { reason, until }) => match until {
            Some(until) => format!("n/a {reason} until {until}"),
            None => format!("n/a {reason}"),
        },
        Some(Claim::Level { level, met }) => {
            let met: Vec<_> = met.iter().map(ToString::to_string).collect();
            format!("{level} {}", met.join(" ")).trim_end().to_owned()
        }
    };
    let except = answer.except.iter().map(|(id, it)| format!(" but {id} {}", it.reason));
    let note = answer.note.iter().map(|note| format!(" ({note})"));
    claim + &except.chain(note).collect::<String>()
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what is taken or not")]
fn taken(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// Answers of these assessors.
fn by(model: &Model, assessors: &[&str], lines: &str) -> Answers {
    let mut answers = parse(&tiny_answers(lines), model).expect("they are sound");
    answers.assessment.assessors = assessors.iter().map(|&name| name.to_owned()).collect();
    answers
}

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

/// Answers with this head to the market.
fn of_market(model: &Model, head: &str, rest: &str) -> Answers {
    parse(&market_answers(head, rest), model).unwrap_or_else(|problems| panic!("{problems}"))
}
