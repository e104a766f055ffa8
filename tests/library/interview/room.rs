//! Windows too small for a question: what is left out is counted, and arrows reach all of it.

use super::garden::{garden, watering};
use super::{Session, screen};
use assess::interview::statements::Statement;
use assess::interview::{Below, Key, Mode, Wish};
use assess::lang::Lang;
use assess::model::Id;
use assess::report::screen::draw;
use assess::report::{Colors, Drawing, Style};

/// Text without its blanks and line breaks.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The clauses and limits of a statement.
fn items(statement: &Statement<'_>, lang: Lang) -> Vec<String> {
    let clauses = statement.clauses.iter().map(|(_, clause)| &clause.text);
    clauses.chain(statement.limits.iter().map(|limit| &limit.text)).map(|text| bare(text.get(lang))).collect()
}

/// What stands on a screen from the digits of a statement on to those of the next one, without blanks.
fn shown_of(digits: &str, screen: &str) -> Option<String> {
    let lead = |line: &str| line.chars().take(6).filter(|it| it.is_ascii_digit() || *it == '–').collect::<String>();
    let lines: Vec<_> = screen.lines().collect();
    // The foot names levels too, and its lines begin at the edge.
    let first = lines.iter().position(|line| lead(line) == digits && line.starts_with([' ', '❯']))?;
    let next = lines[first + 1..].iter().position(|line| !lead(line).is_empty() || !line.starts_with(' '));
    let own = &lines[first..next.map_or(lines.len(), |next| first + 1 + next)];
    Some(own.iter().map(|line| bare(&line.chars().skip(8).collect::<String>())).collect())
}

/// The number before a word.
fn number_before(word: &str, text: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().expect("a number stands there")
}

#[test]
fn what_does_not_fit_is_counted() {
    let mut cut_count = 0;
    for (columns, rows) in [(60, 20), (40, 12)] {
        for lang in [Lang::En, Lang::Zh] {
            let mut session = Session::new(garden(), Wish::default());
            while *session.interview.mode() == Mode::Asking {
                let screen = screen(&session, lang, columns, rows);
                for statement in session.interview.statements().0 {
                    let digits = statement.digits();
                    let Some(shown) = shown_of(&digits, &screen) else {
                        let last = screen.lines().rfind(|line| line.trim_end().ends_with("   …"));
                        assert!(last.is_some(), "nothing stands for {digits}:\n{screen}");
                        continue;
                    };
                    let items = items(&statement, lang);
                    let whole = items.iter().filter(|item| shown.contains(*item)).count();
                    if whole < items.len() && !shown.ends_with("   …") && !items.is_empty() {
                        cut_count += 1;
                        let word = if lang == Lang::En { "more" } else { "条" };
                        let (_, sign) =
                            shown.split_once("…").unwrap_or_else(|| panic!("{digits} has no sign:\n{screen}"));
                        if !sign.is_empty() {
                            assert_eq!(number_before(word, sign), items.len() - whole, "{digits} {items:?}:\n{screen}");
                        }
                    }
                }
                session.keys("s");
            }
        }
    }
    assert!(cut_count > 20, "the sizes cut something");
}

#[test]
fn the_arrow_down_shows_everything_on_every_size() {
    for (columns, rows) in [(60, 20), (40, 12)] {
        for lang in [Lang::En, Lang::Zh] {
            let style = Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
            let text = |line: &String| line.chars().skip(8).collect::<String>().trim().to_owned();
            let mut session = Session::new(garden(), Wish { only: Some(Id("beds".into())), ..Wish::default() });
            while *session.interview.mode() == Mode::Asking {
                let count = session.interview.statements().0.len();
                let whole = draw(&session.interview, &style, 200).lines;
                let mut wanted: Vec<_> = whole.iter().skip(6).take_while(|line| !line.is_empty()).map(text).collect();
                let mut presses = 0;
                while session.interview.highlight() != Some(count - 1) || session.interview.below() == Below::More {
                    session.press(Key::Down);
                    let screen = draw(&session.interview, &style, rows);
                    session.interview.set_below(screen.below);
                    wanted.retain(|wanted| !screen.lines.iter().any(|line| text(line) == *wanted));
                    presses += 1;
                    assert!(presses < 60, "the last statement is never reached");
                }
                assert!(wanted.is_empty(), "{columns}×{rows}: {wanted:?} is never shown");
                session.keys("s");
            }
        }
    }
}

#[test]
fn the_way_up_scrolls_back() {
    let mut session = watering();
    let style = Style { lang: Lang::En, width: 40, colors: Colors::Off, drawing: Drawing::Drawn };
    let down = |session: &mut Session<'_>| {
        session.interview.set_below(draw(&session.interview, &style, 12).below);
        session.press(Key::Down);
        (session.interview.highlight(), session.interview.scroll())
    };
    let seen: Vec<_> = (0..12).map(|_| down(&mut session)).collect();
    assert!(seen.iter().any(|(_, scroll)| *scroll > 0), "{seen:?}");
    assert_eq!(seen.last(), Some(&(Some(3), seen[11].1)));
    for _ in 0..12 {
        session.press(Key::Up);
    }
    assert_eq!((session.interview.highlight(), session.interview.scroll()), (Some(0), 0));
}

#[test]
fn no_arrow_is_said_to_show_what_stands_above_the_highlight() {
    let mut cut = 0;
    for question in 0..10 {
        let mut session = Session::new(garden(), Wish::default());
        session.keys(&"s".repeat(question));
        session.keys("jjjj");
        for rows in 16..24 {
            let shown = screen(&session, Lang::En, 60, rows);
            let (above, _) = shown.split_once('❯').unwrap_or_else(|| panic!("nothing is highlighted:\n{shown}"));
            assert!(!above.contains("↓ shows"), "{rows}:\n{shown}");
            cut += usize::from(above.contains(" more"));
        }
    }
    assert!(cut > 0, "something is cut above");
}
