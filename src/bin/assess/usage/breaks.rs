//! Breaks the lines of a help page where its language may: the parser knows blanks alone, and Chinese has hardly any.

use anstream::adapter::strip_str;
use assess::text::{width, wrap};

/// The page with each of its texts broken anew, as the parser has set them.
pub fn break_anew(page: &str, columns: usize) -> String {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for line in page.lines() {
        let plain = strip_str(line).to_string();
        match entries.last_mut().filter(|entry| entry.goes_on_with(&plain)) {
            Some(entry) => entry.words.extend([" ", plain.trim_start()]),
            None => entries.push(Entry::begin(line, &plain)),
        }
    }
    entries.iter().flat_map(|entry| entry.lines(columns)).map(|line| line + "\n").collect()
}

/// What stands before a text, as an option does, and the text.
struct Entry<'p> {
    head: &'p str,
    /// The columns that the head takes.
    indent: usize,
    words: String,
}

impl<'p> Entry<'p> {
    /// The entry that begins with a line; a painted one, as a heading, is all head.
    fn begin(line: &'p str, plain: &str) -> Self {
        let named = plain.trim_start();
        let words = named.split_once("  ").map_or(named, |(_, words)| words.trim_start());
        match line.strip_suffix(words) {
            Some(head) => Self { head, indent: width(plain) - width(words), words: words.to_owned() },
            None => Self { head: line, indent: 0, words: String::new() },
        }
    }

    fn goes_on_with(&self, plain: &str) -> bool {
        self.indent > 0 && plain.len() - plain.trim_start().len() == self.indent && plain.len() > self.indent
    }

    fn lines(&self, columns: usize) -> Vec<String> {
        let indent = " ".repeat(self.indent);
        let mut lines = wrap(&self.words, columns, &indent, &indent);
        if let Some(first) = lines.first_mut() {
            *first = format!("{}{}", self.head, first.get(self.indent..).unwrap_or_default());
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::break_anew;

    const PAGE: &str = "\
\u{1b}[1m选项:\u{1b}[0m
      \u{1b}[1m--target\u{1b}[0m <N>  须达到级别
                    N（或得分），可限定领域
  \u{1b}[1m-q\u{1b}[0m                短

      \u{1b}[1m--baseline\u{1b}[0m <文件>
          不得比该答案文件
          更差
";

    #[test]
    fn chinese_breaks_between_characters() {
        let broken = "\
\u{1b}[1m选项:\u{1b}[0m
      \u{1b}[1m--target\u{1b}[0m <N>  须达到级别 N（或
                    得分），可限定领
                    域
  \u{1b}[1m-q\u{1b}[0m                短

      \u{1b}[1m--baseline\u{1b}[0m <文件>
          不得比该答案文件 更差
";
        assert_eq!(break_anew(PAGE, 37), broken);
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        let page =
            "Ask the team\n\nUsage: assess\n       assess set\n\n  \u{1b}[1mset\u{1b}[0m  Change one\n       answer\n";
        assert_eq!(break_anew(page, 17), page);
    }
}
