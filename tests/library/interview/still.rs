//! What does not move: opening a line changes the foot alone, and the head stands as it is from question to question.

use super::part::many_clauses;
use super::{Session, screen};
use crate::support::{bakery, market, tiny, tiny_answers};
use assess::answers::parse;
use assess::interview::setup::{Setup, Steps};
use assess::interview::{Interview, Key, Pass, Wish};
use assess::lang::Lang;
use assess::report::screen::{draw, draw_setup};
use assess::report::{Colors, Drawing, Style};
use assess::text::width;

const SIZES: [(usize, usize); 6] = [(40, 12), (40, 16), (60, 20), (80, 24), (120, 40), (200, 50)];

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

/// What opens a line over a question, in a session of its own, and what is asked for then.
const OPENING: [(&str, &str, [&str; 2]); 4] = [
    ("", "n", ["Note", "备注"]),
    ("", "x", ["Why does this not apply?", "为什么不适用？"]),
    ("", "v", ["Evidence: a path or a link", "证据：路径或链接"]),
    ("p0", "x", ["Why is 1.1 not asked", "为什么不要求本团队做到 1.1"]),
];

#[test]
fn a_line_that_opens_moves_and_cuts_nothing() {
    for (columns, rows) in SIZES {
        for (lang, place) in [(Lang::En, 0), (Lang::Zh, 1)] {
            for (before, key, prompts) in OPENING {
                for count in [2, 12, 40] {
                    let model = many_clauses(count);
                    let mut session = Session::new(&model, Wish::default());
                    session.keys(before);
                    let closed = draw(&session.interview, &style(lang, columns), rows).lines;
                    session.keys(key);
                    let open = draw(&session.interview, &style(lang, columns), rows);
                    let (row, _) = open.cursor.expect("a line is typed");
                    let text = open.lines.join("\n");
                    assert!(
                        text.contains(prompts[place]),
                        "{columns}×{rows}: {:?} is not asked\n{text}",
                        prompts[place]
                    );
                    // In the smallest windows what is asked for stands where else stands what the last key did.
                    let prompt = open.lines.iter().rposition(|line| line.contains(prompts[place]));
                    let first_of_foot = prompt.filter(|at| *at > 4).unwrap_or(row);
                    let status = if rows < 16 { 2..3 } else { 2..4 };
                    let moved = (0..rows).filter(|at| closed[*at] != open.lines[*at] && *at < first_of_foot);
                    let moved: Vec<_> = moved.filter(|at| !status.contains(at)).collect();
                    let closed = closed.join("\n");
                    assert!(moved.is_empty(), "{columns}×{rows} {key:?}: {moved:?} of\n{closed}\nbecame\n{text}");
                }
            }
        }
    }
}

#[test]
fn the_question_which_level_holds_moves_nothing() {
    for (columns, rows) in SIZES {
        for lang in [Lang::En, Lang::Zh] {
            let model = many_clauses(12);
            let mut session = Session::new(&model, Wish::default());
            let closed = draw(&session.interview, &style(lang, columns), rows).lines;
            session.keys("p");
            let open = draw(&session.interview, &style(lang, columns), rows).lines;
            assert!(open.join("\n").contains("Esc"), "{columns}×{rows}: {open:#?}");
            let foot = if rows < 16 { 1 } else { 3 };
            let moved: Vec<_> = (4..rows - foot).filter(|row| closed[*row] != open[*row]).collect();
            assert!(moved.is_empty(), "{columns}×{rows}: {moved:?} of\n{closed:#?}\nbecame\n{open:#?}");
        }
    }
}

#[test]
fn terms_keep_their_row_while_a_line_is_typed() {
    let model = bakery();
    let mut session = Session::new(&model, Wish::default());
    let row_of = |session: &Session<'_>| {
        screen(session, Lang::En, 80, 24).lines().position(|it| it.contains("fresh, waste") || it.contains("fresh: "))
    };
    let closed = row_of(&session);
    session.keys("n");
    assert!(closed.is_some() && row_of(&session) == closed, "{}", screen(&session, Lang::En, 80, 24));
}

#[test]
fn the_words_beside_the_bar_stay_where_they_are() {
    let model = market();
    for (lang, columns) in [(Lang::En, 80), (Lang::En, 60), (Lang::En, 40), (Lang::Zh, 80)] {
        let mut session = Session::new(&model, Wish::default());
        let mut begins = Vec::new();
        for key in ["2", "x", "so", "\n", "b", "b"] {
            let line = draw(&session.interview, &style(lang, columns), 20).lines.remove(1);
            let words = line.trim_start_matches(['━', '─']);
            assert!(width(&line) <= columns, "{line}");
            // The first word beside the bar, without its numbers.
            let first: String = words.chars().filter(|it| it.is_alphabetic()).take(2).collect();
            begins.push((width(&line) - width(words), first));
            session.keys(key);
        }
        begins.dedup();
        assert_eq!(begins.len(), 1, "{lang:?} {columns}: {begins:?}");
    }
}

#[test]
fn what_enter_confirms_is_seen_where_statements_are_cut() {
    let model = many_clauses(40);
    let mut session = Session::new(&model, Wish::default());
    session.keys("xthere is no door\nb");
    for (columns, rows) in SIZES {
        let shown = screen(&session, Lang::En, columns, rows);
        assert!(shown.contains("not applicable: there is no door"), "{columns}×{rows}:\n{shown}");
    }
    let model = tiny();
    let answers = parse(&tiny_answers("greeting = \"2-\""), &model).expect("they are sound");
    let mut interview = Interview::new(&model, answers, Wish { pass: Pass::Review, ..Wish::default() });
    interview.press(Key::Char('b'));
    let shown = draw(&interview, &style(Lang::En, 40), 12).lines.join("\n");
    assert!(shown.contains("grade 2-:"), "{shown}");
}

#[test]
fn a_clause_that_is_not_asked_is_marked_among_the_statements() {
    let model = tiny();
    let there = "greeting = { level = 1, except = { \"2.2\" = \"so\" } }";
    let answers = parse(&tiny_answers(there), &model).expect("they are sound");
    let interview = Interview::new(&model, answers, Wish { pass: Pass::Review, ..Wish::default() });
    let shown = |lang| draw(&interview, &style(lang, 80), 24).lines.join("\n");
    assert!(shown(Lang::En).contains(" – Everyone is thanked (not asked)"), "{}", shown(Lang::En));
    assert!(shown(Lang::Zh).contains(" – 感谢每一个人（不作要求）"), "{}", shown(Lang::Zh));
}

#[test]
fn what_was_said_is_gone_with_the_next_key_at_the_end_too() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("s1");
    assert!(session.interview.is_done() && !session.said().is_empty());
    session.keys("u");
    assert_eq!((session.question(), session.said().as_str()), ("greeting", ""));
}

#[test]
fn the_end_offers_the_next_question_only_where_one_is_left() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("s1");
    let foot = |session: &Session<'_>| screen(session, Lang::En, 80, 24).lines().last().unwrap_or_default().to_owned();
    assert!(foot(&session).starts_with("u next unanswered  o figures"), "{}", foot(&session));
    session.keys("u2o");
    session.press(Key::Escape);
    assert!(foot(&session).starts_with("o figures"), "{}", foot(&session));
    let mut review = session.again(Wish { pass: Pass::Review, ..Wish::default() });
    review.keys("ss");
    assert!(foot(&review).starts_with("u next to confirm  o figures"), "{}", foot(&review));
}

#[test]
fn escape_is_named_where_it_goes_back_from_the_team() {
    let model = market();
    let foot = |steps, keys: &[Key]| {
        let mut setup = Setup::new(&model, assess::answers::empty(&model), Wish::default(), steps);
        for key in keys {
            setup.press(key);
        }
        draw_setup(&setup, &style(Lang::En, 80), 24).lines.pop().unwrap_or_default()
    };
    assert_eq!(foot(Steps::TeamAndAreas, &[]), "Enter go on  Ctrl-C leave");
    assert_eq!(foot(Steps::All, &[Key::Enter]), "Enter go on  Esc back  Ctrl-C leave");
}
