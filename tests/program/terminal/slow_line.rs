//! The interview on a bad line: what a key sends at 9,600 baud, and that nothing is asked of the terminal, where every
//! reply takes 300 ms. Bytes, frames and queries are counted, never time.

use crate::support::folder::{Folder, run};
use crate::support::pty::{Cost, Line, Terminal};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 50)];
/// As many questions as two sub-domains and the beginning of a third.
const QUESTIONS: usize = 8;
const MOST_OF_A_CHARACTER: usize = 300;
/// The same where nothing but the line changes.
const MOST_OF_AN_ECHO: usize = 50;
/// A second and a half at 9,600 baud.
const MOST_OF_A_QUESTION: usize = 1_500;

/// An interview about continuous delivery in a window of some size, as it was drawn whole.
fn begin(folder: &Folder, options: &[&str], (columns, rows): (u16, u16)) -> Terminal {
    let line = [&["interview", "answers.toml"], options].concat();
    let mut terminal = Terminal::start(folder.path(), &line, &[]);
    terminal.draws_after(|it| it);
    // A window of another size draws once; what came late would be counted for the first key.
    if (columns, rows) != (80, 24) {
        terminal.draws_after(|it| it.becomes(columns, rows));
    }
    terminal.presses("\x0c");
    terminal
}

fn begun() -> Folder {
    let folder = Folder::empty();
    assert!(run(folder.path(), &["init", "--scope", "delivery"]).status.success());
    folder
}

/// What answering some questions takes, each within 1.2 × what of the screen changes.
#[track_caller]
fn answer(terminal: &mut Terminal, what: &str) -> Vec<Cost> {
    let costs: Vec<_> = (0..QUESTIONS).map(|_| terminal.cost_of("2")).collect();
    for (place, Cost { sent, changed }) in costs.iter().enumerate() {
        assert!(sent * 10 <= changed * 12, "{what}, question {place}: {sent} bytes for a change of {changed}");
    }
    costs
}

#[test]
fn an_answered_question_sends_what_changes() {
    for language in ["en", "zh"] {
        for size in SIZES {
            let folder = begun();
            let mut terminal = begin(&folder, &["--only", "delivery", "--lang", language], size);
            let what = format!("{language} at {size:?}");
            let costs = answer(&mut terminal, &what);
            let most = costs.iter().map(|cost| cost.sent).max().unwrap_or_default();
            assert!(most <= MOST_OF_A_QUESTION, "{what}: {most} bytes");
            terminal.types("q").ends(0);
        }
    }
}

#[test]
fn a_question_of_a_room_sends_what_changes_too() {
    let together = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/together");
    let people = ["ana", "bo", "chen"].map(|name| format!("{together}/{name}.answers.toml"));
    let [ana, bo, chen] = people.each_ref().map(String::as_str);
    for language in ["en", "zh"] {
        for size in SIZES {
            let folder = begun();
            let mut terminal = begin(&folder, &["--lang", language, "--with", ana, bo, chen], size);
            // A frame of the screen before may come after the key.
            terminal.types("s").shows(&[if language == "zh" { "待讨论 1/" } else { "to talk about 1 of" }]);
            answer(&mut terminal, &format!("{language} at {size:?}"));
            terminal.types("q").ends(0);
        }
    }
}

#[test]
fn a_typed_character_takes_little() {
    for language in ["en", "zh"] {
        for size in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50)] {
            for (opened_by, what) in [("n", "note"), ("0", "reason"), ("v", "evidence")] {
                let folder = begun();
                let mut terminal = begin(&folder, &["--only", "delivery", "--lang", language], size);
                terminal.presses(opened_by);
                for typed in ["t", "e", "s", "t", "试", "\x7f", "\x7f", "\x1b[D", "x"] {
                    let Cost { sent, .. } = terminal.cost_of(typed);
                    assert!(sent <= MOST_OF_AN_ECHO, "{what}, {typed:?} at {size:?}: {sent} bytes");
                }
                terminal.types("\x03").ends(130);
            }
        }
    }
}

/// The list of what a search finds changes with the words, and follows them once nobody types: both are counted.
#[test]
fn a_typed_character_of_a_search_takes_little_with_the_list_it_changes() {
    for language in ["en", "zh"] {
        for size in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 50)] {
            let folder = begun();
            let mut terminal = begin(&folder, &["--only", "delivery", "--lang", language], size);
            terminal.presses("/");
            for typed in ["t", "e", "s", "t", "\x15", "h", "o", "w", " ", "\x17", "测", "\x7f", "部", "署", "x"] {
                let Cost { sent, .. } = terminal.cost_of_times(2, typed);
                assert!(sent <= MOST_OF_A_CHARACTER, "{typed:?} at {size:?} in {language}: {sent} bytes");
            }
            let Cost { sent, .. } = terminal.cost_of("\x1b[D");
            assert!(sent <= MOST_OF_AN_ECHO, "no list follows an arrow: {sent} bytes");
            terminal.types("\x03").ends(130);
        }
    }
}

#[test]
fn the_list_of_a_search_waits_until_nobody_types() {
    let folder = begun();
    let mut terminal = begin(&folder, &["--only", "delivery"], (80, 24));
    terminal.presses("/");
    let (frames, written) = (terminal.frames(), terminal.written());
    terminal.types("merged").shows(&["> merged", "❯ How are branches made and merged?"]);
    let (frames, written) = (terminal.frames() - frames, terminal.written() - written);
    assert!(frames <= 7, "{frames} frames for six characters");
    assert!(written <= MOST_OF_A_CHARACTER, "{written} bytes for six characters and what they find");
    terminal.types("\x03").ends(130);
}

/// Whether nothing was sent to which a terminal replies.
fn is_never_asked(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut sequences = text.split('\x1b').skip(1);
    sequences.all(|sequence| {
        let end = sequence.strip_prefix('[').and_then(|it| it.chars().find(char::is_ascii_alphabetic));
        // Moves, what is cleared, colors and modes: no terminal replies to any of them.
        end.is_some_and(|end| "HGKXJmhl".contains(end))
    })
}

#[test]
fn an_interview_on_a_slow_line_waits_for_nothing() {
    let folder = begun();
    let line = ["interview", "--only", "delivery", "answers.toml"];
    let mut terminal = Terminal::start_on(Line::Slow, folder.path(), &line);
    terminal.shows(&["1/52"]);
    for place in 2..4 {
        let before = terminal.frames();
        let Cost { sent, .. } = terminal.cost_of("2");
        assert!(sent <= MOST_OF_A_QUESTION, "{sent} bytes");
        terminal.shows(&[&format!("{place}/52")]);
        assert_eq!(terminal.frames() - before, 1, "a question is drawn once");
    }
    let (frames, written) = (terminal.frames(), terminal.written());
    terminal.types("12121").shows(&["8/52"]);
    let (frames, written) = (terminal.frames() - frames, terminal.written() - written);
    assert!(frames <= 2, "five keys pressed ahead are drawn {frames} times");
    assert!(written <= 2 * MOST_OF_A_QUESTION, "{written} bytes for five keys pressed ahead");
    terminal.types("n").types("分支\x1b[D好").shows(&["> 分好支"]).types("\r").types("q");
    let bytes = terminal.ends(0).bytes;
    assert!(is_never_asked(&bytes), "a terminal would reply to this:\n{}", bytes.escape_ascii());
    folder.holds(&["system = 2", "branching = 2"]);
    assert!(folder.text().contains("note = \"分好支\""), "{}", folder.text());
}
