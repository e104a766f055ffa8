//! An interview that has heard what people answered by themselves.

use super::Session;
use crate::support::{tiny, tiny_answers};
use assess::answers::{Answers, parse};
use assess::interview::command::Command;
use assess::interview::{Effect, Interview, Key, Mode, Pass, Wish};
use assess::lang::Lang;
use assess::merge::{Agreement, Merge, Voice, merge};
use assess::model::Model;
use assess::report::screen::{draw, lines};
use assess::report::{Colors, Drawing, Style};
use assess::text::width;

fn heard<'m>(model: &'m Model, said: &[&str]) -> Merge<'m> {
    let names = ["Ana", "Bo", "Chen", "Dee"].iter().cycle();
    let voice = |(number, (lines, name)): (usize, (&&str, &&str))| {
        let mut answers = parse(&tiny_answers(lines), model).expect("they are sound");
        answers.assessment.assessors = vec![if number < 4 { (*name).to_owned() } else { format!("{name} {number}") }];
        Voice { path: format!("{number}.toml"), answers }
    };
    merge(model, said.iter().zip(names).enumerate().map(voice).collect())
}

fn room<'m>(model: &'m Model, said: &[&str], wish: Wish) -> Session<'m> {
    let session = Session::new(model, wish);
    let interview = session.interview.clone().with_people(heard(model, said), Lang::En);
    Session { interview, ..session }
}

fn question(session: &Session<'_>) -> &'static str {
    match session.interview.question().map(|question| question.id.key()) {
        _ if session.interview.is_done() => "-",
        Some("greeting") => "greeting",
        Some("paying") => "paying",
        _ => "?",
    }
}

fn on_disk(session: &Session<'_>) -> Answers {
    session.on_disk()
}

fn note(session: &Session<'_>, key: &str) -> Option<String> {
    on_disk(session).given.iter().find(|(id, _)| id.key() == key).and_then(|(_, answer)| answer.note.clone())
}

/// They agree on greeting and differ on payment.
const TWO: &[&str] = &[
    "greeting = { level = 2, note = \"gladly\" }\npaying = { level = 0, evidence = [\"till.md\"] }",
    "greeting = 2\npaying = { level = 1, note = \"by card\" }",
];

#[test]
fn what_all_agree_on_is_taken_by_consent_and_taken_back_as_one() {
    let model = tiny();
    let mut session = room(&model, TWO, Wish::default());
    assert_eq!((session.interview.mode(), session.interview.offered_count()), (&Mode::Taking, 1));
    assert!(on_disk(&session).given.is_empty(), "nothing is written before somebody says so");
    session.press(Key::Enter);
    let status = format!("{:?}", session.interview.status());
    assert!(status.contains("1 answer taken, on which all agree"), "{status}");
    assert_eq!(note(&session, "greeting").as_deref(), Some("Ana: gladly"));
    assert_eq!(question(&session), "paying");
    session.keys("z");
    assert!(on_disk(&session).given.is_empty());
    let mut without = room(&model, TWO, Wish::default());
    without.keys("s");
    assert_eq!(question(&without), "paying", "what differs comes first all the same");
    without.keys("1");
    assert_eq!(question(&without), "greeting", "and what is agreed is asked last");
    assert!(without.interview.is_suggested(), "Enter takes it");
    without.press(Key::Enter);
    assert_eq!((note(&without, "greeting").as_deref(), question(&without)), (Some("Ana: gladly"), "-"));
}

#[test]
fn what_the_file_shows_for_an_answer_is_not_replaced_by_taking_one() {
    let model = tiny();
    let said = ["greeting = { level = 2, note = \"gladly\", evidence = [\"door.md\"] }", "greeting = 2"];
    let taken = |there: &str| {
        let mut session = room(&model, &[], Wish::default());
        session.file = tiny_answers(there);
        let interview = Interview::new(&model, session.on_disk(), Wish::default());
        let interview = interview.with_people(heard(&model, &said), Lang::En);
        session = Session { interview, ..session };
        session.press(Key::Enter);
        let answer = on_disk(&session).given.values().next().cloned().expect("it is taken");
        assert!(answer.claim.is_some());
        (answer.note.unwrap_or_default(), answer.evidence)
    };
    let own = |evidence: &str| vec![evidence.to_owned()];
    assert_eq!(taken("greeting = { evidence = [\"own.md\"] }"), ("Ana: gladly".to_owned(), own("own.md")));
    assert_eq!(taken("greeting = { note = \"own\" }"), ("own".to_owned(), own("door.md")));
    assert_eq!(taken(""), ("Ana: gladly".to_owned(), own("door.md")));
}

#[test]
fn what_a_room_agrees_on_says_who_said_something_else() {
    let model = tiny();
    let mut session = room(&model, TWO, Wish::default());
    session.press(Key::Enter);
    session.keys("1");
    assert_eq!(note(&session, "paying").as_deref(), Some("differed: Ana 0; Bo: by card"));
    let evidence = &on_disk(&session).given.values().last().expect("it is answered").evidence.clone();
    assert_eq!(evidence, &["till.md"]);
    // Another answer has another note, and one that was written since stays.
    session.keys("b0");
    assert_eq!(note(&session, "paying").as_deref(), Some("differed: Bo 1, counts as 2; Bo: by card"));
    session.keys("bn");
    session.press(Key::DeleteLine);
    session.keys("we talked");
    session.press(Key::Enter);
    session.keys("1");
    assert_eq!(note(&session, "paying").as_deref(), Some("we talked"));
}

#[test]
fn a_note_of_the_room_that_is_cut_is_said_to_be() {
    let model = tiny();
    let said = ["greeting = { level = 0, note = \"w\" }", "greeting = 1"];
    let long = said.map(|line| line.replace("\"w\"", &format!("\"{}\"", "w".repeat(9_990))));
    let mut session = room(&model, &long.each_ref().map(String::as_str), Wish::default());
    session.keys("2");
    assert_eq!(session.said(), "✓ Greeting → 2 · notes cut to 10000 characters");
    let note = note(&session, "greeting").expect("who differed is kept");
    assert!(note.starts_with("differed: ") && note.ends_with('…') && note.chars().count() == 10_000);
    let mut short = room(&model, &said, Wish::default());
    short.keys("2");
    assert_eq!(short.said(), "✓ Greeting → 2");
}

#[test]
fn the_widest_apart_come_first_then_one_alone_then_nobody() {
    let model = tiny();
    let session = room(&model, &["greeting = 1\npaying = 0", "greeting = 2\npaying = 1"], Wish::default());
    assert_eq!((question(&session), session.interview.mode()), ("paying", &Mode::Asking), "nothing is agreed");
    let stage = session.interview.stage().expect("people are heard");
    assert_eq!((stage.agreement, stage.place, stage.count), (Agreement::Differ, 1, 2));
    let mut session = room(&model, &["paying = { level = 1, note = \"by card\" }", ""], Wish::default());
    assert_eq!(question(&session), "paying");
    session.press(Key::Enter);
    assert_eq!((question(&session), note(&session, "paying").as_deref()), ("greeting", Some("Ana: by card")));
    assert_eq!(session.interview.stage().map(|stage| stage.agreement), Some(Agreement::Nobody));
    assert!(session.interview.highlight().is_none());
}

#[test]
fn who_says_that_it_does_not_apply_has_given_the_reason() {
    let model = tiny();
    let mut session = room(&model, &["greeting = { na = \"no door\" }", "greeting = 1"], Wish::default());
    session.keys("x");
    session.press(Key::Enter);
    let answers = on_disk(&session);
    let greeting = answers.given.values().next().expect("it is answered");
    assert_eq!(greeting.note.as_deref(), Some("differed: Bo 1"));
    assert!(format!("{:?}", greeting.claim).contains("no door"), "{greeting:?}");
}

#[test]
fn what_the_file_has_is_not_asked_again_and_not_taken_over() {
    let model = tiny();
    let mut first = room(&model, TWO, Wish::default());
    first.press(Key::Enter);
    let again = first.again(Wish::default());
    let again = Session { interview: again.interview.clone().with_people(heard(&model, TWO), Lang::En), ..again };
    assert_eq!((again.interview.mode(), question(&again)), (&Mode::Asking, "paying"), "it goes on where it was");
    let mut third = again.again(Wish::default());
    third.file.text = third.file.text.replace("greeting = {", "paying = 2\ngreeting = {");
    let interview = Interview::new(&model, third.on_disk(), Wish::default()).with_people(heard(&model, TWO), Lang::En);
    assert!(interview.is_done(), "all of it is in the file");
}

#[test]
fn a_review_goes_through_all_in_order_and_shows_what_each_said() {
    let model = tiny();
    let wish = Wish { pass: Pass::Review, ..Wish::default() };
    let mut session = room(&model, TWO, wish);
    assert_eq!((question(&session), session.interview.mode()), ("greeting", &Mode::Asking));
    assert!(session.interview.topic().is_some() && session.interview.stage().is_none());
    session.press(Key::Enter);
    assert_eq!(note(&session, "greeting").as_deref(), Some("Ana: gladly"), "Enter takes what is agreed");
}

#[test]
fn who_said_what_is_read_line_by_line_too() {
    let model = tiny();
    let mut session = room(&model, TWO, Wish::default());
    assert_eq!(session.interview.read_command(""), Ok(Command::Keys(vec![Key::Enter])));
    assert!(session.interview.read_command("2").is_err(), "no level is asked for");
    session.press(Key::Enter);
    assert_eq!(session.interview.read_command("who"), Ok(Command::Keys(vec![Key::Char('w')])));
    assert_eq!(session.keys("w").interview.mode(), &Mode::Opinions(0));
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Plain };
    let shown = lines(&session.interview, &style).join("\n");
    assert!(
        shown.contains("Ana 0\n  evidence: till.md\nBo 1, counts as 2 (1.1, 1.2)\n  note: by card")
            || shown.contains("Bo 1, counts as 2"),
        "{shown}"
    );
    let alone = Session::new(&model, Wish::default());
    assert!(alone.interview.read_command("who").is_err(), "nobody is heard");
}

#[test]
fn nothing_on_the_screen_moves_or_is_cut_without_a_sign() {
    let model = tiny();
    let long = format!("greeting = {{ level = 1, note = \"{}\" }}\npaying = 0", "很长的备注 ".repeat(40).trim_end());
    let many: Vec<_> = (0..50).map(|number| if number % 3 == 0 { long.as_str() } else { TWO[number % 2] }).collect();
    for said in [TWO, &many[..], &["", ""], &["greeting = { na = \"no door\" }", "greeting = 1"]] {
        for (lang, columns, rows) in [
            (Lang::En, 80, 24),
            (Lang::Zh, 80, 24),
            (Lang::En, 60, 20),
            (Lang::Zh, 60, 20),
            (Lang::En, 40, 12),
            (Lang::En, 120, 40),
        ] {
            let mut session = room(&model, said, Wish::default());
            let style = Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
            let mut places = Vec::new();
            for key in ["", "s", "w", "q", "s", "w", "b"] {
                session.keys(key);
                let screen = draw(&session.interview, &style, rows);
                assert_eq!(screen.lines.len(), rows, "{key}");
                for line in &screen.lines {
                    assert!(width(line) <= columns, "{columns} {lang:?}: {line:?}");
                }
                if *session.interview.mode() == Mode::Asking {
                    let is_statement =
                        |line: &String| line.starts_with([' ', '❯']) && line.trim_start().starts_with(['0', '1', '❯']);
                    let of_first = screen.lines.iter().position(is_statement);
                    places.extend(of_first);
                    let who = if lang == Lang::En { "w who" } else { "w 谁" };
                    assert!(screen.lines.iter().any(|line| line.contains(who)), "{:#?}", screen.lines);
                }
            }
            places.dedup();
            assert_eq!(places.len(), 1, "the statements begin in the same row: {places:?} {columns} {lang:?} {said:?}");
        }
    }
}

#[test]
fn nobody_is_heard_where_nobody_was_named() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    assert_eq!(session.interview.press(Key::Char('w')), Effect::None);
    assert_eq!(session.interview.mode(), &Mode::Asking);
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let screen = draw(&session.interview, &style, 24).lines.join("\n");
    assert!(!screen.contains("who said") && !screen.contains("nobody"), "{screen}");
}

#[test]
fn who_has_not_answered_is_named() {
    let model = tiny();
    let mut session = room(&model, &["greeting = 2", "greeting = 1\npaying = 1", "greeting = 1"], Wish::default());
    session.press(Key::Enter);
    session.keys("sw");
    assert_eq!(question(&session), "paying");
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let shown = draw(&session.interview, &style, 24).lines.join("\n");
    assert!(shown.contains("Bo 1") && shown.contains("not answered by Ana, Chen"), "{shown}");
}
