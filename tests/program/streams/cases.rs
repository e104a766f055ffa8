//! The audit: every command in good and bad, its exit code, and what begins either stream.

use std::process::{Command, Output};
use std::sync::LazyLock;

use super::folder::Folder;

/// A command line and what comes of it.
#[derive(Clone, Copy)]
pub struct Case {
    /// The arguments, with blanks between them.
    pub line: &'static str,
    pub code: i32,
    /// How standard output begins; empty when nothing may stand on it.
    pub stdout: &'static str,
    /// How standard error begins; empty when nothing may stand on it.
    pub stderr: &'static str,
}

const fn done(line: &'static str, stdout: &'static str, stderr: &'static str) -> Case {
    Case { line, code: 0, stdout, stderr }
}

const fn failed(line: &'static str, stdout: &'static str) -> Case {
    Case { line, code: 1, stdout, stderr: "" }
}

/// Could not be done: then nothing stands on standard output.
const fn refused(line: &'static str, stderr: &'static str) -> Case {
    Case { line, code: 2, stdout: "", stderr }
}

const NOTHING: &str = "";
const JSON: &str = "{\n  \"schema\": \"assess.";
const DRAFT_07: &str = "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\"";

/// Whoever reads these rows has read the whole audit. An interview itself needs a terminal: the suites `terminal` and `faults`.
pub const CASES: &[Case] = &[
    refused("", "Maturity self-assessment"),
    done("--help", "Maturity self-assessment", NOTHING),
    done("--version", "assess ", NOTHING),
    done("--version score nowhere.toml", "assess ", NOTHING),
    refused("scor", "error: unknown command `scor`\nhelp: did you mean `score`?"),
    refused("--hlp", "error: unknown option or argument `--hlp`"),
    refused("--lang fr --version", "error: `fr` is no value for `--lang`"),
    //
    refused("interview", "error: an interview needs a terminal"),
    refused("interview -", "error: `-` cannot be written to"),
    refused("interview --config nowhere.toml", "error: there is no file `nowhere.toml`"),
    //
    done("init new.toml", NOTHING, "written: new.toml"),
    done("init new.toml --schema --scope shop", NOTHING, "written: new.toml"),
    done("init new.toml --quiet", NOTHING, NOTHING),
    refused("init", "error: `answers.toml` is there already"),
    refused("init -", "error: `-` cannot be written to"),
    refused("init nowhere/new.toml", "error: cannot write `nowhere/new.toml`"),
    refused("init new.toml --scope shp", "error: unknown id `shp`"),
    //
    done("set answers.toml shop.counter.selling.paying 2", NOTHING, "shop.counter.selling.paying: level 2"),
    done("set answers.toml --date", NOTHING, NOTHING),
    done("set answers.toml shop.counter.selling.paying none --quiet", NOTHING, NOTHING),
    refused("set", "error: missing: <FILE>, <ID>, <VALUE>"),
    refused("set answers.toml shop.counter.selling.paying 9", "error: "),
    refused("set answers.toml shop.counter.selling 1", "error: `shop.counter.selling` is not a dimension"),
    refused("set nowhere.toml shop.counter.selling.paying 1", "error: there is no file `nowhere.toml`"),
    refused("set broken.toml shop.counter.selling.paying 1", "error: "),
    refused("set - shop.counter.selling.paying 1", "error: `-` cannot be written to"),
    //
    done("score", "corner shop · Tiny model", NOTHING),
    done("score --verbose", "corner shop · Tiny model", "model: model\npolicy: none\nanswers: answers.toml\n"),
    done("score -", "corner shop · Tiny model", NOTHING),
    done("score --format json", JSON, NOTHING),
    done("score --format markdown", "# corner shop", NOTHING),
    done("score --format csv", "path,team,", NOTHING),
    done("score --format badge", "<svg ", NOTHING),
    done("score --format shields", "{\n  \"schemaVersion\": 1", NOTHING),
    done("score -o json=out.json -o -", "corner shop · Tiny model", NOTHING),
    done("score -o out.txt", NOTHING, NOTHING),
    done("score --only selling --depth dimension", "corner shop · Tiny model", NOTHING),
    done("score --only counter --format csv", "path,team,", NOTHING),
    refused("score --only shp", "error: unknown id `shp`"),
    refused("score --depth level", "error: `level` is no value for `--depth`"),
    refused(
        "score --only selling --format json",
        "error: `--only` does not go with the format json, which is always about everything\nhelp: leave `--only` out",
    ),
    refused("score --depth area -o json=out.json", "error: `--depth` does not go with the format json"),
    refused("score broken.toml", "error: "),
    refused("score nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("score --model nowhere", "error: there is no folder `nowhere`"),
    refused("score --config nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("score --format xml", "error: `xml` is no value for `--format`"),
    refused("score -o nowhere/out.txt", "error: cannot write `nowhere/out.txt`"),
    refused("score -o answers.toml", "error: `answers.toml` is what was read"),
    refused("score -o json=- -o csv=-", "error: two documents for standard output"),
    //
    done("next", "The overall level is 1", NOTHING),
    done("next --by effect", "The overall level is 1", NOTHING),
    refused("next --by luck", "error: `luck` is no value for `--by`"),
    done("next --format json", JSON, NOTHING),
    done("next --format markdown", "# corner shop", NOTHING),
    done("next --format csv", "title,description,labels,", NOTHING),
    done("next --to policy --config policy.toml", "The overall level is 1", NOTHING),
    refused("next --to 9", "error: there is no level 9 to reach"),
    refused("next --to policy", "error: no policy with targets"),
    refused("next --only shp", "error: unknown id `shp`"),
    refused("next broken.toml", "error: "),
    //
    done("check --target 1", "passed", NOTHING),
    done("check --target 1 --baseline git:HEAD", "passed", NOTHING),
    done("check --target 1 --verbose", "passed", "model: model\n"),
    failed("check --target 2", "failed: below-target 1"),
    failed("check --target 2 --format json", JSON),
    failed("check --target 2 --format markdown", "## ❌ failed"),
    failed("check --target 2 --format junit", "<?xml "),
    failed("check --target 2 --format sarif", "{\n  \"$schema\": "),
    failed("check --target 2 --format github", "::error file=answers.toml,line=9,"),
    failed("check --target 2 --format github-summary", "## ❌ failed"),
    failed("check --target 2 --format gitlab", "[\n  {\n"),
    failed("check --config policy.toml --as-of 2026-11-21", "failed: "),
    failed("check --baseline before.toml", "failed: regression"),
    done("check --target 2 --exit-zero", "failed: below-target 1", NOTHING),
    done("check --target 1 --format json", JSON, NOTHING),
    done("check --target 1 --format markdown", "## ✅ passed", NOTHING),
    done("check --target 1 --format junit", "<?xml ", NOTHING),
    done("check --target 1 --format sarif", "{\n  \"$schema\": ", NOTHING),
    done("check --target 1 --format github", "::notice ", NOTHING),
    done("check --target 1 --format github-summary", "## ✅ passed", NOTHING),
    done("check --target 1 --format gitlab", "[]", NOTHING),
    refused("check", "error: nothing to judge by"),
    refused("check --target 9 --exit-zero", "error: 9 is not a level of this model"),
    refused("check broken.toml --target 1", "error: "),
    refused("check --target 1 --baseline nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("check --target 1 --baseline git:nowhere", "error: there is no revision `nowhere`"),
    refused("check - --baseline git:HEAD", "error: standard input has no revisions"),
    refused("check --target 2 -o junit=nowhere/junit.xml", "error: cannot write `nowhere/junit.xml`"),
    //
    done("diff before.toml answers.toml", "corner shop", NOTHING),
    done("diff git:HEAD answers.toml", "corner shop", NOTHING),
    done("diff before.toml - --format json", JSON, NOTHING),
    done("diff before.toml answers.toml --format markdown", "## corner shop", NOTHING),
    done("diff before.toml", "corner shop", NOTHING),
    refused("diff git:HEAD git:HEAD", "error: `git:HEAD` would be compared with itself"),
    done("diff before.toml --config policy.toml", "corner shop", NOTHING),
    done("diff git:HEAD:answers.toml", "corner shop", NOTHING),
    refused("diff git:HEAD:nowhere.toml", "error: there is no `nowhere.toml` at `git:HEAD`"),
    refused("diff", "error: missing: <OLD>"),
    refused("diff - -", "error: both are standard input"),
    refused("diff answers.toml answers.toml", "error: `answers.toml` would be compared with itself"),
    refused("diff broken.toml answers.toml", "error: "),
    refused("diff git:nowhere answers.toml", "error: there is no revision `nowhere`"),
    //
    done("report --trend --format markdown", "# corner shop", NOTHING),
    done("report", "<!DOCTYPE html>", NOTHING),
    done("report --format markdown", "# corner shop", NOTHING),
    done("report --format csv", "path,team,", NOTHING),
    done("report --format csv --compare before.toml", "path,team,", "a comparison is not shown in CSV"),
    done("report --format xlsx", "PK\u{3}\u{4}", NOTHING),
    done("report -o html=out.html -o xlsx=out.xlsx -o out.md --format markdown", NOTHING, NOTHING),
    refused("report broken.toml", "error: "),
    refused("report --compare nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("report --compare git:nowhere", "error: there is no revision `nowhere`"),
    //
    done("trend", "corner shop · ", NOTHING),
    done("trend before.toml later.toml", "corner shop · ", NOTHING),
    done("trend answers.toml --format json", JSON, NOTHING),
    done("trend --format csv --every quarter", "at,revision,path,team,", NOTHING),
    done("trend --format ndjson --depth dimension", "{\"at\":", NOTHING),
    done("trend --only selling --since 2000-01-01", "corner shop · Shop › Counter › Selling", NOTHING),
    done("trend before.toml later.toml --format markdown", "# corner shop", NOTHING),
    done("trend before.toml later.toml --format html", "<!DOCTYPE html>", NOTHING),
    refused("trend --since 9999-12-31", "error: nothing changed since 9999-12-31"),
    refused("trend -", "error: standard input has no history"),
    refused("trend --every day", "error: "),
    refused("trend nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("trend nowhere.toml neither.toml", "`neither.toml`: there is no file `neither.toml`"),
    refused("trend -o json=answers.toml", "error: `answers.toml` is what was read"),
    //
    done("explain shop.counter.selling.paying", "Shop › Counter › Selling › Paying", NOTHING),
    done("explain shop answers.toml --format json", JSON, NOTHING),
    done("explain shop --format markdown", "# Shop", NOTHING),
    done("form", "<!DOCTYPE html>", NOTHING),
    done("form answers.toml --format xlsx", "PK\u{3}\u{4}", NOTHING),
    refused("form broken.toml", "error: "),
    //
    done("import filled.csv --quiet", "# Answers: Tiny model.", NOTHING),
    done("import filled.csv -o new.toml", NOTHING, "new.toml: "),
    refused("import slips.csv", "error: "),
    refused("import nowhere.csv", "error: there is no file `nowhere.csv`"),
    //
    done("model import dsomm dsomm.yaml", NOTHING, "DevSecOps Maturity Model "),
    done("model import dsomm dsomm.yaml --format=json -o dsomm", NOTHING, JSON),
    refused("model import dsomm nowhere.yaml", "error: cannot read `nowhere.yaml`"),
    //
    done("merge answers.toml before.toml", "corner shop · Tiny model", NOTHING),
    done("merge answers.toml before.toml --format json", JSON, NOTHING),
    done("merge answers.toml before.toml --format markdown", "# corner shop", NOTHING),
    done("merge answers.toml before.toml --format answers", "# Answers: Tiny model.", NOTHING),
    done("merge answers.toml before.toml -o agreed.toml", NOTHING, "agreed.toml: "),
    refused("merge answers.toml", "error: `answers.toml` is alone"),
    refused("merge answers.toml nowhere.toml", "error: there is no file `nowhere.toml`"),
    refused("merge answers.toml broken.toml", "error: "),
    refused("merge answers.toml before.toml -o answers.toml", "error: `answers.toml` is what was read"),
    done("rollup", "1 team · Tiny model", NOTHING),
    done(
        "rollup answers.toml before.toml --target 1",
        "2 teams · Tiny model",
        "in 2 files, all of which count: corner shop",
    ),
    done("rollup - --as-of 2026-11-21", "1 team · Tiny model", NOTHING),
    done("rollup --format json", JSON, NOTHING),
    done("rollup --format csv", "path,team,", NOTHING),
    done("rollup --format ndjson --depth dimension", "{\"path\":", NOTHING),
    done("rollup --format markdown", "# 1 team", NOTHING),
    done("rollup --format html", "<!DOCTYPE html>", NOTHING),
    done("rollup --format xlsx", "PK\u{3}\u{4}", NOTHING),
    done("rollup --reports site", "1 team · Tiny model", NOTHING),
    refused("rollup --reports answers.toml", "error: `answers.toml` is no folder"),
    done("rollup --only selling --target policy --config policy.toml", "1 team · Shop › Counter › Selling", NOTHING),
    done("rollup --compare git:HEAD -o out.json --format csv", "path,team,", NOTHING),
    Case {
        line: "rollup answers.toml broken.toml",
        code: 2,
        stdout: "1 team · Tiny",
        stderr: "error: 1 of 2 files could",
    },
    done("rollup answers.toml broken.toml --exit-zero", "1 team · Tiny model", "1 of 2 files could not be read"),
    refused("rollup model", "error: there are no answers in `model`"),
    refused("rollup --files-from nowhere", "error: cannot read `nowhere`"),
    refused("rollup - --files-from -", "error: standard input cannot be two things"),
    refused("rollup -0", "error: missing: --files-from <FILE>"),
    refused("rollup --threads 0", "error: `--threads`: `0` is less than 1"),
    refused("rollup --target 9", "error: 9 is not a level of this model"),
    refused("rollup --target x", "error: `--target`: `x` is not a level"),
    refused("rollup --target policy", "error: no policy with targets"),
    refused("rollup --target policy --target 1", "error: `--target policy` stands for all targets"),
    refused("rollup --only shp", "error: unknown id `shp`"),
    refused("rollup --compare git:HEAD:answers.toml", "error: `--compare`: `git:HEAD:answers.toml` is one file"),
    refused("rollup --compare nowhere", "error: there is no folder `nowhere`"),
    refused("rollup -o answers.toml", "error: `answers.toml` ends in `.toml`, and this command does not write answers"),
    refused("rollup -o json=answers.toml", "error: `answers.toml` is what was read"),
    //
    refused("explain", "error: missing: <ID>"),
    refused("explain shp", "error: unknown id `shp`"),
    refused("explain shop nowhere.toml", "error: there is no file `nowhere.toml`"),
    //
    refused("model", "error: a command is missing"),
    done("model list", "Tiny model", NOTHING),
    refused("model list --model nowhere", "error: there is no folder `nowhere`"),
    done("model show", JSON, NOTHING),
    done("model show --format json", JSON, NOTHING),
    done("model show --format markdown", "# Tiny model", NOTHING),
    refused("model show --format xml", "error: `xml` is no value for `--format`"),
    done("model lint", "no findings", NOTHING),
    failed("model lint --model untidy", "finding: "),
    refused("model lint --model nowhere", "error: there is no folder `nowhere`"),
    //
    done("schema answers", DRAFT_07, NOTHING),
    done("schema policy", DRAFT_07, NOTHING),
    done("schema model", DRAFT_07, NOTHING),
    done("schema result", DRAFT_07, NOTHING),
    done("schema rollup", DRAFT_07, NOTHING),
    done("schema merge", DRAFT_07, NOTHING),
    refused("schema", "error: missing: <answers|policy|model|result|rollup|merge>"),
    refused("schema anwers", "error: `anwers` is no value"),
    //
    done("completions bash", "\n_clap_complete_assess", NOTHING),
    done("completions zsh", "#compdef assess", NOTHING),
    done("completions fish", "complete ", NOTHING),
    done("completions powershell", "\nRegister-ArgumentCompleter", NOTHING),
    done("completions elvish", "\nset edit:completion", NOTHING),
    refused("completions", "error: missing: <bash|zsh|fish|powershell|elvish>"),
    refused("completions csh", "error: `csh` is no value"),
    //
    done("help", "Maturity self-assessment", NOTHING),
    done("help score", "Show the levels", NOTHING),
    done("help model show", "Print every text", NOTHING),
    refused("help scor", "error: unknown command `scor`\nhelp: did you mean `score`?"),
    //
    done("man", ".ie ", NOTHING),
    refused("man score", "error: unknown option or argument `score`"),
];

impl Case {
    /// Whether it asks for revisions, and so names commits, which are others in every folder.
    pub fn has_history(&self) -> bool {
        let is_of_one_file = self.line.starts_with("trend") && !self.line.contains("before.toml");
        let is_of_one_file = is_of_one_file || self.line.contains("--trend");
        self.line.contains("git:") || is_of_one_file
    }

    /// A folder that no other case has written to.
    pub fn folder(&self) -> Folder {
        if self.has_history() { Folder::with_history() } else { Folder::new() }
    }

    /// Runs it in such a folder.
    pub fn run(&self, change: impl FnOnce(&mut Command)) -> Output {
        let folder = self.folder();
        let mut command = folder.assess(&self.arguments());
        change(&mut command);
        command.output().expect("the program runs")
    }

    pub fn arguments(&self) -> Vec<&'static str> {
        self.line.split_whitespace().collect()
    }
}

/// Every case with what comes of it when nothing is wrong with the streams; made once for all tests.
pub fn usual() -> &'static [(Case, Output)] {
    static USUAL: LazyLock<Vec<(Case, Output)>> =
        LazyLock::new(|| CASES.iter().map(|case| (*case, case.run(|_| ()))).collect());
    &USUAL
}
