//! Files that cannot be read, through every command: said on standard error, with exit code 2, and nothing obeyed.

use std::fs;
use std::path::Path;

use crate::checks::plain;
use crate::runs::{Colors, run};
use crate::{in_parallel, no_faults, say};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
/// No message about a file is longer, whatever is in it.
const MOST: usize = 64 * 1024;
/// From this size on a file takes long in a program that is built for tests.
const HEAVY: usize = 10_000;

type File = (&'static str, Vec<u8>);

/// Answers to the tiny model with these lines in them.
fn answers(lines: &str) -> Vec<u8> {
    let head = "schema = 1\n\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";
    format!("{head}\n[answers.shop.counter.selling]\n{lines}\n").into_bytes()
}

/// The same with other lines in their head.
fn head(lines: &str) -> Vec<u8> {
    format!("schema = 1\n\n[assessment]\n{lines}\n").into_bytes()
}

fn with_bytes(before: &str, bytes: &[u8], after: &str) -> Vec<u8> {
    answers("greeting = @")
        .split(|byte| *byte == b'@')
        .collect::<Vec<_>>()
        .join(&[before.as_bytes(), bytes, after.as_bytes()].concat()[..])
}

/// Bytes that no TOML file may hold, or none that is to be read.
fn raw() -> Vec<File> {
    let c0: Vec<u8> = (0..32).filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r')).collect();
    vec![
        ("nothing", Vec::new()),
        ("byte-order-mark", vec![0xef, 0xbb, 0xbf]),
        ("byte-order-mark-inside", with_bytes("1 ", "\u{feff}".as_bytes(), "")),
        ("nothing-but-nul", vec![0; 4096]),
        ("nothing-but-returns", vec![b'\r'; 4096]),
        ("utf-16", "schema = 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("control-as-value", with_bytes("", &c0, "")),
        ("control-in-string", with_bytes("\"", &c0, "\"")),
        ("control-in-comment", with_bytes("1 # ", &c0, "")),
        ("escape-as-key", b"\x1b[31mschema\x1b[0m = 1\n\x1b]0;title\x07".to_vec()),
        ("delete-in-string", with_bytes("\"", b"\x7f", "\"")),
        ("one-byte-escape", with_bytes("\"", b"\x9b31m", "\"")),
        ("surrogate", with_bytes("\"", b"\xed\xa0\x80", "\"")),
        ("overlong", with_bytes("\"", b"\xc0\x9b\xe0\x80\x9b", "\"")),
        ("cut-character", with_bytes("\"", b"\xe5\xad", "")),
        ("program", fs::read(env!("CARGO_BIN_EXE_assess")).expect("it is there")[..100_000].to_vec()),
    ]
}

/// Sound TOML and sound bytes, yet no answers.
fn meant_badly() -> Vec<File> {
    let deep = 20_000;
    vec![
        ("deep-lists", answers(&format!("greeting = {}{}", "[".repeat(deep), "]".repeat(deep)))),
        ("deep-open-lists", answers(&format!("greeting = {}", "[".repeat(deep)))),
        ("deep-tables", answers(&format!("greeting = {}1{}", "{a=".repeat(deep), "}".repeat(deep)))),
        ("deep-key", answers(&format!("{} = 1", vec!["a"; deep].join(".")))),
        ("deep-heading", answers(&format!("[{}]", vec!["a"; deep].join(".")))),
        ("deep-list-heading", answers(&format!("[[{}]]", vec!["a"; deep].join(".")))),
        ("huge-whole", answers(&format!("greeting = {}\npaying = -9223372036854775809", "9".repeat(5_000)))),
        ("huge-hex", answers("greeting = 0xffffffffffffffffffffffffffffffff\npaying = 0b1111111111111111")),
        ("huge-float", answers("greeting = 1e999999\npaying = -0.0")),
        ("no-number", answers("greeting = nan\npaying = -inf")),
        ("huge-schema", b"schema = 99999999999999999999999999\n".to_vec()),
        (
            "huge-clause",
            answers(
                "greeting = { level = 1, met = [\"99999999999999999999.1\", \"-1.-1\", \"2.0\", \"\\u001b[31m\"] }",
            ),
        ),
        ("no-such-day", head("model = \"tiny\"\nmodel-version = \"2\"\ndate = 2026-13-45")),
        ("day-nought", head("model = \"tiny\"\nmodel-version = \"2\"\ndate = 0000-00-00")),
        ("no-leap-day", answers("greeting = { na = { reason = \"x\", until = 2026-02-29 } }")),
        ("moment", head("model = \"tiny\"\nmodel-version = \"2\"\ndate = 2026-11-21T07:32:00+99:99")),
        ("path-as-key", answers("\"../../../../etc/passwd\" = 1\n\"/\" = 1\n\"C:\\\\x\" = 1\n\"..\" = 1\n\"\" = 1")),
        ("dotted-key", answers("\"shop.counter.selling.greeting\" = 1\n\"greeting.\" = 1\n\".greeting\" = 1")),
        ("keys-by-case", answers("greeting = 1\nGreeting = 1\nGREETING = 1")),
        (
            "keys-by-form",
            answers(
                "greeting = 1\n\"gree\\u0301ting\" = 1\n\"gre\\u00e9ting\" = 1\n\"ｇｒｅｅｔｉｎｇ\" = 1\n\"greetіng\" = 1\n\"greet\\u200bing\" = 1",
            ),
        ),
        ("key-twice", answers("greeting = 1\n\"greeting\" = 2\n[answers.shop.counter.selling]")),
        (
            "key-that-acts",
            answers(
                "\"\\u001b[2J\\u009b1m\\u202e\" = 1\n\"\\n::error::x\\r\\n##[error]y\" = 1\n\"##vso[task.complete]\" = 1\n\"##teamcity[x]\" = 1",
            ),
        ),
        (
            "value-that-acts",
            answers(
                "greeting = \"\\u001b[2J\\n::error::x\"\npaying = \"##vso[task.complete]\u{202e}\u{9b}31m\" # \u{2028}::error::x",
            ),
        ),
        ("line-that-acts", answers("::error::x\n##[error]y = 1\n  ::warning::z\u{85}::error::w")),
        ("model-that-acts", head("model = \"\\u001b[31m\\n::error::x\"\nmodel-version = \"2\"")),
        ("version-that-acts", head("model = \"tiny\"\nmodel-version = \"\\u001b[31m\\n::error::x ##[error]y\"")),
        (
            "scope-that-acts",
            head("model = \"tiny\"\nmodel-version = \"2\"\nscope = [\"\\u001b[31m\\n::error::x\", \"../shop\"]"),
        ),
        ("text-too-long", answers(&format!("greeting = {{ level = 1, note = \"{}\" }}", "字".repeat(10_001)))),
        ("text-blank", answers("greeting = { level = 1, note = \"\\u3000\\u00a0\\n\" }")),
        (
            "a-thousand-problems",
            answers(&(0..1_000).map(|number| format!("\"\\u001b{number}\" = 1\n")).collect::<String>()),
        ),
        ("a-thousand-broken-lines", answers(&"::error::x \u{1b}\n".repeat(1_000))),
        ("one-long-line", answers(&format!("greeting = [{}] =", "1, ".repeat(300_000)))),
        ("one-long-stack", answers(&format!("greeting = {}", "\u{301}".repeat(100_000)))),
        ("one-long-word", answers(&format!("greeting = {}", "\u{202e}字".repeat(100_000)))),
        ("too-large", vec![b'#'; (1 << 20) + 1]),
    ]
}

/// Every command that reads answers.
fn lines(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["score", file],
        vec!["next", file],
        vec!["check", "--target", "1", file],
        vec!["check", "--target", "1", "--format", "github", "--baseline", file, "sound.toml"],
        vec!["diff", file, "sound.toml"],
        vec!["diff", "sound.toml", file],
        vec!["report", "--compare", file, "sound.toml"],
        vec!["explain", "shop", file],
        vec!["set", file, "shop.counter.selling.paying", "1"],
        vec!["score", "--config", file],
    ]
}

#[test]
fn what_cannot_be_read_is_said_and_not_obeyed() {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("sound.toml"), answers("greeting = 1")).expect("there is room");
    let files: Vec<_> = raw().into_iter().chain(meant_badly()).collect();
    let count = files.len();
    let faults = in_parallel(files, |(name, bytes)| faults_of(folder.path(), name, &bytes));
    say(&format!("{count} broken files, up to {} runs each", lines("").len()));
    no_faults(faults);
}

fn faults_of(folder: &Path, name: &str, bytes: &[u8]) -> Vec<String> {
    let file = format!("{name}.toml");
    fs::write(folder.join(&file), bytes).expect("there is room");
    let styles = [(&["--color", "always"][..], Colors::Some), (&["--lang", "zh", "--color", "never"], Colors::None)];
    let mut faults = Vec::new();
    // All read alike; what takes long to read is read by a few.
    let lines = lines(&file).into_iter().step_by(if bytes.len() > HEAVY { 4 } else { 1 });
    for (line, (options, colors)) in lines.zip(styles.into_iter().cycle()) {
        let arguments = [&["--model", MODEL], options, &line].concat();
        let run = run(folder, &arguments).with(colors);
        let said = plain(&String::from_utf8_lossy(&run.stderr));
        let is_labeled = said.starts_with("error: ") || said.starts_with("错误: ");
        let fault = match run.is_harmless() {
            Err(fault) => fault,
            Ok(()) if run.code != Some(2) => format!("exit code {:?}", run.code),
            Ok(()) if !is_labeled => format!("no error: {said}"),
            Ok(()) if said.len() > MOST => format!("{} bytes of words", said.len()),
            Ok(()) => continue,
        };
        faults.push(format!("{name}: {}: {fault:.600}", line.join(" ")));
    }
    if fs::read(folder.join(&file)).expect("it is there") != bytes {
        faults.push(format!("{name}: the file was changed"));
    }
    faults
}

/// A model's folder broken in one place: a file's name and what it holds.
fn models() -> Vec<(&'static str, Vec<u8>)> {
    let acts = "\\u001b[31m\\n::error::x ##[error]y";
    let root = fs::read_to_string(format!("{MODEL}/model.toml")).expect("it is there");
    let domain = fs::read_to_string(format!("{MODEL}/shop/counter.toml")).expect("it is there");
    let with = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1).into_bytes()
    };
    vec![
        ("model.toml", with(&root, "id = \"tiny\"", &format!("id = \"{acts}\""))),
        ("model.toml", with(&root, "id = \"shop\"", "id = \"../shop\"")),
        ("model.toml", with(&root, "\"counter\"", "\"../../../etc/passwd\"")),
        ("model.toml", with(&root, "\"counter\"", "\"counter\", \"Counter\", \"\\u202e\"")),
        ("model.toml", with(&root, "2.1.0", acts)),
        ("model.toml", with(&root, "floor = 0", &format!("floor = 0\n\"{acts}\" = 1"))),
        ("model.toml", b"\x1b[31m::error::x\n::error::y".to_vec()),
        ("shop/counter.toml", with(&domain, "\"states\"", &format!("\"{acts}\""))),
        ("shop/counter.toml", with(&domain, "\"greeting\"", "\"Greeting\"")),
        ("shop/counter.toml", with(&domain, "\"paying\"", "\"greeting\"")),
        ("shop/counter.toml", with(&domain, "Who is greeted?", &"\\u001b".repeat(10_001))),
        ("shop/counter.toml", b"\x9b31m".to_vec()),
        ("shop/\u{1b}[31m::error::x.toml", b"name = 1".to_vec()),
        ("shop/\n::error::x\n##[error]y.toml", b"name = 1".to_vec()),
        ("\u{202e}::error::x\u{9b}/##vso[y].toml", b"\x1b".to_vec()),
    ]
}

#[test]
fn a_model_that_cannot_be_read_is_said_and_not_obeyed() {
    let faults = in_parallel(models(), |(name, bytes)| {
        let folder = tempfile::tempdir().expect("there is room");
        let place = |name: &str| folder.path().join("model").join(name);
        fs::create_dir_all(place("shop")).expect("there is room");
        for sound in ["model.toml", "shop/counter.toml"] {
            fs::copy(Path::new(MODEL).join(sound), place(sound)).expect("there is room");
        }
        fs::create_dir_all(place(name).parent().expect("it stands in a folder")).expect("there is room");
        fs::write(place(name), bytes).expect("there is room");
        let judge = |action: &str| {
            let run =
                run(folder.path(), &["--model", "model", "--color", "always", "model", action]).with(Colors::Some);
            let fault = match run.is_harmless() {
                Err(fault) => fault,
                // What is wrong with a model is what a linter has to say.
                Ok(()) if run.code == Some(2) || run.code == Some(1) && action == "lint" => return None,
                Ok(()) => format!("exit code {:?}", run.code),
            };
            Some(format!("{}: model {action}: {fault}", name.escape_debug()))
        };
        ["list", "show", "lint"].into_iter().filter_map(judge).collect::<Vec<_>>()
    });
    no_faults(faults);
}
