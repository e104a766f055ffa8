//! Questionnaires to an older minor version of the model: read as that version had it.

use assess::answers;
use assess::answers::questionnaire::read;
use assess::embedded;
use assess::model::{Fate, Id, Model, Place, VersionChange};
use assess::problem::Source;
use assess::scoring::level_of;

use super::{COVER, level, problems_to};
use crate::support::market;

#[test]
fn an_older_minor_version_is_carried_over() {
    let model = embedded::model();
    let change = model.changes.iter().find(|change| change.fate == Fate::AsksMore).expect("something asks more");
    let id = &change.place.id;
    let text = format!("Model and version,devops 1.0\nId,Answer\n{id},{}\n", model.top());
    let read = read(text.as_bytes(), model).unwrap_or_else(|unreadable| panic!("{unreadable}"));
    assert!(read.carried.is_some());
    assert_eq!(read.about.ask_again, std::slice::from_ref(id));
    let text = text.replace("1.0", "1.1");
    assert!(answers::questionnaire::read(text.as_bytes(), model).is_ok_and(|read| read.carried.is_none()));
}

/// The market before version 1.2, in which the cover was the roof and stood in a tent.
fn market_with_tents() -> Model {
    let mut model = market();
    let place = |id: &str| Place { id: Id(id.to_owned().into()), clause: None };
    let since = "1.2".parse().expect("it is a version");
    let fate = Fate::Moved(place("stall.awning"));
    model.changes.to_mut().push(VersionChange { since, place: place("stall.tent"), fate });
    model
}

#[test]
fn what_an_older_version_called_otherwise_is_the_question_of_this_one() {
    let model = market_with_tents();
    let old = "Model and version,market 1.1\nId,Answer,Clauses excepted\n";
    let cover = Id(COVER.into());
    let text = "schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"\n\
                [answers.stall.awning.rain]\ncover = { level = 1, except = { \"2.1\" = \"we sell umbrellas\" } }\n";
    let file = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
    for was in ["stall.awning.rain.roof", "stall.tent.rain.cover", COVER] {
        let filled = |answer: &str| {
            let questionnaire = read(format!("{old}{was},{answer},\n").as_bytes(), &model);
            let questionnaire = questionnaire.unwrap_or_else(|unreadable| panic!("{was}: {unreadable}"));
            let filled = answers::fill(&file, &model, &questionnaire, level_of);
            (questionnaire, filled.unwrap_or_else(|error| panic!("{was}: {error}")))
        };
        let (_, removed) = filled("none");
        assert_eq!(removed.saved.answers.given.get(&cover), None, "{was}: {}", removed.saved.text);
        let (_, raised) = filled("2");
        let answer = &raised.saved.answers.given[&cover];
        assert_eq!(answer.claim, Some(level(2)), "{was}");
        assert_eq!(answer.except.len(), 1, "{was}: an empty cell removes nothing");
        let (empty, kept) = filled("");
        assert!(empty.empty.contains(&cover), "{was}");
        assert_eq!(kept.kept, std::slice::from_ref(&cover), "{was}");
        let twice = format!("{old}{was},none\n{COVER},2\n");
        let said = problems_to(twice.as_bytes(), &model);
        assert_eq!(said, [format!("A4: a second answer to `{COVER}`: the first is at A3")], "{was}");
    }
    let gone = read(format!("{}bowing,none\n", old.replace("1.1", "1.0")).as_bytes(), &model);
    assert!(gone.is_err(), "a question goes by its whole id");
    let gone = format!("{}shop.counter.selling.bowing,none\n", old.replace("1.1", "1.0"));
    let gone = read(gone.as_bytes(), &model).unwrap_or_else(|unreadable| panic!("{unreadable}"));
    assert!(gone.changes.is_empty(), "there is no answer to remove");
}
