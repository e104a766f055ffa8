//! What every CSV document is written by.

/// A header and records of the same length.
pub(super) fn write<const N: usize>(header: &[&str; N], records: impl Iterator<Item = [String; N]>) -> String {
    let header = header.map(str::to_owned);
    write_records(std::iter::once(header).chain(records))
}

/// Records of the same length, without a header before them.
pub(super) fn write_records<const N: usize>(records: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // A vector takes every byte, and every record has the same length.
    let mut written = Ok(());
    for record in records {
        written = written.and_then(|()| writer.write_record(record));
    }
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}
