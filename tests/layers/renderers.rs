//! Renderers work nothing out: what a document shows is worked out once and handed to every format.

use crate::files;
use crate::paths::{module_of, paths, tokens};

/// What works out a whole result.
const CALCULATIONS: &[[&str; 3]] = &[
    ["lib", "scoring", "score"],
    ["lib", "plan", "plan"],
    ["lib", "plan", "goals"],
    ["lib", "diff", "diff"],
    ["lib", "highlights", "gaps"],
    ["lib", "highlights", "highlights"],
    ["lib", "highlights", "strengths"],
    ["lib", "policy", "judge"],
];

/// The calculations that a file under `src` names.
fn named(path: &str, text: &str) -> Vec<String> {
    let named = paths(&module_of(path), &tokens(text));
    let is_named = |calculation: &&[&str; 3]| named.iter().any(|path| path == calculation);
    CALCULATIONS.iter().filter(is_named).map(|calculation| calculation[1..].join("::")).collect()
}

#[test]
fn a_calculation_is_found_however_it_is_named() {
    for text in ["use crate::plan::{Plan, goals};", "fn f() { crate::plan::goals(outcome, wish) }"] {
        assert_eq!(named("src/report/markdown/score.rs", text), ["plan::goals"], "{text}");
    }
    assert!(named("src/report/markdown/score.rs", "use crate::plan::Plan; use super::next::goals;").is_empty());
}

#[test]
fn renderers_take_finished_results() {
    for (path, text) in files("src/report") {
        let named = named(&path, &text);
        assert!(named.is_empty(), "{path} works out {}", named.join(", "));
    }
}
