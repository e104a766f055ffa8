//! Reads a stream of YAML documents, within bounds.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::places::Places;
use super::value::{Entry, Node, Value};
use crate::problem::Problem;

/// The most bytes of one file: 8 MiB.
pub const YAML_LIMIT: usize = 8 << 20;

/// The most values inside each other, so that nothing that walks them runs out of stack.
const DEEPEST: usize = 50;

/// The most values of one file: a value takes many times the bytes that it is written in.
const MOST_VALUES: usize = 500_000;

/// The most values that aliases may repeat in one file, and the most bytes of their texts, so that a few lines cannot fill
/// the memory.
const MOST_REPEATED: usize = 100_000;
const MOST_REPEATED_BYTES: usize = YAML_LIMIT;

/// The most values under anchors, each counted for every anchor around it: all of them are kept for their aliases.
const MOST_ANCHORED: usize = MOST_VALUES;
const MOST_ANCHORED_BYTES: usize = YAML_LIMIT;

/// The documents of a YAML stream in their order.
///
/// # Errors
///
/// What is no YAML or beyond the bounds; every key that stands twice in its mapping.
pub fn parse(text: &str) -> Result<Vec<Node>, Vec<Problem>> {
    let mut composer = Composer::new(text);
    match composer.documents() {
        Some(documents) if composer.problems.is_empty() => Ok(documents),
        _ => Err(composer.problems),
    }
}

/// A value while what is inside it is read.
enum Open {
    List { start: usize, anchor: usize, nodes: Vec<Node> },
    Map { start: usize, anchor: usize, entries: Vec<Entry>, firsts: BTreeMap<String, usize>, key: Option<Node> },
}

/// How much an anchored value is.
#[derive(Clone, Copy)]
struct Size {
    values: usize,
    bytes: usize,
}

struct Composer<'t> {
    parser: Parser<'t, saphyr_parser::StrInput<'t>>,
    places: Places<'t>,
    /// What aliases may stand for.
    anchors: BTreeMap<usize, (Node, Size)>,
    repeated: Size,
    anchored: Size,
    /// How many values were met.
    values: usize,
    problems: Vec<Problem>,
}

impl<'t> Composer<'t> {
    fn new(text: &'t str) -> Self {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            parser: Parser::new_from_str(body),
            places: Places::new(text, body),
            anchors: BTreeMap::new(),
            repeated: Size { values: 0, bytes: 0 },
            anchored: Size { values: 0, bytes: 0 },
            values: 0,
            problems: Vec::new(),
        }
    }

    /// The documents; `None` if the reading broke off.
    fn documents(&mut self) -> Option<Vec<Node>> {
        let mut documents = Vec::new();
        loop {
            match self.next()?.0 {
                Event::DocumentStart(_) => documents.push(self.document()?),
                Event::StreamEnd => return Some(documents),
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Option<(Event<'t>, Span)> {
        match self.parser.next_event() {
            Some(Ok(event)) => Some(event),
            Some(Err(error)) => {
                let at = self.places.offset(*error.marker());
                let found = error.info();
                let message = text!("not YAML: {found}", "不是合法的 YAML：{found}");
                let help = text!(
                    "mend the line, which may have begun to go wrong above: indentation, quotes, brackets, colons",
                    "请修正此行，错误也可能始于其上方：缩进、引号、括号、冒号"
                );
                self.problems.push(Problem::new(at..at, message).help(help));
                None
            }
            None => Some((Event::StreamEnd, Span::default())),
        }
    }

    /// The value of one document. What is open is kept on a list of its own, not on the stack.
    fn document(&mut self) -> Option<Node> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            let (event, span) = self.next()?;
            self.values += 1;
            if self.values > MOST_VALUES {
                let message = text!("more than {MOST_VALUES} values", "超过 {MOST_VALUES} 个值");
                let help = text!("is it the right file?", "请确认文件是否正确");
                self.problems.push(Problem::new(self.places.range(span), message).help(help));
                return None;
            }
            let done = match event {
                Event::SequenceStart(anchor, tag) => {
                    self.refuse_tag(tag.as_deref(), span);
                    open.push(Open::List { start: self.places.offset(span.start), anchor, nodes: Vec::new() });
                    None
                }
                Event::MappingStart(anchor, tag) => {
                    self.refuse_tag(tag.as_deref(), span);
                    let (entries, firsts) = (Vec::new(), BTreeMap::new());
                    let start = self.places.offset(span.start);
                    open.push(Open::Map { start, anchor, entries, firsts, key: None });
                    None
                }
                Event::SequenceEnd | Event::MappingEnd => open.pop().map(|it| self.close(it, span)),
                Event::Scalar(text, style, anchor, tag) => {
                    self.refuse_tag(tag.as_deref(), span);
                    let is_nothing = style == ScalarStyle::Plain && matches!(text.as_ref(), "" | "~" | "null");
                    let value = if is_nothing { Value::Nothing } else { Value::Text(text.into_owned()) };
                    Some((Node { value, span: self.places.range(span) }, anchor))
                }
                Event::Alias(anchor) => Some((self.repeat(anchor, span)?, 0)),
                _ => None,
            };
            if open.len() > DEEPEST {
                let message = text!("values more than {DEEPEST} deep", "嵌套超过 {DEEPEST} 层");
                let help = text!("is it the right file?", "请确认文件是否正确");
                self.problems.push(Problem::new(self.places.range(span), message).help(help));
                return None;
            }
            let Some((node, anchor)) = done else { continue };
            if anchor > 0 {
                self.keep(anchor, &node)?;
            }
            match open.last_mut() {
                None => return Some(node),
                Some(Open::List { nodes, .. }) => nodes.push(node),
                Some(Open::Map { entries, firsts, key, .. }) => match key.take() {
                    None => *key = Some(node),
                    Some(name) => self.problems.extend(add(entries, firsts, name, node, &self.places)),
                },
            }
        }
    }

    fn close(&self, open: Open, end: Span) -> (Node, usize) {
        let (value, start, anchor) = match open {
            Open::List { start, anchor, nodes } => (Value::List(nodes), start, anchor),
            Open::Map { start, anchor, entries, .. } => (Value::Map(entries), start, anchor),
        };
        (Node { value, span: self.places.between(start, end.end) }, anchor)
    }

    /// Keeps what aliases may stand for; `None` if that would grow beyond the bounds.
    fn keep(&mut self, anchor: usize, node: &Node) -> Option<()> {
        let size = size(node);
        self.anchored.values += size.values;
        self.anchored.bytes += size.bytes;
        if self.anchored.values > MOST_ANCHORED || self.anchored.bytes > MOST_ANCHORED_BYTES {
            let message = text!("the anchors of this file hold too much", "此文件的锚点所含内容过大");
            let help = text!("take away those that no alias names", "请删去没有别名引用的锚点");
            let start = node.span.start;
            self.problems.push(Problem::new(start..start, message).help(help));
            return None;
        }
        self.anchors.insert(anchor, (node.clone(), size));
        Some(())
    }

    /// What an alias stands for, copied; `None` if it would grow beyond the bounds.
    fn repeat(&mut self, anchor: usize, span: Span) -> Option<Node> {
        let place = self.places.range(span);
        let Some((node, size)) = self.anchors.get(&anchor) else {
            let message = text!("an alias inside of what it stands for", "别名位于它所指代的内容之中");
            let help = text!("write out what is meant", "请直接写出内容");
            self.problems.push(Problem::new(place, message).help(help));
            return None;
        };
        self.repeated.values += size.values;
        self.repeated.bytes += size.bytes;
        if self.repeated.values > MOST_REPEATED || self.repeated.bytes > MOST_REPEATED_BYTES {
            let message = text!("the aliases of this file grow without measure", "此文件的别名展开后过大");
            let help = text!(
                "a few lines can be made to fill the memory: write out what is meant",
                "几行别名就能占满内存：请直接写出内容"
            );
            self.problems.push(Problem::new(place, message).help(help));
            return None;
        }
        Some(Node { span: place, ..node.clone() })
    }

    fn refuse_tag(&mut self, tag: Option<&Tag>, span: Span) {
        let Some(tag) = tag.filter(|tag| !is_plain(tag)) else {
            return;
        };
        let message = text!("the tag `{tag}` is not read", "不支持标签 `{tag}`");
        let help = text!("write the value without it", "请去掉标签");
        self.problems.push(Problem::new(self.places.range(span), message).help(help));
    }
}

/// Whether a tag says no more than what a scalar is anyway: `!`, `!!str`, `!!map`.
fn is_plain(tag: &Tag) -> bool {
    tag.is_yaml_core_schema() || tag.handle.is_empty() && tag.suffix == "!"
}

/// Adds an entry to a mapping, if its key is a text and new to it; `firsts` is where each key begins.
fn add(
    entries: &mut Vec<Entry>,
    firsts: &mut BTreeMap<String, usize>,
    name: Node,
    node: Node,
    places: &Places<'_>,
) -> Option<Problem> {
    let key = match name.value {
        Value::Text(key) => key,
        Value::Nothing => String::new(),
        Value::List(_) | Value::Map(_) => {
            let help = text!("write a word before the colon", "请在冒号前写一个词");
            return Some(Problem::new(name.span, text!("a key that is no text", "键不是文本")).help(help));
        }
    };
    if key == "<<" {
        let help = text!("write the keys out", "请直接写出各键");
        return Some(Problem::new(name.span, text!("merge keys are not read", "不支持合并键")).help(help));
    }
    if let Some(first) = firsts.get(&key) {
        let first = places.line(*first);
        let help = text!(
            "it stands in line {first} already, and most readers keep only the last",
            "第 {first} 行已有此键，多数程序只会保留最后一个"
        );
        return Some(Problem::new(name.span, text!("`{key}` stands twice", "`{key}` 出现了两次")).help(help));
    }
    firsts.insert(key.clone(), name.span.start);
    entries.push(Entry { key, place: name.span, node });
    None
}

fn size(node: &Node) -> Size {
    let sum = |sizes: &mut dyn Iterator<Item = Size>, own: usize| {
        sizes.fold(Size { values: 1, bytes: own }, |sum, it| Size {
            values: sum.values + it.values,
            bytes: sum.bytes + it.bytes,
        })
    };
    match &node.value {
        Value::Nothing => Size { values: 1, bytes: 0 },
        Value::Text(text) => Size { values: 1, bytes: text.len() },
        Value::List(nodes) => sum(&mut nodes.iter().map(size), 0),
        Value::Map(entries) => {
            let keys = entries.iter().map(|entry| entry.key.len()).sum();
            sum(&mut entries.iter().map(|entry| size(&entry.node)), keys)
        }
    }
}
