//! Edits of answers files: the first line of the input is the change, the rest the file.
//!
//! Afterwards the file is sound, says what it said but for the change, and every other line is the same.

#![no_main]

use std::collections::HashSet;

use arbitrary::{Arbitrary, Result, Unstructured};
use assess::answers::{
    Answers, ByClause, Change, Claim, Clauses, Date, Exception, Update, UpdateError, Value, migrate, parse, update,
};
use assess::model::{ClauseId, Dimension, Level, Model};
use assess::scoring::level_of;
use assess_fuzz::edited::hold_other_lines;
use assess_fuzz::fixture::{day, file, model_of};
use assess_fuzz::text;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let split = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    let (wish, rest) = bytes.split_at(split);
    let Some(written) = rest.get(1..).and_then(text) else { return };
    let model = model_of(written);
    migrated(written, model);
    let source = file("answers.toml", written);
    let Ok(before) = parse(&source, model) else {
        let first = model.dimensions().next().map(|dimension| Update::Answer(dimension.id.clone(), None));
        let refused = update(&source, model, first.as_slice());
        assert!(matches!(refused, Err(UpdateError::File(_))), "a file with a problem is never edited");
        return;
    };
    let _ = edited(&mut Unstructured::new(wish), written, &before, model);
});

/// Makes one change, and holds what must be true then.
fn edited(wish: &mut Unstructured<'_>, written: &str, before: &Answers, model: &Model) -> Result<()> {
    let source = file("answers.toml", written);
    let mut wanted = before.clone();
    let (change, path) = match wish.int_in_range(0..=9)? {
        0 => {
            wanted.assessment.date = Some(day());
            (Update::Date(day()), "assessment.date".to_owned())
        }
        1 => {
            let scope: Vec<_> =
                model.areas.iter().take(wish.int_in_range(1..=3)?).map(|area| area.id.clone()).collect();
            wanted.assessment.scope = Some(scope.clone());
            (Update::Scope(scope), "assessment.scope".to_owned())
        }
        _ => {
            let dimensions: Vec<_> = model.dimensions().collect();
            let dimension = *wish.choose(&dimensions)?;
            let answer = change(wish, dimension, model)?;
            let answer = answer.apply(before.given.get(&dimension.id), |answer| level_of(dimension, answer)).answer;
            match &answer {
                Some(answer) => wanted.given.insert(dimension.id.clone(), answer.clone()),
                None => wanted.given.remove(&dimension.id),
            };
            (Update::Answer(dimension.id.clone(), answer), format!("answers.{}", dimension.id))
        }
    };
    let after = match update(&source, model, &[change]) {
        // A file near the largest size may have no room for more.
        Err(UpdateError::Input(refusal)) if written.len() > 1_000_000 => return Ok(drop(refusal)),
        // Some exceptions leave nothing that is asked, or except what is named as met.
        Err(UpdateError::Input(refusal)) if wanted.given.values().any(|answer| !answer.except.is_empty()) => {
            return Ok(drop(refusal));
        }
        after => after.unwrap_or_else(|error| panic!("{error}\n{written:?}")),
    };
    if before.carried.is_some() {
        // The first save of an older file brings all of it over, which changes more than the one answer.
        assert!(parse(&file("answers.toml", &after.text), model).is_ok_and(|answers| answers.carried.is_none()));
        return Ok(());
    }
    assert_eq!(after.answers, wanted, "{written:?}\n{:?}", after.text);
    hold_other_lines(written, &after.text, &path.split('.').collect::<Vec<_>>());
    Ok(())
}

/// Bringing a file over to another version adds comments, and nothing that counts.
fn migrated(written: &str, model: &Model) {
    let Ok(Some(migration)) = migrate(&file("answers.toml", written), model) else { return };
    parse(&file("answers.toml", &migration.text), model).expect("what is brought over is sound");
    let had: HashSet<&str> = written.lines().map(str::trim_end).collect();
    let is_new = |line: &&str| !had.contains(line.trim_end()) && !line.trim_start_matches('\u{feff}').is_empty();
    let new: Vec<_> = migration.text.lines().filter(is_new).filter(|line| !line.starts_with('#')).collect();
    // The line of the version; one more for each inline table that something was taken out of.
    assert!(new.len() <= 1 + written.matches('{').count(), "{new:?}\n{written:?}\n{:?}", migration.text);
}

/// Any change that the program would make: what it would refuse is not asked for.
fn change(wish: &mut Unstructured<'_>, dimension: &Dimension, model: &Model) -> Result<Change> {
    let level = Level(wish.int_in_range(model.floor.0..=model.top().0)?);
    let above: Vec<ClauseId> = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > level).collect();
    let met: Clauses = above.iter().copied().filter(|_| bool::arbitrary(wish).unwrap_or_default()).collect();
    let value = match wish.int_in_range(0..=4)? {
        0 => Some(Value::Removed),
        1 => Some(Value::Claim(Claim::NotApplicable { reason: words(wish)?, until: until(wish)? })),
        2 if dimension.clauses(level).len() >= 2 => Some(Value::Claim(Claim::PartOf(level))),
        3 => None,
        _ => Some(Value::Claim(Claim::Level { level, met })),
    };
    let note = Option::<bool>::arbitrary(wish)?.map(|is_kept| if is_kept { words(wish) } else { Ok(String::new()) });
    let evidence = match wish.int_in_range(0..=3)? {
        0 => Some(Vec::new()),
        1 => Some(vec![words(wish)?, words(wish)?]),
        _ => None,
    };
    let except = exceptions(wish, dimension)?;
    Ok(Change { value, met: None, degrees: None, except, note: note.transpose()?, evidence })
}

/// As they were, none, or one of any clause.
fn exceptions(wish: &mut Unstructured<'_>, dimension: &Dimension) -> Result<Option<ByClause<Exception>>> {
    let clauses: Vec<_> = dimension.all_clauses().map(|(id, _)| id).collect();
    Ok(match wish.int_in_range(0..=3)? {
        0 => Some(ByClause::new()),
        1 if !clauses.is_empty() => {
            let exception = Exception { reason: words(wish)?, until: until(wish)? };
            Some([(*wish.choose(&clauses)?, exception)].into_iter().collect())
        }
        _ => None,
    })
}

/// Some words, whatever they hold, that are not blank.
fn words(wish: &mut Unstructured<'_>) -> Result<String> {
    Ok(format!("x{}", String::arbitrary(wish)?))
}

fn until(wish: &mut Unstructured<'_>) -> Result<Option<Date>> {
    let days = Option::<u16>::arbitrary(wish)?;
    Ok(days.and_then(|days| Date::after_epoch(u64::from(days))))
}
