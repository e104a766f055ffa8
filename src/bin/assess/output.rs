//! Where documents go: standard output, and files; several in one run.

use std::io::{self, ErrorKind, IsTerminal as _};
use std::path::PathBuf;

use anyhow::Result;
use assess::lang::Text;
use assess::problem::Refusal;
use assess::report::{Drawing, Style};
use assess::text;
use assess::text::inert;
use clap::{Args, ValueEnum};
use rustix::io::Errno;

use crate::failure::Failure;
use crate::files;
use crate::terminal::{style_of_files, style_of_stdout};

/// Where a document goes and in which forms.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Outputs<F: ValueEnum + Send + Sync + 'static> {
    #[arg(
        long, value_enum, hide_possible_values = true, value_name = t!("FORMAT", "格式"),
        help = format_help::<F>(),
    )]
    pub format: Option<F>,
    #[arg(
        short, long, value_name = t!("[FORMAT=]PATH", "[格式=]路径"), value_parser = Target::<F>::parse,
        help = t!(
            "Write it to a file as well, in any of the forms; without FORMAT instead of standard output; may be repeated",
            "另写入文件，可指定格式；不写格式时代替标准输出；可重复"
        ),
    )]
    pub output: Vec<Target<F>>,
}

/// A file that a document goes to, `[FORMAT=]PATH`; `-` is standard output.
#[derive(Clone, Debug)]
pub struct Target<F> {
    format: Option<F>,
    path: PathBuf,
}

/// A document as a renderer gives it.
#[derive(Debug)]
pub enum Document {
    /// Text for people and programs.
    Text(String),
    /// Commands to a build server, which obeys them on standard output.
    Commands(String),
    /// Text to be put behind what the file holds already.
    Appended(String),
    /// What is no text.
    Bytes(Vec<u8>),
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<F: ValueEnum> Target<F> {
    /// The prefix counts only if it is the name of a format.
    fn parse(word: &str) -> Result<Self, Refusal> {
        let named = word.split_once('=').and_then(|(name, path)| Some((F::from_str(name, false).ok()?, path)));
        let (format, path) = named.map_or((None, word), |(format, path)| (Some(format), path));
        if path.is_empty() {
            return Err(Refusal::new(text!("a path is missing in `{word}`", "`{word}` 中缺少路径"))
                .help(text!("write the path of a file after `=`", "请在 `=` 之后写文件路径")));
        }
        Ok(Self { format, path: path.into() })
    }

    fn is_stdout(&self) -> bool {
        self.path.as_os_str() == "-"
    }
}

/// What formats there are, the first being what is printed when none is named.
fn format_help<F: ValueEnum>() -> String {
    let values = F::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names: Vec<_> = values.map(|value| value.get_name().to_owned()).collect();
    let (en, zh) = (names.join(", "), names.join("、"));
    t!("The form of the document: {en} [default: the first]", "文档的格式：{zh} [默认：第一个]")
}

/// The form that standard output gets, when it gets one.
pub fn form_on_stdout<F: ValueEnum + Copy + Send + Sync + 'static>(outputs: &Outputs<F>, default: F) -> Option<F> {
    let main = outputs.format.unwrap_or(default);
    let named = outputs.output.iter().find(|target| target.is_stdout());
    let is_replaced = outputs.output.iter().any(|target| target.format.is_none());
    named.map(|target| target.format.unwrap_or(main)).or((!is_replaced).then_some(main))
}

/// Whether a form is asked for at all, wherever it goes.
pub fn is_asked_for<F: ValueEnum + Copy + PartialEq + Send + Sync + 'static>(
    outputs: &Outputs<F>,
    default: F,
    form: F,
) -> bool {
    let main = outputs.format.unwrap_or(default);
    let of_files = outputs.output.iter().map(|target| target.format.unwrap_or(main));
    of_files.chain(form_on_stdout(outputs, default)).any(|other| other == form)
}

/// Writes a document in every form and place asked for.
///
/// Standard output gets the document in `--format`, unless a target without a format, or `-`, takes its place.
///
/// # Errors
///
/// What cannot be written; files written before that stay.
pub fn publish<F: ValueEnum + Copy + Send + Sync + 'static, D: Into<Document>>(
    outputs: &Outputs<F>,
    default: F,
    drawing: Drawing,
    render: impl Fn(F, &Style) -> D,
) -> Result<()> {
    let main = outputs.format.unwrap_or(default);
    let to_stdout_twice = outputs.output.iter().filter(|target| target.is_stdout()).count() > 1;
    if to_stdout_twice {
        let message = text!("two documents for standard output", "有两份文档要写到标准输出");
        return Err(Failure::new(message)
            .help(text!("give all but one of them a file", "请为其中之一指定文件"))
            .into());
    }
    for target in outputs.output.iter().filter(|target| !target.is_stdout()) {
        match render(target.format.unwrap_or(main), &style_of_files(drawing)).into() {
            Document::Text(text) => files::write_document(&target.path, inert(&text).as_bytes())?,
            Document::Commands(text) => files::write_document(&target.path, text.as_bytes())?,
            Document::Appended(text) => files::append(&target.path, &inert(&text))?,
            Document::Bytes(bytes) => files::write_document(&target.path, &bytes)?,
        }
    }
    let Some(format) = form_on_stdout(outputs, default) else { return Ok(()) };
    match render(format, &style_of_stdout(drawing)).into() {
        Document::Text(text) | Document::Appended(text) => write_stdout(&text),
        Document::Commands(text) => write_all(&mut anstream::stdout().lock(), text.as_bytes()),
        Document::Bytes(bytes) => write_bytes_to_stdout(&bytes),
    }
}

/// Writes to standard output what only a program reads.
pub fn write_bytes_to_stdout(bytes: &[u8]) -> Result<()> {
    write_all(&mut io::stdout().lock(), bytes)
}

/// Writes to standard output, where no build server takes anything for a command.
pub fn write_stdout(text: &str) -> Result<()> {
    let text = inert(text);
    if text.contains('\u{1b}') {
        return write_all(&mut anstream::stdout().lock(), text.as_bytes());
    }
    // Without colors there is nothing to take out or to translate, and looking for it costs a quarter of a run.
    write_all(&mut io::stdout().lock(), text.as_bytes())
}

/// Writes to standard output as it is. A reader that has gone away wanted no more, which is no error.
fn write_all(stdout: &mut impl io::Write, bytes: &[u8]) -> Result<()> {
    // The standard library drops what is written to a stream that is only open for reading, and says nothing.
    if rustix::io::write(io::stdout(), &[]) == Err(Errno::BADF) {
        return Err(cannot_write(&text!("it is not open for writing", "它不可写")).into());
    }
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(cannot_write(&files::reason(&error)).into()),
        _ => Ok(()),
    }
}

fn cannot_write(why: &Text) -> Failure {
    let Text { en, zh } = why;
    Failure::new(text!("cannot write to standard output: {en}", "无法写入标准输出：{zh}"))
}

/// Whether people read standard output as it is written.
pub fn is_read_by_people() -> bool {
    io::stdout().is_terminal()
}
