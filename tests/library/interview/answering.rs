//! What one key does to an answer: levels, reasons, notes, evidence, and taking it back.

use super::Session;
use super::garden::garden;
use crate::support::{clauses, market, tiny, tiny_answers};
use assess::answers::{Claim, parse};
use assess::interview::command::Command;
use assess::interview::{Effect, Interview, Key, Mode, Prompt, Wish};
use assess::lang::Lang;
use assess::model::{Id, Level};
use assess::report::screen::lines;
use assess::report::{Colors, Drawing, Style};

#[expect(clippy::unnecessary_wraps, reason = "compared with what a file has or has not")]
fn level(number: u8) -> Option<Claim> {
    Some(Claim::Level { level: Level(number), met: clauses(&[]) })
}

#[test]
fn one_key_answers_saves_and_goes_on() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    assert_eq!(session.question(), "greeting");
    session.keys("2");
    assert_eq!((session.question(), session.said().as_str()), ("paying", "✓ Greeting → 2"));
    session.keys("1");
    assert!(session.interview.is_done());
    assert_eq!((session.claim("greeting"), session.claim("paying")), (level(2), level(1)));
}

#[test]
fn the_digits_of_a_level_that_asks_nothing_answer_the_statement_below() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("s2");
    assert_eq!(session.claim("paying"), level(1), "the file says what was claimed");
    assert!(session.said().contains("✓ Paying → 1, which counts as 2: nothing more is asked"), "{}", session.said());
}

#[test]
fn full_width_and_capital_keys_work_like_plain_ones() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("２Ｂ１");
    assert_eq!(session.claim("greeting"), level(1));
}

#[test]
fn a_stray_enter_answers_nothing() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("\n\n");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.press(Key::Down);
    session.press(Key::Down);
    session.keys("\n");
    assert_eq!(session.claim("greeting"), level(1));
}

#[test]
fn not_applicable_wants_a_reason_and_can_be_given_to_the_rest() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("x\n");
    assert_eq!((session.claim("greeting"), session.said().as_str()), (None, "not applicable needs a reason"));
    session.keys("online only\n");
    assert_eq!(session.question(), "paying");
    session.keys("a");
    let excused = Claim::NotApplicable { reason: "online only".to_owned(), until: None };
    assert_eq!((session.claim("greeting"), session.claim("paying")), (Some(excused.clone()), Some(excused)));
    session.keys("z");
    assert_eq!(session.claim("paying"), None, "what was given to the rest is taken back as one");
}

#[test]
fn nought_asks_why_a_question_does_not_apply_where_no_level_is_called_so() {
    let (from_one, from_nought) = (market(), tiny());
    let mut session = Session::new(&from_one, Wish::default());
    session.keys("0");
    assert!(matches!(session.interview.mode(), Mode::Typing(Prompt::Reason, _)), "{:?}", session.interview.mode());
    let mut session = Session::new(&from_nought, Wish::default());
    session.keys("0");
    assert_eq!(session.claim("greeting"), level(0), "there it is an answer");
}

#[test]
fn a_reason_is_offered_by_name_to_what_is_asked_beside_its_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("xno door\n");
    assert_eq!(session.said(), "✓ Greeting → n/a · a: the same for the other 1 in Selling");
    session.keys("a");
    assert!(session.interview.is_done(), "it is given to the other one too");
    let mut session = Session::new(&model, Wish::default());
    session.keys("s");
    session.keys("xno till\n");
    session.keys("a");
    assert_eq!(session.said(), "✓ 1 more → n/a");
    let only = Some(Id("shop.counter.selling.greeting".into()));
    let mut session = Session::new(&model, Wish { only, ..Wish::default() });
    session.keys("xno door\n");
    assert_eq!(session.said(), "✓ Greeting → n/a", "nothing else is asked");
}

#[test]
fn clearing_stays_and_undoing_goes_back_to_the_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2bc");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.keys("z");
    assert_eq!(session.claim("greeting"), level(2));
    session.keys("z");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.keys("z");
    assert_eq!(session.said(), "nothing to undo");
}

#[test]
fn notes_and_evidence_stay_with_the_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("n问候每一位顾客\nvdocs/a.md\nvhttps://wiki.example/a\nb");
    assert_eq!(session.question(), "greeting");
    let answers = session.on_disk();
    let answer = answers.given.values().next().expect("a note is kept without an answer");
    assert_eq!(answer.note.as_deref(), Some("问候每一位顾客"));
    assert_eq!(answer.evidence, ["docs/a.md", "https://wiki.example/a"]);
    assert_eq!(answer.claim, None);
    session.keys("1");
    assert_eq!(
        session.on_disk().given.values().next().and_then(|answer| answer.note.clone()).as_deref(),
        Some("问候每一位顾客")
    );
}

#[test]
fn evidence_is_a_list_to_add_to_change_and_remove_from() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    let evidence = |session: &Session<'_>| {
        session.on_disk().given.values().flat_map(|answer| answer.evidence.clone()).collect::<Vec<_>>()
    };
    session.keys("va\nvb\nvc\n");
    assert_eq!(
        (evidence(&session), session.interview.mode()),
        (vec!["a".into(), "b".into(), "c".into()], &Mode::Evidence(2))
    );
    session.keys("kk");
    session.press(Key::Enter);
    session.press(Key::Paste("1".to_owned()));
    session.keys("\n");
    assert_eq!((evidence(&session).join(" "), session.interview.mode()), ("a1 b c".to_owned(), &Mode::Evidence(0)));
    session.keys("jcv\n");
    assert_eq!(
        (evidence(&session).join(" "), session.interview.mode()),
        ("a1 c".to_owned(), &Mode::Evidence(1)),
        "an empty line adds nothing"
    );
    session.press(Key::Paste("d 好".to_owned()));
    session.press(Key::Escape);
    assert_eq!(evidence(&session).join(" "), "a1 c", "escape adds nothing");
    session.keys("ccb");
    assert_eq!((evidence(&session).len(), session.interview.mode()), (0, &Mode::Asking));
    assert!(session.on_disk().given.is_empty(), "nothing is said any more");
    session.keys("z");
    assert_eq!(evidence(&session).join(" "), "a1");
}

#[test]
fn the_same_words_bring_the_same_answer() {
    let mut session = Session::new(garden(), Wish { only: Some(Id("beds.vegetables".into())), ..Wish::default() });
    while session.question() != "people" {
        session.keys("2");
    }
    session.keys("p1");
    let Mode::Part(part) = session.interview.mode().clone() else { panic!("boxes are offered") };
    let numbers: Vec<_> = session.interview.boxes(&part).iter().take(2).map(|(id, _)| id.to_string()).collect();
    session.keys(&format!("{}\n", numbers.concat()));
    let first = session.claim("people");
    assert!(matches!(&first, Some(Claim::Level { met, .. }) if met.len() == 2), "{first:?}");
    while session.question() != "people" {
        session.keys("2");
    }
    session.keys("\n");
    let given = session.on_disk().given;
    let people: Vec<_> =
        given.iter().filter(|(id, _)| id.key() == "people").map(|(_, answer)| answer.claim.clone()).collect();
    assert_eq!(people, [first.clone(), first], "Enter takes the answer that is highlighted");
}

#[test]
fn a_level_with_words_behind_it_is_no_answer() {
    let tiny = tiny();
    let session = Session::new(&tiny, Wish::default());
    assert_eq!(session.interview.read_command("0"), Ok(Command::Keys(vec![Key::Char('0')])));
    assert!(session.interview.read_command("0 because nobody comes").is_err(), "0 is a level of this model");
    let session = Session::new(garden(), Wish::default());
    assert!(
        matches!(session.interview.read_command("0 we have none"), Ok(Command::Keys(keys)) if keys[0] == Key::Char('x'))
    );
    assert!(session.interview.read_command("2 mostly").is_err());
}

#[test]
fn a_part_is_offered_of_a_level_that_has_several_clauses_here() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    let typed = |session: &Session<'_>, lang| {
        let style = Style { lang, width: 80, colors: Colors::Off, drawing: Drawing::Plain };
        lines(&session.interview, &style).join(" ")
    };
    let asked = typed(&session, Lang::En);
    assert!(asked.contains("0-2 answer  2- part of 2  p clauses"), "{asked}");
    session.keys("2");
    let asked = typed(&session, Lang::Zh);
    assert!(asked.contains("0-2 作答  1- 部分做到 1  p 逐条"), "nothing is asked at level 2: {asked}");
    let refused = session.interview.read_command("much").expect_err("it is no word of the list");
    assert!(refused.en.contains("a grade such as `1-`"), "{refused:?}");
    let there = "greeting = { level = 0, except = { \"2.2\" = \"so\" } }";
    let answers = parse(&tiny_answers(there), &model).expect("they are sound");
    let mut interview = Interview::new(&model, answers, Wish::default());
    interview.press(Key::Char('b'));
    assert_eq!(interview.question().map(|question| question.id.key()), Some("greeting"));
    assert_eq!(interview.level_in_part(), None, "one clause that is asked has no parts");
}

/// Where lines are typed there are no arrows.
#[test]
fn an_empty_line_that_takes_no_answer_says_what_to_type() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    let refused = session.interview.read_command("").expect_err("nothing is there to be taken");
    assert_eq!(refused.en, "an empty line says nothing here: type a level, 0 to 2, or a word of the list");
    session.keys("2b");
    assert_eq!(session.interview.read_command(""), Ok(Command::Keys(vec![Key::Enter])), "the answer is confirmed");
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let model = tiny();
    for before in ["", "p0", "va.md\n", "ss"] {
        for (key, character) in [("h", 'h'), ("好", '好'), ("Y", 'Y')] {
            let mut session = Session::new(&model, Wish::default());
            session.keys(before).keys(key);
            let said = format!("`{character}` does nothing; keys are below");
            assert_eq!(session.said(), said, "after {before:?}");
            let mode = session.interview.mode().clone();
            assert!(session.press(Key::Char(character)) == Effect::None && *session.interview.mode() == mode);
        }
    }
    let mut session = Session::new(&model, Wish::default());
    assert_eq!(session.keys("a").said(), "`a` does nothing; keys are below", "nothing was excused");
    assert_eq!(session.keys("w").said(), "`w` does nothing; keys are below", "nobody is heard");
    session.keys("\n");
    assert_eq!(session.said(), "0 to 2 answers; Enter takes what an arrow points at");
    assert_eq!(session.on_disk().given.len(), 0);
}

#[test]
fn what_is_pasted_over_a_question_answers_nothing_and_says_so() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.press(Key::Paste("2\n1".to_owned()));
    assert_eq!(session.said(), "what is pasted answers nothing; n opens a note");
    assert_eq!((session.question(), session.on_disk().given.len()), ("greeting", 0));
    session.keys("n");
    session.press(Key::Paste("2\n1".to_owned()));
    session.keys("\n");
    assert_eq!(session.said(), "✓ Greeting: note saved");
}

#[test]
fn what_is_lost_by_leaving_is_said() {
    let model = tiny();
    let unfinished = |keys: &str| {
        let mut session = Session::new(&model, Wish::default());
        session.keys(keys).interview.unfinished().map(|words| words.en.into_owned())
    };
    let typed = "what was being typed is not saved: it was left without Enter: `so far`";
    for keys in ["nso far", "xso far", "vso far", "p0xso far"] {
        assert_eq!(unfinished(keys).as_deref(), Some(typed), "{keys:?}");
    }
    let ticked = "what was ticked last is not saved: it was left without Enter";
    assert_eq!(unfinished("p01.1").as_deref(), Some(ticked));
    for keys in ["", "n", "nso far\n", "nso far\nn", "va.md\nv\n", "p0", "/so far", "2", "?"] {
        assert_eq!(unfinished(keys), None, "{keys:?}");
    }
}
