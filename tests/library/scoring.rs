//! Levels, grades and scores: the rules by example, and what holds for every model and all answers.

use crate::support::{assessments, clauses, tiny, tiny_answers};
use assess::answers::{Answer, Answers, Claim, Exception, Grade, parse};
use assess::embedded;
use assess::model::{ClauseId, Dimension, Id, Kind, Level, Model};
use assess::plan::{Aim, Idle, PlanOptions, plan};
use assess::problem::Source;
use assess::scoring::{
    Outcome, Scored, State, can_reach, counts_as, last_stating, level_of, met_clauses, needed, next_level, overtaken,
    score, still_needed,
};
use proptest::prelude::*;
use proptest::sample::Index;

fn answered(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).expect("the answers are sound")
}

fn selling<'a>(outcome: &'a Outcome<'_>) -> &'a Scored<'a> {
    outcome.overall.find("shop.counter.selling").expect("it is in the model")
}

/// Level, grade and score of the only sub-domain.
fn result(lines: &str) -> (String, String, String) {
    let model = tiny();
    let answers = answered(&model, lines);
    let outcome = score(&model, &answers);
    let at = selling(&outcome);
    let word = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    (
        word(at.level.map(|level| level.to_string())),
        word(at.grade.map(|grade| grade.to_string())),
        word(at.score.as_ref().map(ToString::to_string)),
    )
}

fn words(level: &str, grade: &str, score: &str) -> (String, String, String) {
    (level.to_owned(), grade.to_owned(), score.to_owned())
}

#[test]
fn the_weakest_dimension_gives_the_level() {
    assert_eq!(result("greeting = 2\npaying = 0"), words("0", "1-", "1.50"));
    assert_eq!(result("greeting = 2\npaying = 1"), words("2", "2", "2.00"));
}

#[test]
fn a_level_that_asks_nothing_more_is_passed() {
    assert_eq!(result("paying = 1"), words("2", "-", "2.00"));
}

#[test]
fn named_clauses_raise_grade_and_score() {
    assert_eq!(result("greeting = 1\npaying = 1"), words("1", "1", "1.00"));
    assert_eq!(result("greeting = { level = 1, met = [\"2.1\"] }\npaying = 1"), words("1", "2-", "1.50"));
    assert_eq!(result("greeting = { level = 1, met = [\"2.1\", \"2.2\"] }\npaying = 1"), words("2", "2", "2.00"));
}

#[test]
fn a_bare_grade_names_no_clause_and_still_shows() {
    assert_eq!(result("greeting = \"2-\"\npaying = 1"), words("1", "2-", "1.00"));
}

#[test]
fn what_does_not_apply_counts_nowhere() {
    assert_eq!(result("greeting = { na = \"online only\" }\npaying = 0"), words("0", "0", "0.00"));
    let model = tiny();
    let answers = answered(&model, "greeting = { na = \"a\" }\npaying = { na = \"b\" }");
    let outcome = score(&model, &answers);
    assert_eq!(outcome.overall.state, State::NotApplicable);
    assert_eq!((outcome.overall.level, outcome.overall.worst), (None, None));
}

#[test]
fn a_level_nobody_is_asked_takes_the_share_below() {
    let model = tiny();
    let answers = answered(&model, "greeting = { na = \"online only\" }\npaying = 0");
    let outcome = score(&model, &answers);
    assert_eq!(selling(&outcome).unasked().collect::<Vec<_>>(), [Level(2)]);
}

#[test]
fn an_incomplete_node_has_a_range() {
    let model = tiny();
    let answers = answered(&model, "greeting = 2");
    let outcome = score(&model, &answers);
    let at = selling(&outcome);
    assert_eq!(at.state, State::Incomplete);
    assert_eq!((at.worst, at.level), (Some(Level(0)), Some(Level(2))));
    assert_eq!((at.answered, at.not_applicable, at.total, at.open()), (1, 0, 2, 1));
}

#[test]
fn the_limiting_dimensions_are_those_at_the_level() {
    let model = tiny();
    let answers = answered(&model, "greeting = 0\npaying = 1");
    let outcome = score(&model, &answers);
    let names: Vec<_> = outcome.overall.limiting().into_iter().map(|dimension| dimension.id.key()).collect();
    assert_eq!(names, ["greeting"]);
}

#[test]
fn areas_out_of_scope_are_left_out() {
    let source = Source {
        name: "answers.toml".to_owned(),
        text: "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\nscope = [\"delivery\"]\n"
            .to_owned(),
    };
    let answers = parse(&source, embedded::model()).expect("the answers are sound");
    let outcome = score(embedded::model(), &answers);
    let areas: Vec<_> = outcome.overall.children.iter().map(|area| area.node.id().as_str()).collect();
    assert_eq!(areas, ["delivery"]);
}

#[test]
fn overtaken_clauses_are_never_needed() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let answer = Answer::of(Claim::at(Level(0)));
    let needed = |target| still_needed(greeting, &answer, Level(target)).into_iter().map(|it| it.clause).collect();
    assert_eq!(clauses(&["1.1"]), needed(1));
    assert_eq!(clauses(&["2.1", "2.2"]), needed(2), "level 2 states: it replaces what level 1 asked");
}

#[test]
fn what_a_later_level_replaces_is_not_asked() {
    assert_eq!(result("greeting = { level = 0, met = [\"2.1\", \"2.2\"] }\npaying = 1"), words("2", "2", "2.00"));
    assert_eq!(result("greeting = { level = 0, met = [\"2.1\"] }\npaying = 1"), words("0", "1-", "1.00"));
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let all = Answer::of(Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) });
    assert_eq!(overtaken(greeting, &all), [ClauseId { level: Level(1), number: 1 }]);
    let counts = counts_as(greeting, &all).expect("another level than claimed");
    assert_eq!(counts.en, "which counts as 2 by the clauses named");
}

#[test]
fn what_is_begun_is_needed_instead_of_what_it_replaces() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let begun = Answer::of(Claim::Level { level: Level(0), met: clauses(&["2.1"]) });
    for target in [Level(1), Level(2)] {
        let needed = still_needed(greeting, &begun, target);
        let [needed] = &needed[..] else { panic!("one clause is needed: {needed:?}") };
        assert_eq!(
            (needed.clause.to_string().as_str(), &needed.replaces),
            ("2.2", &vec![ClauseId { level: Level(1), number: 1 }])
        );
    }
}

#[test]
fn a_level_without_clauses_makes_a_claim_count_higher() {
    let model = tiny();
    let paying = model.dimensions().nth(1).expect("it has two dimensions");
    let counts = counts_as(paying, &Answer::of(Claim::at(Level(1)))).expect("another level than claimed");
    assert_eq!(counts.en, "which counts as 2: nothing more is asked");
    assert_eq!(counts_as(paying, &Answer::of(Claim::at(Level(0)))), None);
}

#[test]
fn a_level_that_no_open_answer_can_change_is_certain() {
    let model = tiny();
    let of = |lines: &str| {
        let answers = answered(&model, lines);
        let outcome = score(&model, &answers);
        let at = selling(&outcome);
        (at.is_certain(), at.grade.map(|grade| grade.to_string()))
    };
    assert_eq!(of("greeting = 2"), (false, None));
    assert_eq!(of("greeting = 0"), (true, None), "the open answer decides whether some of level 1 is met");
    assert_eq!(of("paying = { level = 0, met = [\"1.1\"] }"), (true, Some("1-".to_owned())));
    assert_eq!(of("greeting = 1\npaying = 1"), (true, Some("1".to_owned())));
}

#[test]
fn clauses_met_are_those_in_force_and_those_named_above() {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let met = |level: u8, named: &[&str]| {
        let answer = Answer::of(Claim::Level { level: Level(level), met: clauses(named) });
        met_clauses(greeting, &answer).into_iter().map(|(id, _)| id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(met(0, &[]), [""; 0]);
    assert_eq!(met(1, &["2.2"]), ["1.1", "2.2"]);
    assert_eq!(met(2, &[]), ["2.1", "2.2"], "level 2 states: it replaces what level 1 asked");
    assert_eq!(met(1, &["2.1", "2.2"]), ["2.1", "2.2"], "level 2 is reached clause by clause");
}

#[test]
fn a_plan_names_what_is_unanswered_instead_of_guessing() {
    let model = tiny();
    let answers = answered(&model, "greeting = 0");
    let outcome = score(&model, &answers);
    let plan = plan(&outcome, PlanOptions { to: Aim::Level(Level(2)), ..PlanOptions::default() });
    let [goal] = &plan.goals[..] else { panic!("one sub-domain lacks something: {plan:?}") };
    assert_eq!(goal.unanswered.iter().map(|dimension| dimension.id.key()).collect::<Vec<_>>(), ["paying"]);
    assert_eq!(goal.requirements.iter().map(|needed| needed.clause.to_string()).collect::<Vec<_>>(), ["2.1", "2.2"]);
}

/// The dimensions that have a level, each with its answer.
fn asked<'a>(model: &'a Model, answers: &'a Answers) -> impl Iterator<Item = (&'a Dimension, &'a Answer)> {
    let given = model.dimensions().filter_map(|dimension| Some((dimension, answers.given.get(&dimension.id)?)));
    given.filter(|(dimension, answer)| level_of(dimension, answer).is_some())
}

/// An answer with another claim.
fn saying(answer: &Answer, claim: Claim) -> Answer {
    Answer { claim: Some(claim), ..answer.clone() }
}

/// Whether a level lies above all that is claimed and met, with an excepted clause on the way.
fn rests_on_exceptions(dimension: &Dimension, answer: &Answer, level: Level) -> bool {
    let claimed = answer.claim.as_ref().and_then(Claim::level).unwrap_or(dimension.floor);
    let met = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level <= level && answer.meets(*id));
    let earned = met.map(|id| id.level).max().unwrap_or(claimed).max(claimed);
    answer.except.keys().any(|id| id.level > earned && id.level <= level)
}

#[test]
fn an_excepted_clause_is_not_asked_and_counted() {
    let except = |ids: &str, met: &str| {
        result(&format!("greeting = {{ level = 1, met = [{met}], except = {{ {ids} }} }}\npaying = 1"))
    };
    assert_eq!(except("\"2.1\" = \"why\"", "\"2.2\""), words("2", "2", "2.00"));
    assert_eq!(except("\"2.1\" = \"why\"", ""), words("1", "1", "1.00"), "2.2 is still asked");
    assert_eq!(except("\"2.1\" = \"a\", \"2.2\" = \"b\"", ""), words("1", "1", "1.00"), "by exceptions alone");
    assert_eq!(except("\"1.1\" = \"why\"", "\"2.1\""), words("1", "2-", "1.50"), "within the level");
    let model = tiny();
    let answers = answered(&model, "greeting = { level = 2, except = { \"2.1\" = \"a\", \"1.1\" = \"b\" } }");
    let outcome = score(&model, &answers);
    assert_eq!((outcome.overall.excepted, selling(&outcome).excepted), (2, 2));
}

#[test]
fn a_level_that_exceptions_emptied_counts_where_it_is_reached() {
    let both = "except = { \"2.1\" = \"a\", \"2.2\" = \"b\" }";
    assert_eq!(result(&format!("greeting = {{ level = 2, {both} }}\npaying = 1")), words("2", "2", "2.00"));
    assert_eq!(result(&format!("greeting = {{ level = 2, {both} }}\npaying = 0")), words("0", "1-", "0.50"));
    let model = tiny();
    let answers = answered(&model, &format!("greeting = {{ level = 2, {both} }}\npaying = 0"));
    let outcome = score(&model, &answers);
    assert_eq!(selling(&outcome).unasked().count(), 0, "it asks something of other teams");
}

#[test]
fn what_cannot_be_reached_by_exceptions_is_not_advised() {
    let model = tiny();
    let answers =
        answered(&model, "greeting = { level = 1, except = { \"2.1\" = \"a\", \"2.2\" = \"b\" } }\npaying = 1");
    let outcome = score(&model, &answers);
    let plan = plan(&outcome, PlanOptions::default());
    assert!(plan.steps.is_empty() && plan.goals.is_empty(), "{plan:?}");
    assert_eq!(plan.idle, Some(Idle::Excepted));
}

#[test]
fn an_exception_past_its_day_is_asked_again() {
    let model = tiny();
    let day = "2027-01-02".parse().expect("it is a day");
    let until = "{ reason = \"a\", until = 2027-01-01 }";
    let level = |lines: &str| {
        let answers = answered(&model, lines).on(day, &model);
        let outcome = score(&model, &answers);
        let greeting = outcome.overall.dimensions().next().expect("it has dimensions").1;
        (greeting.level, greeting.excepted)
    };
    let named = format!("greeting = {{ level = 1, met = [\"2.2\"], except = {{ \"2.1\" = {until} }} }}");
    assert_eq!(level(&named), (Some(Level(1)), 0));
    let within = format!("greeting = {{ level = 2, except = {{ \"2.1\" = {until} }} }}");
    assert_eq!(level(&within), (Some(Level(1)), 0), "it was never said to be met");
    assert_eq!(level(&within.replace("2027-01-01", "2027-01-02")), (Some(Level(2)), 1));
}

/// The same answers with one of them claiming more: named clauses instead of unnamed ones, one level more, or clauses
/// above it.
fn claiming_more(model: &Model, answers: &Answers, pick: Index, more: Index) -> Option<Answers> {
    let dimensions: Vec<_> = model.dimensions().collect();
    let dimension = dimensions[pick.index(dimensions.len())];
    let old = answers.given.get(&dimension.id)?;
    let claim = match old.claim.as_ref()? {
        Claim::NotApplicable { .. } => return None,
        Claim::PartOf(level) => Claim::Level { level: *level, met: clauses(&[]) },
        Claim::Level { level, met } if more.index(3) == 0 && *level < model.top() => {
            let level = level.next();
            Claim::Level { level, met: met.iter().copied().filter(|id| id.level > level).collect() }
        }
        Claim::Level { level, met } => {
            let above: Vec<_> = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > *level).collect();
            let count = more.index(above.len() + 1);
            Claim::Level { level: *level, met: met.iter().chain(&above[..count]).copied().collect() }
        }
    };
    let mut more = answers.clone();
    more.given.insert(dimension.id.clone(), Answer { claim: Some(claim), ..old.clone() });
    Some(more)
}

/// The answers as a file, one full id a line, the lines turned round by some places.
fn written(model: &Model, answers: &Answers, turn: Index) -> Source {
    let grade = |claim: &Claim| match claim {
        Claim::Level { level, met } => {
            let met: Vec<_> = met.iter().map(|id| format!("\"{id}\"")).collect();
            format!("{{ level = {level}, met = [{}] }}", met.join(", "))
        }
        Claim::PartOf(level) => format!("\"{level}-\""),
        Claim::NotApplicable { reason, .. } => format!("{{ na = \"{reason}\" }}"),
    };
    let except = |answer: &Answer| {
        let except = answer.except.iter().map(|(id, it)| format!("\"{id}\" = \"{}\"", it.reason));
        Some(format!("except = {{ {} }}", except.collect::<Vec<_>>().join(", "))).filter(|_| !answer.except.is_empty())
    };
    let line = |(id, answer): (&Id, &Answer)| {
        let grade = grade(answer.claim.as_ref()?);
        Some(match (except(answer), grade.strip_suffix(" }")) {
            (None, _) => format!("answers.{id} = {grade}\n"),
            (Some(except), Some(open)) => format!("answers.{id} = {open}, {except} }}\n"),
            (Some(except), None) => format!("answers.{id} = {{ level = {grade}, {except} }}\n"),
        })
    };
    let mut lines: Vec<_> = answers.given.iter().filter_map(line).collect();
    let places = turn.index(lines.len() + 1);
    lines.rotate_left(places);
    let (id, version) = (&model.id, model.major());
    let head = format!("schema = 1\nassessment.model = \"{id}\"\nassessment.model-version = \"{version}\"\n");
    Source { name: "answers.toml".to_owned(), text: head + &lines.concat() }
}

proptest! {
    #[test]
    fn where_an_answer_counts_as_more_the_levels_that_ask_nothing_are_named((model, answers) in assessments()) {
        for (dimension, at) in score(&model, &answers).overall.dimensions() {
            let (Some(answer), Some(level)) = (at.answer, at.level) else { continue };
            let claimed = at.claim().and_then(Claim::level).expect("it has a level");
            let Some(text) = counts_as(dimension, answer) else {
                prop_assert_eq!(claimed, level);
                continue;
            };
            let asks = |level: Level| !dimension.clauses(level).is_empty();
            let (is_empty, first) = (!claimed.next().up_to(level).any(asks), claimed.next());
            let because = match () {
                () if !is_empty => format!("which counts as {level} by the clauses named"),
                () if level == model.top() => format!("which counts as {level}: nothing more is asked"),
                () if level == first => format!("which counts as {level}: level {level} asks nothing more"),
                () => format!("which counts as {level}: levels {first} to {level} ask nothing more"),
            };
            let is_said_where_so = level == model.top() || asks(level.next());
            prop_assert!(is_said_where_so || !answer.except.is_empty(), "nothing more is said only where it is so");
            prop_assert_eq!(&*text.en, because);
        }
    }
}

proptest! {
    #[test]
    fn every_result_is_within_bounds((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for at in outcome.overall.walk() {
            prop_assert!(at.answered + at.not_applicable <= at.total);
            if let Some(level) = at.level {
                prop_assert!((model.floor..=model.top()).contains(&level));
                prop_assert!(at.worst.is_some_and(|worst| worst <= level));
                if let Some(score) = &at.score {
                    prop_assert!(score.reaches(level), "score {score} below level {level}");
                    prop_assert!(!score.reaches(model.top().next()));
                }
                let grades = [None, Some(Grade::Full(level)), Some(Grade::PartOf(level.next()))];
                prop_assert!(grades.contains(&at.grade));
                prop_assert!(at.grade.is_some() || at.state == State::Incomplete);
                prop_assert!(at.is_certain() || at.grade.is_none());
                prop_assert!(!at.limiting().is_empty());
            }
            if at.state == State::Complete {
                prop_assert_eq!(at.worst, at.level);
            }
        }
    }

    #[test]
    fn the_level_is_the_highest_for_which_nothing_is_needed((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(level)) = (at.answer, at.level) else { continue };
            let claimed = at.claim().and_then(Claim::level).expect("a level follows from one");
            prop_assert!(level >= claimed, "never below the claim");
            prop_assert_eq!(needed(dimension, answer, level).count(), 0);
            prop_assert!(!rests_on_exceptions(dimension, answer, level));
            for above in level.next().up_to(model.top()) {
                let lacks_something = needed(dimension, answer, above).count() > 0;
                prop_assert!(
                    lacks_something || rests_on_exceptions(dimension, answer, above),
                    "nothing is needed for {above}"
                );
            }
            prop_assert_eq!(counts_as(dimension, answer).is_some(), claimed != level);
        }
    }

    #[test]
    fn nothing_is_advised_that_is_being_left_behind((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(_)) = (at.answer, at.level) else { continue };
            for target in model.all_levels() {
                let asked = still_needed(dimension, answer, target);
                let is_there = at.level >= Some(target);
                let is_advised = !is_there && (!asked.is_empty() || !can_reach(dimension, answer, target));
                prop_assert!(is_there && asked.is_empty() || is_advised);
                let next = target.next().up_to(model.top()).find(|level| answer.count_asked(dimension, *level) > 0);
                let is_begun = |level: Level| {
                    let states = dimension.cell(level).is_some_and(|cell| cell.kind == Kind::States);
                    let named = matches!(&answer.claim, Some(Claim::Level { met, .. }) if met.iter().any(|id| id.level == level));
                    states && named
                };
                match next {
                    Some(next) if is_begun(next) => prop_assert!(asked.iter().all(|it| it.clause.level == next)),
                    Some(next) if answer.except.keys().any(|id| id.level <= target) => {
                        prop_assert!(asked.iter().all(|it| it.clause.level <= next));
                    }
                    _ => prop_assert!(asked.iter().all(|it| it.clause.level <= target)),
                }
                let says = |clause: &ClauseId| answer.meets(*clause) || answer.except.contains_key(clause);
                prop_assert!(!asked.iter().any(|it| says(&it.clause) || it.replaces.iter().any(says)));
            }
        }
    }

    #[test]
    fn a_parent_is_as_low_as_its_lowest_child((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for at in outcome.overall.walk().filter(|at| !at.children.is_empty()) {
            prop_assert_eq!(at.level, at.children.iter().filter_map(|child| child.level).min());
            prop_assert_eq!(at.worst, at.children.iter().filter_map(|child| child.worst).min());
        }
    }

    #[test]
    fn claiming_more_never_lowers_anything((model, answers) in assessments(), pick in any::<Index>(), more in any::<Index>()) {
        if let Some(more) = claiming_more(&model, &answers, pick, more) {
            let (before, after) = (score(&model, &answers), score(&model, &more));
            for (old, new) in before.overall.walk().zip(after.overall.walk()) {
                prop_assert!(old.level <= new.level);
                prop_assert!(old.score <= new.score);
                prop_assert!(old.worst <= new.worst);
            }
        }
    }

    #[test]
    fn answering_more_stays_between_worst_and_best((model, answers) in assessments()) {
        let fewer = {
            let mut fewer = answers.clone();
            fewer.given.retain(|id, answer| id.as_str().len() % 2 == 0 || matches!(answer.claim, Some(Claim::NotApplicable { .. })));
            fewer
        };
        let (before, after) = (score(&model, &fewer), score(&model, &answers));
        for (old, new) in before.overall.walk().zip(after.overall.walk()) {
            if let (Some(worst), Some(best), Some(level)) = (old.worst, old.level, new.level) {
                prop_assert!((worst..=best).contains(&level));
            }
        }
    }

    #[test]
    fn the_order_of_answers_never_matters((model, answers) in assessments(), turn in any::<Index>()) {
        let file = written(&model, &answers, turn);
        let read = parse(&file, &model).expect("what was written is sound");
        let (one, other) = (score(&model, &answers), score(&model, &read));
        for (one, other) in one.overall.walk().zip(other.overall.walk()) {
            prop_assert_eq!((one.level, one.worst, one.grade, &one.score), (other.level, other.worst, other.grade, &other.score));
            prop_assert_eq!((one.state, one.answered, one.not_applicable), (other.state, other.answered, other.not_applicable));
        }
    }

    #[test]
    fn the_same_level_everywhere_is_the_score((model, _) in assessments(), pick in any::<Index>()) {
        let levels: Vec<_> = model.all_levels().collect();
        let level = levels[pick.index(levels.len())];
        let mut answers = assess::answers::empty(&model);
        for dimension in model.dimensions() {
            let claim = Claim::Level { level, met: clauses(&[]) };
            answers.given.insert(dimension.id.clone(), Answer { claim: Some(claim), ..Answer::default() });
        }
        let outcome = score(&model, &answers);
        for (_, at) in outcome.overall.sub_domains() {
            let own = at.level.expect("everything is answered");
            prop_assert!(own >= level);
            prop_assert_eq!(at.score.as_ref().expect("it has a level").hundredths(), u128::from(own.0) * 100);
        }
    }

    #[test]
    fn meeting_what_is_needed_reaches_the_next_level((model, answers) in assessments()) {
        let outcome = score(&model, &answers);
        for (dimension, at) in outcome.overall.dimensions() {
            let (Some(answer), Some(next)) = (at.answer, next_level(&model, at)) else { continue };
            if !can_reach(dimension, answer, next) {
                continue;
            }
            let needed = still_needed(dimension, answer, next);
            prop_assert!(!needed.is_empty(), "a level not reached asks something");
            let (level, mut met) = match &answer.claim {
                Some(Claim::Level { level, met }) => (*level, met.clone()),
                _ => (at.level.expect("it has a next level"), clauses(&[])),
            };
            met.extend(needed.into_iter().map(|needed| needed.clause));
            let reached = level_of(dimension, &saying(answer, Claim::Level { level, met }));
            prop_assert!(reached >= Some(next));
        }
    }

    #[test]
    fn a_level_whose_clauses_are_all_excepted_replaces_nothing((model, answers) in assessments()) {
        for (dimension, answer) in asked(&model, &answers) {
            for level in model.all_levels().filter(|level| answer.count_asked(dimension, *level) == 0) {
                let below = last_stating(dimension, answer, Level(level.0.saturating_sub(1)));
                prop_assert!(level == model.floor || last_stating(dimension, answer, level) == below);
            }
        }
    }

    #[test]
    fn excepting_never_beats_meeting((model, answers) in assessments(), pick in any::<Index>()) {
        let excepted: Vec<_> = asked(&model, &answers)
            .filter(|(_, answer)| matches!(answer.claim, Some(Claim::Level { .. })))
            .flat_map(|(dimension, answer)| answer.except.keys().map(move |id| (dimension, answer, *id)))
            .collect();
        if excepted.is_empty() {
            return Ok(());
        }
        let (dimension, answer, id) = excepted[pick.index(excepted.len())];
        let mut meeting = answer.clone();
        meeting.except.remove(&id);
        if let Some(Claim::Level { level, met }) = &mut meeting.claim && id.level > *level {
            met.insert(id);
        }
        let mut more = answers.clone();
        more.given.insert(dimension.id.clone(), meeting);
        let (before, after) = (score(&model, &answers), score(&model, &more));
        for (old, new) in before.overall.walk().zip(after.overall.walk()) {
            prop_assert!(old.level <= new.level);
            prop_assert!(old.score <= new.score);
            prop_assert!(old.worst <= new.worst);
        }
    }

    #[test]
    fn every_answer_that_can_be_written_leaves_a_clause_to_ask((model, answers) in assessments(), pick in any::<Index>()) {
        let mut answers = answers;
        let all: Vec<_> = model.dimensions().filter(|dimension| dimension.all_clauses().count() > 0).collect();
        if let Some(dimension) = all.get(pick.index(all.len().max(1))) {
            let exception = Exception { reason: "so".to_owned(), until: None };
            let except = dimension.all_clauses().map(|(id, _)| (id, exception.clone())).collect();
            answers.given.insert(dimension.id.clone(), Answer { except, ..Answer::of(Claim::at(model.floor)) });
            let problems = parse(&written(&model, &answers, pick), &model).expect_err("nothing is asked of it");
            prop_assert!(problems.to_string().contains("every clause of this dimension is excepted"), "{problems}");
        }
    }
}
