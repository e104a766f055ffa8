//! What a reader would check of a page by eye: its words without their markup, and its headings and heads of tables.

/// The tags of a document, each with the text behind it.
fn tags(document: &str) -> impl Iterator<Item = (&str, &str)> {
    document.split('<').skip(1).filter_map(|part| part.split_once('>'))
}

/// Every piece of text, a line each.
pub fn words(document: &str) -> String {
    tags(document)
        .map(|(_, text)| text.trim())
        .filter(|text| !text.is_empty())
        .map(|text| format!("{text}\n"))
        .collect()
}

/// The title, the sentence that sums up, headings of sections, and what tables and their columns are called.
pub fn outline(document: &str) -> String {
    let mut lines = String::new();
    let mut before = "";
    let mut open: Option<&str> = None;
    for (tag, text) in tags(document) {
        let name = tag.split(' ').next().unwrap_or_default();
        let is_summary = name == "p" && before.contains("class=\"said\"");
        let is_head = name == "th" && tag.contains("scope=\"col\"");
        if open.is_none() && (is_summary || is_head || ["h1", "h2", "caption", "figcaption"].contains(&name)) {
            open = Some(name);
            lines.extend([name, ": "]);
        }
        if open.is_some_and(|open| tag.strip_prefix('/') == Some(open)) {
            open = None;
            lines.push('\n');
        } else if open.is_some() {
            lines.push_str(text);
        }
        before = tag;
    }
    lines
}

/// The first element that is not closed where it should be, if there is one. A cell may be closed by the next one, or by the
/// end of its row, as HTML allows.
pub fn unclosed(document: &str) -> Option<String> {
    const VOID: &[&str] = &["!doctype", "meta", "input", "br", "wbr", "hr", "link", "img", "col"];
    let mut open: Vec<String> = Vec::new();
    for (tag, _) in tags(document) {
        let name = tag.split([' ', '\n', '/']).find(|part| !part.is_empty()).unwrap_or_default().to_lowercase();
        let ends_cell = tag == "/tr" || !tag.starts_with('/') && ["td", "th"].contains(&name.as_str());
        if ends_cell {
            open.pop_if(|last| *last == "td");
        }
        if tag.starts_with('/') {
            let last: Option<String> = open.pop();
            if last.as_ref() != Some(&name) {
                return Some(format!("</{name}> closes {last:?}"));
            }
        } else if !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    open.pop()
}
