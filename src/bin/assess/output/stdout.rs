//! Standard output: whole documents, harmless to whoever reads them.

use std::io::{self, ErrorKind, IsTerminal as _};

use anyhow::Result;
use assess::lang::Text;
use assess::text;
use assess::text::inert;
use memchr::memchr;
use rustix::io::Errno;

use crate::failure::Failure;
use crate::files;

/// Writes to standard output what only a program reads.
pub fn write_bytes_to_stdout(bytes: &[u8]) -> Result<()> {
    write_all(&mut io::stdout().lock(), bytes)
}

/// Writes to standard output what a build server takes for commands.
pub fn write_commands_to_stdout(text: &str) -> Result<()> {
    write_all(&mut anstream::stdout().lock(), text.as_bytes())
}

/// Writes to standard output, where no build server takes anything for a command.
pub fn write_stdout(text: &str) -> Result<()> {
    let text = inert(text);
    if memchr(0x1b, text.as_bytes()).is_some() {
        return write_all(&mut anstream::stdout().lock(), text.as_bytes());
    }
    // Without colors there is nothing to take out or to translate, and looking for it costs a quarter of a run.
    write_all(&mut io::stdout().lock(), text.as_bytes())
}

/// Whether somebody still reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Reads,
    /// It has gone away, which is no error: it wanted no more.
    HasLeft,
}

/// Writes the next whole lines of a document to standard output, as [`write_stdout`] would write all of it.
pub fn write_lines_to_stdout(lines: &str) -> Result<Reader> {
    write_as_it_is(&mut io::stdout().lock(), inert(lines).as_bytes())
}

/// Writes to standard output as it is. A reader that has gone away wanted no more, which is no error.
fn write_all(stdout: &mut impl io::Write, bytes: &[u8]) -> Result<()> {
    write_as_it_is(stdout, bytes).map(|_| ())
}

fn write_as_it_is(stdout: &mut impl io::Write, bytes: &[u8]) -> Result<Reader> {
    // The standard library drops what is written to a stream that is only open for reading, and says nothing.
    if rustix::io::write(io::stdout(), &[]) == Err(Errno::BADF) {
        return Err(cannot_write(&text!("it is not open for writing", "它不可写")).into());
    }
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(Reader::Reads),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::HasLeft),
        Err(error) => Err(cannot_write(&files::reason(&error)).into()),
    }
}

fn cannot_write(why: &Text) -> Failure {
    let Text { en, zh, .. } = why;
    Failure::new(text!("cannot write to standard output: {en}", "无法写入标准输出：{zh}"))
}

/// Whether people read standard output as it is written.
pub fn is_read_by_people() -> bool {
    io::stdout().is_terminal()
}
