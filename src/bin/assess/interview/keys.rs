//! Events of the terminal as keys of the interview.

use assess::interview::Key;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What an event of the terminal means.
pub(super) enum Input {
    /// A key of the interview.
    Key(Key),
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-Z.
    Suspend,
    /// Nothing but that the screen is to be drawn again.
    Redraw,
}

/// What an event means to an interview.
pub(super) fn read(event: Event) -> Input {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => read_key(key),
        Event::Paste(text) => Input::Key(Key::Paste(text)),
        _ => Input::Redraw,
    }
}

/// Keys with Ctrl or Alt are commands of the terminal, never answers.
fn read_key(event: KeyEvent) -> Input {
    let has_modifier = event.modifiers.intersects(!KeyModifiers::SHIFT);
    let is_arrow_with_shift = event.modifiers == KeyModifiers::SHIFT && !matches!(event.code, KeyCode::Char(_));
    let key = match event.code {
        KeyCode::Char('c') if event.modifiers == KeyModifiers::CONTROL => return Input::Interrupt,
        KeyCode::Char('z') if event.modifiers == KeyModifiers::CONTROL => return Input::Suspend,
        _ if has_modifier || is_arrow_with_shift => return Input::Redraw,
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return Input::Redraw,
    };
    Input::Key(key)
}
