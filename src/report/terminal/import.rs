//! What an import found, wrote and lost, for people.

use crate::frameworks::{Account, Counted, Loss};
use crate::lang::Text;
use crate::model::Model;
use crate::report::Style;
use crate::text::{one_line, pad, width, wrap};

/// The most lines of what is lost, and of renamed ids.
const MOST: usize = 30;

/// What became of the files, part by part.
#[must_use]
pub fn import(model: &Model, account: &Account, style: &Style) -> String {
    let mut page = ImportDocument { lines: Vec::new(), style };
    let (name, version) = (one_line(model.name.get(style.lang)), &model.version);
    page.line(&format!("{name} {version}"));
    let license = account.license.as_deref().map(one_line);
    page.say(&match license {
        Some(line) => text!("License: {line}", "许可：{line}"),
        None => text!(
            "License: none was found; ask who publishes it before you pass the model on",
            "许可：未找到；转交此模型前，请先向发布者确认"
        ),
    });
    let found = text!("Found", "找到");
    page.heading(&found);
    page.columns(&account.parts.iter().map(|it| counted(it, style)).collect::<Vec<_>>());
    if !account.lost.is_empty() {
        page.heading(&text!(
            "Lost: the model has no place for it (field, how often, where first)",
            "未保留：模型没有相应的位置（字段、次数、首次出现处）"
        ));
        page.columns(&account.lost.iter().take(MOST).map(lost).collect::<Vec<_>>());
        page.more(account.lost.len());
    }
    if !account.renamed.is_empty() {
        page.heading(&text!("Ids that are otherwise than the name", "与名称不同的 id"));
        let rows = account.renamed.iter().take(MOST).map(|it| vec![it.id.clone(), one_line(&it.from).into_owned()]);
        page.columns(&rows.collect::<Vec<_>>());
        page.more(account.renamed.len());
    }
    page.lines.push(String::new());
    page.lines.join("\n")
}

fn counted(counted: &Counted, style: &Style) -> Vec<String> {
    let Counted { kind, found, written } = counted;
    let number = if written == found {
        found.to_string()
    } else {
        text!("{found}, {written} of them written", "{found}，写入 {written}").into_string(style.lang)
    };
    vec![kind.plural().into_string(style.lang), number]
}

fn lost(loss: &Loss) -> Vec<String> {
    let Loss { field, count, file, line } = loss;
    vec![one_line(field).into_owned(), count.to_string(), format!("{}:{line}", one_line(file))]
}

struct ImportDocument<'a> {
    lines: Vec<String>,
    style: &'a Style,
}

impl ImportDocument<'_> {
    fn line(&mut self, words: &str) {
        self.lines.extend(wrap(words, self.style.width, "", "  "));
    }

    fn say(&mut self, text: &Text) {
        let words = text.get(self.style.lang).to_owned();
        self.line(&words);
    }

    fn heading(&mut self, text: &Text) {
        self.lines.push(String::new());
        self.say(text);
    }

    /// Rows whose cells stand below each other where the terminal is wide enough.
    fn columns(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
        let widths: Vec<_> = (0..columns).map(|column| widest(column).unwrap_or_default()).collect();
        for row in rows {
            let cells = row.iter().zip(&widths).map(|(cell, columns)| pad(cell, *columns));
            let line = cells.collect::<Vec<_>>().join("  ");
            // A path that does not fit is cut by nobody: it can be copied from there.
            self.lines.push(format!("  {}", line.trim_end()));
        }
    }

    fn more(&mut self, count: usize) {
        let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) else { return };
        let text = text!("  {more} more: `--format json` lists all", "  另有 {more} 项：`--format json` 列出全部");
        self.say(&text);
    }
}
