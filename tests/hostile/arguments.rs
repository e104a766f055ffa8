//! Arguments and names of files that try to break out of messages and reports.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;

use crate::checks::{self, harmless};
use crate::corpus::{self, Text};
use crate::runs::{Coloring, Run, run};
use crate::skeleton::skeleton;
use crate::{in_parallel, no_faults, say};

/// Where a word may stand on the command line.
const PLACES: &[&[&str]] = &[
    &["@"],
    &["--@"],
    &["--lang", "@"],
    &["--color=@", "score"],
    &["--model", "@", "model", "list"],
    &["--config", "@", "score"],
    &["score", "@"],
    &["score", "answers.toml", "@"],
    &["score", "--format", "@"],
    &["score", "-o", "@/none"],
    &["next", "--to", "@"],
    &["next", "--top", "@"],
    &["next", "--only", "@"],
    &["check", "--target", "@"],
    &["check", "--target", "@=3"],
    &["check", "--target=3", "--baseline", "@"],
    &["check", "--target=3", "--baseline", "git:@"],
    &["check", "--target=3", "--baseline=before.toml", "--allow-drop", "@"],
    &["check", "--target=3", "--as-of", "@"],
    &["diff", "@", "answers.toml"],
    &["diff", "git:@", "answers.toml"],
    &["report", "--compare", "@"],
    &["explain", "@"],
    &["model", "@"],
    &["schema", "@"],
    &["completions", "@"],
    &["init", "@/none", "--scope", "@"],
    &["init", "none.toml", "--scope", "@"],
    &["set", "answers.toml", "@", "1"],
    &["set", "answers.toml", "shop.counter.selling.paying", "@"],
    &["set", "answers.toml", "shop.counter.selling.paying", "1", "--met", "@"],
    &["set", "answers.toml", "shop.counter.selling.paying", "na:x", "--until", "@"],
    &["interview", "@"],
    &["interview", "answers.toml", "--only", "@"],
];

/// The texts that can be an argument; no path leads out of the folder.
fn words() -> Vec<Text> {
    let is_word = |text: &Text| {
        let has_nul = text.text.contains('\0');
        !has_nul && !text.text.starts_with('-') && !text.is_long() && !text.name.starts_with("path")
    };
    let mut words = corpus::texts();
    words.retain(is_word);
    // Those that act on something; that others are no markup is held where there are documents.
    let kinds = ["escape", "c1", "line", "bidi", "unpaired", "github", "azure", "teamcity", "other", "place", "emoji"];
    words.retain(|text| kinds.iter().any(|kind| text.name.starts_with(kind)));
    assert!(words.len() >= kinds.len());
    words
}

#[test]
fn an_argument_is_repeated_and_not_obeyed() {
    let words = words();
    let count = words.len() * PLACES.len();
    let faults = in_parallel(words, |word| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), "word");
        fs::create_dir(folder.path().join(".git")).expect("there is room");
        let mut faults = Vec::new();
        for (number, place) in PLACES.iter().enumerate() {
            let (options, colors) =
                [(["--color", "always"], Coloring::Some), (["--lang", "zh"], Coloring::None)][number % 2];
            let model = if place.contains(&"--model") { &[][..] } else { &["--model", "model"] };
            let line = place.iter().map(|part| part.replace('@', &word.text));
            let own = if place.contains(&"--lang") { &[][..] } else { &options };
            let arguments: Vec<_> = model.iter().chain(own).map(ToString::to_string).chain(line).collect();
            let run = run(folder.path(), &arguments).with(colors);
            let fault = run.is_harmless().err();
            let fault = fault.or_else(|| (run.code != Some(2)).then(|| format!("exit code {:?}", run.code)));
            faults.extend(fault.map(|fault| format!("{}: {place:?}: {fault}", word.name)));
        }
        assert!(!folder.path().join("pwned").exists());
        faults
    });
    say(&format!("{count} hostile arguments"));
    no_faults(faults);
}

/// What a file may be called, but for `/`.
pub const NAMES: &[&[u8]] = &[
    b"\x1b[31mred\x1b[2J.toml",
    b"\x9b31m \xff\xfe.toml",
    "\u{9b}31m \u{202e}kcab.toml".as_bytes(),
    b"two\n::error::lines\r.toml",
    b"::error file=x::y.toml",
    b"##[error]x ##vso[y] ##teamcity[z].toml",
    b"%0A::error::x,line=1::.toml",
    b"<script>alert(1)<script>&amp;\"'.toml",
    b"]]><x>.toml",
    b"$(touch pwned)`touch pwned`;touch pwned.toml",
    b"=cmd() {0} %s.toml",
    b"--help",
    " \u{3000}.toml".as_bytes(),
    "文件👩‍👩‍👧.toml".as_bytes(),
    &[b'w'; 250],
];

/// Runs over a file of this name that is sound, one that is broken, and one that is not there.
fn runs_of(folder: &Path, name: &OsStr) -> Vec<Run> {
    let path = OsString::from_iter([OsStr::new("./"), name]);
    let run = |line: &[&str]| {
        let line = line.iter().map(|part| if *part == "@" { path.clone() } else { OsString::from(*part) });
        run(folder, &["--model", "model", "-v"].iter().map(OsString::from).chain(line).collect::<Vec<_>>())
    };
    let sound: &[&[&str]] = &[
        &["score", "@"],
        &["check", "@"],
        &["check", "@", "--format", "github"],
        &["check", "@", "--format", "junit"],
        &["check", "@", "--format", "sarif"],
        &["check", "@", "--format", "gitlab"],
        &["check", "@", "--format", "markdown"],
        &["check", "@", "--baseline", "git:HEAD"],
        &["diff", "before.toml", "@"],
        &["report", "@"],
        &["explain", "shop", "@"],
        &["set", "@", "shop.counter.selling.paying", "1"],
        &["init", "@"],
        &["interview", "@"],
    ];
    let mut runs: Vec<_> = sound.iter().map(|line| run(line)).collect();
    fs::write(folder.join(name), "::error::x").expect("it can be written");
    runs.extend([run(&["score", "@"]), run(&["score", "--config", "@"]), run(&["set", "@", "--date"])]);
    fs::remove_file(folder.join(name)).expect("it is there");
    runs.extend([run(&["score", "@"]), run(&["init", "@"])]);
    runs
}

#[test]
fn a_name_is_repeated_and_not_obeyed() {
    let faults = in_parallel(NAMES.to_vec(), |name| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), "word");
        let name = OsStr::from_bytes(name);
        if fs::copy(folder.path().join("answers.toml"), folder.path().join(name)).is_err() {
            say(&format!("skipped: this file system has no file named {name:?}"));
            return Vec::new();
        }
        let twin = runs_of(folder.path(), OsStr::new("answers.toml"));
        corpus::write(folder.path(), "word");
        let runs = runs_of(folder.path(), name);
        assert!(!folder.path().join("pwned").exists());
        let faults =
            runs.iter().zip(&twin).filter_map(|(run, twin)| Some(format!("{}: {}", run.what, fault(run, twin)?)));
        faults.collect::<Vec<_>>()
    });
    no_faults(faults);
}

/// What a name changed beside itself.
fn fault(run: &Run, twin: &Run) -> Option<String> {
    if run.code != twin.code {
        let said = String::from_utf8_lossy(&run.stderr);
        return Some(format!("exit code {:?} instead of {:?}: {said}", run.code, twin.code));
    }
    let is_format = |name: &str| run.what.contains(&format!("--format {name}"));
    if let Some(format) = ["github", "junit", "sarif", "gitlab", "markdown"].into_iter().find(|name| is_format(name)) {
        let [own, other] = [run, twin].map(|run| skeleton(format, &run.stdout));
        if own != other {
            return Some(format!("{own:?} instead of {other:?}"));
        }
    }
    if is_format("github") {
        let disarmed = checks::without_annotations(&String::from_utf8_lossy(&run.stdout));
        let acts = |bytes: &[u8]| harmless(bytes, Coloring::None).err();
        return acts(disarmed.as_bytes()).or_else(|| acts(&run.stderr));
    }
    run.is_harmless().err()
}
