//! Workbooks that unpack to much, reach far, or are damaged: read or refused within bounds.

use std::io::{Cursor, Read as _, Write as _};

use assess::answers::questionnaire::{Unreadable, read};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

use super::Content::{Day, Nothing, Text};
use super::{GREETING, HEADER, claim, fill, level, made, of_rows, problems};
use crate::support::tiny;

/// A ZIP file of one part that repeats a byte.
fn packed(name: &str, megabytes: usize, stated: Option<u32>) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("there is room");
    let block = vec![b' '; 1 << 20];
    (0..megabytes).for_each(|_| writer.write_all(&block).expect("there is room"));
    let mut bytes = writer.finish().expect("there is room").into_inner();
    if let Some(stated) = stated {
        // The size that it unpacks to, in the list at the end.
        let list = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").expect("there is a list");
        bytes[list + 24..list + 28].copy_from_slice(&stated.to_le_bytes());
    }
    bytes
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused_whatever_it_states() {
    for stated in [None, Some(1)] {
        let bytes = packed("xl/worksheets/sheet1.xml", 65, stated);
        assert!(bytes.len() < 1 << 20);
        let told = problems(&bytes);
        let is_told =
            told == ["the workbook unpacks to more than 64 MiB"] || told[0].starts_with("the workbook cannot be read");
        assert!(is_told, "{told:?}");
    }
    let count =
        b"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount = '99999999999'/>";
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).expect("there is room");
    writer.write_all(count).expect("there is room");
    let bytes = writer.finish().expect("there is room").into_inner();
    assert_eq!(problems(&bytes), ["the workbook cannot be read: a count of texts that it cannot have"]);
    let Err(Unreadable::Whole(refusal)) = read(&bytes, &tiny()) else { panic!("it is refused as a whole") };
    assert_eq!(refusal.message.zh, "无法读取工作簿：所声明的文本数量不可能成立");
}

#[test]
fn more_cells_or_text_than_a_questionnaire_has_are_refused() {
    let cells = format!("Id,Answer\n{}", "x,".repeat(300_000));
    assert_eq!(problems(cells.as_bytes()), ["there are more than 300000 filled cells"]);
    // Commas within cells are text where another sign parts them.
    let commas = format!("Id;Answer;Other\n{GREETING};2;{}", "x,".repeat(300_000));
    assert_eq!(claim(commas.as_bytes()), Some(level(2)));
    let long: &'static str = "x".repeat(32_767).leak();
    let row = vec![Text(long); 1_100];
    assert_eq!(problems(&of_rows(&[HEADER, &row])), ["the cells hold more than 32 MiB of text"]);
    let note = format!("Id,Answer,Clauses excepted\n{GREETING},2,\"{}\"\n", "1.1 = x\n".repeat(5_000));
    assert_eq!(problems(note.as_bytes()), ["C2: more than 32767 characters in one cell"]);
    let twice = format!("Id,Answer,Clauses excepted\n{GREETING},2,\"1.1 = x\n1.2 = y\n1.1 = z\"\n");
    assert_eq!(problems(twice.as_bytes()), ["C2: clause `1.1` is there twice"]);
}

#[test]
fn two_cells_far_apart_take_no_more_room_than_two() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Answers").expect("it can be called so");
    fill(sheet, &[HEADER, &[Text(GREETING), Text("1")]]);
    sheet.write_string(1_048_575, 16_383, "far away").expect("it is the last cell");
    assert_eq!(claim(&workbook.save_to_buffer().expect("there is room")), Some(level(1)));
}

/// The parts of a workbook, unpacked.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is one");
    let parts = (0..archive.len()).map(|place| {
        let mut file = archive.by_index(place).expect("it is there");
        let mut part = Vec::new();
        file.read_to_end(&mut part).expect("it can be unpacked");
        (file.name().expect("it is text").into_owned(), part)
    });
    parts.collect()
}

fn repacked(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("there is room");
        writer.write_all(part).expect("there is room");
    }
    writer.finish().expect("there is room").into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_damaged_workbook_is_read_or_refused(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..9_usize), 1..6),
    ) {
        const PIECES: [&str; 9] =
            ["", "<", "\"", "/>", "99999999", "A1048577", "XFE1", ":", "<f t=\"shared\" si=\"4294967295\" ref=\"A1:B2\">1</f>"];
        let whole = made(&[("Answers", &[HEADER, &[Text(GREETING), Text("1"), Nothing, Day(2027, 6, 30)]])], |sheet| {
            sheet.merge_range(4, 1, 5, 1, "1", &Format::new()).expect("there is room");
        });
        let mut parts = parts(&whole);
        for (part, place, piece) in edits {
            let (_, text) = part.get_mut(&mut parts);
            let from = place.index(text.len().max(1)).min(text.len());
            let to = (from + piece % 4).min(text.len());
            text.splice(from..to, PIECES[piece].bytes());
        }
        let _ = read(&repacked(&parts), &tiny());
    }
}
