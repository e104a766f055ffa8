//! Files of somebody who means harm, through every command and every format: texts stay texts.

#[path = "hostile/arguments.rs"]
mod arguments;
#[path = "hostile/broken.rs"]
mod broken;
#[path = "hostile/checks.rs"]
mod checks;
#[path = "hostile/corpus.rs"]
mod corpus;
#[path = "hostile/coverage.rs"]
mod coverage;
#[path = "hostile/dates.rs"]
mod dates;
#[path = "hostile/documents.rs"]
mod documents;
#[path = "hostile/history.rs"]
mod history;
#[path = "hostile/ids.rs"]
mod ids;
#[path = "hostile/lines.rs"]
mod lines;
#[path = "hostile/lookalikes.rs"]
mod lookalikes;
#[path = "hostile/policies.rs"]
mod policies;
#[path = "hostile/runs.rs"]
mod runs;
#[path = "hostile/screen.rs"]
mod screen;
#[path = "hostile/skeleton.rs"]
mod skeleton;
#[path = "hostile/writing.rs"]
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
