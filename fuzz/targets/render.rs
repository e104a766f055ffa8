//! Hostile text in every place that foreign text can stand: each document of it holds.

#![no_main]

use arbitrary::{Arbitrary, Result, Unstructured};
use assess::answers::{self, Answer, Answers, ByClause, Claim, Clauses, Date, Exception};
use assess::lang::Text;
use assess::model::{Dimension, Level, Model};
use assess::policy::{Rules, Targets};
use assess_fuzz::documents::{Pick, Subject, hold_documents, style};
use assess_fuzz::fixture::{answers_to, tiny};
use libfuzzer_sys::fuzz_target;

/// What build servers, spreadsheets, browsers and terminals have been fooled by.
const BAIT: [&str; 20] = [
    "\n::error file=a::",
    "::notice::",
    "##vso[task.setvariable]",
    "##[group]",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "\t@x",
    "-1",
    "<script>alert(1)</script>",
    "]]>",
    "\" onload=\"",
    "javascript:alert(1)",
    "](javascript:x)",
    "`|\n\n# ",
    "\u{1b}[31m",
    "\u{9b}2J",
    "\u{202e}\u{2066}",
    "\u{fffe}\u{ffff}\u{feff}\0",
    "\r\n%0A&amp;",
    "👩\u{200d}👩 e\u{301}\u{301} 中文",
];

fuzz_target!(|bytes: &[u8]| {
    let _ = rendered(&mut Unstructured::new(bytes));
});

fn rendered(input: &mut Unstructured<'_>) -> Result<()> {
    let (look, pick) = (style(input.arbitrary()?), usize::from(u8::arbitrary(input)?));
    let model = model(input)?;
    let answers = answers(input, &model)?;
    let file = words(input)?;
    let targets = Targets::default();
    let rules = Rules {
        max_age_days: Some(10),
        evidence_from: Some(model.floor.next()),
        evidence_must_exist: true,
        allow_na: bool::arbitrary(input)?,
        na_needs_until: bool::arbitrary(input)?,
        require_baseline: bool::arbitrary(input)?,
        ..Rules::default()
    };
    let day = date(input)?;
    let subject = Subject {
        model: &model,
        answers: &answers,
        earlier: answers_to(tiny()),
        targets: &targets,
        rules: &rules,
        day,
        file: &file,
        style: look,
    };
    // One document of three: the same input comes again with the others.
    for number in 0..10 {
        hold_documents(&subject, Pick::One(pick + number * 3));
    }
    Ok(())
}

/// The tiny model with foreign words in it.
fn model(input: &mut Unstructured<'_>) -> Result<Model> {
    let mut model = tiny().clone();
    model.name = text(input)?;
    model.source = text(input)?;
    for name in model.levels.to_mut() {
        *name = text(input)?;
    }
    for area in model.areas.to_mut() {
        (area.name, area.about) = (text(input)?, text(input)?);
        for domain in area.groups.to_mut() {
            (domain.name, domain.about) = (text(input)?, text(input)?);
            for sub_domain in domain.groups.to_mut() {
                (sub_domain.name, sub_domain.about) = (text(input)?, text(input)?);
                sub_domain.dimensions.to_mut().iter_mut().try_for_each(|dimension| reworded(input, dimension))?;
            }
        }
    }
    Ok(model)
}

fn reworded(input: &mut Unstructured<'_>, dimension: &mut Dimension) -> Result<()> {
    (dimension.name, dimension.question.text) = (text(input)?, text(input)?);
    dimension.source = Some(text(input)?);
    dimension.cells.change(|cells| {
        for cell in cells {
            for clause in cell.clauses.to_mut() {
                clause.text = text(input)?;
                clause.reference = Some(words(input)?.into());
            }
            for limit in cell.limits.to_mut() {
                limit.text = text(input)?;
            }
            cell.basis = Some(text(input)?);
        }
        Ok(())
    })
}

fn answers(input: &mut Unstructured<'_>, model: &Model) -> Result<Answers> {
    let mut answers = answers::empty(model);
    let about = &mut answers.assessment;
    (about.team, about.system, about.owner) = (Some(words(input)?), Some(words(input)?), Some(words(input)?));
    about.assessors = vec![words(input)?, words(input)?];
    about.date = Some(date(input)?);
    for dimension in model.dimensions() {
        let level = Level(input.int_in_range(model.floor.0..=model.top().0)?);
        let claim = match input.int_in_range(0..=4)? {
            0 => None,
            1 => Some(Claim::NotApplicable { reason: words(input)?, until: Some(date(input)?) }),
            2 if dimension.clauses(level).len() >= 2 => Some(Claim::PartOf(level)),
            3 => {
                let above = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > level);
                Some(Claim::Level { level, met: above.take(1).collect() })
            }
            _ => Some(Claim::Level { level, met: Clauses::new() }),
        };
        let except = exceptions(input, dimension, claim.as_ref())?;
        let (note, evidence) = (Some(words(input)?), vec![words(input)?, words(input)?]);
        let answer = Answer { claim, except, note, evidence, ..Answer::default() };
        answers.given.insert(dimension.id.clone(), answer);
    }
    Ok(answers)
}

/// The last clause, beside a level that names none and where another one stays asked.
fn exceptions(
    input: &mut Unstructured<'_>,
    dimension: &Dimension,
    claim: Option<&Claim>,
) -> Result<ByClause<Exception>> {
    let clauses: Vec<_> = dimension.all_clauses().map(|(id, _)| id).collect();
    let names_none = matches!(claim, Some(Claim::Level { met, .. }) if met.is_empty());
    let Some(last) = clauses.get(1..).and_then(<[_]>::last).filter(|_| names_none) else { return Ok(ByClause::new()) };
    Ok([(*last, Exception { reason: words(input)?, until: Some(date(input)?) })].into_iter().collect())
}

fn text(input: &mut Unstructured<'_>) -> Result<Text> {
    Ok(Text::new(words(input)?, words(input)?))
}

/// Foreign words: bait and whatever else, long ones now and then.
fn words(input: &mut Unstructured<'_>) -> Result<String> {
    let shape = u8::arbitrary(input)?;
    let bait = BAIT[usize::from(shape) % BAIT.len()];
    Ok(match shape / 64 {
        0 => bait.to_owned(),
        1 => format!("{}{bait}", String::arbitrary(input)?),
        2 => format!("{bait}{}", String::arbitrary(input)?),
        _ => bait.repeat(usize::from(u8::arbitrary(input)?) + 1),
    })
}

fn date(input: &mut Unstructured<'_>) -> Result<Date> {
    let days = u64::from(u16::arbitrary(input)?);
    Ok(Date::after_epoch(days).unwrap_or_else(assess_fuzz::fixture::day))
}
