//! Where one document goes, as a command line says it: `[FORMAT=]PATH`.

use std::path::PathBuf;

use assess::lang::Text;
use assess::problem::{Refusal, did_you_mean};
use assess::text;
use clap::ValueEnum;

/// What the end of a file's name says about its format, the longest ending first.
const ENDINGS: &[(&str, &str)] = &[
    (".sarif.json", "sarif"),
    (".sarif", "sarif"),
    (".ndjson", "ndjson"),
    (".jsonl", "ndjson"),
    (".json", "json"),
    (".html", "html"),
    (".htm", "html"),
    (".xlsx", "xlsx"),
    (".toml", "answers"),
    (".xml", "junit"),
    (".svg", "badge"),
    (".csv", "csv"),
    (".txt", "table"),
    (".md", "markdown"),
];

/// Endings of formats that no command writes, and what they are called: whoever names such a file expects that format in
/// it.
const UNWRITTEN: &[(&str, &str)] = &[
    (".pdf", "PDF"),
    (".yaml", "YAML"),
    (".yml", "YAML"),
    (".docx", "DOCX"),
    (".doc", "DOC"),
    (".odt", "ODT"),
    (".rtf", "RTF"),
    (".xls", "XLS"),
    (".ods", "ODS"),
    (".pptx", "PPTX"),
    (".png", "PNG"),
    (".jpg", "JPEG"),
    (".jpeg", "JPEG"),
    (".tsv", "TSV"),
    (".rst", "reStructuredText"),
    (".adoc", "AsciiDoc"),
    (".tex", "LaTeX"),
    (".parquet", "Parquet"),
];

/// The formats of a command: an enum whose first variant is what it writes when none is named.
pub trait Format: ValueEnum + Copy + PartialEq + Send + Sync + 'static {
    /// What the command writes when no format is named.
    #[must_use]
    fn usual() -> Self {
        Self::value_variants()[0]
    }

    /// The names of all, as they are typed.
    #[must_use]
    fn names() -> Vec<String> {
        let values = Self::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        values.map(|value| value.get_name().to_owned()).collect()
    }
}

impl<F: ValueEnum + Copy + PartialEq + Send + Sync + 'static> Format for F {}

/// A place that a document goes to; `-` is standard output.
#[derive(Clone, Debug)]
pub struct Target<F> {
    /// What the prefix or the ending says; `None` where neither says anything.
    pub format: Option<F>,
    pub path: PathBuf,
    /// Why the ending fits no format of the command. It is said late: whoever names an answers file here may mean the
    /// input, and is told so instead.
    pub misfit: Option<Refusal>,
}

impl<F: Format> Target<F> {
    /// Reads a target: a prefix names the format, without one the ending of the path does.
    ///
    /// # Errors
    ///
    /// A format that the command does not write, and no path.
    pub fn parse(word: &str) -> Result<Self, Refusal> {
        let (prefix, path) = match word.split_once('=') {
            Some((prefix, path)) if is_prefix(prefix) => (Some(prefix), path),
            _ => (None, word),
        };
        if path.is_empty() {
            return Err(Refusal::new(text!("a path is missing in `{word}`", "`{word}` 中缺少路径"))
                .help(text!("write the path of a file after `=`", "请在 `=` 之后写文件路径")));
        }
        let format = match prefix {
            Some(name) => Ok(Some(F::from_str(name, false).map_err(|_| unknown_prefix::<F>(name, word))?)),
            None => by_ending(path),
        };
        let (format, misfit) = format.map_or_else(|misfit| (None, Some(misfit)), |format| (format, None));
        Ok(Self { format, path: path.into(), misfit })
    }

    /// Whether it is standard output.
    pub fn is_stdout(&self) -> bool {
        self.path.as_os_str() == "-"
    }
}

/// Whether what stands before the first `=` is meant as a format: letters and hyphens, so that no folder is.
fn is_prefix(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|character| character.is_ascii_alphabetic() || character == '-')
}

/// The format that the end of a name stands for; `None` where it stands for none.
fn by_ending<F: Format>(path: &str) -> Result<Option<F>, Refusal> {
    let lower = path.to_lowercase();
    let known = ENDINGS.iter().chain(UNWRITTEN).find(|(ending, _)| lower.ends_with(ending));
    let Some((ending, name)) = known else { return Ok(None) };
    let format = F::from_str(name, false).map_err(|_| {
        let Text { en, zh, .. } = Text::list_words(F::names());
        let message = text!(
            "`{path}` ends in `{ending}`, and this command does not write {name}",
            "`{path}` 以 `{ending}` 结尾，而此命令不能生成 {name}"
        );
        let usual = &F::names()[0];
        Refusal::new(message).help(text!(
            "it writes {en}; `{usual}={path}` writes one of them under that name",
            "可用的格式：{zh}；若要以此文件名写入，请写 `{usual}={path}`"
        ))
    })?;
    Ok(Some(format))
}

fn unknown_prefix<F: Format>(name: &str, word: &str) -> Refusal {
    let Text { en, zh, .. } = Text::list_words(F::names());
    let message = text!("`{name}` is no format of this command", "`{name}` 不是此命令的格式");
    let names = F::names();
    let help = match did_you_mean(&name.to_lowercase(), names.iter().map(String::as_str)) {
        Some(meant) => {
            let (meant_en, meant_zh) = (meant.en, meant.zh);
            text!("{meant_en} there are {en}", "{meant_zh} 可用的格式：{zh}")
        }
        None => text!(
            "there are {en}; `./{word}` writes a file of that name",
            "可用的格式：{zh}；`./{word}` 可写入该名称的文件"
        ),
    };
    Refusal::new(message).help(help)
}
