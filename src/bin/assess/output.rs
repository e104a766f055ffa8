//! Where documents go: standard output, and files; several in one run.

mod paging;
mod stdout;
mod target;
mod unfit;

use std::fmt;
use std::path::Path;

use anyhow::Result;
use assess::lang::Text;
use assess::report::{Drawing, Style};
use assess::text;
use assess::text::inert;
use clap::Args;

use crate::failure::{Failure, show_remark};
use crate::files::{self, StagedFiles};
use crate::terminal::{style_of_files, style_of_stdout};

use paging::show_json;
pub use paging::{Paging, may_page, show};
pub use stdout::{
    Reader, is_read_by_people, write_bytes_to_stdout, write_commands_to_stdout, write_lines_to_stdout, write_stdout,
};
pub use target::{Format, Target};
pub use unfit::Unfit;

/// Where a document goes and in which forms.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Outputs<F: Format> {
    #[arg(
        long, value_enum, hide_possible_values = true, value_name = t!("FORMAT", "格式"),
        help = format_help::<F>(),
    )]
    pub format: Option<F>,
    #[arg(
        short, long, value_name = t!("[FORMAT=]PATH", "[格式=]路径"), value_parser = Target::<F>::parse,
        help = t!(
            "Write it to this file; FORMAT, else the ending of PATH, says how; `-` is standard output; may be repeated",
            "写入该文件；格式由“格式=”或路径的扩展名决定；`-` 表示标准输出；可重复"
        ),
    )]
    pub output: Vec<Target<F>>,
}

/// A document as a renderer gives it.
#[derive(Debug)]
pub enum Document {
    /// Text for people and programs.
    Text(String),
    /// JSON, in which a build server finds no command, nor a terminal a color: it is written as it is.
    Json(String),
    /// Rows for spreadsheet programs, which know Chinese in a file by the mark that it begins with.
    Rows(String),
    /// Commands to a build server, which obeys them on standard output.
    Commands(String),
    /// Text to be put behind what the file holds already.
    Appended(String),
    /// What is no text.
    Bytes(Vec<u8>),
}

/// What formats there are, the first being what is printed when none is named.
fn format_help<F: Format>() -> String {
    let Text { en, zh, .. } = Text::list(&F::names());
    t!("The form of the document: {en} [default: the first]", "文档的格式：{zh} [默认：第一个]")
}

impl<F: Format> Outputs<F> {
    /// The format of what says nothing about its own.
    fn main(&self) -> F {
        self.format.unwrap_or_else(F::usual)
    }

    fn of(&self, target: &Target<F>) -> F {
        target.format.unwrap_or_else(|| self.main())
    }

    /// The format that standard output gets; `None` when it gets nothing.
    ///
    /// It is that of `-`; else that of `--format` where no file has it already; else, without files, the usual one.
    pub fn on_stdout(&self) -> Option<F> {
        if let Some(target) = self.output.iter().find(|target| target.is_stdout()) {
            return Some(self.of(target));
        }
        if self.output.is_empty() {
            return Some(self.main());
        }
        self.format.filter(|format| self.output.iter().all(|target| self.of(target) != *format))
    }

    /// The same where standard output is never empty because of a file, unless `--format` went into one.
    pub fn on_stdout_always(&self) -> Option<F> {
        self.on_stdout().or_else(|| self.format.is_none().then(F::usual))
    }

    /// Whether a format is asked for at all, wherever it goes.
    pub fn ask_for(&self, format: F) -> bool {
        let of_files = self.output.iter().map(|target| self.of(target));
        of_files.chain(self.on_stdout()).any(|other| other == format)
    }

    /// The files among the targets, each with its format.
    pub fn files(&self) -> impl Iterator<Item = (F, &Path)> {
        let files = self.output.iter().filter(|target| !target.is_stdout());
        files.map(|target| (self.of(target), target.path.as_path()))
    }

    /// Refuses targets that cannot all be written, before any of them is.
    ///
    /// # Errors
    ///
    /// Standard output or a file named twice, a file that was read, and an ending of a format that is not written.
    pub fn check(&self) -> Result<()> {
        if self.output.iter().filter(|target| target.is_stdout()).count() > 1 {
            let message = text!("two documents for standard output", "有两份文档要写到标准输出");
            return Err(Failure::new(message)
                .help(text!("give all but one of them a file", "只能保留一份，请为其余各份指定文件"))
                .into());
        }
        let paths: Vec<_> = self.files().map(|(_, path)| path).collect();
        for (at, path) in paths.iter().enumerate() {
            files::refuse_input(path)?;
            if paths[..at].iter().any(|other| files::lead_to_one_place(other, path)) {
                return Err(named_twice(&path.display()).into());
            }
        }
        self.check_formats()
    }

    /// Refuses an ending of a format that is not written.
    ///
    /// # Errors
    ///
    /// The first such ending.
    pub fn check_formats(&self) -> Result<()> {
        let misfit = self.output.iter().find_map(|target| target.misfit.clone());
        misfit.map_or(Ok(()), |misfit| Err(Failure::from(misfit).into()))
    }
}

fn named_twice(name: &impl fmt::Display) -> Failure {
    Failure::new(text!("two documents for the file `{name}`", "有两份文档要写入文件 `{name}`"))
        .help(text!("give each of them a file of its own", "请为每份文档各指定一个文件"))
}

/// Writes a document in every form and place asked for.
///
/// What goes elsewhere by `-o` is never shown page by page.
///
/// # Errors
///
/// Targets that cannot all be written, then what cannot be written; no file is written then.
pub fn publish<F: Format>(
    outputs: &Outputs<F>,
    drawing: Drawing,
    paging: Paging,
    render: impl Fn(F, &Style) -> Document,
) -> Result<()> {
    write_files(outputs, drawing, &render)?;
    let Some(format) = outputs.on_stdout() else { return Ok(()) };
    show_document(outputs, render(format, &style_of_stdout(drawing)), paging)
}

/// Writes a document to every file asked for, and none to standard output.
///
/// # Errors
///
/// Those of [`publish`].
pub fn write_files<F: Format>(
    outputs: &Outputs<F>,
    drawing: Drawing,
    render: impl Fn(F, &Style) -> Document,
) -> Result<()> {
    outputs.check()?;
    let documents = outputs.files().map(|(format, path)| (path, render(format, &style_of_files(drawing))));
    let mut staged = StagedFiles::begin();
    stage_documents(&mut staged, documents.collect())?;
    staged.finish()
}

/// Shows a document on standard output, page by page where it is longer than the screen and nothing goes elsewhere.
///
/// # Errors
///
/// What cannot be written.
pub fn show_document<F: Format>(outputs: &Outputs<F>, document: Document, paging: Paging) -> Result<()> {
    match document {
        Document::Text(text) | Document::Rows(text) if outputs.output.is_empty() => show(&text, paging),
        Document::Json(text) if outputs.output.is_empty() => show_json(&text, paging),
        document => write_document_to_stdout(document),
    }
}

/// Writes documents to files of their own, to be put in their places together.
///
/// What is no regular file is written through when the files are on the disk, and last what is put behind other text.
///
/// # Errors
///
/// What cannot be written.
pub fn stage_documents(staged: &mut StagedFiles, mut documents: Vec<(&Path, Document)>) -> Result<()> {
    documents.sort_by_key(|(path, document)| (matches!(document, Document::Appended(_)), files::is_stream(path)));
    for (path, document) in documents {
        match document {
            Document::Text(text) => staged.add(path, inert(&text).as_bytes())?,
            Document::Rows(text) => {
                let mark = if files::is_stream(path) { "" } else { "\u{feff}" };
                staged.add(path, format!("{mark}{}", inert(&text)).as_bytes())?;
            }
            Document::Json(text) | Document::Commands(text) => staged.add(path, text.as_bytes())?,
            Document::Appended(text) => append(path, &inert(&text))?,
            Document::Bytes(bytes) => staged.add(path, &bytes)?,
        }
    }
    Ok(())
}

/// GitHub shows no summary of more than 1 MiB: what made it one would take away what others wrote.
fn append(path: &Path, text: &str) -> Result<()> {
    if files::append(path, text)? == files::Appended::TooLarge {
        let name = path.display();
        show_remark(&text!(
            "`{name}` would become larger than 1 MiB, which is not shown: nothing is added to it",
            "`{name}` 将超过 1 MiB 而无法显示，因此未追加内容"
        ));
    }
    Ok(())
}

/// Writes a document to standard output, as it is written there.
///
/// # Errors
///
/// What cannot be written.
pub fn write_document_to_stdout(document: Document) -> Result<()> {
    match document {
        Document::Text(text) | Document::Rows(text) | Document::Appended(text) => write_stdout(&text),
        Document::Commands(text) => write_commands_to_stdout(&text),
        Document::Json(text) => write_bytes_to_stdout(text.as_bytes()),
        Document::Bytes(bytes) => write_bytes_to_stdout(&bytes),
    }
}
