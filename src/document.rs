//! A TOML file as located values, read strictly: every problem is collected, nothing is coerced or ignored.
//!
//! Why by hand and not by serde: `docs/design.md`, "Strict reading".

mod reader;
mod section;

use toml::Spanned;
use toml::de::DeTable;

use crate::problem::{Problem, Problems, Refusal, Source};
use crate::slips;

pub(crate) use reader::is_blank;
pub use reader::{NOT_BLANK, Reader, TEXT_LIMIT, Value, is_string, number_of};
pub use section::{Entry, Section};

/// The most bytes that a file of answers, a policy or a file of a model may have: 1 MiB.
pub const FILE_LIMIT: usize = 1 << 20;

/// The most places of one file that are named one by one for not being TOML: a file with more is something else.
const MOST_BROKEN: usize = 1000;

/// The version of the formats of answers and policies that this program reads and writes.
const SCHEMA: u8 = 1;

/// Refuses a file of more than [`FILE_LIMIT`] bytes before it is written.
///
/// # Errors
///
/// That it would be larger.
pub fn check_size(name: &str, bytes: usize) -> Result<(), Refusal> {
    if bytes <= FILE_LIMIT {
        return Ok(());
    }
    let message = text!("`{name}` would become larger than 1 MiB", "`{name}` 将超过 1 MiB");
    Err(Refusal::new(message)
        .help(text!("keep less in it, as links in place of texts", "请精简内容，如用链接代替文字")))
}

/// The byte order mark of a text, if it has one, and the rest.
#[must_use]
pub fn split_mark(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len())
}

/// Gives the text of a whole file to `read`, without a byte order mark, and returns what it makes of it.
///
/// # Errors
///
/// Every problem that was found on the way; of a file that is not for this program, that one alone.
pub fn read<T>(source: &Source, read: impl FnOnce(&mut Reader, &str) -> Option<T>) -> Result<T, Problems> {
    let (mark, text) = split_mark(&source.text);
    let mut reader = Reader::default();
    let made = read(&mut reader, text);
    let mut problems = match reader.foreign {
        Some(foreign) => vec![foreign],
        None => reader.problems,
    };
    match made {
        Some(made) if problems.is_empty() => Ok(made),
        _ => {
            for problem in &mut problems {
                problem.span = problem.span.start + mark.len()..problem.span.end + mark.len();
            }
            Err(Problems::in_file(source.clone(), problems))
        }
    }
}

impl Reader {
    /// Parses a whole file; what is not TOML is collected, and the rest still read.
    pub fn parse<'t>(&mut self, text: &'t str) -> Spanned<DeTable<'t>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        if errors.is_empty() {
            return table;
        }
        if let Some(problem) = slips::of_file(text) {
            self.foreign = Some(problem);
        }
        let wide = slips::Wide::find(text);
        let mut more = 0;
        let mut told = 0..0;
        for error in errors {
            if self.problems.len() >= MOST_BROKEN {
                more += 1;
                continue;
            }
            let span = error.span().unwrap_or(0..0);
            match slips::of_place(text, &wide, span.start) {
                Some(slip) => {
                    let end = text[slip.span.end..].find('\n').map_or(text.len(), |newline| slip.span.end + newline);
                    told = slip.span.start..end + 1;
                    if !self.problems.contains(&slip) {
                        self.problems.push(slip);
                    }
                }
                // What one slip breaks is told once, and not all along the rest of its line.
                None if told.contains(&span.start) => {}
                None => self.problems.push(slips::syntax::problem(text, span, error.message())),
            }
        }
        if more > 0 {
            let message = text!("not valid TOML in {more} more places", "另有 {more} 处不是合法的 TOML");
            let help = text!("mend those above first", "请先修正上面各处");
            self.problems.push(Problem::new(text.len()..text.len(), message).help(help));
        }
        table
    }

    /// Takes the version of the format, which every file that people write begins with.
    pub fn schema(&mut self, root: &mut Section<'_, '_>) -> Option<()> {
        let Some(value) = root.take("schema") else {
            let help = text!("begin the file with `schema = {SCHEMA}`", "请在文件开头写 `schema = {SCHEMA}`");
            return self.reject(Problem::new(0..0, text!("`schema` is missing", "缺少 `schema`")).help(help));
        };
        let number = self.number(value, u8::MAX)?;
        if number == SCHEMA {
            return Some(());
        }
        let message = text!("schema {number} is not known to this version", "此版本不支持 schema {number}");
        let help = if number > SCHEMA {
            text!(
                "a newer `assess` wrote this file: update the program",
                "此文件由更新版本的 `assess` 写入，请升级程序"
            )
        } else {
            text!("write `schema = {SCHEMA}`", "请写 `schema = {SCHEMA}`")
        };
        self.give_up(Problem::new(value.span(), message).help(help))
    }
}
