//! The figures of the delivery, asked once everything else is answered: on the screen and line by line.

use crate::support::folder::{Folder, SECOND};

#[test]
fn a_session_that_answers_everything_goes_on_to_figures() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered.", "prove no cause"]).types("\r");
    terminal.shows(&["How often do you deploy", "1 of 5"]).types("3/week\r");
    terminal.shows(&["Deployment frequency → 3/week", "2 of 5"]).types("\r");
    terminal.shows(&["3 of 5"]).types("8\r");
    terminal.shows(&["`8` has no unit"]).types("%\r");
    terminal.shows(&["4 of 5"]).types("\x1b");
    folder.holds(&["[outcomes]", "deployment-frequency = \"3/week\"", "change-failure-rate = \"8%\""]);
    terminal.shows(&["o figures"]).types("z");
    terminal.shows(&["undone: Change failure rate"]).types("q");
    terminal.ends(0);
    folder.holds(&["deployment-frequency = \"3/week\""]);
    folder.lacks("change-failure-rate");
}

#[test]
fn figures_are_asked_line_by_line_too() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview_with(&["--plain", "--lang", "zh"], &[]);
    terminal.shows(&["2/2"]).types("1\r");
    terminal.shows(&["还有 5 个成效指标"]).types("\r");
    terminal.shows(&["多久向生产环境部署一次？"]).types("\r");
    terminal.shows(&["变更前置时间（2/5）"]).types("2d\r");
    terminal.shows(&["变更前置时间 -> 2d"]).types("q\r");
    terminal.shows(&["2 个问题已全部回答。"]).types("q\r");
    terminal.ends(0);
    folder.holds(&["lead-time = \"2d\""]);
    folder.lacks("deployment-frequency");
}
