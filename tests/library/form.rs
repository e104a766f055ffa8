//! The questionnaire as a workbook, filled in and read back.

use std::io::Cursor;

use assess::answers::questionnaire::{Questionnaire, read};
use assess::answers::{self, Answer, Answers, Claim, Date, Exception, Given, fill};
use assess::lang::Lang;
use assess::model::{Id, Level, Model, Node};
use assess::problem::Source;
use assess::report::Form;
use assess::report::html::{self, Languages};
use assess::report::xlsx::form;
use assess::scoring::level_of;
use calamine::{Data, Reader as _, Xlsx};
use proptest::prelude::*;

use crate::settings::varied;
use crate::support::{assessments, tiny};

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

fn made(model: &Model, answers: &Answers, lang: Lang) -> Vec<u8> {
    form(&Form { model, answers, part: Node::Model(model) }, lang).expect("it fits into a sheet")
}

/// The first sheet of a workbook, as a program saves it as comma-separated values.
fn as_csv(bytes: &[u8], separator: u8) -> Vec<u8> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let range = workbook.worksheet_range_at(0).expect("it has a sheet").expect("it can be read");
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(b"\xef\xbb\xbf".to_vec());
    for row in range.rows() {
        let shown = row.iter().map(|cell| match cell {
            Data::DateTime(moment) => {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            cell => cell.to_string(),
        });
        writer.write_record(shown).expect("memory takes all");
    }
    writer.into_inner().expect("memory takes all")
}

#[test]
fn what_is_explained_of_a_model_is_about_levels_that_it_has() {
    let model = tiny();
    assert_eq!(model.top(), Level(2));
    for lang in LANGS {
        let mut workbook =
            Xlsx::new(Cursor::new(made(&model, &answers::empty(&model), lang))).expect("it is a workbook");
        let sheet = workbook.worksheet_range_at(1).expect("it has a second sheet").expect("it can be read");
        let page = html::form(
            &Form { model: &model, answers: &answers::empty(&model), part: Node::Model(&model) },
            Languages::One(lang),
        );
        let keys =
            page.split("id=\"help\"").nth(1).and_then(|rest| rest.split("</dialog>").next()).expect("it has keys");
        let said =
            sheet.rows().flatten().map(ToString::to_string).chain([keys.to_owned()]).collect::<Vec<_>>().join("\n");
        assert!(said.contains("2-") && said.contains("2.1 "), "{said}");
        for wrong in ["level 3", "级别 3", "3-", "3.1", "3.2"] {
            assert!(!said.contains(wrong), "{wrong}: {said}");
        }
    }
}

fn read_back(bytes: &[u8], model: &Model) -> Questionnaire {
    read(bytes, model).unwrap_or_else(|unreadable| panic!("{unreadable}"))
}

/// The answers that a questionnaire gives where there were none.
fn filled(questionnaire: &Questionnaire, model: &Model) -> Answers {
    let empty = answers::compose("a.toml", model, &answers::empty(model), Lang::En).expect("it is empty");
    filled_into(&empty.text, questionnaire, model)
}

fn filled_into(text: &str, questionnaire: &Questionnaire, model: &Model) -> Answers {
    let source = Source { name: "a.toml".to_owned(), text: text.to_owned() };
    let filled = fill(&source, model, questionnaire, level_of).unwrap_or_else(|error| panic!("{error}"));
    filled.saved.answers
}

fn assert_same(given: &Given, answers: &Answers) {
    for (id, answer) in given {
        assert_eq!(Some(answer), answers.given.get(id), "{id}");
    }
    assert_eq!(given.len(), answers.given.len());
}

/// Texts of any kind in the answers: what a cell begins and ends with that shows nothing is not kept, nor where lines end.
fn with_texts(mut answers: Answers, texts: &[String]) -> Answers {
    let mut next = texts.iter().cycle().cloned();
    let mut text = || next.next().expect("there are some");
    let day = Date::new(2027, 6, 30);
    for (at, answer) in answers.given.values_mut().enumerate() {
        answer.note = (at % 3 > 0).then(&mut text);
        answer.evidence = (0..at % 3).map(|_| text().replace('\n', " ")).collect();
        if let Some(Claim::NotApplicable { reason, until }) = &mut answer.claim {
            (*reason, *until) = (text(), day.filter(|_| at % 2 == 0));
        }
        for (_, Exception { reason, until }) in answer.except.iter_mut() {
            (*reason, *until) = (text(), day.filter(|_| at % 2 == 1));
        }
    }
    answers
}

fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z]{1,6}",
        Just("\n".to_owned()),
        Just("\n ".to_owned()),
        Just("=1+1".to_owned()),
        Just("3.1".to_owned()),
        Just(", \"quoted\"; ".to_owned()),
        Just("until 2027-01-01 ".to_owned()),
        Just("_x0041_".to_owned()),
        Just("<b>&amp;".to_owned()),
        Just("分支，“引号”".to_owned()),
        Just("３".to_owned()),
        Just("N/A".to_owned()),
    ];
    prop::collection::vec(part, 1..6).prop_map(|parts| format!("x{}x", parts.concat()))
}

fn check(model: &Model, answers: &Answers, lang: Lang) {
    let workbook = made(model, answers, lang);
    let tables = [as_csv(&workbook, b','), as_csv(&workbook, b';'), as_csv(&workbook, b'\t')];
    for bytes in tables.iter().chain([&workbook]) {
        let back = read_back(bytes, model);
        assert_same(&filled(&back, model).given, answers);
        let again = answers::compose("a.toml", model, answers, lang).expect("these answers can be given");
        let same = filled_into(&again.text, &back, model);
        assert_same(&same.given, answers);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn answers_come_back_from_a_form((model, answers) in assessments(), texts in prop::collection::vec(text(), 1..9)) {
        check(&model, &with_texts(answers, &texts), LANGS[texts.len() % 2]);
    }

    #[test]
    fn they_come_back_where_models_count_in_other_ways(
        (model, answers, _) in varied(),
        texts in prop::collection::vec(text(), 1..9),
    ) {
        check(&model, &with_texts(answers, &texts), LANGS[texts.len() % 2]);
    }
}

#[test]
fn a_form_carries_the_day_of_the_answers_in_it() {
    let model = tiny();
    let day: Date = "2024-02-29".parse().expect("the calendar has it");
    let mut answers = answers::empty(&model);
    answers.assessment.date = Some(day);
    for lang in LANGS {
        assert_eq!(read_back(&made(&model, &answers, lang), &model).about.date, None, "nothing is answered yet");
    }
    let id = Id("shop.counter.selling.greeting".into());
    let answer = Answer { claim: Some(Claim::at(Level(1))), ..Answer::default() };
    answers.given.insert(id, answer);
    for lang in LANGS {
        let bytes = made(&model, &answers, lang);
        assert_eq!(read_back(&bytes, &model).about.date, Some(day));
        assert_eq!(read_back(&as_csv(&bytes, b';'), &model).about.date, Some(day));
    }
}
