//! Every way in which a model may count: what holds for all of them, on models and answers made at random.

use crate::support::{assessments, clauses};
use assess::answers::{Answer, Answers, ByClause, Claim, DegreeMet, Detail, Template, Update, template, update};
use assess::lang::{Lang, Text};
use assess::model::counting::{Degree, Empty, Fraction, Levels, Mean, ScoreRule, Scoring, Unanswered};
use assess::model::{Clause, ClauseId, Dimension, Group, Id, Level, Model};
use assess::problem::Source;
use assess::scoring::{Scored, level_of, needed, score};
use proptest::prelude::*;

/// Numbers that follow from one: what a model made at random is varied by.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.roll(items.len() as u64)).expect("there are few")]
    }
}

/// Degrees from 0 to 1, of which those from the third on are enough.
fn degrees() -> Vec<Degree> {
    let values = [("not", 0, 1), ("partly", 1, 3), ("largely", 2, 3), ("fully", 1, 1)];
    let degree = |(id, parts, whole): (&'static str, u32, u32)| Degree {
        id: Id(id.into()),
        value: Fraction { parts, whole },
        name: Text::same(id),
        is_enough: 3 * parts >= 2 * whole,
    };
    values.map(degree).into()
}

fn scoring(dice: &mut Dice) -> Scoring {
    let levels = dice.pick(&[Levels::Shown, Levels::Shown, Levels::None]);
    let rules = [ScoreRule::Levels, ScoreRule::Share, ScoreRule::Value];
    Scoring {
        levels,
        score: dice.pick(if levels == Levels::Shown { &rules } else { &rules[..2] }),
        mean: dice.pick(&[Mean::Children, Mean::Leaves]),
        unanswered: dice.pick(&[Unanswered::Open, Unanswered::Lowest]),
        empty: dice.pick(if levels == Levels::Shown { &[Empty::Pass, Empty::Blocks] } else { &[Empty::Pass] }),
        degrees: degrees().into(),
        ..Scoring::default()
    }
}

/// The same dimension with weights, and clauses that end where the level above asks something.
fn vary_dimension(dimension: &Dimension, dice: &mut Dice) -> Dimension {
    let mut varied = dimension.clone();
    varied.weight = dice.pick(&[1, 1, 2, 5]);
    let asks = |level: Level| !dimension.clauses(level).is_empty();
    varied.cells.change(|cells| {
        for (cell, level) in cells.iter_mut().zip(dimension.floor().up_to(Level(9))) {
            for clause in cell.clauses.to_mut().iter_mut() {
                let ends = asks(level.next()) && dice.roll(4) == 0;
                let weight = dice.pick(&[1, 1, 3]);
                *clause = Clause { weight, up_to: ends.then_some(level), ..clause.clone() };
            }
        }
    });
    varied
}

fn vary_group(group: &Group, dice: &mut Dice) -> Group {
    Group {
        weight: dice.pick(&[1, 1, 4]),
        groups: group.groups.iter().map(|group| vary_group(group, dice)).collect(),
        dimensions: group.dimensions.iter().map(|dimension| vary_dimension(dimension, dice)).collect(),
        ..group.clone()
    }
}

/// Any model and answers to it, counted in any way.
pub fn varied() -> impl Strategy<Value = (Model, Answers, u64)> {
    (assessments(), any::<u64>()).prop_map(|((model, mut answers), seed)| {
        let mut dice = Dice(seed);
        let areas = model.areas.iter().map(|area| vary_group(area, &mut dice)).collect();
        let model = Model { scoring: scoring(&mut dice), areas, ..model };
        for (id, answer) in &mut answers.given {
            if !model.scoring.has_levels() {
                by_clauses(&model, id, answer);
            }
            add_degrees(&model, id, answer, &mut dice);
        }
        (model, answers, seed)
    })
}

/// Says the same by the clauses that are met, as answers to a model without levels do.
pub fn by_clauses(model: &Model, id: &Id, answer: &mut Answer) {
    let dimension = model.dimensions().find(|dimension| dimension.id == *id).expect("it is in the model");
    let Some(claim) = answer.claim.clone().filter(|claim| claim.level().is_some()) else { return };
    let met =
        dimension.all_clauses().map(|(id, _)| id).filter(|id| claim.covers(*id) && !answer.except.contains_key(id));
    answer.claim = Some(Claim::Level { level: model.floor, met: met.collect() });
}

/// Adds degrees where none are named and no exception stands, above the level.
fn add_degrees(model: &Model, id: &Id, answer: &mut Answer, dice: &mut Dice) {
    let Some(Claim::Level { level, met }) = &answer.claim else { return };
    let dimension = model.dimensions().find(|dimension| dimension.id == *id).expect("it is in the model");
    let open = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > *level && !met.contains(id));
    let open: Vec<_> = open.filter(|id| !answer.except.contains_key(id)).collect();
    let degrees = degrees();
    let chosen = open.into_iter().filter_map(|id| {
        let degree = usize::try_from(dice.roll(8)).expect("it is small");
        Some((id, DegreeMet::from(degrees.get(degree)?)))
    });
    answer.degrees = chosen.collect::<Vec<_>>().into_iter().collect();
}

/// The same answer with more claimed: a higher degree, a clause more, or a higher level. `None` where there is nothing.
fn more(model: &Model, dimension: &Dimension, answer: &Answer, dice: &mut Dice) -> Option<Answer> {
    let (level, met) = match answer.claim.clone()? {
        Claim::Level { level, met } => (level, met),
        Claim::PartOf(level) => return Some(Answer { claim: Some(Claim::at(level)), ..answer.clone() }),
        Claim::NotApplicable { .. } => return None,
    };
    let above = |id: &ClauseId| id.level > level && !answer.except.contains_key(id) && !met.contains(id);
    let open: Vec<_> = dimension.all_clauses().map(|(id, _)| id).filter(above).collect();
    let mut more = answer.clone();
    match dice.roll(3) {
        0 if level < model.top() && model.scoring.has_levels() => {
            let level = level.next();
            more.claim = Some(Claim::Level { level, met: met.into_iter().filter(|id| id.level > level).collect() });
            more.degrees.retain(|id, _| id.level > level);
        }
        1 if !open.is_empty() => {
            let id = dice.pick(&open);
            more.degrees.remove(&id);
            more.claim = Some(Claim::Level { level, met: met.into_iter().chain([id]).collect() });
        }
        _ if !open.is_empty() => {
            let id = dice.pick(&open);
            let old = more.degrees.get(&id).map_or(Fraction::ZERO, |degree| degree.value);
            let degrees = degrees();
            let higher = degrees.iter().find(|degree| degree.value > old)?;
            more.degrees.insert(id, higher.into());
        }
        _ => return None,
    }
    Some(more)
}

/// No level, score or worst case is lower than before.
fn is_no_lower(before: &Scored<'_>, after: &Scored<'_>) -> Result<(), TestCaseError> {
    for (old, new) in before.walk().zip(after.walk()) {
        let id = old.node.id();
        prop_assert!(old.level <= new.level, "{id}: level {:?} to {:?}", old.level, new.level);
        prop_assert!(old.worst <= new.worst, "{id}: worst {:?} to {:?}", old.worst, new.worst);
        prop_assert!(old.score <= new.score, "{id}: score {:?} to {:?}", old.score, new.score);
    }
    Ok(())
}

proptest! {
    #[test]
    fn claiming_more_or_a_higher_degree_never_lowers_anything((model, answers, seed) in varied()) {
        let mut dice = Dice(!seed);
        for dimension in model.dimensions() {
            let Some(answer) = answers.given.get(&dimension.id) else { continue };
            let Some(more) = more(&model, dimension, answer, &mut dice) else { continue };
            let mut after = answers.clone();
            after.given.insert(dimension.id.clone(), more);
            is_no_lower(&score(&model, &answers).overall, &score(&model, &after).overall)?;
        }
    }

    #[test]
    fn every_result_is_within_bounds((model, answers, _) in varied()) {
        let outcome = score(&model, &answers);
        for at in outcome.overall.walk() {
            if let (Some(level), Some(worst)) = (at.level, at.worst) {
                prop_assert!(model.floor <= worst && worst <= level && level <= model.top());
            }
            prop_assert_eq!(at.level.is_some(), model.scoring.has_levels() && at.level.is_some());
            let Some(score) = &at.score else { continue };
            match model.scoring.score {
                ScoreRule::Share => prop_assert!((0.0..=1.0).contains(&score.rounded())),
                _ => prop_assert!(score.reaches(model.floor) && !score.reaches(model.top().next())),
            }
        }
    }

    #[test]
    fn all_of_everything_is_the_highest_score((model, _, _) in varied()) {
        let mut answers = assess::answers::empty(&model);
        let all = |dimension: &Dimension| (dimension.id.clone(), Answer::of(Claim::at(model.top())));
        answers.given = model.dimensions().map(all).collect();
        for at in score(&model, &answers).overall.walk() {
            let highest = if model.scoring.score == ScoreRule::Share { Level(1) } else { model.top() };
            let asks_nothing = |group: &Group| group.dimensions.iter().all(|it| it.all_clauses().next().is_none());
            let is_share_of_nothing = model.scoring.score == ScoreRule::Share
                && model.sub_domains().any(asks_nothing) || model.dimensions().any(|it| it.all_clauses().next().is_none());
            prop_assert!(is_share_of_nothing || at.score.as_ref().is_none_or(|score| score.reaches(highest)));
        }
    }

    #[test]
    fn what_an_open_question_turns_out_to_be_stays_between_worst_and_best((model, answers, seed) in varied()) {
        let mut dice = Dice(seed ^ 1);
        let mut fewer = answers.clone();
        fewer.given.retain(|_, answer| matches!(answer.claim, Some(Claim::NotApplicable { .. })) || dice.roll(2) == 0);
        let filled = |level: Level| {
            let mut filled = fewer.clone();
            for id in answers.given.keys() {
                if !filled.given.contains_key(id) {
                    filled.given.insert(id.clone(), Answer::of(Claim::at(level)));
                }
            }
            filled
        };
        let (worst, best) = (filled(model.floor), filled(model.top()));
        let is_asked = |answer: &Answer| answer.except.is_empty();
        if answers.given.values().all(is_asked) {
            is_no_lower(&score(&model, &worst).overall, &score(&model, &answers).overall)?;
            is_no_lower(&score(&model, &answers).overall, &score(&model, &best).overall)?;
        }
    }

    #[test]
    fn only_clauses_that_are_met_enough_count_for_a_level((model, answers, _) in varied()) {
        for dimension in model.dimensions() {
            let Some(answer) = answers.given.get(&dimension.id) else { continue };
            let Some(level) = level_of(dimension, answer) else { continue };
            prop_assert_eq!(needed(dimension, answer, level).count(), 0);
            for above in level.next().up_to(model.top()).filter(|_| answer.except.is_empty()) {
                prop_assert!(needed(dimension, answer, above).count() > 0);
            }
            let named = answer.degrees.iter().filter(|(_, degree)| degree.is_enough).map(|(id, _)| *id);
            let by_names = match answer.claim.clone() {
                Some(Claim::Level { level, met }) => Claim::Level { level, met: met.into_iter().chain(named).collect() },
                Some(other) => other,
                None => continue,
            };
            let plain = Answer { claim: Some(by_names), degrees: ByClause::new(), ..answer.clone() };
            prop_assert_eq!(level_of(dimension, &plain), Some(level));
        }
    }

    #[test]
    fn degrees_of_nothing_and_of_all_are_no_and_yes((model, answers, _) in varied()) {
        let (mut plain, mut spelled) = (answers.clone(), answers.clone());
        let all = degrees();
        let (not, fully) = (DegreeMet::from(&all[0]), DegreeMet::from(&all[3]));
        for (id, answer) in &mut spelled.given {
            let dimension = model.dimensions().find(|dimension| dimension.id == *id).expect("it is in the model");
            answer.degrees.clear();
            let Some(Claim::Level { level, met }) = &mut answer.claim else { continue };
            let (level, met) = (*level, std::mem::take(met));
            let open = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > level);
            let open: Vec<_> = open.filter(|id| !answer.except.contains_key(id)).collect();
            answer.degrees = open.into_iter().map(|id| (id, if met.contains(&id) { fully.clone() } else { not.clone() })).collect();
        }
        plain.given.values_mut().for_each(|answer| answer.degrees.clear());
        let (one, other) = (score(&model, &plain), score(&model, &spelled));
        for (one, other) in one.overall.walk().zip(other.overall.walk()) {
            prop_assert_eq!((one.level, one.grade, one.worst, &one.score), (other.level, other.grade, other.worst, &other.score));
        }
    }

    #[test]
    fn an_open_question_counts_as_nothing_met_where_the_model_says_so((model, answers, _) in varied()) {
        let scoring = Scoring { unanswered: Unanswered::Lowest, ..model.scoring.clone() };
        let model = Model { scoring, ..model };
        let mut filled = answers.clone();
        for dimension in model.dimensions() {
            let answer = filled.given.get_or_insert(dimension);
            answer.claim.get_or_insert_with(|| Claim::Level { level: model.floor, met: clauses(&[]) });
        }
        let (open, filled) = (score(&model, &answers), score(&model, &filled));
        for (open, filled) in open.overall.walk().zip(filled.overall.walk()) {
            prop_assert_eq!((open.level, open.worst, &open.score), (filled.level, filled.worst, &filled.score));
        }
    }

    #[test]
    fn a_level_that_nothing_leads_to_ends_a_sub_domain((model, answers, _) in varied()) {
        let with = |empty| Model { scoring: Scoring { empty, levels: Levels::Shown, ..model.scoring.clone() }, ..model.clone() };
        let (passing, blocking) = (with(Empty::Pass), with(Empty::Blocks));
        let (passing, blocking) = (score(&passing, &answers), score(&blocking, &answers));
        for ((sub_domain, pass), (_, block)) in passing.overall.sub_domains().zip(blocking.overall.sub_domains()) {
            let asks = |at: &Scored<'_>, level: Level| at.not_applicable == 0 && at.node.dimension().is_some_and(|dimension| {
                let except = at.answer.map(|answer| answer.except.clone()).unwrap_or_default();
                needed(dimension, &Answer { except, ..Answer::default() }, level).next().is_some()
            });
            let first = model.levels_above_floor().find(|level| !block.children.iter().any(|at| asks(at, *level)));
            let expected = pass.level.map(|level| first.map_or(level, |first| level.min(Level(first.0 - 1))));
            prop_assert_eq!(block.level, expected, "{}", sub_domain.id);
        }
    }
    #[test]
    fn what_is_written_is_read_as_it_was_meant((model, answers, seed) in varied()) {
        let day = assess::answers::Date::new(2026, 11, 21).expect("it is a day");
        let options = Template { lang: Lang::En, date: Some(day), scope: &[], schema: None, team: None, detail: Detail::Headings };
        let empty = template("answers.toml", &model, options).expect("nothing is wrong with it");
        let all = |answers: &Answers| {
            let updates = answers.given.iter().map(|(id, answer)| Update::Answer(id.clone(), Some(answer.clone())));
            updates.collect::<Vec<_>>()
        };
        let source = Source { name: "answers.toml".to_owned(), text: empty.text };
        let saved = update(&source, &model, &all(&answers)).expect("it can be written");
        same(&saved.answers, &answers)?;
        // The same again changes nothing; something else changes that alone.
        let source = Source { name: "answers.toml".to_owned(), text: saved.text };
        prop_assert_eq!(&update(&source, &model, &all(&answers)).expect("it can be written").text, &source.text);
        let mut dice = Dice(seed ^ 2);
        let mut after = answers.clone();
        for dimension in model.dimensions() {
            let Some(answer) = after.given.get(&dimension.id) else { continue };
            if let Some(more) = more(&model, dimension, answer, &mut dice) {
                let note = Some("a note".to_owned()).filter(|_| dice.roll(2) == 0);
                after.given.insert(dimension.id.clone(), Answer { note, ..more });
            }
        }
        same(&update(&source, &model, &all(&after)).expect("it can be written").answers, &after)?;
    }
}

/// Both say the same of every dimension.
fn same(read: &Answers, meant: &Answers) -> Result<(), TestCaseError> {
    prop_assert_eq!(&read.given, &meant.given);
    Ok(())
}
