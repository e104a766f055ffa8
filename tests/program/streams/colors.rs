//! Colors: the same decision for documents and for messages, on a terminal and beside one, and never in a file.

use std::fs;

use super::cases::CASES;
use super::folder::{Folder, own_model};
use super::no_faults;
use crate::support::pty::Terminal;

/// What is said about colors, and whether there are any: in a pipe, and on a terminal.
type Decision = (&'static [(&'static str, &'static str)], &'static [&'static str], bool, bool);

const DECISIONS: &[Decision] = &[
    (&[], &[], false, true),
    (&[], &["--color", "auto"], false, true),
    (&[], &["--color", "always"], true, true),
    (&[], &["--color=never"], false, false),
    (&[("NO_COLOR", "1")], &[], false, false),
    (&[("NO_COLOR", "")], &[], false, true),
    (&[("NO_COLOR", "1")], &["--color", "always"], true, true),
    (&[("CLICOLOR_FORCE", "1")], &[], true, true),
    (&[("CLICOLOR_FORCE", "1")], &["--color", "never"], false, false),
    (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[], false, false),
    (&[("CLICOLOR", "0")], &[], false, false),
    (&[("TERM", "dumb")], &[], false, false),
    (&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], &[], false, false),
    (&[("TERM", "dumb")], &["--color", "always"], true, true),
    (&[], &["--plain"], false, false),
    (&[("ASSESS_PLAIN", "1")], &[], false, false),
    (&[("ASSESS_PLAIN", "0")], &[], false, true),
    (&[("ASSESS_PLAIN", "")], &[], false, true),
    (&[("ASSESS_PLAIN", "0")], &["--plain"], false, false),
    (&[("ASSESS_PLAIN", "1"), ("CLICOLOR_FORCE", "1")], &["--color", "always"], false, false),
];

/// What writes with colors to standard output, and to standard error, with its exit code.
const LINES: &[(&str, u32)] = &[
    ("score", 0),
    ("check --target 2", 1),
    ("explain shop", 0),
    ("model lint --model untidy", 1),
    ("next --help", 0),
    ("score broken.toml", 2),
    ("score nowhere.toml", 2),
    ("scor", 2),
];

fn has_colors(bytes: &[u8]) -> bool {
    bytes.contains(&0x1b)
}

#[test]
fn all_of_the_program_decides_alike_about_colors() {
    let folder = Folder::new();
    let mut faults = Vec::new();
    for (variables, options, in_pipe, on_terminal) in DECISIONS {
        for (line, code) in LINES {
            let arguments: Vec<_> = line.split(' ').chain(options.iter().copied()).collect();
            let output = folder.assess(&arguments).envs(variables.iter().copied()).output().expect("it runs");
            if has_colors(&[output.stdout, output.stderr].concat()) != *in_pipe {
                faults.push(format!("in a pipe: {variables:?} assess {}", arguments.join(" ")));
            }
            let arguments = [own_model(&arguments), &arguments].concat();
            let ended = Terminal::start(folder.path(), &arguments, variables).ends(*code);
            if has_colors(&ended.bytes) != *on_terminal {
                faults.push(format!("on a terminal: {variables:?} assess {}", arguments.join(" ")));
            }
        }
    }
    no_faults(faults);
}

#[test]
fn each_stream_is_decided_about_on_its_own() {
    let folder = Folder::new();
    for (redirection, line, code, is_on_terminal) in [
        (">kept", "score --quiet", 0, false),
        (">kept", "score broken.toml", 2, true),
        ("2>kept", "score --quiet", 0, true),
        ("2>kept", "score broken.toml", 2, false),
    ] {
        let script = format!("\"$0\" --model model {line} {redirection}");
        let arguments = ["-c", &script, env!("CARGO_BIN_EXE_assess")];
        let ended = Terminal::start_program("sh", folder.path(), &arguments, &[]).ends(code);
        assert_eq!(has_colors(&ended.bytes), is_on_terminal, "{line} {redirection}");
        let kept = fs::read(folder.path().join("kept")).expect("the shell writes it");
        assert!(!has_colors(&kept), "{line} {redirection}");
        assert_eq!(kept.is_empty(), is_on_terminal, "{line} {redirection}");
    }
}

#[test]
fn help_without_a_command_is_colored_as_messages_are() {
    let folder = Folder::new();
    for (variables, options, in_pipe, _) in DECISIONS {
        let output = folder.assess(options).envs(variables.iter().copied()).output().expect("it runs");
        assert_eq!(has_colors(&output.stderr), *in_pipe, "{variables:?} {options:?}");
    }
}

#[test]
fn a_file_gets_what_a_pipe_gets_and_never_colors() {
    let folder = Folder::new();
    let writes = ["score", "next", "check", "diff", "report", "explain", "model show"];
    let documents = CASES.iter().filter(|case| case.code < 2 && !case.stdout.is_empty() && !case.has_history());
    let documents = documents.filter(|case| writes.iter().any(|command| case.line.starts_with(command)));
    no_faults(documents.filter_map(|case| {
        let piped = folder.run(&case.arguments()).stdout;
        let arguments = [case.arguments(), vec!["--color", "always", "-o", "colors.out"]].concat();
        let run = folder.assess(&arguments).env("CLICOLOR_FORCE", "1").output().expect("it runs");
        let out = folder.path().join("colors.out");
        let written = fs::read(&out).unwrap_or_default();
        // The summary for GitHub is put behind what a file holds.
        let _ = fs::remove_file(out);
        // Spreadsheet programs know the text of a file by a mark that only files have.
        let written = written.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&written);
        (run.status.code() != Some(case.code) || written != piped).then(|| format!("assess {}", arguments.join(" ")))
    }));
}
