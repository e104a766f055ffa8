//! Questionnaires that people fill in as a table, one row a question: what their columns are called, how an answer stands
//! in them, and how what was filled in is read back.

mod answer_cell;
mod cell;
mod csv;
mod entry;
mod field;
mod head;
mod lists;
mod name;
mod question_table;
mod read;
mod row;
mod sheets;
mod text;
mod unpack;
mod value;
mod workbook;

pub use cell::{CellProblem, Unreadable};
pub use entry::Entry;
pub use field::{Field, Word, choices};
pub use head::Label;
pub use name::file_name;
pub use read::{Questionnaire, read};
