//! Lists in an answers file: entries come and go in their places, and leave the others what stands beside them.

use assess::answers::{Answer, Update, parse, update};
use assess::model::Id;

use super::{HEAD, comments, edited, spelled};
use crate::support::{market, market_answers};

#[test]
fn another_piece_of_evidence_leaves_the_others_their_comments() {
    for text in spelled() {
        let more = edited(&text, |answer| answer.evidence.push("c.md".to_owned()));
        assert!(comments(&text).all(|comment| more.contains(comment)), "{more}");
        let back = edited(&more, |answer| drop(answer.evidence.pop()));
        assert!(comments(&text).all(|comment| back.contains(comment)), "{back}");
    }
    let list =
        |list: &str| format!("{HEAD}[answers.shop.counter.selling]\ngreeting = {{ level = 1, evidence = {list} }}\n");
    let push = |before: &str, after: &str| {
        assert_eq!(edited(&list(before), |answer| answer.evidence.push("c".to_owned())), list(after));
    };
    push("['a']", "['a', \"c\"]");
    push("[ 'a','b' ]", "[ 'a','b', \"c\" ]");
    push("['a', ]", "['a', \"c\", ]");
    push("[ 'a', # one\n ]", "[ 'a', # one\n  \"c\",\n ]");
    push("[\n\t'a' # one\n]", "[\n\t'a', # one\n\t\"c\"\n]");
    push(
        "[\n    'a',\n    # two\n    'b', # b\n    # end\n]",
        "[\n    'a',\n    # two\n    'b', # b\n    \"c\",\n    # end\n]",
    );
    let drop_first = |before: &str, after: &str| {
        assert_eq!(edited(&list(before), |answer| drop(answer.evidence.remove(0))), list(after));
    };
    drop_first("['a', 'b']", "['b']");
    drop_first("[ 'a', 'b', # b\n ]", "[ 'b', # b\n ]");
    drop_first("[\n 'a', # a\n # two\n 'b', # b\n]", "[\n # two\n 'b', # b\n]");
    drop_first("[ 'a', # a\n 'b' # b\n]", "[ # a\n 'b' # b\n]");
}

#[test]
fn an_entry_is_written_as_its_neighbors_are() {
    let line =
        |list: &str| format!("{HEAD}[answers.shop.counter.selling]\ngreeting = {{ level = 1, evidence = {list} }}\n");
    let evidence = |before: &str, wanted: &[&str], after: &str| {
        let wanted: Vec<_> = wanted.iter().map(|&entry| entry.to_owned()).collect();
        let change = |answer: &mut Answer| answer.evidence = wanted;
        assert_eq!(edited(&line(before), change), line(after));
    };
    evidence("[ 'a','c' ]", &["a", "b", "c"], "[ 'a',\"b\", 'c' ]");
    evidence("['a', 'c']", &["a", "b", "c"], "['a', \"b\", 'c']");
    evidence("['b']", &["a", "b"], "[\"a\", 'b']");
    evidence("[ 'a', 'b' ]", &["a"], "[ 'a' ]");
    evidence("[\n\t'a', # a\n]", &["new", "a"], "[\n\t\"new\",\n\t'a', # a\n]");
    evidence("[\n\t# why\n\t'a',\n\t'b',\n]", &["b"], "[\n\t# why\n\t'b',\n]");
    evidence("[\n\t'a',\n\n\t'b',\n\t'c',\n]", &["a", "c"], "[\n\t'a',\n\t'c',\n]");
    evidence("[\r\n 'a', # a\r\n]", &["a", "b"], "[\r\n 'a', # a\r\n \"b\",\r\n]");
}

#[test]
fn what_is_there_in_another_order_is_the_same_where_none_matters() {
    let model = market();
    let source = market_answers("scope = ['shop', 'stall']", "[answers.shop.counter.selling]\npaying = 1");
    let answers = parse(&source, &model).expect("they are sound");
    let mut scope = answers.assessment.scope.clone().expect("it has one");
    scope.reverse();
    let saved = update(&source, &model, &[Update::Scope(scope)]).expect("nothing is to be written");
    assert_eq!(saved.text, source.text);
    let asked = market_answers("ask-again = ['shop.counter.selling.queue']", "");
    let again = Update::AskAgain(Id("shop.counter.selling.queue".into()));
    assert_eq!(update(&asked, &model, &[again]).map(|saved| saved.text), Ok(asked.text), "it is asked once");
}
