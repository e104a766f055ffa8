//! The links of every Markdown file of the repository: to files that are there, and to headings that are in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::{fs, iter};

use ignore::WalkBuilder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What one document links, and what can be linked in it.
struct Document {
    links: Vec<String>,
    anchors: BTreeSet<String>,
}

fn documents() -> BTreeMap<PathBuf, Document> {
    let files =
        WalkBuilder::new(".").require_git(false).build().map(|entry| entry.expect("it can be listed").into_path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let documents: BTreeMap<_, _> = files.map(|path| (plain(&path), read(&path))).collect();
    assert!(documents.len() > 10, "they are found");
    documents
}

fn read(path: &Path) -> Document {
    let text = fs::read_to_string(path).expect("it is text");
    let mut document = Document { links: Vec::new(), anchors: BTreeSet::new() };
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                document.links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(words) | Event::Code(words) => heading.iter_mut().for_each(|heading| heading.push_str(&words)),
            Event::End(TagEnd::Heading(_)) => {
                let heading = heading.take().expect("it has begun");
                let anchor = anchor(&heading);
                let numbered = (1..).map(|times| format!("{anchor}-{times}"));
                let mut free =
                    iter::once(anchor.clone()).chain(numbered).skip_while(|it| document.anchors.contains(it));
                document.anchors.extend(free.next());
            }
            _ => {}
        }
    }
    document
}

/// What GitHub and GitLab make of a heading: its second and further ones in a document have `-1`, `-2` … behind it.
fn anchor(heading: &str) -> String {
    let words = heading.to_lowercase().replace(' ', "-");
    words.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_')).collect()
}

/// A path from the root of the repository on, without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => assert!(plain.pop(), "{} leads out of the repository", path.display()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

/// The links of documents that stay in the repository: the document, the path from the root on, and the heading.
fn inner_links(documents: &BTreeMap<PathBuf, Document>) -> Vec<(&Path, PathBuf, Option<&str>)> {
    let all = documents.iter().flat_map(|(path, document)| document.links.iter().map(move |link| (path, link)));
    let inner = all.filter(|(_, link)| !link.contains("://") && !link.starts_with("mailto:"));
    let links: Vec<_> = inner
        .map(|(path, link)| {
            let (file, heading) = link.split_once('#').map_or((link.as_str(), None), |(file, it)| (file, Some(it)));
            let folder = path.parent().expect("it lies in one");
            let target = if file.is_empty() { path.clone() } else { plain(&folder.join(file)) };
            (path.as_path(), target, heading)
        })
        .collect();
    assert!(links.len() > 50, "they are found");
    links
}

#[test]
fn each_leads_to_a_file_and_a_heading() {
    let documents = documents();
    let mut dead = Vec::new();
    for (from, target, heading) in inner_links(&documents) {
        let is_there = target.exists();
        let is_in_it =
            heading.is_none_or(|heading| documents.get(&target).is_some_and(|it| it.anchors.contains(heading)));
        if !is_there || !is_in_it {
            dead.push(format!("{}: {}#{}", from.display(), target.display(), heading.unwrap_or_default()));
        }
    }
    assert!(dead.is_empty(), "{dead:#?}");
}

/// Packages hold the READMEs, the guides and the examples, and nothing else that could be linked.
#[test]
fn what_packages_hold_links_only_what_they_hold() {
    let is_packed = |path: &Path| {
        ["README.md", "README.zh.md"].iter().any(|file| path == Path::new(file))
            || ["docs", "examples"].iter().any(|folder| path.starts_with(folder))
    };
    let documents = documents();
    let outside: Vec<_> = inner_links(&documents)
        .into_iter()
        .filter(|(from, target, _)| is_packed(from) && !is_packed(target))
        .map(|(from, target, _)| format!("{}: {}", from.display(), target.display()))
        .collect();
    assert!(outside.is_empty(), "name these in the text, without a link: {outside:#?}");
}
