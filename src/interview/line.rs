//! One line of text being typed. The cursor stands between characters, so that Chinese is edited like any other text.

use super::key::Key;

/// The text and where the cursor stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Byte offset, always between two characters.
    cursor: usize,
}

impl Line {
    /// A line that holds `text`, with the cursor after it.
    #[must_use]
    pub fn holding(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and after the cursor.
    #[must_use]
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Inserts at the cursor; what would break the line becomes a blank.
    pub fn insert(&mut self, text: &str) {
        let text: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
    }

    /// Does what a key does to a line; keys that do nothing to it do nothing.
    pub fn edit(&mut self, key: &Key) {
        match key {
            Key::Char(character) => self.insert(character.encode_utf8(&mut [0; 4])),
            Key::Paste(text) => self.insert(text),
            Key::Backspace => self.backspace(),
            Key::Delete => self.delete(),
            Key::DeleteWord => self.delete_word(),
            Key::DeleteLine => self.delete_to_start(),
            Key::Left => self.left(),
            Key::Right => self.right(),
            Key::Home => self.home(),
            Key::End => self.end(),
            Key::Enter | Key::Escape | Key::Up | Key::Down => {}
        }
    }

    /// Removes the character before the cursor.
    pub fn backspace(&mut self) {
        if let Some(character) = self.halves().0.chars().next_back() {
            self.cursor -= character.len_utf8();
            self.text.remove(self.cursor);
        }
    }

    /// Removes the character after the cursor.
    pub fn delete(&mut self) {
        if !self.halves().1.is_empty() {
            self.text.remove(self.cursor);
        }
    }

    /// Removes the word before the cursor, and the blanks between them.
    pub fn delete_word(&mut self) {
        let before = self.halves().0.trim_end();
        let start = before
            .rfind(char::is_whitespace)
            .map_or(0, |blank| blank + before[blank..].chars().next().map_or(0, char::len_utf8));
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    /// Removes everything before the cursor.
    pub fn delete_to_start(&mut self) {
        self.text.replace_range(..self.cursor, "");
        self.cursor = 0;
    }

    /// Moves one character to the left.
    pub fn left(&mut self) {
        self.cursor -= self.halves().0.chars().next_back().map_or(0, char::len_utf8);
    }

    /// Moves one character to the right.
    pub fn right(&mut self) {
        self.cursor += self.halves().1.chars().next().map_or(0, char::len_utf8);
    }

    /// Moves before the first character.
    pub fn home(&mut self) {
        self.cursor = 0;
    }

    /// Moves after the last character.
    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn chinese_is_edited_by_the_character() {
        let mut line = Line::holding("分支存活两天");
        line.left();
        line.left();
        line.backspace();
        line.insert("数");
        assert_eq!(line.halves(), ("分支存数", "两天"));
        line.home();
        line.delete();
        line.end();
        line.insert("。\n好");
        assert_eq!(line.text(), "支存数两天。 好");
    }

    #[test]
    fn words_and_all_before_the_cursor_go_as_in_a_shell() {
        let mut line = Line::holding("分支 存活\u{3000}两天  ");
        line.delete_word();
        assert_eq!(line.text(), "分支 存活\u{3000}");
        line.left();
        line.delete_word();
        assert_eq!(line.halves(), ("分支 ", "\u{3000}"));
        line.delete_to_start();
        assert_eq!(line.halves(), ("", "\u{3000}"));
    }

    #[test]
    fn the_ends_hold() {
        let mut line = Line::default();
        line.left();
        line.right();
        line.backspace();
        line.delete();
        line.delete_word();
        line.delete_to_start();
        assert_eq!(line, Line::default());
    }
}
