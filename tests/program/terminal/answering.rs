//! Answers, parts of a level, notes, evidence and reasons, as they are typed and saved.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::folder::{FIRST, Folder, SECOND, run, words};
use crate::support::pty::Terminal;

#[test]
fn a_team_finishes_a_new_file() {
    let folder = Folder::empty();
    let mut terminal = folder.interview();
    terminal.begins_with_everything().shows(&["Team"]).types("支付团队\r");
    terminal.says("every answer is saved at once", &["1/2", FIRST, "0 answered"]).types("2");
    terminal.says("✓ Greeting → 2", &["2/2", SECOND, "1 answered", "level 0–2"]).types("1");
    terminal.shows(&["All 2 questions are answered.", "2 answered"]).types("q");
    let left = terminal.ends(0).screen.contents();
    for words in ["Selling", "2.00", "assess next answers.toml"] {
        assert!(left.contains(words), "`{words}` is not shown at the end:\n{left}");
    }
    folder.holds(&["team = \"支付团队\"", "greeting = 2", "paying = 1"]);
    assert!(folder.text().lines().any(|line| line.starts_with("date = 20")));
}

#[test]
fn who_stops_goes_on_at_the_next_open_question() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("q");
    let left = words(&terminal.ends(0).screen.contents());
    assert!(left.contains("1 of 2 answered; go on with `assess interview"), "{left}");
    assert!(left.contains("Selling 0–1 1/2") && !left.contains("Score"), "the levels so far, and no table: {left}");
    folder.holds(&["greeting = 1", "date = 2026-01-31"]);
    let mut again = folder.interview();
    again.says("1 of 2 answered; going on", &["2/2", SECOND]).types("q");
    again.ends(0);
}

#[test]
fn the_date_moves_with_the_last_open_question() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.lacks("date = 2026-01-31");
}

#[test]
fn not_applicable_needs_a_reason() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("x");
    terminal.shows(&["Why does this not apply?"]).types("\r");
    terminal.says("not applicable needs a reason", &["Why does this not apply?"]);
    folder.lacks("na");
    terminal.types("只有网店\r");
    terminal.says("✓ Greeting → n/a", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { na = \"只有网店\" }"]);
    folder.lacks("paying");
}

#[test]
fn a_reason_is_given_to_the_rest() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("x");
    terminal.shows(&["Why does this not apply?"]).types("no shop\r");
    terminal.says("✓ Greeting → n/a", &[SECOND]).types("a");
    terminal.shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { na = \"no shop\" }", "paying = { na = \"no shop\" }"]);
}

#[test]
fn ticked_clauses_make_a_part_of_a_level() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("jj");
    terminal.shows(&["❯   1"]).types("p");
    terminal.shows(&["Level 1 is met in full", "[ ] 2.1 Everyone is greeted", "[ ] 2.2"]).types("2.2");
    terminal.shows(&["❯ [x] 2.2 Everyone is thanked", "[ ] 2.1"]).types("\r");
    terminal.says("✓ Greeting → 2-", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { level = 1, met = [\"2.2\"] }"]);
}

#[test]
fn a_tick_can_be_taken_back() {
    let folder = Folder::with("greeting = { level = 1, met = [\"2.2\"] }");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("p");
    terminal.shows(&["[x] 2.2"]).types("22");
    terminal.shows(&["[ ] 2.2"]).types("\r");
    terminal.says("✓ Greeting → 1", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_chinese_note_is_edited_in_the_middle() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("n");
    terminal.shows(&["Note"]).types("只问候老客户");
    let stands_at = |column| move |screen: &vt100::Screen| screen.cursor_position().1 == column;
    terminal.shows(&["> 只问候老客户"]).waits("the cursor after six characters", stands_at(14));
    terminal.types("\x1b[D\x1b[D").waits("the cursor after four characters", stands_at(10));
    terminal.types("\x7f新").shows(&["> 只问候新客户"]);
    terminal.waits("a cursor to be seen", |screen| !screen.hide_cursor() && stands_at(10)(screen));
    terminal.types("\r").shows(&[FIRST, "note: 只问候新客户"]).types("2");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 2", "note = \"只问候新客户\""]);
}

#[test]
fn escape_leaves_a_note_as_it_was() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("n");
    terminal.shows(&["Note"]).types("weg");
    terminal.shows(&["> weg"]).types("\x1b");
    terminal.waits("no line to type in", |screen| !screen.contents().contains("> weg")).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn a_note_is_written_in_an_editor() {
    let folder = Folder::with("greeting = { level = 1, note = \"since May\" }");
    let editor = folder.has_editor("printf ', 每天' >>\"$1\"");
    let mut terminal = folder.interview_with(&[], &[("EDITOR", editor)]);
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("e");
    terminal.shows(&[FIRST, "note: since May, 每天"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { level = 1, note = \"since May, 每天\" }"]);
}

#[test]
fn an_editor_that_does_not_wait_is_said() {
    let folder = Folder::with("greeting = { level = 1, note = \"since May\" }");
    let before = folder.text();
    let editor = folder.has_editor(":");
    let mut terminal = folder.interview_with(&[], &[("EDITOR", editor)]);
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("e");
    terminal
        .says("the editor ended at once and nothing was changed; set EDITOR to one that waits", &[FIRST])
        .types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn that_there_is_no_editor_is_said_in_the_language_of_the_screen() {
    for (language, said) in [("en", "no editor: set `EDITOR`"), ("zh", "没有编辑器：请设置 `EDITOR`")] {
        let folder = Folder::with("greeting = 1");
        let mut terminal = folder.interview_with(&["--lang", language], &[]);
        terminal.shows(&["2/2"]).types("e").says(said, &[]).types("q");
        terminal.ends(0);
    }
}

#[test]
fn what_an_editor_writes_is_capped() {
    for (script, told) in [
        ("head -c 9000000 /dev/zero >\"$1\"", "the editor wrote more than 10000 characters"),
        ("head -c 10001 /dev/zero | tr '\\0' x >\"$1\"", "the editor wrote more than 10000 characters"),
        ("printf '\\377' >\"$1\"", "the editor wrote what is not UTF-8"),
    ] {
        let folder = Folder::with("");
        let before = folder.text();
        let editor = folder.has_editor(script);
        let mut terminal = folder.begun_interview_with(&[], &[("EDITOR", editor)]);
        terminal.shows(&[FIRST]).types("e");
        terminal.says(told, &[FIRST]).types("q");
        terminal.ends(0);
        assert_eq!(folder.text(), before);
    }
}

#[test]
fn evidence_is_kept_with_the_answer() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("v");
    terminal.shows(&["Evidence"]).types("docs/问候.md\r");
    terminal.says("there is no `docs/问候.md` beside the answers file", &["❯ docs/问候.md", "c remove"]).types("b");
    terminal.shows(&["evidence: docs/问候.md"]).types("2");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 2", "evidence = [\"docs/问候.md\"]"]);
}

#[test]
fn evidence_is_a_list() {
    let folder = Folder::with("");
    for name in ["a.md", "b.md", "c.md"] {
        fs::write(folder.path().join(name), "so").expect("there is room");
    }
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("v");
    terminal.shows(&["Evidence"]).types("a.md\r");
    terminal.shows(&["v add", "❯ a.md"]).types("v");
    terminal.shows(&["Esc cancel"]).types("x.md\r");
    terminal.says("saved, but there is no `x.md`", &["❯ x.md"]).types("\r");
    terminal.shows(&["> x.md"]).types("\x7f\x7f\x7f\x7fb.md\r");
    terminal.says("✓ Greeting: evidence saved", &["  a.md", "❯ b.md"]).types("v");
    terminal.shows(&["Esc cancel"]).types("https://wiki.example/c\r");
    terminal.says("✓ Greeting: evidence saved", &["❯ https://wiki.example/c"]).types("kkc");
    terminal.waits("one entry less", |screen| !screen.contents().contains("a.md")).types("\x1b");
    terminal.shows(&["q quit", "evidence: b.md, https://wiki.example/c"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { evidence = [\"b.md\", \"https://wiki.example/c\"] }"]);
}

#[test]
fn an_answer_is_cleared() {
    let folder = Folder::with("greeting = 2");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("c");
    terminal.says("Greeting: no answer", &[FIRST, "0 answered"]).types("q");
    terminal.ends(0);
    folder.lacks("greeting");
}

#[test]
fn saves_are_undone_one_after_the_other() {
    let folder = Folder::with("greeting = { level = 0, note = \"kept\" }");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("2");
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("z");
    terminal.says("undone", &[SECOND, "1 answered"]).types("z");
    terminal.says("undone", &[FIRST, "level 0"]).types("z");
    terminal.says("nothing to undo", &[FIRST]).types("q");
    terminal.ends(0);
    let undated = |text: &str| text.lines().filter(|line| !line.starts_with("date")).collect::<Vec<_>>().join("\n");
    assert_eq!(undated(&folder.text()), undated(&before));
}

#[test]
fn a_reason_given_to_the_rest_is_one_save_to_undo() {
    let folder = Folder::empty();
    assert!(run(folder.path(), &["init"]).status.success());
    let part = "delivery.configuration.version-control";
    let mut terminal = Terminal::start(folder.path(), &["interview", "--only", part], &[]);
    terminal.shows(&["1/4"]).types("0");
    terminal.shows(&["Why does this not apply?"]).types("nothing is built\r");
    terminal.shows(&["2/4"]).types("a");
    terminal.shows(&["All 4 questions are answered."]).types("z");
    terminal.says("undone: Branching, and 2 more", &["0 answered, 1 n/a"]).types("q");
    let told = words(&terminal.ends(0).screen.contents());
    assert!(told.contains("0 of 4 answered, 1 n/a; go on with"), "{told}");
}

#[test]
fn undoing_says_that_it_undid_and_not_what_evidence_is_missing() {
    let folder = Folder::with("greeting = { level = 0, evidence = [\"x.md\"] }");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("c");
    terminal.says("Greeting: no answer", &[FIRST]).types("z");
    terminal.says("undone: Greeting", &[FIRST, "evidence: x.md"]).types("q");
    terminal.ends(0);
}

#[test]
fn the_same_in_chinese() {
    let folder = Folder::with("");
    let mut terminal = folder.interview_with(&[], &[("ASSESS_LANG", "zh")]);
    terminal.shows(&["2 个问题", "全部答完约 1 分钟。", "Enter 开始"]).types("\r");
    terminal.says("每个答案都会立即保存", &["店铺 › 柜台 › 销售", "向谁问候？", "已回答 0"]).types("2");
    terminal.says("✓ 问候 → 2", &["如何付款？", "级别 0–2"]).types("1");
    terminal.shows(&["2 个问题已全部回答。"]).types("q");
    let left = terminal.ends(0).screen.contents();
    assert!(left.contains("已保存到 answers.toml"), "{left}");
}

#[test]
fn comments_order_and_mode_are_kept() {
    let folder = Folder::empty();
    let text = "# ours\nschema = 1\n\n[assessment]\nmodel = \"tiny\" # the small one\nmodel-version = \"2\"\n                date=2026-01-31\n\n# asked in May\n[answers.shop.counter.selling]\n                paying    =  0   # soon more\n\n# the end\n";
    folder.write(text);
    folder.has_mode(0o640);
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("s");
    terminal.shows(&[SECOND]).types("1");
    terminal
        .says("✓ Paying → 1, which counts as 2: nothing more is asked", &["1 of 2 are still to be answered"])
        .types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), text.replace("paying    =  0 ", "paying    =  1 "));
    assert_eq!(fs::metadata(folder.file()).expect("it is there").permissions().mode() & 0o777, 0o640);
    folder.has_nothing_else();
}

#[test]
fn a_line_that_was_not_ended_is_said_to_be_lost() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview_with(&[], &[]);
    terminal.shows(&["2/2"]).types("nby card").shows(&["> by card"]).types("\x03");
    let text = terminal.ends(130).screen.contents();
    assert!(text.contains("what was being typed is not saved") && text.contains("`by card`"), "{text}");
    folder.lacks("by card");
}
