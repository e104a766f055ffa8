//! The first picture: which questions it asks, and what is asked after it.

use super::Session;
use super::garden::garden;
use crate::support::tiny;
use assess::answers::{self, Claim};
use assess::interview::setup::{Beginning, Setup, SetupEffect, Start, Steps};
use assess::interview::{Key, Pass, Wish};
use assess::lang::Lang;
use assess::model::{Id, Level, Model};
use assess::report::screen::{draw, draw_setup, picture, setup_lines};
use assess::report::{Colors, Drawing, Style};
use assess::text::width;

/// A shop with as many counters as there are keys, each with the questions of the tiny model; that about paying is telling.
fn counters(keys: &[&str]) -> Model {
    let mut model = tiny();
    let domain = &mut model.areas.to_mut()[0].groups.to_mut()[0];
    let (parent, one) = (domain.id.clone(), domain.groups[0].clone());
    let sub_domain = |key: &&str| {
        let mut sub_domain = one.clone();
        sub_domain.id = parent.child(key);
        for dimension in sub_domain.dimensions.to_mut() {
            dimension.telling = dimension.id.key() == "paying";
            dimension.id = sub_domain.id.child(dimension.id.key());
        }
        sub_domain
    };
    domain.groups = keys.iter().map(sub_domain).collect::<Vec<_>>().into();
    model
}

fn quick() -> Wish {
    Wish { pass: Pass::Quick, ..Wish::default() }
}

fn place(session: &Session<'_>) -> String {
    let id = session.interview.question().map(|question| question.id.as_str()).unwrap_or_default();
    id.rsplit('.').take(2).collect::<Vec<_>>().join(" of ")
}

#[test]
fn one_telling_question_is_asked_in_each_sub_domain() {
    let model = counters(&["bread", "cheese"]);
    let mut session = Session::new(&model, quick());
    assert_eq!((place(&session), session.interview.question_count()), ("paying of bread".to_owned(), 2));
    session.keys("1");
    assert_eq!(place(&session), "paying of cheese");
    session.keys("0");
    assert!(session.interview.is_picture());
}

#[test]
fn behind_a_picture_the_next_open_question_is_one_that_it_left_out() {
    let model = counters(&["bread", "cheese"]);
    let mut session = Session::new(&model, quick());
    session.keys("10u");
    assert_eq!((place(&session), session.interview.is_picture()), ("greeting of cheese".to_owned(), false));
}

#[test]
fn where_the_telling_question_does_not_apply_the_next_one_is_asked() {
    let model = counters(&["bread", "cheese"]);
    let mut session = Session::new(&model, quick());
    session.keys("xnobody pays\n");
    assert_eq!((place(&session), session.interview.question_count()), ("greeting of bread".to_owned(), 3));
    session.keys("z");
    assert_eq!(place(&session), "paying of bread", "what is undone is asked again");
    session.keys("1");
    assert_eq!((place(&session), session.interview.question_count()), ("paying of cheese".to_owned(), 2));
    session.keys("xnobody pays\na");
    assert!(session.interview.is_picture(), "all of cheese does not apply: {}", place(&session));
    assert!(matches!(session.claim("greeting"), Some(Claim::NotApplicable { .. })));
}

#[test]
fn a_telling_question_that_asks_nothing_up_to_the_target_gives_way() {
    let mut model = counters(&["bread"]);
    let dimensions = model.areas.to_mut()[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    dimensions[1].cells.change(|paying| paying[1].clauses = Vec::new().into());
    let session = Session::new(&model, Wish { target: Some(Level(1)), ..quick() });
    assert_eq!(place(&session), "greeting of bread");
}

#[test]
fn a_sub_domain_with_any_level_counts_as_seen() {
    let model = counters(&["bread", "cheese", "fish"]);
    let mut session = Session::new(&model, Wish::default());
    session.keys("1");
    let mut session = session.again(quick());
    assert_eq!(place(&session), "paying of cheese", "greeting of bread has a level");
    session.keys("xnobody pays\n");
    let only = Some(Id("shop.counter.cheese".into()));
    let session = session.again(Wish { only, ..quick() });
    assert_eq!((place(&session), session.interview.question_count()), ("greeting of cheese".to_owned(), 1));
}

#[test]
fn what_holds_most_down_and_is_most_open_is_asked_first() {
    let model = counters(&["bread", "cheese", "fish"]);
    let mut session = Session::new(&model, quick());
    session.keys("101");
    let deepening = session.interview.deepening();
    let keys = |list: &[&assess::model::Group]| list.iter().map(|it| it.id.key().to_owned()).collect::<Vec<_>>();
    assert_eq!(
        (keys(&deepening.lowest), keys(&deepening.most_open)),
        (vec!["cheese".into()], vec!["bread".into(), "fish".into()])
    );
    assert!(!session.interview.is_whole(), "the rest is open");
    let mut again = session.again(Wish::default());
    assert_eq!(place(&again), "greeting of cheese", "running again goes on alike");
    session.keys("\n");
    assert_eq!((place(&session), session.interview.question_count()), ("greeting of cheese".to_owned(), 6));
    session.keys("2");
    assert_eq!(place(&session), "greeting of bread");
    session.keys("2").keys("2");
    assert!(session.interview.is_done() && session.interview.is_whole() && !session.interview.is_picture());
    again.keys("222");
    assert!(again.interview.is_whole());
}

#[test]
fn what_was_skipped_is_open_and_the_picture_is_not_over() {
    let model = counters(&["bread", "cheese"]);
    let mut session = Session::new(&model, quick());
    session.keys("s1");
    assert!(session.interview.is_picture() && session.interview.is_picture_open());
    session.keys("u");
    assert_eq!(place(&session), "paying of bread");
    session.keys("1");
    assert!(!session.interview.is_picture_open());
}

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

/// The first picture of the garden, with levels in turn.
fn whole_picture() -> Session<'static> {
    let mut session = Session::new(garden(), quick());
    while !session.interview.is_done() {
        let place = session.interview.position().0;
        session.keys(["3", "2", "4", "1", "5", "3", "2"][place % 7]);
    }
    session
}

#[test]
fn the_picture_shows_levels_and_what_to_go_on_with() {
    let session = whole_picture();
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        for (columns, rows) in [(80, 24), (60, 20)] {
            let screen = draw(&session.interview, &style(lang, columns), rows);
            assert!(screen.lines.iter().all(|line| width(line) <= columns) && screen.lines.len() <= rows);
            insta::assert_snapshot!(format!("picture_{name}_{columns}x{rows}"), screen.lines.join("\n"));
        }
    }
    let large = picture(&session.interview, &style(Lang::En, 100), 50).join("\n");
    assert!(large.contains("  Flowers  "), "domains where there is room:\n{large}");
}

#[test]
fn the_first_screen_says_what_this_is_and_how_to_begin() {
    let model = garden();
    let setup = Setup::new(model, answers::empty(model), Wish::default(), Steps::All);
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        for (columns, rows) in [(80, 24), (60, 20)] {
            let screen = draw_setup(&setup, &style(lang, columns), rows);
            assert!(screen.lines.iter().all(|line| width(line) <= columns) && screen.lines.len() <= rows);
            insta::assert_snapshot!(format!("begin_{name}_{columns}x{rows}"), screen.lines.join("\n"));
        }
        insta::assert_snapshot!(format!("begin_{name}_plain"), setup_lines(&setup, &style(lang, 80)).join("\n"));
    }
    for columns in 40..100 {
        let lines = draw_setup(&setup, &style(Lang::En, columns), 40).lines;
        for level in ["1 Neglected", "2 Tended", "3 Planned", "4 Measured", "5 Flourishing"] {
            assert!(lines.iter().any(|line| line.contains(level)), "{level} is torn at {columns}: {lines:#?}");
        }
    }
    let small = draw_setup(&setup, &style(Lang::En, 40), 12).lines.join("\n");
    assert!(small.contains("A first picture") && small.contains("Everything"), "the ways are in view:\n{small}");
}

#[test]
fn the_first_screen_is_about_the_model_that_is_asked() {
    let model = counters(&["bread", "cheese", "figs", "fish", "nuts", "oil", "salt"]);
    let mut setup = Setup::new(&model, answers::empty(&model), Wish::default(), Steps::All);
    let screen = draw_setup(&setup, &style(Lang::En, 80), 24).lines.join("\n");
    assert!(screen.contains("14 questions in 7 sub-domains:") && screen.contains("3 levels: 0 "), "{screen}");
    assert!(!screen.contains("One area"), "there is one:\n{screen}");
    let screen_zh = draw_setup(&setup, &style(Lang::Zh, 80), 24).lines.join("\n");
    assert!(
        screen.contains("14 questions: about 7 min") && screen_zh.contains("14 题：约 7 分钟"),
        "{screen}\n{screen_zh}"
    );
    assert_eq!(setup.press(&Key::Enter), SetupEffect::None);
    setup.press(&Key::Paste("shop\n1".to_owned()));
    assert_eq!(
        setup.press(&Key::Enter),
        SetupEffect::Begin(Beginning {
            start: Start::FirstPicture,
            team: Some("shop 1".to_owned()),
            scope: Vec::new(),
        })
    );
}

#[test]
fn the_first_screen_and_the_first_question_say_the_same_time() {
    let model = garden();
    for target in [None, Some(Level(2))] {
        let wish = Wish { target, ..Wish::default() };
        let setup = Setup::new(model, answers::empty(model), wish.clone(), Steps::All);
        for (lang, start) in [
            (Lang::En, Start::Everything),
            (Lang::Zh, Start::Everything),
            (Lang::En, Start::FirstPicture),
            (Lang::Zh, Start::FirstPicture),
        ] {
            let begun = Session::new(model, Wish { pass: start.pass().unwrap_or_default(), ..wish.clone() });
            let (extent, _) = setup.extent(start, lang);
            assert_eq!(extent.questions, begun.interview.question_count());
            assert_eq!(Some(extent.minutes), begun.interview.minutes_left(lang), "{start:?} {target:?}");
        }
    }
    let minutes = |target| {
        let wish = Wish { target, ..Wish::default() };
        Session::new(model, wish).interview.minutes_left(Lang::En)
    };
    assert!(minutes(Some(Level(2))) < minutes(None), "what is folded away is not read aloud");
}

#[test]
fn a_file_that_is_there_is_asked_how_to_begin_alone() {
    let model = garden();
    let mut said = answers::empty(model);
    said.assessment.scope = Some(vec![model.areas[1].id.clone(), model.areas[0].id.clone(), model.areas[3].id.clone()]);
    let setup = Setup::new(model, said.clone(), Wish::default(), Steps::Start);
    let begun = |keys: &[Key]| {
        let mut setup = setup.clone();
        keys.iter().map(|key| setup.press(key)).last()
    };
    let beginning = |start, scope| Some(SetupEffect::Begin(Beginning { start, team: None, scope }));
    assert_eq!(begun(&[Key::Enter]), beginning(Start::FirstPicture, Vec::new()), "the file says the rest");
    assert_eq!(begun(&[Key::Char('3')]), beginning(Start::Everything, Vec::new()));
    let one = vec![model.areas[1].id.clone()];
    assert_eq!(begun(&[Key::Char('2'), Key::Char('2')]), beginning(Start::OneArea, one));
    let optional = vec![model.areas[3].id.clone()];
    let back = [Key::Char('2'), Key::Down, Key::Escape, Key::Char('2'), Key::Char('3')];
    assert_eq!(begun(&back), beginning(Start::OneArea, optional), "areas that it does not name are not offered");
    said.assessment.scope = Some(vec![model.areas[1].id.clone()]);
    let setup = Setup::new(model, said, Wish::default(), Steps::Start);
    assert_eq!(setup.starts(), [Start::FirstPicture, Start::Everything], "one area is all of it");
}

#[test]
fn a_picture_that_was_left_goes_on_without_being_asked_for() {
    let model = counters(&["bread", "cheese", "fruit", "nuts"]);
    for (keys, place_then) in
        [("1", "paying of cheese"), ("11", "paying of fruit"), ("1xnobody pays\n", "greeting of cheese")]
    {
        let mut session = Session::new(&model, quick());
        session.keys(keys);
        let mut again = session.again(Wish::default());
        again.interview.greet();
        assert_eq!(place(&again), place_then, "after {keys:?}");
        assert!(again.said().contains("going on with the first picture"), "{}", again.said());
        again.keys("1111");
        assert!(again.interview.is_picture(), "and the rest comes after it");
    }
}

#[test]
fn what_is_answered_in_order_or_a_part_that_is_named_is_no_picture() {
    let model = counters(&["bread", "cheese", "fruit", "nuts"]);
    let mut begun = Session::new(&model, Wish::default());
    begun.keys("1");
    assert_eq!(place(&begun.again(Wish::default())), "paying of bread");
    let mut skipped = Session::new(&model, Wish::default());
    skipped.keys("s11");
    assert_eq!(place(&skipped.again(Wish::default())), "paying of cheese", "what was skipped in order waits");
    let mut left = Session::new(&model, quick());
    left.keys("11");
    let only = Some(Id("shop.counter".into()));
    let part = left.again(Wish { only, ..Wish::default() });
    assert_eq!(place(&part), "greeting of bread", "from its beginning, and not in the middle");
}

#[test]
fn a_picture_counts_ahead_what_it_asks() {
    let model = counters(&["bread", "cheese"]);
    let mut session = Session::new(&model, quick());
    assert_eq!(session.interview.position(), (1, 2));
    session.keys("xnobody pays\n");
    assert_eq!((place(&session), session.interview.position()), ("greeting of bread".to_owned(), (1, 2)));
    session.keys("1");
    assert_eq!((place(&session), session.interview.position()), ("paying of cheese".to_owned(), (2, 2)));
    assert_eq!(session.interview.done_count(), 1);
    session.keys("1");
    let end = draw(&session.interview, &style(Lang::En, 80), 24).lines.remove(0);
    assert!(end.ends_with(" 2/2"), "{end}");
}

#[test]
fn where_little_is_asked_there_is_nothing_to_choose() {
    let model = counters(&["bread", "cheese"]);
    let mut setup = Setup::new(&model, answers::empty(&model), Wish::default(), Steps::Start);
    assert_eq!(setup.starts(), [Start::Everything]);
    let screen = draw_setup(&setup, &style(Lang::En, 80), 24).lines.join("\n");
    assert!(!screen.contains("How to begin?") && !screen.contains("Everything"), "{screen}");
    assert!(screen.contains("All of it takes about 2 min.") && screen.contains("Enter begin  q leave"), "{screen}");
    let begun = Beginning { start: Start::Everything, team: None, scope: Vec::new() };
    assert_eq!(setup.press(&Key::Enter), SetupEffect::Begin(begun));
}
