//! The keys of the terminal, waited for together with changes of its size.

use std::collections::VecDeque;
use std::io::{self, Read as _};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use anyhow::Result;
use assess::interview::input::{Decoder, Input};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

/// What an interview waits for.
pub(super) enum Event {
    Input(Input),
    /// The window has another size, or the terminal was taken again: nothing on it is as it was.
    Resized,
    /// The terminal is gone.
    Gone,
    /// As long as was to be waited nothing came.
    Nothing,
}

/// Standard input as keys. It is read by nobody else meanwhile, and not ahead of what is there.
pub(super) struct Keyboard {
    decoder: Decoder,
    /// What has happened and nobody has heeded yet.
    waiting: VecDeque<Event>,
    /// Holds a byte after the window has changed.
    resized: UnixStream,
}

/// What a moment of waiting gave.
enum Sent {
    Bytes(Vec<u8>),
    Resized,
    Nothing,
    Gone,
}

impl Keyboard {
    /// From now on no change of the window's size goes unnoticed.
    ///
    /// # Errors
    ///
    /// The system takes no such wish.
    pub(super) fn open() -> Result<Self> {
        let (resized, told) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        pipe::register(SIGWINCH, told)?;
        Ok(Self { decoder: Decoder::default(), waiting: VecDeque::new(), resized })
    }

    /// Waits for the next event, for so long if that is said and no key is half sent.
    ///
    /// # Errors
    ///
    /// The terminal cannot be waited for.
    pub(super) fn read(&mut self, patience: Option<Duration>) -> Result<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Ok(event);
            }
            let begun = self.decoder.patience();
            let sent = self.wait(begun.or(patience).and_then(|patience| Timespec::try_from(patience).ok()))?;
            match (&sent, begun) {
                (Sent::Nothing, Some(_)) => self.waiting.extend(self.decoder.time_out().map(Event::Input)),
                (Sent::Nothing, None) => return Ok(Event::Nothing),
                _ => self.take(sent),
            }
        }
    }

    /// Whether something has happened already: who draws before it is heeded, draws what nobody looks at.
    ///
    /// # Errors
    ///
    /// The terminal cannot be read.
    pub(super) fn is_ahead(&mut self) -> Result<bool> {
        if self.waiting.is_empty() {
            let sent = self.wait(Some(Timespec::default()))?;
            self.take(sent);
        }
        Ok(!self.waiting.is_empty())
    }

    fn take(&mut self, sent: Sent) {
        match sent {
            Sent::Bytes(bytes) => self.waiting.extend(self.decoder.feed(&bytes).into_iter().map(Event::Input)),
            Sent::Resized => self.waiting.push_back(Event::Resized),
            Sent::Gone => self.waiting.push_back(Event::Gone),
            Sent::Nothing => {}
        }
    }

    /// Throws away what was sent so far: it was for somebody else. The rest of what is half sent is thrown away too.
    ///
    /// # Errors
    ///
    /// The terminal cannot be read.
    pub(super) fn forget_pending(&mut self) -> Result<()> {
        self.waiting.clear();
        while let Sent::Bytes(bytes) = self.wait(Some(Timespec::default()))? {
            self.decoder.feed(&bytes);
        }
        Ok(())
    }

    fn wait(&mut self, patience: Option<Timespec>) -> Result<Sent> {
        let stdin = io::stdin();
        let mut events = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.resized, PollFlags::IN)];
        match poll(&mut events, patience.as_ref()) {
            Ok(0) => return Ok(Sent::Nothing),
            Ok(_) => {}
            // A signal, which has its own way to be heard.
            Err(Errno::INTR) => return Ok(Sent::Bytes(Vec::new())),
            Err(error) => return Err(error.into()),
        }
        let [keys, size] = events.map(|event| event.revents());
        if size.contains(PollFlags::IN) {
            let _ = self.resized.read(&mut [0; 64]);
            return Ok(Sent::Resized);
        }
        if keys.is_empty() {
            return Ok(Sent::Bytes(Vec::new()));
        }
        let mut bytes = [0; 1024];
        match rustix::io::read(&stdin, &mut bytes) {
            Ok(0) => Ok(Sent::Gone),
            Ok(count) => Ok(Sent::Bytes(bytes[..count].to_vec())),
            Err(Errno::INTR | Errno::AGAIN) => Ok(Sent::Bytes(Vec::new())),
            Err(_) => Ok(Sent::Gone),
        }
    }
}
