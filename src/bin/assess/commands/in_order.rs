//! Work on many things at once, with the results in the order of the things.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, available_parallelism};
use std::time::Duration;

/// How many results may wait for one thread's slow one.
const WAITING: usize = 32;
/// How long nothing may come before the taker is asked whether to go on.
const PAUSE: Duration = Duration::from_millis(100);

/// How many threads work at once where nobody says how many.
pub fn cores() -> usize {
    available_parallelism().map_or(1, Into::into)
}

/// What the taker of results is told.
pub enum Turn<T> {
    /// The next result.
    Result(T),
    /// Nothing is ready yet.
    Pause,
}

/// Does `work` on every thing of a source, on so many threads, and gives the results to `take` one by one, in the order of
/// the source, on the thread of the caller. No more than a few results wait at any time. `take` may end it before its end.
pub fn in_order<I, T: Send>(
    source: impl Iterator<Item = I> + Send,
    threads: usize,
    work: impl Fn(I) -> T + Sync,
    mut take: impl FnMut(Turn<T>) -> ControlFlow<()>,
) {
    let belt = Belt::new(source, threads * WAITING);
    thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            scope.spawn(|| belt.work(&work));
        }
        let _end = End(&belt.state, &belt.changed);
        loop {
            let turn = match belt.next() {
                Next::Result(result) => Turn::Result(result),
                Next::Pause => Turn::Pause,
                Next::End => break,
            };
            if take(turn).is_break() {
                break;
            }
        }
    });
}

/// Things on their way in, and results on their way out.
struct Belt<S, T> {
    source: Mutex<Numbered<S>>,
    state: Mutex<State<T>>,
    changed: Condvar,
    most: usize,
}

struct Numbered<S> {
    things: S,
    next: usize,
}

struct State<T> {
    ready: BTreeMap<usize, T>,
    /// The number of the result that is taken next.
    next: usize,
    /// How many things there are; `None` until the source has ended.
    count: Option<usize>,
    is_over: bool,
}

enum Next<T> {
    Result(T),
    Pause,
    End,
}

/// However a thread ends, by a fault too, nobody waits for it any more.
struct End<'a, T>(&'a Mutex<State<T>>, &'a Condvar);

impl<T> Drop for End<'_, T> {
    fn drop(&mut self) {
        locked(self.0).is_over = true;
        self.1.notify_all();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<I, S: Iterator<Item = I>, T> Belt<S, T> {
    fn new(things: S, most: usize) -> Self {
        let state = State { ready: BTreeMap::new(), next: 0, count: None, is_over: false };
        let source = Mutex::new(Numbered { things, next: 0 });
        Self { source, state: Mutex::new(state), changed: Condvar::new(), most }
    }

    /// Works on one thing after the other until there is none, or nobody wants the results.
    fn work(&self, work: impl Fn(I) -> T) {
        let end = End(&self.state, &self.changed);
        while let Some((number, thing)) = self.next_thing() {
            let result = work(thing);
            locked(&self.state).ready.insert(number, result);
            self.changed.notify_all();
        }
        std::mem::forget(end);
    }

    /// The next thing, as soon as its result has room.
    fn next_thing(&self) -> Option<(usize, I)> {
        let mut source = locked(&self.source);
        let number = source.next;
        let full = |state: &mut State<T>| !state.is_over && number >= state.next + self.most;
        let state = self.changed.wait_while(locked(&self.state), full).unwrap_or_else(PoisonError::into_inner);
        if state.is_over {
            return None;
        }
        drop(state);
        let Some(thing) = source.things.next() else {
            locked(&self.state).count = Some(number);
            self.changed.notify_all();
            return None;
        };
        source.next += 1;
        Some((number, thing))
    }

    fn next(&self) -> Next<T> {
        let waits = |state: &mut State<T>| {
            !state.is_over && state.count != Some(state.next) && !state.ready.contains_key(&state.next)
        };
        let waited = self.changed.wait_timeout_while(locked(&self.state), PAUSE, waits);
        let (mut state, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        let number = state.next;
        if let Some(result) = state.ready.remove(&number) {
            state.next += 1;
            self.changed.notify_all();
            return Next::Result(result);
        }
        if waited.timed_out() { Next::Pause } else { Next::End }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    use super::{Turn, WAITING, in_order};

    #[test]
    fn results_come_in_the_order_of_the_things() {
        for threads in [1, 2, 7] {
            let mut results = Vec::new();
            // The first of every ten takes longest.
            let slow = |number: u64| {
                sleep(Duration::from_micros(if number.is_multiple_of(10) { 500 } else { 0 }));
                number * 2
            };
            in_order(0..300, threads, slow, |turn| {
                if let Turn::Result(result) = turn {
                    results.push(result);
                }
                ControlFlow::Continue(())
            });
            assert_eq!(results, (0..300).map(|number| number * 2).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn little_is_done_that_nobody_takes() {
        let done = AtomicUsize::new(0);
        let mut taken = 0;
        in_order(
            0..10_000,
            2,
            |_| done.fetch_add(1, Ordering::Relaxed),
            |turn| {
                taken += usize::from(matches!(turn, Turn::Result(_)));
                if taken == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert!(done.into_inner() <= 5 + 3 * WAITING);
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_fault_in_a_thread_is_a_fault_and_no_endless_wait() {
        let work = |number: usize| assert!(number < 3, "a fault of the test");
        in_order(0..100, 2, work, |_| ControlFlow::Continue(()));
    }
}
