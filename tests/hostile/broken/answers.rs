//! Answers that cannot be read: bytes that are no TOML, and TOML that is no answers.

use std::fs;

use super::File;

/// Answers to the tiny model with these lines in them.
pub fn answers(lines: &str) -> Vec<u8> {
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
pub fn raw() -> Vec<File> {
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
pub fn meant_badly() -> Vec<File> {
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
        ("json", b"{\"schema\": \"assess.result/v1\", \"team\": \"\\u001b[31m\\n::error::x\"}".to_vec()),
        ("json-list", b"[\"\x1b[2J\", 1]\n##[error]x\n".to_vec()),
    ]
}
