//! Arguments at the edges: empty, twice, not UTF-8, very long, very many, or behind `--`. Each is told, and none is fatal.

use std::ffi::{OsStr, OsString};
use std::os::unix::ffi::OsStrExt as _;

use super::folder::Folder;
use super::no_faults;
use crate::support::folder::text;

/// Arguments, of which `@` is the odd one, and how the refusal begins.
type Refusal = (&'static str, &'static str);

#[track_caller]
fn are_refused(odd: &OsStr, refusals: &[Refusal]) {
    let folder = Folder::new();
    no_faults(refusals.iter().filter_map(|(line, start)| {
        let arguments: Vec<_> = line.split(' ').map(|word| put(odd, word)).collect();
        let output = folder.run(&arguments);
        let said = text(&output.stderr);
        let holds = output.status.code() == Some(2) && output.stdout.is_empty() && said.starts_with(start);
        (!holds).then(|| format!("assess {line}: {:?}, {said:.200?}", output.status.code()))
    }));
}

/// A word with the odd one in place of `@`.
fn put(odd: &OsStr, word: &str) -> OsString {
    match word.split_once('@') {
        Some((before, after)) => OsString::from_iter([OsStr::new(before), odd, OsStr::new(after)]),
        None => OsString::from(word),
    }
}

#[test]
fn an_empty_argument_names_nothing() {
    are_refused(
        OsStr::new(""),
        &[
            ("@", "error: unknown command ``"),
            ("model @", "error: unknown command ``"),
            ("schema @", "error: `<answers|policy|model|result|rollup|merge>` needs a value\nhelp: one of "),
            ("completions @", "error: `<bash|zsh|fish|powershell|elvish>` needs a value\nhelp: one of "),
            ("score @", "error: `[FILE]` needs a value"),
            ("interview @", "error: `[FILE]` needs a value"),
            ("init @", "error: `[FILE]` needs a value"),
            ("set @ shop.counter.selling.paying 1", "error: `<FILE>` needs a value"),
            ("set answers.toml @ 1", "error: `[ID]` needs a value"),
            ("set answers.toml shop.counter.selling.paying @", "error: `[VALUE]` needs a value"),
            ("explain @", "error: `<ID>` needs a value"),
            ("explain shop @", "error: `[FILE]` needs a value"),
            ("diff @ answers.toml", "error: `<OLD>` needs a value"),
            ("diff before.toml @", "error: `[NEW]` needs a value"),
            ("diff git:@ answers.toml", "error: there is no revision after `git:`"),
            ("score --model @", "error: `--model` needs a value"),
            ("score --config @", "error: `--config` needs a value"),
            ("score --lang @", "error: `--lang` needs a value\nhelp: one of `en`, `zh`"),
            ("score --lang=@", "error: `--lang` needs a value\nhelp: one of `en`, `zh`"),
            ("score --color @", "error: `--color` needs a value\nhelp: one of "),
            ("score --format @", "error: `--format` needs a value\nhelp: one of "),
            ("score -o @", "error: `--output` needs a value"),
            ("score -o json=@", "error: `--output`: a path is missing in `json=`"),
            ("next --to @", "error: `--to` needs a value"),
            ("next --only @", "error: `--only` needs a value"),
            ("next --top @", "error: `--top` needs a value"),
            ("check --target @", "error: `--target` needs a value"),
            ("check --target shop=@", "error: `--target`: a level is missing after `shop=`"),
            ("check --target =@2", "error: `--target`: an id is missing in `=2`"),
            ("check --target 1 --baseline @", "error: `--baseline` needs a value"),
            ("check --target 1 --as-of @", "error: `--as-of` needs a value"),
            ("check --baseline before.toml --allow-drop @", "error: `--allow-drop` needs a value"),
            ("report --compare @", "error: `--compare` needs a value"),
            ("init new.toml --scope @", "error: `--scope` needs a value"),
            ("init new.toml --scope shop,@", "error: `--scope` needs a value"),
            ("interview --only @", "error: `--only` needs a value"),
        ],
    );
}

#[test]
fn an_option_given_twice_is_said_to_be() {
    are_refused(
        OsStr::new(""),
        &[
            ("score --lang en --lang zh", "错误：`--lang` 重复出现"),
            (
                "score --color never --color always",
                "\u{1b}[1m\u{1b}[91merror\u{1b}[0m\u{1b}[1m: `--color` is given twice",
            ),
            ("score --model model --model model", "error: `--model` is given twice"),
            ("--config policy.toml --config policy.toml score", "error: `--config` is given twice"),
            ("score --format json --format csv", "error: `--format` is given twice"),
            ("score --plain --plain", "error: `--plain` is given twice"),
            ("score -q --quiet", "error: `--quiet` is given twice"),
            ("score -vv", "error: `--verbose` is given twice"),
            ("score -q -v", "error: `--quiet` and `--verbose` exclude each other"),
            ("-v score -q", "error: `--quiet` and `--verbose` exclude each other"),
            ("next --to 1 --to 2", "error: `--to` is given twice"),
            ("check --target 1 --as-of 2026-11-21 --as-of 2026-11-22", "error: `--as-of` is given twice"),
            ("check --target shop=1 --target shop=2", "error: `--target shop=2`: a second target for the same"),
            ("set answers.toml --date --date", "error: `--date` is given twice"),
        ],
    );
}

/// Who has set options of their own for every command can still say otherwise.
#[test]
fn an_option_after_the_command_overrides_one_before_it() {
    are_refused(
        OsStr::new(""),
        &[
            ("--lang zh score nowhere.toml --lang en", "error: there is no file"),
            ("--lang en score nowhere.toml --lang zh", "错误：文件"),
            ("--color always score nowhere.toml --color never", "error: there is no file"),
            ("--model model score --model nowhere", "error: there is no folder `nowhere`"),
            ("--config policy.toml score --config nowhere.toml", "error: there is no file `nowhere.toml`"),
        ],
    );
}

#[test]
fn what_stands_behind_two_dashes_is_no_option() {
    are_refused(
        OsStr::new("--"),
        &[
            ("@", "Maturity self-assessment"),
            ("@ score", "error: unknown option or argument `score`"),
            ("score @ --plain", "error: there is no file `--plain`"),
            ("score @ --help", "error: there is no file `--help`"),
            ("score @ nowhere.toml --lang zh", "error: unknown option or argument `--lang`"),
            ("score @ --lang=zh", "error: there is no file `--lang=zh`"),
            ("score --color always @ --color=never", "\u{1b}[1m\u{1b}[91merror"),
            ("score --color always @ --plain", "\u{1b}[1m\u{1b}[91merror"),
            ("score --lang zh @ --lang=en", "错误：文件 `--lang=en` 不存在"),
        ],
    );
}

#[test]
fn an_argument_that_is_not_utf_8_is_told_apart() {
    are_refused(
        OsStr::from_bytes(b"\xff\xfe"),
        &[
            ("@", "error: unknown command `\u{fffd}\u{fffd}`"),
            ("--@", "error: unknown option or argument `--\u{fffd}\u{fffd}`"),
            ("score @", "error: there is no file `\u{fffd}\u{fffd}`"),
            ("score --config @", "error: there is no file `\u{fffd}\u{fffd}`"),
            ("score --model @", "error: there is no folder `\u{fffd}\u{fffd}`"),
            ("score --lang @", "error: `\u{fffd}\u{fffd}` is no value for `--lang`"),
            ("score --format @", "error: `\u{fffd}\u{fffd}` is no value for `--format`"),
            ("score -o @", "error: an argument is not UTF-8"),
            ("explain @", "error: an argument is not UTF-8"),
            ("check --baseline git:@", "error: an argument is not UTF-8"),
            ("set answers.toml shop.counter.selling.paying 1 --note @", "error: an argument is not UTF-8"),
            ("init @/new.toml", "error: cannot write `\u{fffd}\u{fffd}/new.toml`"),
        ],
    );
}

#[test]
fn a_very_long_argument_is_refused() {
    are_refused(
        OsStr::new(&"w".repeat(100_000)),
        &[
            ("@", "error: unknown command `www"),
            ("--@", "error: unknown option or argument `--www"),
            ("score @", "error: cannot read `www"),
            ("score --model @", "error: cannot read `www"),
            ("score --config @", "error: cannot read `www"),
            ("score --lang @", "error: `www"),
            ("score -o @", "error: cannot write `www"),
            ("explain @", "error: unknown id `www"),
            ("init @", "error: cannot write `www"),
            ("check --target @", "error: `--target`: `www"),
            ("set answers.toml shop.counter.selling.paying @", "error: `www"),
            (
                "set answers.toml shop.counter.selling.paying --note @",
                "error: text of 100000 characters; 10000 are allowed",
            ),
        ],
    );
}

#[test]
fn very_many_arguments_are_taken_or_refused() {
    let folder = Folder::new();
    let run = |line: &str, more: &[&str]| {
        let more = std::iter::repeat_n(more, 10_000).flatten().copied();
        let output = folder.run(&line.split(' ').chain(more).collect::<Vec<_>>());
        (output.status.code(), text(&output.stderr))
    };
    let refused =
        |message: &str, command: &str| (Some(2), format!("error: {message}\nhelp: see `assess{command} --help`\n"));
    assert_eq!(run("nothing", &["more"]), refused("unknown command `nothing`", ""));
    assert_eq!(run("score answers.toml", &["more"]), refused("unknown option or argument `more`", " score"));
    assert_eq!(run("score", &["-v"]), refused("`--verbose` is given twice", " score"));
    assert_eq!(run("check --baseline before.toml", &["--allow-drop", "shop"]), (Some(0), String::new()));
    let (code, said) = run("set answers.toml shop.counter.selling.paying", &["--evidence", "docs/a.md"]);
    assert_eq!((code, said.lines().count()), (Some(0), 2), "what is not there is said once: {said}");
}
