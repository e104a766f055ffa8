//! The answers file: what an edit gives back, and that it leaves everything else as it was.

use std::collections::{BTreeSet, VecDeque};

use crate::support::{self, clauses, market, models, tiny, tiny_answers};
use assess::answers::{
    self, Answer, Change, Changed, Claim, Date, Detail, Template, Update, UpdateError, Value, parse, template, update,
};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{ClauseId, Dimension, Id, Level, Model};
use assess::problem::Source;
use assess::scoring::{level_of, score};
use proptest::prelude::*;

/// The text after one dimension is answered anew.
fn set(source: &Source, model: &Model, dimension: &Dimension, answer: Option<&Answer>) -> Result<String, UpdateError> {
    update(source, model, &[Update::Answer(dimension.id.clone(), answer.cloned())]).map(|saved| saved.text)
}

fn set_date(source: &Source, model: &Model, date: Date) -> Result<String, UpdateError> {
    update(source, model, &[Update::Date(date)]).map(|saved| saved.text)
}

fn named(text: &str) -> Source {
    Source { name: "answers.toml".to_owned(), text: text.to_owned() }
}

fn dimension<'m>(model: &'m Model, key: &str) -> &'m Dimension {
    model.dimensions().find(|dimension| dimension.id.key() == key).expect("it is in the fixture")
}

fn level(number: u8) -> Answer {
    Answer { claim: Some(Claim::Level { level: Level(number), met: clauses(&[]) }), ..Answer::default() }
}

/// The text after `greeting` is set to level 2.
fn edited(text: &str) -> String {
    let model = tiny();
    set(&named(text), &model, dimension(&model, "greeting"), Some(&level(2))).expect("the text is sound")
}

const HEAD: &str = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";

#[test]
fn comments_order_and_formatting_stay() {
    let text = format!(
        "# top\n{HEAD}\n# ours\n[answers.shop.counter.selling] # table\npaying   = 1 # cash\ngreeting = 0   # hello\n# end\n"
    );
    assert_eq!(edited(&text), text.replace("greeting = 0 ", "greeting = 2 "));
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let text =
        format!("\u{feff}{HEAD}[answers.shop.counter.selling]\ngreeting = 0\npaying = 1\n").replace('\n', "\r\n");
    assert_eq!(edited(&text), text.replace("greeting = 0", "greeting = 2"));
    let mixed = format!("{HEAD}[answers.shop.counter.selling]\r\ngreeting = 0\npaying = 1\r\n");
    assert_eq!(edited(&mixed), mixed.replace("greeting = 0", "greeting = 2"));
}

#[test]
fn a_new_line_takes_the_line_end_of_the_file() {
    let text = format!("{HEAD}[answers.shop.counter.selling]\npaying = 1\n").replace('\n', "\r\n");
    assert_eq!(edited(&text), text.replace("paying", "greeting = 2\r\npaying"));
}

#[test]
fn a_file_without_a_last_newline_is_continued() {
    assert_eq!(edited(HEAD.trim_end()), format!("{HEAD}\n[answers.shop.counter.selling]\ngreeting = 2\n"));
}

#[test]
fn every_way_to_write_a_table_is_understood() {
    for answers in [
        "[answers]\nshop.counter.selling.paying = 1\n",
        "[answers.shop]\ncounter.selling = { paying = 1 }\n",
        "[answers.shop.counter.selling.paying]\nlevel = 1\n",
        "[answers.shop.counter.selling.greeting]\nlevel = 0\nnote = \"kept\"\n[answers.shop.counter.selling.paying]\nlevel = 1\n",
        "[answers]\n[answers.shop]\n[answers.shop.counter]\n[answers.shop.counter.selling]\npaying = { level = 1 }\n",
    ] {
        let text = format!("{HEAD}{answers}");
        let model = tiny();
        let before = parse(&named(&text), &model).expect("the text is sound");
        let after = parse(&named(&edited(&text)), &model).expect("the edited text is sound");
        let claim = |answers: &answers::Answers, key| {
            answers.given.get(&dimension(&model, key).id).and_then(|answer| answer.claim.clone())
        };
        assert_eq!(claim(&after, "greeting"), level(2).claim, "{answers}");
        assert_eq!(claim(&after, "paying"), claim(&before, "paying"), "{answers}");
    }
}

#[test]
fn removing_an_answer_keeps_the_comments_above_it() {
    let model = tiny();
    let text = format!("{HEAD}[answers.shop.counter.selling]\n# about greeting\ngreeting = 0\npaying = 1\n");
    let without = set(&named(&text), &model, dimension(&model, "greeting"), None).expect("the text is sound");
    assert_eq!(without, text.replace("greeting = 0\n", ""));
}

#[test]
fn new_sections_stand_where_the_model_puts_them() {
    let model = embedded::model();
    let mut text = "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\n".to_owned();
    let mut dimensions: Vec<_> = model.dimensions().collect();
    dimensions.reverse();
    for dimension in dimensions {
        text = set(&named(&text), model, dimension, Some(&level(1))).expect("the text is sound");
    }
    let headers: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("[answers.")?.strip_suffix(']')).collect();
    let wanted: Vec<_> = model.sub_domains().map(|sub_domain| sub_domain.id.as_str()).collect();
    assert_eq!(headers, wanted);
    let keys: Vec<_> =
        text.lines().filter_map(|line| line.strip_suffix(" = 1")).filter(|key| *key != "schema").collect();
    let wanted: Vec<_> = model.dimensions().map(|dimension| dimension.id.key()).collect();
    assert_eq!(keys, wanted);
}

#[test]
fn the_date_is_written_where_it_is_or_added() {
    let model = tiny();
    let day = "2026-11-21".parse().expect("it is a day");
    let text = format!("{HEAD}date = 2026-01-01 # first\n");
    let dated = set_date(&named(&text), &model, day).expect("the text is sound");
    assert_eq!(dated, text.replace("2026-01-01", "2026-11-21"));
    let added = set_date(&named(HEAD), &model, day).expect("the text is sound");
    assert_eq!(added, format!("{HEAD}date = 2026-11-21\n"));
}

#[test]
fn a_template_is_sound_and_empty_until_filled_in() {
    let date = "2026-11-21".parse().expect("it is a day");
    for (model, lang) in [(embedded::model(), Lang::En), (embedded::model(), Lang::Zh), (&tiny(), Lang::En)] {
        let text = template(
            "answers.toml",
            model,
            Template { lang, date: Some(date), scope: &[], schema: None, team: None, detail: Detail::Levels },
        );
        let begun = text.expect("the options are sound");
        assert!(begun.answers.given.is_empty());
        let filled: String = begun
            .text
            .lines()
            .map(|line| match line.strip_prefix("# ").and_then(|line| line.strip_suffix(" =")) {
                Some(key) => format!("{key} = {}\n", model.top()),
                None => format!("{line}\n"),
            })
            .collect();
        let answers = parse(&named(&filled), model).expect("the filled template is sound");
        let asked = model
            .dimensions()
            .filter(|dimension| model.areas.iter().any(|area| !area.optional && dimension.id.is_within(&area.id)));
        assert_eq!(answers.given.len(), asked.count(), "what is optional is left out");
    }
}

#[test]
fn a_change_keeps_what_it_does_not_name() {
    let old = Answer {
        claim: Some(Claim::Level { level: Level(0), met: clauses(&["1.1", "2.1"]) }),
        note: Some("why".to_owned()),
        evidence: vec!["a.md".to_owned()],
        line: 7,
        ..Answer::default()
    };
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let apply = |change: Change| change.apply(Some(&old), |claim| level_of(greeting, claim));
    let to = |value| apply(Change { value: Some(value), ..Change::default() }).answer;
    let raised = to(Value::Claim(Claim::Level { level: Level(1), met: clauses(&[]) })).expect("an answer is there");
    assert_eq!(raised.claim, Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) }));
    assert_eq!((raised.note, raised.evidence), (old.note.clone(), old.evidence.clone()));
    let claim = Claim::NotApplicable { reason: "so".to_owned(), until: None };
    let excused = to(Value::Claim(claim.clone())).expect("an answer is there");
    assert_eq!((excused.claim, excused.note), (Some(claim), old.note.clone()));
    assert_eq!(to(Value::Removed), None);
    let silent = Change { note: Some(String::new()), evidence: Some(Vec::new()), ..Change::default() };
    let silent = apply(silent).answer.expect("the claim is there");
    assert_eq!((silent.note, silent.evidence.len(), silent.claim), (None, 0, old.claim.clone()));
}

/// The claim on greeting after a level is given again, and the clauses dropped.
fn answered_again(old: &Claim, new: Claim) -> (Claim, BTreeSet<ClauseId>) {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let old = Answer { claim: Some(old.clone()), ..Answer::default() };
    let change = Change { value: Some(Value::Claim(new)), ..Change::default() };
    let Changed { answer, dropped } = change.apply(Some(&old), |claim| level_of(greeting, claim));
    (answer.and_then(|answer| answer.claim).expect("a level is claimed"), dropped)
}

#[test]
fn answering_lower_lowers() {
    let named = Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) };
    for level in [0, 1] {
        let (claim, dropped) = answered_again(&named, Claim::at(Level(level)));
        assert_eq!((claim, dropped), (Claim::at(Level(level)), clauses(&["2.1", "2.2"])));
    }
    let partly = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    let kept = (Claim::Level { level: Level(0), met: clauses(&["2.1"]) }, clauses(&[]));
    assert_eq!(answered_again(&partly, Claim::at(Level(0))), kept, "they do not make it count higher");
    assert_eq!(answered_again(&named, Claim::at(Level(2))), (Claim::at(Level(2)), clauses(&[])), "they lie within it");
}

#[test]
fn names_given_with_the_level_stay() {
    let old = Claim::at(Level(1));
    let new = Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) };
    assert_eq!(answered_again(&old, new.clone()), (new, clauses(&[])));
}

#[test]
fn a_grade_names_no_clause_and_tells_which_it_drops() {
    let old = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    assert_eq!(answered_again(&old, Claim::PartOf(Level(2))), (Claim::PartOf(Level(2)), clauses(&["2.1"])));
}

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
            let mut read = parse(&named(&new), &model).expect("the edited text is sound").given;
            let line = read.get(&dimension.id).map(|answer| answer.line);
            for answer in read.values_mut() {
                answer.line = 0;
            }
            prop_assert_eq!(&read, &wanted);
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

#[test]
fn an_optional_area_is_in_a_template_where_it_is_asked_for() {
    let model = market();
    let date: Date = "2026-01-31".parse().expect("it is a day");
    let of = |scope: &[Id]| {
        let detail = Detail::Headings;
        let options = Template { lang: Lang::En, date: Some(date), scope, schema: None, team: None, detail };
        template("answers.toml", &model, options).expect("it is sound").text
    };
    let (usual, chosen) = (of(&[]), of(&[model.areas[0].id.clone()]));
    assert!(!usual.contains("[answers.stall.") && usual.contains("[answers.shop."), "{usual}");
    assert!(
        usual.contains("# scope = [\"shop\"]  # these, unless others are named; there are also \"stall\""),
        "{usual}"
    );
    assert!(chosen.contains("[answers.stall.") && chosen.contains("\nscope = [\"stall\"]\n"), "{chosen}");
}

#[test]
fn an_optional_area_is_in_scope_where_the_scope_names_it() {
    let model = market();
    let read = |head: &str| {
        let text = format!(
            "schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"\n{head}\n\
             [answers.stall.awning.rain]\ncover = 1\n[answers.shop.counter.selling]\npaying = 3\n"
        );
        parse(&named(&text), &model).expect("it is sound")
    };
    let counts = |head: &str| {
        let answers = read(head);
        let outside: Vec<_> =
            answers.out_of_scope(&model).iter().map(|(area, count)| (area.id.to_string(), *count)).collect();
        (score(&model, &answers).overall.total, outside)
    };
    assert_eq!(counts(""), (3, vec![("stall".to_owned(), 1)]));
    assert_eq!(counts("scope = [\"stall\"]"), (1, vec![("shop".to_owned(), 1)]));
    assert_eq!(counts("scope = [\"shop\", \"stall\"]"), (4, Vec::new()));
}

#[test]
fn answers_to_another_version_are_brought_over() {
    let model = tiny();
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"1\" # as of spring\n\n[answers.shop.counter.selling]\n# hello\ngreeting = 1\nbowing = { level = 1, note = \"low\" }\n\n[answers.shop.cellar.storing]\nwine = 2\n";
    let migration = answers::migrate(&named(text), &model).expect("the rest is sound").expect("it is another version");
    assert_eq!(migration.gone, ["shop.counter.selling.bowing", "shop.cellar.storing.wine"]);
    assert_eq!(migration.open.iter().map(Id::key).collect::<Vec<_>>(), ["paying"]);
    insta::assert_snapshot!(migration.text);
    let current = named(&migration.text);
    assert_eq!(answers::migrate(&current, &model), Ok(None), "once is enough");
}

#[test]
fn what_is_asked_anew_stays_so_in_another_version_as_far_as_it_is_there() {
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"1\"\nask-again = [\"shop.counter.selling.bowing\", \"shop.counter.selling.greeting\"]\n\n[answers.shop.counter.selling]\ngreeting = 1\n";
    let migration = answers::migrate(&named(text), &tiny()).expect("it is sound then").expect("it is another version");
    let asked: Vec<_> = migration.answers.assessment.ask_again.iter().map(ToString::to_string).collect();
    assert_eq!(asked, ["shop.counter.selling.greeting"]);
}

#[test]
fn every_comment_outlives_the_answer_it_stands_by() {
    let model = tiny();
    for (answers, left) in [
        ("[answers.shop.counter.selling]\npaying = 1\n# ours\ngreeting = 1 # gone\n# end\n", ["# ours", "# end"]),
        ("[answers.shop.counter.selling]\n# ours\ngreeting = [1, # gone\n]\n\n# end", ["# ours", "# end"]),
        ("[answers]\n# ours\nshop.counter.selling.greeting.level = 1\n# end\n", ["# ours", "# end"]),
        ("# ours\n[answers.shop.counter.selling.greeting]\n# end\nlevel = 1\n", ["# ours", "# end"]),
    ] {
        let text = format!("{HEAD}{answers}").replace("[1, # gone\n]", "{ level = 1, evidence = [\"a\", # gone\n] }");
        let greeting = dimension(&model, "greeting");
        let cleared = set(&named(&text), &model, greeting, None).expect("the text is sound");
        let read = parse(&named(&cleared), &model).expect("the cleared text is sound");
        assert!(!read.given.contains_key(&greeting.id), "{cleared}");
        assert!(left.iter().all(|comment| cleared.contains(comment)) && !cleared.contains("gone"), "{cleared}");
        let na = Claim::NotApplicable { reason: "nobody comes".to_owned(), until: None };
        let changed = set(&named(&text), &model, greeting, Some(&Answer { claim: Some(na), ..Answer::default() }));
        let changed = changed.expect("the text is sound");
        assert!(left.iter().all(|comment| changed.contains(comment)) && changed.contains("nobody"), "{changed}");
    }
}
