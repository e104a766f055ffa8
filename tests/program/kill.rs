//! The program killed at random moments while it saves: no answer that was confirmed may be lost, no file torn.
//!
//! An answer is confirmed when `assess set` has ended well, or when the interview shows the next question. Several
//! writers and an interview work on one file at the same time. `ASSESS_KILLS=10000 cargo test --test program kill -- --nocapture`
//! is a long run with its figures; `ASSESS_SEED` repeats the choices of another run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::ops::Add;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use assess::answers::{Answer, Claim, parse};
use assess::embedded;
use assess::model::{Dimension, Id, Level};
use assess::problem::Source;

use crate::support::pty::{Terminal, row};

/// The part that the interview asks; the writers share the other parts of its area.
const PART: &str = "delivery.testing";
const WRITERS: u64 = 3;
/// What a kill leaves of an interview's claim to the file; the next interview takes it over.
const LOCK: &str = ".answers.toml.lock";
/// Rounds that are not killed, to learn how long one takes.
const TRIAL: usize = 5;

/// Numbers that look random and follow from a seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[usize::try_from(self.below(things.len() as u64)).expect("it is below a length")]
    }

    /// A level that is another one.
    fn level_but(&mut self, other: Level) -> Level {
        let others: Vec<_> = embedded::model().all_levels().filter(|level| *level != other).collect();
        *self.pick(&others)
    }

    fn moment_within(&mut self, span: Duration) -> Duration {
        Duration::from_micros(self.below(u64::try_from(span.as_micros()).expect("it is short").max(1)))
    }
}

/// What became of the saves that were to be killed.
#[derive(Clone, Copy, Default)]
struct Figures {
    /// The program was done before the signal came.
    done: u32,
    /// Killed before the answer was in the file.
    before: u32,
    /// Killed when the answer was in the file already.
    after: u32,
    /// Answers confirmed, all of them found again.
    confirmed: u32,
}

impl Add for Figures {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            before: self.before + other.before,
            after: self.after + other.after,
            confirmed: self.confirmed + other.confirmed,
        }
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|word| word.parse().expect("it is a number"))
}

/// Every dimension of the area at level 1, a comment beside each.
fn file() -> String {
    let head = "schema = 1\n\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1.1\"\nscope = [\"delivery\"]\n";
    let mut text = head.to_owned();
    for sub_domain in embedded::model().sub_domains().filter(|it| it.id.as_str().starts_with("delivery.")) {
        let _ = write!(text, "\n# What we do about this.\n[answers.{}]\n", sub_domain.id);
        for dimension in sub_domain.dimensions.iter() {
            let _ = writeln!(text, "{} = 1 # as agreed", dimension.id.key());
        }
    }
    text
}

/// The answers in the file, which must be sound at any moment.
fn read(path: &Path) -> BTreeMap<Id, Answer> {
    let text = fs::read_to_string(path).expect("the file is there and is text");
    parse(&Source { name: "answers.toml".to_owned(), text }, embedded::model())
        .unwrap_or_else(|problems| panic!("the file is torn: {problems}"))
        .given
        .into_iter()
        .collect()
}

/// The level and the note of an answer.
fn said(answers: &BTreeMap<Id, Answer>, id: &Id) -> (Level, String) {
    let answer = answers.get(id).unwrap_or_else(|| panic!("the answer to {id} is lost"));
    let Some(Claim::Level { level, .. }) = answer.claim else { panic!("{id} has no level: {answer:?}") };
    (level, answer.note.clone().unwrap_or_default())
}

fn set(path: &Path, id: &Id, level: Level, note: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.args(["set", "--quiet"]).arg(path).args([id.as_str(), &level.to_string(), "--note", note]);
    command.stdin(Stdio::null());
    command
}

/// Sets answers that nobody else touches, each in a process that is killed.
fn write(path: &Path, dimensions: &[&Dimension], kills: u64, mut chance: Chance) -> Figures {
    let mut last: BTreeMap<&Id, _> = dimensions.iter().map(|it| (&it.id, (Level(1), String::new()))).collect();
    let mut figures = Figures::default();
    let mut spans = Vec::new();
    for round in 0..TRIAL {
        let id = &dimensions[0].id;
        let (level, note) = (Level(2), format!("trial {round}"));
        let start = Instant::now();
        assert!(set(path, id, level, &note).status().expect("the program runs").success());
        spans.push(start.elapsed());
        last.insert(id, (level, note));
    }
    spans.sort();
    let span = spans[TRIAL / 2] * 5 / 4;
    for round in 0..kills {
        let id = &chance.pick(dimensions).id;
        let new = (chance.level_but(last[id].0), format!("round {round}"));
        let mut process = set(path, id, new.0, &new.1).spawn().expect("the program runs");
        thread::sleep(chance.moment_within(span));
        process.kill().expect("signals can be sent");
        let status = process.wait().expect("it can be waited for");
        let found = said(&read(path), id);
        match (status.success(), status.signal()) {
            (true, _) => {
                assert_eq!(found, new, "the confirmed answer to {id} is lost");
                figures.done += 1;
                figures.confirmed += 1;
            }
            (false, Some(9)) if found == new => figures.after += 1,
            (false, Some(9)) => {
                assert_eq!(found, last[id], "the answer to {id} is neither the old nor the new one");
                figures.before += 1;
            }
            _ => panic!("{status}"),
        }
        last.insert(id, found);
    }
    let answers = read(path);
    assert!(last.iter().all(|(id, expected)| said(&answers, id) == *expected), "an answer changed afterwards");
    figures
}

/// Answers some questions of the interview, and has it killed while it saves the next.
fn interview(path: &Path, dimensions: &[&Dimension], kills: u64, mut chance: Chance) -> Figures {
    let folder = path.parent().expect("it is in a folder");
    let mut last: Vec<_> = dimensions.iter().map(|_| Level(1)).collect();
    let mut figures = Figures::default();
    let mut span = Duration::from_millis(5);
    for _ in 0..kills {
        let mut terminal = Terminal::start(folder, &["interview", "--review", "--only", PART, "answers.toml"], &[]);
        let shows = |terminal: &mut Terminal, place: usize| {
            let place = format!("{place}/{}", dimensions.len());
            terminal.waits(&place, |screen| row(screen, 0).trim_end().ends_with(&place));
        };
        shows(&mut terminal, 1);
        let killed_at = usize::try_from(chance.below(dimensions.len() as u64)).expect("it is below a length");
        for (next, level) in (2..).zip(&mut last[..killed_at]) {
            *level = chance.level_but(*level);
            let start = Instant::now();
            terminal.types(&level.to_string());
            shows(&mut terminal, next);
            span = start.elapsed();
            figures.confirmed += 1;
        }
        let new = chance.level_but(last[killed_at]);
        terminal.types(&new.to_string());
        thread::sleep(chance.moment_within(span));
        terminal.dies();
        let answers = read(path);
        let found: Vec<_> = dimensions.iter().map(|dimension| said(&answers, &dimension.id).0).collect();
        if found[killed_at] == new {
            figures.after += 1;
            last[killed_at] = new;
        } else {
            figures.before += 1;
        }
        assert_eq!(found, last, "a confirmed answer is lost");
    }
    figures
}

/// The names of what lies beside the file: passing files and a lock, neither ever taken for answers.
fn left_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it is there"));
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name != "answers.toml").collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the seed and the figures of a run are for people")]
fn no_confirmed_answer_is_lost_to_a_kill() {
    let kills = number("ASSESS_KILLS").unwrap_or(200);
    let seed = number("ASSESS_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("ASSESS_SEED={seed}");
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("answers.toml");
    fs::write(&path, file()).expect("there is room");
    let dimensions = embedded::model().dimensions().filter(|it| it.id.as_str().starts_with("delivery."));
    let (asked, set): (Vec<_>, Vec<_>) = dimensions.partition(|it| it.id.as_str().starts_with(PART));
    let interviews = kills / 10;
    let start = Instant::now();
    let (by_set, by_interview) = thread::scope(|scope| {
        let share = set.len() / usize::try_from(WRITERS).expect("they are few");
        let writers: Vec<_> = (1..=WRITERS)
            .zip(set.chunks(share))
            .map(|(writer, own)| {
                let path = &path;
                scope.spawn(move || write(path, own, (kills - interviews) / WRITERS, Chance(seed ^ writer)))
            })
            .collect();
        let by_interview = interview(&path, &asked, interviews, Chance(seed));
        let by_set = writers.into_iter().map(|writer| writer.join().expect("no answer is lost"));
        (by_set.fold(Figures::default(), Add::add), by_interview)
    });
    let took = start.elapsed();

    let comments = |text: &str| text.matches("# as agreed").count() + text.matches("# What we do").count();
    let text = fs::read_to_string(&path).expect("it is text");
    assert_eq!(comments(&text), comments(&file()), "comments stay");
    let left = left_in(folder.path());
    assert!(left.iter().all(|name| name.starts_with(".assess-") || name == LOCK), "{left:?}");
    let mut terminal = Terminal::start(folder.path(), &["interview", "--review", "answers.toml"], &[]);
    terminal.shows(&["q quit"]).types("q");
    terminal.ends(0);
    report(by_set, by_interview);
    let locks = left.iter().filter(|name| *name == LOCK).count();
    println!("left behind: {} passing files and {locks} lock; {:.0} s", left.len() - locks, took.as_secs_f64());
}

#[expect(clippy::print_stdout, reason = "the figures of a run are for people")]
fn report(by_set: Figures, by_interview: Figures) {
    let Figures { done, before, after, confirmed } = by_set;
    println!("set: {done} done in time, {before} killed before and {after} after the answer was in the file");
    println!("set: {confirmed} answers confirmed, none lost");
    let Figures { before, after, confirmed, .. } = by_interview;
    println!("interview: {before} killed before and {after} after the answer was in the file");
    println!("interview: {confirmed} answers confirmed, none lost");
}
