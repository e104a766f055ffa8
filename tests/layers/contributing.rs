//! What `CONTRIBUTING.md` says of `.ci/run`: each of its lines, and nothing that it does not run.

use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("it is text")
}

/// The lines of `.ci/run` that judge the change, without the variables that some of them set.
fn judging_lines(script: &str) -> Vec<&str> {
    let lines = script
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.rsplit_once("\" ").map_or(line, |(_, command)| command));
    lines
        .filter(|line| line.starts_with("cargo ") || line.split(' ').next().is_some_and(|it| it.contains('/')))
        .collect()
}

/// What stands between backticks in the first column of the table.
fn named_commands(guide: &str) -> Vec<&str> {
    let (_, section) = guide.split_once("`.ci/run` is everything").expect("the section is there");
    let rows = section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn the_guide_names_each_line_of_ci_and_no_other() {
    let (script, guide) = (read(".ci/run"), read("CONTRIBUTING.md"));
    let (lines, named) = (judging_lines(&script), named_commands(&guide));
    assert!(lines.len() > 15, "{lines:?}");
    for line in &lines {
        // `cargo run` runs the program, so that what counts is the command of that.
        let program = line.split_once(" -- ").map(|(_, program)| program).filter(|_| line.starts_with("cargo run"));
        let is_named = named.iter().any(|command| match (program, command.split_once(" … ")) {
            (Some(program), _) => command.split(' ').next_back().is_some_and(|word| program.contains(word)),
            (None, Some((begin, end))) => line.starts_with(begin) && line.ends_with(end),
            (None, None) => line.starts_with(command),
        });
        assert!(is_named, "{line} is not in CONTRIBUTING.md");
    }
    let scripts = named.iter().filter(|command| !command.starts_with("cargo ") && command.contains('/'));
    for command in scripts {
        assert!(lines.iter().any(|line| line.starts_with(command)), ".ci/run does not run {command}");
    }
}
