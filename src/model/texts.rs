//! Whose words the texts of a model are.

use serde::{Deserialize, Serialize};

/// Whose words the texts of a model are, which decides whether anybody can mend them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Texts {
    /// Its author's.
    #[default]
    Own,
    /// Another framework's, word for word: how they are written is not judged.
    Quoted,
}
