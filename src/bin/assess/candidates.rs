//! What a shell may offer where an id of the model is typed.

use std::ffi::OsStr;

use assess::answers::Metric;
use assess::embedded;
use assess::model::Node;
use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};

use crate::terminal::lang;

/// Completes the id of any node of the embedded model.
pub fn nodes() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| candidates(current, |_| true, ""))
}

/// Completes what can be set: the id of a dimension, or an outcome.
pub fn settable() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let typed = current.to_string_lossy();
        let outcomes = Metric::all().filter(|metric| metric.id().starts_with(&*typed));
        let outcomes = outcomes
            .map(|metric| CompletionCandidate::new(metric.id()).help(Some(metric.name().into_string(lang()).into())));
        let mut all = candidates(current, |node| node.dimension().is_some(), "");
        all.extend(outcomes);
        all
    })
}

/// Completes the id of an area.
pub fn areas() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| candidates(current, |node| node.area().is_some(), ""))
}

/// Completes the id of a target, after which its level is written.
pub fn targets() -> ArgValueCompleter {
    let has_target = |node: Node<'_>| node.dimension().is_none();
    ArgValueCompleter::new(move |current: &OsStr| candidates(current, has_target, "="))
}

/// Completes the kind of node down to which something is shown.
pub fn kinds() -> ArgValueCandidates {
    ArgValueCandidates::new(|| embedded::model().kind_words(lang()).into_iter().map(CompletionCandidate::new).collect())
}

/// The ids that go on from what is typed, step by step down the tree: `delivery.` offers the domains of an area.
fn candidates(current: &OsStr, wanted: fn(Node<'_>) -> bool, ending: &str) -> Vec<CompletionCandidate> {
    let typed = current.to_string_lossy();
    let nodes = embedded::model().nodes().skip(1);
    let fitting = nodes.filter(|node| wanted(*node) && node.id().as_str().starts_with(typed.as_ref()));
    fitting
        .map(|node| {
            let help = node.name().get(lang()).to_owned();
            CompletionCandidate::new(format!("{}{ending}", node.id())).help(Some(help.into()))
        })
        .collect()
}
