//! The version of a model that is made of a framework's data.

use std::fmt;
use std::str::FromStr;

use crate::problem::Refusal;

/// A version of three numbers, as models have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelVersion([u32; 3]);

impl FromStr for ModelVersion {
    type Err = Refusal;

    /// Reads one to three numbers, also behind a `v`: `2`, `2.1`, `v4.3.1`. Those that are left out are 0.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let parts: Vec<_> = word.trim().trim_start_matches('v').split('.').collect();
        let number = |place: usize| match parts.get(place) {
            None => Some(0),
            Some(part) => part.parse::<u32>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit())),
        };
        let numbers = || (parts.len() <= 3).then_some([number(0)?, number(1)?, number(2)?]);
        numbers().map(Self).ok_or_else(|| {
            Refusal::new(text!("`{word}` is not a version", "`{word}` 不是版本号"))
                .help(text!("write one to three numbers, as `2.1.0`", "请写一到三个数字，如 `2.1.0`"))
        })
    }
}

impl fmt::Display for ModelVersion {
    /// All three numbers: `2.1.0`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(out, "{major}.{minor}.{patch}")
    }
}
