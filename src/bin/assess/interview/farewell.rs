//! What is said when an interview is left: where everything is saved, and what to run next.

use std::io;

use anyhow::Result;
use assess::interview::Interview;
use assess::lang::Text;
use assess::report::{screen, terminal};
use assess::{scoring, text};

use super::request::Request;
use crate::advice::shell_word;
use crate::failure::Failure;
use crate::files;
use crate::output::write_stdout;
use crate::session::Session;
use crate::terminal::{size_of, style_of_stdout};

/// What stands below the levels: how to go on, in up to four lines, and the prompt of the shell.
const ROWS_BESIDE: usize = 6;

/// Says where the answers are and how to go on; the levels so far stand before it, or the whole table once everything is answered.
///
/// # Errors
///
/// An answers file that is gone, and a standard output that cannot be written.
pub(super) fn say_how_to_go_on(session: &Session, request: &Request<'_>, interview: &Interview<'_>) -> Result<()> {
    let file = request.path.display();
    if !files::is_there(request.path) {
        let failure =
            Failure::new(text!("`{file}` is gone, and every answer with it", "`{file}` 已不存在，答案也随之消失"));
        return Err(failure
            .help(text!("bring the file back, as from version control", "请恢复该文件，例如从版本控制中"))
            .into());
    }
    let (count, options, word) = (interview.all_count(), request.options, shell_word(request.path));
    // A review goes through them all.
    let left = interview.confirmed_count().map_or_else(|| interview.open_count(), |_| interview.left_count());
    // What the first screen chose is no option of the command that was run.
    let quick = if interview.is_picture_open() { " --quick" } else { "" };
    let style = style_of_stdout(session.drawing());
    let outcome = scoring::score(interview.model(), interview.answers());
    if left == 0 && request.wish.only.is_none() {
        write_stdout(&terminal::summary(&outcome, &style))?;
    } else {
        let (_, rows) = size_of(io::stdout());
        let room = usize::from(rows).saturating_sub(ROWS_BESIDE);
        write_stdout(&if interview.is_picture() {
            screen::picture(interview, &style, room).iter().map(|line| format!("{line}\n")).collect()
        } else {
            terminal::levels_so_far(&outcome, request.wish.only.as_ref(), &style, room)
        })?;
    }
    if let Some(unfinished) = interview.unfinished() {
        session.note(&unfinished);
    }
    session.note(&match interview.confirmed_count() {
        _ if left == 0 && !interview.model().scoring.has_levels() => text!(
            "saved in {file}; next: `assess next {word}` lists what raises the score most",
            "已保存到 {file}；下一步：`assess next {word}` 列出最能提高得分的要求"
        ),
        _ if left == 0 => text!(
            "saved in {file}; next: `assess next {word}` lists what the next level asks",
            "已保存到 {file}；下一步：`assess next {word}` 列出下一级的要求"
        ),
        Some(confirmed) => text!(
            "saved in {file}: {confirmed} of {count} confirmed; go on with `assess interview {word}{options}`",
            "已保存到 {file}：{count} 题中已确认 {confirmed} 题；继续请运行 `assess interview {word}{options}`"
        ),
        None => {
            let Text { en, zh, .. } = interview.tally().of_all();
            text!(
                "saved in {file}: {en}; go on with `assess interview {word}{options}{quick}`",
                "已保存到 {file}：{zh}；继续请运行 `assess interview {word}{options}{quick}`"
            )
        }
    });
    Ok(())
}
