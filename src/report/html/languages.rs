//! The languages of a file, and which is seen first.

use crate::lang::Lang;

/// The languages that a report is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// One alone.
    One(Lang),
    /// Both, with a switch between them.
    Both {
        /// The one shown when the file is opened.
        first: Lang,
    },
}

impl Languages {
    pub(super) fn first(self) -> Lang {
        match self {
            Self::One(lang) | Self::Both { first: lang } => lang,
        }
    }

    pub(super) fn all(self) -> &'static [Lang] {
        match self {
            Self::One(Lang::En) => &[Lang::En],
            Self::One(Lang::Zh) => &[Lang::Zh],
            Self::Both { .. } => &[Lang::En, Lang::Zh],
        }
    }
}

/// The tag of a language as browsers choose fonts by it.
pub(super) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh-Hans",
    }
}
