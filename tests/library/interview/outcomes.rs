//! The figures of the delivery, which a session asks once everything else is answered.

use super::Session;
use crate::support::tiny;
use assess::answers::{Detail, Metric, Template, template};
use assess::interview::command::Command;
use assess::interview::{Effect, Key, Mode, Prompt, Wish};
use assess::lang::Lang;
use assess::model::Model;
use assess::report::screen::{draw, lines};
use assess::report::{Colors, Drawing, Style};

/// What the file says of the delivery.
fn outcomes(session: &Session<'_>) -> Vec<String> {
    session.on_disk().outcomes.iter().map(|(metric, measured)| format!("{metric} {measured}")).collect()
}

fn asks(session: &Session<'_>) -> Option<Metric> {
    match session.interview.mode() {
        Mode::Typing(Prompt::Outcome(metric), _) => Some(*metric),
        _ => None,
    }
}

#[test]
fn enter_goes_on_to_the_figures_and_each_can_be_skipped() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2");
    assert!(!session.interview.offers_outcomes(), "a question is left");
    session.keys("1");
    assert!(session.interview.offers_outcomes());
    session.keys("\n3/week\n\n8%\n\n\n");
    assert_eq!(outcomes(&session), ["deployment-frequency 3/week", "change-failure-rate 8%"]);
    assert!(session.interview.mode() == &Mode::Done && !session.interview.offers_outcomes(), "asked once a session");
    assert_eq!(session.press(Key::Enter), Effect::Leave);
}

#[test]
fn what_is_no_figure_is_refused_and_asked_again() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21\n3\n");
    assert_eq!((asks(&session), session.said()), (Some(Metric::DeploymentFrequency), "`3` has no unit".to_owned()));
    session.keys("/day\n");
    assert_eq!(
        (asks(&session), outcomes(&session)),
        (Some(Metric::LeadTime), vec!["deployment-frequency 3/day".to_owned()])
    );
    assert_eq!(session.said(), "✓ Deployment frequency → 3/day");
}

/// As levels do.
#[test]
fn a_figure_may_be_typed_in_full_width() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21\n３／ｗｅｅｋ\n\n８％\n\n\n");
    assert_eq!(outcomes(&session), ["deployment-frequency 3/week", "change-failure-rate 8%"]);
}

#[test]
fn a_figure_is_changed_or_removed_and_escape_ends_the_asking() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21\n3/day\n");
    session.press(Key::Escape);
    assert_eq!(session.interview.mode(), &Mode::Done);
    session.keys("o");
    session.press(Key::DeleteLine);
    session.keys("\n");
    assert_eq!((asks(&session), outcomes(&session)), (Some(Metric::LeadTime), Vec::<String>::new()));
}

#[test]
fn a_session_of_a_part_offers_none() {
    let model = tiny();
    let only = model.dimensions().next().map(|dimension| dimension.id.clone());
    let mut session = Session::new(&model, Wish { only, ..Wish::default() });
    session.keys("2");
    assert!(session.interview.is_done() && !session.interview.offers_outcomes());
}

#[test]
fn a_model_of_something_else_asks_for_none() {
    let model = Model { asks_outcomes: false, ..tiny() };
    let mut session = Session::new(&model, Wish::default());
    session.keys("21");
    assert!(session.interview.is_done() && !session.interview.offers_outcomes());
    session.keys("o");
    assert_eq!(asks(&session), None);
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let shown = [draw(&session.interview, &style, 24).lines, lines(&session.interview, &style)].concat().join("\n");
    assert!(shown.contains("z undo") && !shown.contains("figures"), "{shown}");
    for (model, has_some) in [(&model, false), (&tiny(), true)] {
        let options =
            Template { lang: Lang::En, date: None, scope: &[], schema: None, team: None, detail: Detail::Levels };
        let text = template("answers.toml", model, options).expect("it can be written").text;
        assert_eq!(text.contains("[outcomes]"), has_some, "{text}");
    }
}

#[test]
fn typed_lines_say_the_same() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21");
    for line in ["", "2/day", "", "5%", "none", "q"] {
        let Ok(Command::Keys(keys)) = session.interview.read_command(line) else { panic!("{line}") };
        for key in keys {
            if matches!(key, Key::Paste(_)) {
                session.interview.clear_line();
            }
            session.press(key);
        }
    }
    assert_eq!(outcomes(&session), ["deployment-frequency 2/day", "change-failure-rate 5%"]);
    assert_eq!(session.interview.mode(), &Mode::Done, "`q` ends the asking, and is no figure");
}

#[test]
fn it_is_said_in_both_languages_that_they_are_no_score_and_no_proof() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21");
    for (lang, said) in [(Lang::En, "not scored, and prove no cause"), (Lang::Zh, "不计入得分，也不说明因果")]
    {
        let style = |drawing, width| Style { lang, width, colors: Colors::Off, drawing };
        let screen = draw(&session.interview, &style(Drawing::Drawn, 80), 24).lines.join(" ");
        let printed = lines(&session.interview, &style(Drawing::Plain, 60)).join(" ");
        for text in [screen, printed] {
            let joined = if lang == Lang::Zh { text.replace(' ', "") } else { text };
            assert!(joined.contains(&said.replace(' ', if lang == Lang::Zh { "" } else { " " })), "{joined}");
        }
    }
    session.keys("\n");
    let style = Style { lang: Lang::Zh, width: 40, colors: Colors::Off, drawing: Drawing::Drawn };
    let screen = draw(&session.interview, &style, 12);
    assert!(screen.lines.iter().any(|line| line.contains("多久向生产环境部署一次？")), "{:?}", screen.lines);
    assert!(screen.cursor.is_some(), "a line is typed");
}

#[test]
fn undoing_takes_back_a_figure_before_the_answers() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21\n3/day\n2d\n");
    session.press(Key::Escape);
    session.keys("z");
    assert_eq!(
        (outcomes(&session), session.said()),
        (vec!["deployment-frequency 3/day".to_owned()], "undone: Lead time for changes".to_owned())
    );
    assert_eq!(session.interview.mode(), &Mode::Done);
    session.keys("o");
    session.press(Key::DeleteLine);
    session.keys("\n");
    session.press(Key::Escape);
    session.keys("z");
    assert_eq!(outcomes(&session), ["deployment-frequency 3/day"], "one that was removed is there again");
    session.keys("zz");
    assert_eq!((outcomes(&session), session.question()), (Vec::new(), "paying"), "then the answers are taken back");
}
