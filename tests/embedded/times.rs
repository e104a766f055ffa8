//! How long the questions of the model take, as both READMEs say it.

use assess::embedded;
use assess::interview::first_picture;
use assess::interview::time::{sitting_time, whole_minutes};
use assess::lang::Lang;
use assess::model::{Dimension, Id};

/// The questions and minutes of a part of the model.
fn extent(questions: Vec<&Dimension>, lang: Lang) -> (u64, u64) {
    (questions.len() as u64, whole_minutes(sitting_time(embedded::model(), questions, lang)))
}

fn within(areas: &[Id]) -> Vec<&'static Dimension> {
    embedded::model().dimensions().filter(|it| areas.iter().any(|area| it.id.is_within(area))).collect()
}

fn picture(areas: &[Id]) -> Vec<&'static Dimension> {
    first_picture(embedded::model(), areas).collect()
}

/// Half hours, as people say them: 5 are `2½`.
fn hours(minutes: u64) -> String {
    let half = if minutes / 30 % 2 == 1 { "½" } else { "" };
    format!("{}{half}", minutes / 60)
}

#[test]
fn the_readmes_say_how_long_it_takes() {
    let areas = embedded::model().areas.iter().filter(|area| !area.optional);
    let areas: Vec<_> = areas.map(|area| area.id.clone()).collect();
    for (file, lang) in [("README.md", Lang::En), ("README.zh.md", Lang::Zh)] {
        let readme = std::fs::read_to_string(file).expect("it is there");
        let range = |part: fn(&[Id]) -> Vec<&'static Dimension>| {
            let each: Vec<_> = areas.iter().map(|area| extent(part(core::slice::from_ref(area)), lang)).collect();
            let (questions, minutes): (Vec<_>, Vec<_>) = each.into_iter().unzip();
            let range = |of: &[u64]| (of.iter().min().copied().unwrap_or(0), of.iter().max().copied().unwrap_or(0));
            (range(&questions), range(&minutes))
        };
        let (quick, all) = (extent(picture(&areas), lang), extent(within(&areas), lang));
        let ((quick_least, quick_most), (quick_short, quick_long)) = range(picture);
        let ((least, most), (short, long)) = range(within);
        let hours = hours(all.1);
        let rows = match lang {
            Lang::En => [
                format!(
                    "| a first picture of one area | {quick_least} to {quick_most} | {quick_short} to {quick_long} min |"
                ),
                format!("| a first picture of all three areas | {} | {} min |", quick.0, quick.1),
                format!("| everything of one area | {least} to {most} | {short} to {long} min |"),
                format!("| everything | {} | {hours} h |", all.0),
            ],
            Lang::Zh => [
                format!("| 一个领域的快速概览 | {quick_least}～{quick_most} | {quick_short}～{quick_long} 分钟 |"),
                format!("| 三个领域的快速概览 | {} | {} 分钟 |", quick.0, quick.1),
                format!("| 一个领域的全部问题 | {least}～{most} | {short}～{long} 分钟 |"),
                format!("| 全部问题 | {} | {}小时 |", all.0, hours.replace('½', " 个半")),
            ],
        };
        for row in rows {
            assert!(readme.contains(&row), "{file} does not say\n{row}");
        }
    }
}
