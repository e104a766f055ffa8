//! The program as a user meets it: every case is a command line, what it prints, and its exit code.
//!
//! `tests/update` writes what the program prints now into the cases.

#[test]
fn every_command_line_prints_and_ends_as_its_case_says() {
    let cases = trycmd::TestCases::new();
    cases.insert_var("[VERSION]", env!("CARGO_PKG_VERSION")).expect("it is no word of the cases");
    cases.env("ASSESS_LANG", "en").case("tests/cli/*.md");
}
