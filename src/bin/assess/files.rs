//! The file system, standard input, the clock and `git`: nothing else in the program touches them.

mod attributes;
mod clock;
mod editor;
mod evidence;
mod failures;
mod foreign;
mod git;
mod inputs;
mod list;
mod lock;
mod mark;
mod model_folder;
mod mounted;
mod pager;
mod places;
mod reading;
mod replacing;
mod repository;
mod saving;
mod staged;
mod temporary;
mod walk;

pub use clock::{Stopwatch, require_today, today};
pub use editor::{Edited, edit_text};
pub use evidence::{EvidenceFinder, EvidenceFolders};
pub use failures::{is_no_folder, reason};
pub use foreign::{license_beside, read_foreign};
pub use git::{Change, Contents, History, Kept, Revision, Revisions};
pub use inputs::{Identity, keep_from_writing};
pub use list::{Separator, names_beside, names_from, names_nothing};
pub use lock::claim;
pub use mark::{is_foreign, names_ending_with, remove};
pub use model_folder::{model_files, read_model, why_no_model};
pub use pager::{find_pager, show_in_pager};
pub use places::{DEFAULT, are_same, folder_of, is_stream, lead_to_one_place, linked_file};
pub use reading::{
    Unread, is_missing, is_there, read, read_earlier_file, read_form, read_one_of_many, read_policy, refuse_folder,
};
pub use replacing::GrowingFile;
pub use repository::{
    POLICY, from_working_folder, is_working_in, leads_out_of_repository, name_for_others, name_in_repository,
    path_from, path_in_repository, plain, policy, policy_places,
};
pub use saving::{
    Appended, Place, append, block_saves, check_place, create, create_all, create_folder, edit, is_there_already,
    make_folder, other_names, refuse_input, refuse_stdin, write_document,
};
pub use staged::{GatheredFiles, StagedFiles};
pub use walk::{AnswersFiles, Came, Found, known_answers};
