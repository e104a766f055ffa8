//! Files of somebody who means harm, through every command and every format: texts stay texts.

mod arguments;
mod broken;
mod checks;
mod corpus;
mod coverage;
mod dates;
mod documents;
mod history;
mod ids;
mod lines;
mod lookalikes;
mod policies;
mod runs;
mod screen;
mod skeleton;
mod writing;

use std::io::{self, Write as _};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Says something that a test run shows even when all is well.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Fails with everything that is wrong.
#[track_caller]
fn no_faults(faults: impl IntoIterator<Item = Vec<String>>) {
    let faults: Vec<_> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// As many at a time as the machine can do.
fn in_parallel<T: Send, R: Send>(inputs: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = inputs.len();
    let inputs: Vec<_> = inputs.into_iter().map(|input| Mutex::new(Some(input))).collect();
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(count)));
    let worker = || {
        while let Some(input) = inputs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let input = input.lock().expect("no worker has failed").take().expect("it is taken once");
            let result = work(input);
            done.lock().expect("no worker has failed").push(result);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(worker);
        }
    });
    done.into_inner().expect("no worker has failed")
}
