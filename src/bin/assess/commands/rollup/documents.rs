//! The documents that are about all teams together.

use std::path::Path;

use anyhow::Result;
use assess::report::html::{self, Languages};
use assess::report::{Drawing, Style, json, markdown, terminal, xlsx};
use assess::rollup::Rollup;

use super::arguments::RollupFormat;
use super::pages::Pages;
use super::rows::RowFiles;
use crate::failure::Failure;
use crate::files::StagedFiles;
use crate::output::{Document, Outputs, Paging, show_document, stage_documents};
use crate::session::Session;
use crate::terminal::{lang, style_of_files, style_of_stdout};

/// What documents are made of.
pub struct Documents<'a, 'm> {
    pub rollup: &'a Rollup<'m>,
    /// The name of the report of each line, where there are reports.
    pub names: &'a [String],
    pub pages: Option<&'a Pages>,
    pub languages: Languages,
    pub drawing: Drawing,
}

impl Documents<'_, '_> {
    /// Writes every document, report and row, and has all put in their places when all can be.
    ///
    /// # Errors
    ///
    /// What cannot be written.
    pub fn publish(&self, session: &Session, outputs: &Outputs<RollupFormat>, rows: RowFiles) -> Result<()> {
        let mut documents = Vec::new();
        for (format, path) in outputs.files() {
            let folder = path.parent().unwrap_or(Path::new(""));
            let document = self.document(format, folder, &style_of_files(self.drawing))?;
            documents.extend(document.map(|document| (path, document)));
        }
        let mut staged = StagedFiles::begin();
        stage_documents(&mut staged, documents)?;
        rows.stage(&mut staged)?;
        if let Some(pages) = self.pages {
            pages.stage(&mut staged, &self.page(&pages.folder))?;
        }
        staged.finish()?;
        if let Some(pages) = self.pages {
            pages.remove_stale(session, self.names)?;
        }
        let Some(format) = outputs.on_stdout() else { return Ok(()) };
        match self.document(format, Path::new(""), &style_of_stdout(self.drawing))? {
            Some(document) => show_document(outputs, document, Paging::Allowed),
            None => Ok(()),
        }
    }

    /// A document that will be in a folder; `None` for rows.
    fn document(&self, format: RollupFormat, folder: &Path, style: &Style) -> Result<Option<Document>> {
        Ok(Some(match format {
            RollupFormat::Table => Document::Text(terminal::rollup(self.rollup, style)),
            RollupFormat::Json => Document::Json(json::rollup(self.rollup)),
            RollupFormat::Markdown => Document::Text(markdown::rollup(self.rollup, style)),
            RollupFormat::Html => Document::Text(self.page(folder)),
            RollupFormat::Xlsx => Document::Bytes(xlsx::rollup(self.rollup, lang()).map_err(Failure::new)?),
            RollupFormat::Csv | RollupFormat::Ndjson => return Ok(None),
        }))
    }

    fn page(&self, folder: &Path) -> String {
        let link = |name: &String| self.pages.map(|pages| pages.link(folder, name));
        let links: Vec<_> = self.names.iter().map(link).collect();
        html::rollup(self.rollup, &links, self.languages)
    }
}
