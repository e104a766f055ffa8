//! The contents of many files at many revisions, one after the other, by a single `git cat-file`.

use std::ffi::OsStr;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::thread::{self, JoinHandle};

use anyhow::Result;
use assess::problem::Source;
use assess::text;

use super::ask::{cannot_run, command};
use crate::failure::Failure;
use crate::files::failures::too_large;
use crate::files::places::LIMIT;
use crate::files::reading::text_of;

/// Contents on their way, in the order in which they were asked for.
pub struct Contents {
    child: Child,
    answers: BufReader<ChildStdout>,
    asking: Option<JoinHandle<io::Result<()>>>,
}

impl Contents {
    /// Asks for these contents, by their names in the repository.
    ///
    /// # Errors
    ///
    /// `git` cannot be run.
    pub fn ask(root: &Path, names: Vec<String>) -> Result<Self> {
        let mut command = command(root, ["cat-file", "--batch"].map(OsStr::new));
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| cannot_run(&error))?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let Some((questions, answers)) = questions.zip(answers) else { return Err(ended().into()) };
        let mut questions = BufWriter::new(questions);
        // Both ways at once: `git` answers while it is still asked, and neither pipe holds everything.
        let asking = thread::spawn(move || {
            names.iter().try_for_each(|name| writeln!(questions, "{name}"))?;
            questions.flush()
        });
        Ok(Self { child, answers: BufReader::new(answers), asking: Some(asking) })
    }

    /// Reads the next of them as a text, which messages call `name`.
    ///
    /// # Errors
    ///
    /// A content that is not in this clone, is too large, or is no text.
    pub fn next(&mut self, name: String) -> Result<Source> {
        let mut line = String::new();
        self.answers.read_line(&mut line).map_err(|_| ended())?;
        let Some(size) = line.trim().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok()) else {
            return Err(is_missing(&name, &line).into());
        };
        // The content, and the end of its line.
        let mut content = self.answers.by_ref().take(size + 1);
        if size > LIMIT {
            io::copy(&mut content, &mut io::sink()).map_err(|_| ended())?;
            return Err(too_large(&name, LIMIT).into());
        }
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).map_err(|_| ended())?;
        if bytes.pop().is_none() {
            return Err(ended().into());
        }
        text_of(name, bytes.as_slice(), size)
    }
}

impl Drop for Contents {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = self.asking.take().map(JoinHandle::join);
    }
}

fn is_missing(name: &str, line: &str) -> Failure {
    if line.is_empty() {
        return ended();
    }
    let failure = Failure::new(text!("`{name}` is not in this clone", "此克隆中没有 `{name}`"));
    failure.help(text!("`git fetch` brings what is missing", "可用 `git fetch` 获取缺少的部分"))
}

fn ended() -> Failure {
    let failure = Failure::new(text!("`git` ended before it had answered", "`git` 在回答之前就结束了"));
    failure.help(text!("`git fsck` says whether the repository is sound", "可用 `git fsck` 检查代码库是否完好"))
}
