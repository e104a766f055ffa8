//! A review of what is answered: over one session or several, kept in the file.

use crate::support::folder::{FIRST, Folder, SECOND, words};

const REVIEW: &[&str] = &["--review"];

#[test]
fn a_whole_file_is_gone_over_and_confirmed() {
    let folder = Folder::with("greeting = 2\npaying = 1");
    let mut terminal = folder.interview_with(REVIEW, &[]);
    terminal.says("Enter confirms the answer that is there", &["last confirmed on 2026-01-31", FIRST, "0 confirmed"]);
    terminal.types("\r").shows(&[SECOND, "1 confirmed"]).types("\r");
    terminal.shows(&["All 2 answers are confirmed.", "2 confirmed"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
    folder.lacks("date = 2026-01-31");
    folder.lacks("review");
}

#[test]
fn a_review_that_is_left_goes_on_where_it_was() {
    let folder = Folder::with("greeting = 2 # agreed\npaying = 1");
    let before = folder.text();
    let mut terminal = folder.interview_with(REVIEW, &[]);
    terminal.shows(&[FIRST]).types("\r");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    let left = words(&terminal.ends(0).screen.contents());
    assert!(left.contains("1 of 2 confirmed; go on with `assess interview") && left.contains("--review`"), "{left}");
    folder.says_of("review", &["since = 20", "until = \"shop.counter.selling.greeting\""]);
    let is_kept = |line: &&str| !line.starts_with("review");
    assert!(folder.text().lines().filter(is_kept).eq(before.lines()), "nothing else changes: {}", folder.text());
    let mut again = folder.interview_with(REVIEW, &[]);
    let about = ["last confirmed on 2026-01-31, this review since 20", "2/2", SECOND, "1 confirmed"];
    again.says("1 of 2 confirmed; going on", &about).types("0");
    again.shows(&["All 2 answers are confirmed."]).types("q");
    again.ends(0);
    folder.holds(&["greeting = 2 # agreed", "paying = 0"]);
    folder.lacks("review");
    folder.lacks("date = 2026-01-31");
}

#[test]
fn what_is_confirmed_outlives_a_kill() {
    let folder = Folder::with("greeting = 2\npaying = 1");
    let mut terminal = folder.interview_with(REVIEW, &[]);
    terminal.shows(&[FIRST]).types("\r");
    terminal.shows(&[SECOND, "1 confirmed"]);
    terminal.dies();
    let mut again = folder.interview_with(&["--review", "--plain"], &[("ASSESS_LANG", "zh")]);
    again.shows(&["2 题中已确认 1 题，继续", "最近确认于 2026-01-31；本次复核始于 20"]).types("\r");
    again.shows(&["2 个答案已全部确认。"]).types("q\r");
    again.ends(0);
    folder.lacks("review");
}

#[test]
fn an_undo_takes_a_confirmation_back() {
    let folder = Folder::with("greeting = 2\npaying = 1");
    let before = folder.text();
    let mut terminal = folder.interview_with(REVIEW, &[]);
    terminal.shows(&[FIRST]).types("\r");
    terminal.shows(&[SECOND, "1 confirmed"]).types("z");
    terminal.says("undone: Greeting", &[FIRST, "0 confirmed"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}
