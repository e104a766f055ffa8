//! The points of a trend from several dated files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::{Answers, Date};
use assess::text;
use assess::trend::Stamp;

use super::course::{Course, Follow};
use crate::advice::shell_word;
use crate::arguments::private::name_of_file;
use crate::commands::trend::missing::KnownAnswers;
use crate::failure::Failure;
use crate::files;

/// Adds every file that is asked for, in the order of the dates, then a gap for every one that cannot be read.
pub fn read(course: &mut Course<'_, '_, impl Follow>, paths: &[PathBuf]) {
    let (mut dated, mut gaps, mut known) = (Vec::new(), Vec::new(), KnownAnswers::default());
    for (number, path) in (1..).zip(paths) {
        let word = course.wanted.word(&path.display().to_string());
        let mut stamp =
            Stamp { at: None, revision: None, path: name_of_file(path, number, &course.wanted.private), word };
        let read = files::read(path).map_err(|error| known.instead(path, error));
        let read = read.and_then(|source| course.wanted.parse(&source, course.model));
        match read.and_then(|answers| day_of(answers, path)) {
            Ok((day, answers)) => {
                stamp.at = Some(day);
                dated.push((day, stamp, answers));
            }
            Err(error) => gaps.push((stamp, error)),
        }
    }
    dated.sort_by_key(|(day, ..)| *day);
    dated.retain(|(day, ..)| course.wanted.since.is_none_or(|since| *day >= since));
    let days: Vec<_> = dated.iter().map(|(day, ..)| *day).collect();
    let taken: HashSet<_> = course.wanted.every.last_of_each(&days).into_iter().collect();
    for (place, (_, stamp, answers)) in dated.into_iter().enumerate() {
        if taken.contains(&place) {
            course.add(stamp, answers);
        }
    }
    for (stamp, error) in gaps {
        course.leave_gap(stamp, &error);
    }
}

fn day_of(answers: Answers, path: &Path) -> Result<(Date, Answers)> {
    let Some(day) = answers.assessment.date else {
        let name = shell_word(path);
        let failure = Failure::new(text!(
            "it names no `date`: write `date = 2026-11-21` below `[assessment]`",
            "其中没有 `date`：请在 `[assessment]` 下写 `date = 2026-11-21`"
        ));
        let help = text!(
            "`assess set {name} --date=2026-11-21` writes one",
            "`assess set {name} --date=2026-11-21` 可写入日期"
        );
        return Err(failure.help(help).into());
    };
    Ok((day, answers))
}
