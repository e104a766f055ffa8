//! Documents without signs: the program draws no sign in them, and what people wrote stands as they wrote it.

use assess::answers::{Answers, parse};
use assess::commands::Commands;
use assess::diff::diff;
use assess::interview::{self, Interview};
use assess::lang::Lang;
use assess::model::{Level, Model};
use assess::plan::{Plan, PlanOptions, lead, plan};
use assess::policy::{Case, Evidence, Origin, Rules, Target, Targets, judge};
use assess::report::{Check, Colors, Comparison, Drawing, Standing, Style, screen, terminal};
use assess::scoring::{self, Outcome};

use crate::support::{tiny, tiny_answers};

const STYLE: Style = Style { lang: Lang::En, width: 1000, colors: Colors::Off, drawing: Drawing::Plain };

/// Words of people, with every sign that the program draws itself.
const WORDS: &str = "a→b › c · d – e ✓ ❯ ↑ ↓";

/// Every sign that the program draws elsewhere.
const SIGNS: &str = "→›·–✓✗❯↑↓↳●◐◎○━─";

/// Answers in which team, note, evidence and reason are those words.
fn signed(model: &Model) -> Answers {
    let lines = format!(
        "greeting = {{ level = 1, note = \"{WORDS}\", evidence = [\"{WORDS}\"] }}\npaying = {{ na = \"{WORDS}\" }}"
    );
    let mut source = tiny_answers(&lines);
    source.text = source.text.replace("[answers.", &format!("team = \"{WORDS}\"\n\n[answers."));
    parse(&source, model).expect("they are sound")
}

fn standing<'a, 'm>(outcome: &'a Outcome<'m>, plan: &'a Plan<'m>) -> Standing<'a, 'm> {
    Standing { outcome, plan, lead: lead(&outcome.overall, plan), depth: outcome.model.storeys() }
}

#[test]
fn people_keep_their_signs_and_the_program_draws_none() {
    let model = tiny();
    let before = parse(&tiny_answers("greeting = 2"), &model).expect("they are sound");
    let now = signed(&model);
    let (old, new) = (scoring::score(&model, &before), scoring::score(&model, &now));
    let diff = diff(&old, &new);
    let targets = Targets(vec![Target { id: None, value: Level(2).into(), origin: Origin::Flag }]);
    let rules = Rules { allow_na: false, ..Rules::default() };
    let verdict = judge(Case {
        outcome: &new,
        written: &now,
        targets: &targets,
        rules: &rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: Some(&diff),
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    });
    let greeting = model.find("shop.counter.selling.greeting").expect("it is there");
    let result = new.overall.find("shop.counter.selling.greeting").map(|result| (result, &new.answers.file));
    let additions = greeting.dimension().map(|it| scoring::additions(&model, it)).unwrap_or_default();
    let comparison = Comparison { old: &old, new: &new, diff: &diff, model: None };
    let check = Check {
        outcome: &new,
        verdict: &verdict,
        file: "answers.toml",
        baseline: None,
        commands: &Commands::default(),
    };
    let asked = Interview::new(&model, before.clone(), interview::Wish::default());
    for (name, text, is_quoted) in [
        ("score", terminal::score(&standing(&new, &plan(&new, PlanOptions::default())), &STYLE), true),
        ("check", terminal::check(&check, &STYLE), true),
        ("diff", terminal::diff(&comparison, &STYLE), true),
        ("explain", terminal::explain(&model, greeting, result, &additions, &STYLE), true),
        ("unanswered", terminal::score(&standing(&old, &plan(&old, PlanOptions::default())), &STYLE), false),
        ("interview", screen::lines(&asked, &STYLE).join("\n"), false),
    ] {
        assert_eq!(text.contains(WORDS), is_quoted, "{name}: {text}");
        let own = text.replace(WORDS, "");
        assert!(!own.contains(|sign| SIGNS.contains(sign)), "{name}: {text}");
    }
}
