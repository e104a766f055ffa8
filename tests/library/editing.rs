//! Editing an answers file in place: what says the same keeps its bytes, in whatever spelling, and the rest its comments.

mod lists;
mod places;

use crate::support::{clauses, tiny};

use assess::answers::{
    Answer, ByClause, Claim, Date, Exception, Review, Saved, Template, Update, UpdateError, parse, template, update,
};
use assess::answers::{Detail, migrate};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Id, Level, Model};
use assess::problem::Source;
use proptest::prelude::*;

const HEAD: &str = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";

fn named(text: &str) -> Source {
    Source { name: "answers.toml".to_owned(), text: text.to_owned() }
}

fn greeting() -> Id {
    Id("shop.counter.selling.greeting".into())
}

/// The text after the answer to `greeting` is changed.
fn edited(text: &str, change: impl FnOnce(&mut Answer)) -> String {
    let model = tiny();
    let mut answer =
        parse(&named(text), &model).expect("the text is sound").given.remove(&greeting()).unwrap_or_default();
    change(&mut answer);
    changed(text, &[Update::Answer(greeting(), Some(answer))]).unwrap_or_else(|error| panic!("{error:?}: {text}")).text
}

fn changed(text: &str, updates: &[Update]) -> Result<Saved, UpdateError> {
    update(&named(text), &tiny(), updates)
}

/// Why a change is refused, and that it is for itself, and not for the file it would make.
fn refused(result: Result<Saved, UpdateError>) -> String {
    match result {
        Err(UpdateError::Input(refusal)) => refusal.message.en.into_owned(),
        other => panic!("{other:?}"),
    }
}

fn with_note(note: &str) -> Answer {
    let claim = Claim::Level { level: Level(1), met: clauses(&[]) };
    Answer { claim: Some(claim), note: Some(note.to_owned()), ..Answer::default() }
}

/// Ways to write an answer of level 1 with clause 2.1, a note and two pieces of evidence, with comments.
const SPELLINGS: [&str; 7] = [
    "[answers.shop.counter.selling]\ngreeting = { level = 0x1,  met=['2.1'], note = 'as ever', evidence = [\"a.md\",'b.md'] } # ours\npaying = 1\n",
    "[answers.shop.counter.selling]\npaying = 1\n# above\ngreeting = { level = +1, met = [ '2.1', # one\n ], note = 'as ever', evidence = [ 'a.md', # shown\n  # why b\n  \"b.md\" # last\n] }\n# end\n",
    "[answers.shop.counter.selling]\ngreeting = { # open\n  level = 1, # level\n  # why\n  met = [\"2.1\",],\n  note = 'as ever', # note\n  evidence = [\n    \"\\u0061.md\", # shown\n    \"b.md\",\n  ],\n}\n",
    "[answers.shop.counter.selling.greeting] # here\nlevel = 1\n  met = [\"2.1\"] # one\n\n# why\nnote = 'as ever'\nevidence = [\n\t'a.md', # shown\n\t'b.md'\n]\n[answers.shop.counter.selling.paying]\nlevel = 1\n",
    "[answers]\n shop.counter.selling.greeting.level = 1 # one\nshop.counter.selling.greeting.met = [\"2.1\"]\nshop . counter.selling.greeting.note = 'as ever' # note\nshop.counter.selling.\"greeting\".evidence = [\"a.md\", \"b.md\"]\nshop.counter.selling.paying = 1\n",
    "[answers.shop]\ncounter.selling = { greeting = { level = 1, met = [\"2.1\"], note = 'as ever', evidence = [\"a.md\", \"b.md\"] }, paying = 1 } # all\n",
    "[answers.shop]\ncounter = { selling.paying = 1, selling.greeting.level = 1, selling.greeting.met = [\"2.1\"], selling.greeting.note = 'as ever', selling.greeting.evidence = [\"a.md\", \"b.md\"] } # all\n",
];

fn spelled() -> impl Iterator<Item = String> {
    SPELLINGS.iter().flat_map(|body| {
        let text = format!("# top\n{HEAD}\n{body}");
        [text.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n"))]
    })
}

#[test]
fn what_says_the_same_keeps_its_bytes() {
    for text in spelled() {
        assert_eq!(edited(&text, |_| {}), text);
        let scope = format!("{text}\n").replace("schema = 1", "schema = 1\nassessment.scope = [ 'shop', # all\n ]");
        let scope =
            scope.replace("[assessment]\nmodel", "assessment.model").replace("\nmodel-v", "\nassessment.model-v");
        let scope = scope.replace("[assessment]\r\nmodel", "assessment.model");
        assert_eq!(changed(&scope, &[Update::Scope(vec![Id("shop".into())])]).map(|saved| saved.text), Ok(scope));
    }
}

#[test]
fn a_field_that_changes_changes_alone() {
    for text in spelled() {
        let noted = edited(&text, |answer| answer.note = Some("new".to_owned()));
        assert_eq!(noted, text.replace("'as ever'", "\"new\""));
        let shown = edited(&text, |answer| answer.evidence[1] = "c.md".to_owned());
        let quote = if text.contains("'b.md'") { "'b.md'" } else { "\"b.md\"" };
        assert_eq!(shown, text.replace(quote, "\"c.md\""));
    }
}

/// The comments of a text, none of whose strings has a `#`.
fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| line.find('#').map(|at| &line[at..]))
}

#[test]
fn braces_come_and_go_with_what_they_hold() {
    let line = |value: &str| format!("{HEAD}[answers.shop.counter.selling]\ngreeting = {value} # ours\n");
    let note = |note: Option<&'static str>| move |answer: &mut Answer| answer.note = note.map(str::to_owned);
    for (before, change, after) in [
        ("0x1", note(Some("why")), "{ level = 0x1, note = \"why\" }"),
        ("{ level = 0x1, note = 'why' }", note(None), "0x1"),
        ("{level=1,note='why',evidence=['a']}", note(None), "{level=1,evidence=['a']}"),
        ("{ level = 1 }", note(Some("why")), "{ level = 1, note = \"why\" }"),
        ("{ evidence = ['a'], level = 1 }", note(Some("why")), "{ note = \"why\", evidence = ['a'], level = 1 }"),
        ("{ level = 1, # one\n note = 'why' }", note(None), "{ level = 1 # one\n }"),
        ("{ na = 'none' }", note(Some("a\nb")), "{ na = 'none', note = \"a\\nb\" }"),
    ] {
        assert_eq!(edited(&line(before), change), line(after));
    }
    let named = |answer: &mut Answer| {
        answer.claim = Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) });
        answer.note = None;
    };
    assert_eq!(edited(&line("{ level = 1, note = 'why' }"), named), line("{ level = 1, met = [\"2.1\"] }"));
    let until = |day: &str| {
        let until = day.parse::<Date>().ok();
        move |answer: &mut Answer| {
            answer.claim = Some(Claim::NotApplicable { reason: "none".to_owned(), until });
        }
    };
    assert_eq!(
        edited(&line("{ na = 'none' }"), until("2027-01-01")),
        line("{ na = { reason = 'none', until = 2027-01-01 } }")
    );
    assert_eq!(edited(&line("{ na = { reason = 'none', until = 2027-01-01 } }"), until("")), line("{ na = 'none' }"));
}

#[test]
fn what_would_be_refused_is_refused_as_what_was_asked_for() {
    let text = format!("{HEAD}[answers.shop.counter.selling]\npaying = 1\n");
    let answer = |answer| refused(changed(&text, &[Update::Answer(greeting(), Some(answer))]));
    assert_eq!(answer(with_note(&"x".repeat(10_001))), "text of 10001 characters; 10000 are allowed");
    assert_eq!(answer(with_note("\u{200b}\u{2060}")), "empty text");
    assert_eq!(answer(Answer { evidence: vec![String::new()], ..with_note("why") }), "empty text");
    let met = clauses(&["1.1"]);
    let low = Claim::Level { level: Level(1), met };
    assert_eq!(
        answer(Answer { claim: Some(low), ..Answer::default() }),
        "clause `1.1` is not above level 1, which is claimed in full"
    );
    let shop = Id("shop".into());
    assert_eq!(refused(changed(&text, &[Update::Scope(vec![shop.clone(), shop])])), "`shop` is there twice");
    let full = format!("{text}#{}\n", "x".repeat((1 << 20) - text.len() - 2));
    assert_eq!(
        refused(changed(&full, &[Update::Answer(greeting(), Some(with_note("why")))])),
        "`answers.toml` would become larger than 1 MiB"
    );
}

#[test]
fn a_template_that_would_be_refused_is_not_made() {
    let model = embedded::model();
    let date = Date::new(2026, 11, 21).expect("the calendar has it");
    let begin = |scope: &[Id], team| {
        let options =
            Template { lang: Lang::En, date: Some(date), scope, schema: None, team, detail: Detail::Headings };
        template("answers.toml", model, options).map_err(|refusal| refusal.message.en.into_owned())
    };
    let agile = Id("agile".into());
    assert_eq!(begin(&[agile.clone(), agile.clone()], None), Err("`agile` is there twice".to_owned()));
    assert_eq!(begin(&[], Some("\u{200b}")), Err("empty text".to_owned()));
    let team = "x".repeat(1 << 20);
    assert_eq!(begin(&[], Some(&team)), Err("`answers.toml` would become larger than 1 MiB".to_owned()));
    assert_eq!(
        begin(std::slice::from_ref(&agile), None).map(|saved| saved.answers.assessment.scope),
        Ok(Some(vec![agile]))
    );
}

#[test]
fn every_key_of_the_assessment_can_be_set_and_comes_in_its_order() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let paying = Id("shop.counter.selling.paying".into());
    let day = |day| Date::new(2026, 11, day).expect("the calendar has it");
    let review = Review { since: day(20), until: greeting() };
    let updates = [
        Update::Review(Some(review)),
        Update::AskAgain(greeting()),
        Update::AskAgain(paying.clone()),
        Update::AskAgain(paying.clone()),
        Update::Scope(vec![Id("shop".into())]),
        Update::Assessors(names(&["Ana", "Bo"])),
        Update::Date(day(21)),
        Update::Owner("Chen".to_owned()),
        Update::System("till".to_owned()),
        Update::Team("payments".to_owned()),
    ];
    let full = "team = \"payments\"\nsystem = \"till\"\nowner = \"Chen\"\ndate = 2026-11-21\n\
        assessors = [\"Ana\", \"Bo\"]\nscope = [\"shop\"]\n\
        ask-again = [\"shop.counter.selling.greeting\", \"shop.counter.selling.paying\"]\n\
        review = { since = 2026-11-20, until = \"shop.counter.selling.greeting\" }\n";
    let text = |text: &str, updates: &[Update]| changed(text, updates).map(|saved| saved.text);
    assert_eq!(text(HEAD, &updates), Ok(format!("{HEAD}{full}")));
    let ended = [Update::Confirmed(paying), Update::Review(None), Update::Assessors(names(&["Bo"]))];
    let kept = full.replace(", \"shop.counter.selling.paying\"", "").replace("\"Ana\", ", "");
    let (kept, _) = kept.split_once("review").expect("it stands last");
    assert_eq!(text(&format!("{HEAD}{full}"), &ended), Ok(format!("{HEAD}{kept}")));
    let none = format!("{HEAD}{kept}").replace("ask-again = [\"shop.counter.selling.greeting\"]\n", "");
    assert_eq!(text(&format!("{HEAD}{kept}"), &[Update::Confirmed(greeting())]), Ok(none), "an empty list goes");
}

#[test]
fn several_updates_are_one_text() {
    let model = embedded::model();
    let head = "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1.1\"\n";
    let mut updates: Vec<_> =
        model.dimensions().map(|dimension| Update::Answer(dimension.id.clone(), Some(with_note("why")))).collect();
    updates.reverse();
    updates.push(Update::Date(Date::new(2026, 11, 21).expect("the calendar has it")));
    let saved = update(&named(head), model, &updates).expect("the text is sound");
    let headers: Vec<_> =
        saved.text.lines().filter_map(|line| line.strip_prefix("[answers.")?.strip_suffix(']')).collect();
    assert_eq!(headers, model.sub_domains().map(|sub_domain| sub_domain.id.as_str()).collect::<Vec<_>>());
    assert_eq!(saved.answers.given.len(), model.dimensions().count());
    assert!(saved.text.starts_with(&format!("{head}date = 2026-11-21\n\n[answers.")));
}

#[test]
fn an_answer_takes_the_place_that_a_template_keeps_for_it() {
    let claim = |answer: &mut Answer| answer.claim = Some(Claim::Level { level: Level(1), met: clauses(&[]) });
    let below =
        "\n[answers.shop.counter.selling]\n# Paying: how?\n# paying =\n\n# Greeting: who?\n# greeting =\n\n# The end\n";
    let text = format!("{HEAD}{below}");
    assert_eq!(edited(&text, claim), text.replace("# greeting =\n", "greeting = 1\n"));
    let with_blanks = text.replace("# greeting =", "# greeting = \"\"  ");
    assert_eq!(edited(&with_blanks, claim), text.replace("# greeting =\n", "greeting = 1  \n"));
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(edited(&crlf, claim), crlf.replace("# greeting =", "greeting = 1"));
    let in_a_text = format!(
        "{HEAD}\n[answers.shop.counter.selling]\npaying = {{ level = 1, note = \"\"\"\n# greeting =\n\"\"\" }}\n"
    );
    let left = edited(&in_a_text, claim);
    assert!(left.contains("note = \"\"\"\n# greeting =\n\"\"\" }") && left.contains("\ngreeting = 1\n"), "{left}");
    let elsewhere = format!("{HEAD}# greeting =\n\n[answers.shop.counter.selling]\n# greeting = 2\npaying = 1\n");
    let placed = elsewhere.replace("selling]\n", "selling]\ngreeting = 1\n");
    assert_eq!(edited(&elsewhere, claim), placed, "neither an answer that is set aside nor another table keeps it");
}

#[test]
fn a_migration_gives_what_it_wrote() {
    let text = format!("{HEAD}[answers.shop.counter.selling]\ngreeting = 1\nbowing = 1").replace("\"2\"", "'1' # old");
    let migration = migrate(&named(&text), &tiny()).expect("the rest is sound").expect("it is another version");
    let read = parse(&named(&migration.text), &tiny());
    assert_eq!(read.as_ref(), Ok(&migration.answers));
    assert!(migration.text.contains("model-version = \"2.0\" # old\n"), "{}", migration.text);
}

/// Any exceptions to the tiny model's `greeting` that leave something to ask.
fn except() -> impl Strategy<Value = ByClause<Exception>> {
    let exception = ("[a-c#'\"\n=]{0,4}x", prop::option::of(0_u64..90_000))
        .prop_map(|(reason, day)| Exception { reason, until: day.and_then(Date::after_epoch) });
    prop::collection::btree_map(prop::sample::select(vec!["1.1", "2.1", "2.2"]), exception, 0..3).prop_map(|except| {
        let placed = except.into_iter().map(|(id, it)| (id.parse().expect("it is a clause"), it));
        placed.collect()
    })
}

/// Any answer to the tiny model's `greeting`.
fn answers() -> impl Strategy<Value = Option<Answer>> {
    let claim = prop_oneof![
        (0_u8..=1, any::<bool>()).prop_map(|(level, met)| {
            let met = if met { clauses(&["2.2"]) } else { clauses(&[]) };
            Some(Claim::Level { level: Level(level), met })
        }),
        Just(Some(Claim::PartOf(Level(2)))),
        ("[a-c#'\"\n]{0,4}x", prop::option::of(0_u64..90_000)).prop_map(|(reason, day)| {
            Some(Claim::NotApplicable { reason, until: day.and_then(Date::after_epoch) })
        }),
    ];
    let texts = prop::collection::vec("(a.md|b.md|c.md|# 'd'|\"\"\"\r\n])", 0..4);
    let answer = (claim, prop::option::of("(as ever|[x#,}\\]]{1,3}x|x\n)"), texts)
        .prop_map(|(claim, note, evidence)| Answer { claim, note, evidence, ..Answer::default() });
    let answer = (answer, except()).prop_map(|(answer, except)| match &answer.claim {
        Some(Claim::Level { met, .. }) if !except.keys().any(|id| met.contains(id)) => Answer { except, ..answer },
        _ => answer,
    });
    prop::option::weighted(0.9, answer)
}

proptest! {
    #[test]
    fn an_edit_says_what_is_wished_and_leaves_what_is_around_it(
        spelling in 0..SPELLINGS.len() * 2,
        history in prop::collection::vec(answers(), 1..5),
    ) {
        let model: Model = tiny();
        let mut text = spelled().nth(spelling).expect("there are as many");
        for wished in history {
            let saved = changed(&text, &[Update::Answer(greeting(), wished.clone())]).expect("it can be written");
            let mut read = parse(&named(&saved.text), &model).expect("it can be read").given;
            prop_assert_eq!(read.remove(&greeting()), wished);
            let others = usize::from(spelled().nth(spelling).expect("there are as many").contains("paying"));
            prop_assert_eq!(read.len(), others, "the other answer stays");
            let again = changed(&saved.text, &[]).expect("it is sound").text;
            prop_assert_eq!(&again, &saved.text);
            text = saved.text;
        }
        for comment in ["# top", "# ours", "# above", "# end", "# all"] {
            let original = spelled().nth(spelling).expect("there are as many");
            // What stands behind an answer goes with it.
            let is_kept = !original.contains(comment) || text.contains(comment) || comment == "# ours";
            prop_assert!(is_kept, "{comment} is lost: {text}");
        }
        let original = spelled().nth(spelling).expect("there are as many");
        let (head, _) = original.split_once("[answers").expect("they have a header");
        prop_assert!(text.starts_with(head), "{}", text);
    }
}
