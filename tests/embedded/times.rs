//! How long the questions of the model take, as the guides to the interview say it.

use assess::interview::{Interview, Pass, Wish};
use assess::lang::Lang;
use assess::model::Id;
use assess::{answers, embedded};

/// How many questions of these areas an interview asks, and in how many minutes.
fn extent(areas: &[Id], pass: Pass, lang: Lang) -> (usize, u64) {
    let model = embedded::model();
    let mut answers = answers::empty(model);
    answers.assessment.scope = Some(areas.to_vec());
    let interview = Interview::new(model, answers, Wish { pass, ..Wish::default() });
    (interview.question_count(), interview.minutes_left(lang).expect("it asks something"))
}

/// The least and the most of some numbers.
fn range<T: Ord + Copy>(numbers: &[T]) -> (T, T) {
    let range = (numbers.iter().min(), numbers.iter().max());
    (*range.0.expect("there are some"), *range.1.expect("there are some"))
}

/// Half hours, as people say them: 5 are `2½`.
fn hours(minutes: u64) -> String {
    let half = if minutes / 30 % 2 == 1 { "½" } else { "" };
    format!("{}{half}", minutes / 60)
}

/// `2½` is `2 个半`, before 小时.
fn chinese_hours(hours: &str) -> String {
    hours.strip_suffix('½').map_or_else(|| format!("{hours} "), |whole| format!("{whole} 个半"))
}

#[test]
fn the_guides_say_how_long_it_takes() {
    let areas = embedded::model().areas.iter().filter(|area| !area.optional);
    let areas: Vec<_> = areas.map(|area| area.id.clone()).collect();
    for (file, lang) in [("docs/interview.md", Lang::En), ("docs/zh/interview.md", Lang::Zh)] {
        let guide = std::fs::read_to_string(file).expect("it is there");
        let ranges = |pass| {
            let each: Vec<_> = areas.iter().map(|area| extent(core::slice::from_ref(area), pass, lang)).collect();
            let (questions, minutes): (Vec<_>, Vec<_>) = each.into_iter().unzip();
            (range(&questions), range(&minutes))
        };
        let (quick, all) = (extent(&areas, Pass::Quick, lang), extent(&areas, Pass::Open, lang));
        let ((quick_least, quick_most), (quick_short, quick_long)) = ranges(Pass::Quick);
        let ((least, most), (short, long)) = ranges(Pass::Open);
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
                format!("| 全部问题 | {} | {}小时 |", all.0, chinese_hours(&hours)),
            ],
        };
        for row in rows {
            assert!(guide.contains(&row), "{file} does not say\n{row}");
        }
    }
}

#[test]
fn a_first_picture_takes_at_most_twenty_minutes_an_area_and_fifty_in_all() {
    for lang in [Lang::En, Lang::Zh] {
        let minutes = |areas: &[Id]| extent(areas, Pass::Quick, lang).1;
        for area in embedded::model().areas.iter() {
            let minutes = minutes(std::slice::from_ref(&area.id));
            assert!((5..=20).contains(&minutes), "{}: {minutes}", area.id);
        }
        let usual = embedded::model().areas.iter().filter(|area| !area.optional);
        let all = minutes(&usual.map(|area| area.id.clone()).collect::<Vec<_>>());
        assert!((20..=50).contains(&all), "{all}");
    }
}
