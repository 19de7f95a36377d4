//! The container: parts by name, their relationships and content types, zipped.
//!
//! Entries carry no time of day (zip's own first date instead), and stand in the order in which they were added: the same
//! deck gives the same bytes.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use super::OfficeError;
use super::xml::{El, el};

/// The namespace of relationship types that this folder uses; their last word is appended.
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// An office file that is being put together.
#[derive(Debug, Default)]
pub(in crate::export) struct Package {
    parts: Vec<(String, Vec<u8>)>,
    overrides: Vec<(String, &'static str)>,
    defaults: Vec<(&'static str, &'static str)>,
}

/// The relationships of one part; ids count from `rId1`.
#[derive(Debug, Default)]
pub(in crate::export) struct Relations(Vec<(String, String)>);

impl Relations {
    /// Adds a relationship of an office type (the last word of its name) and returns its id.
    pub(in crate::export) fn add(&mut self, kind: &str, target: impl Into<String>) -> String {
        self.add_typed(format!("{RELATION}{kind}"), target)
    }

    /// Adds a relationship by the whole name of its type and returns its id.
    pub(in crate::export) fn add_typed(
        &mut self,
        kind: impl Into<String>,
        target: impl Into<String>,
    ) -> String {
        self.0.push((kind.into(), target.into()));
        format!("rId{}", self.0.len())
    }

    fn element(&self) -> El {
        let of = |(place, (kind, target)): (usize, &(String, String))| {
            el("Relationship")
                .attr("Id", format!("rId{}", place + 1))
                .attr("Type", kind)
                .attr("Target", target)
        };
        el("Relationships")
            .attr("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
            .children(self.0.iter().enumerate().map(of))
    }
}

impl Package {
    /// Adds an XML part with its own content type.
    pub(in crate::export) fn part(
        &mut self,
        name: &str,
        content_type: &'static str,
        root: &El,
    ) -> Result<(), OfficeError> {
        self.raw_part(name, content_type, root.document()?);
        Ok(())
    }

    /// Adds the bytes of an XML part with its own content type.
    pub(in crate::export) fn raw_part(&mut self, name: &str, content_type: &'static str, bytes: Vec<u8>) {
        self.overrides.push((format!("/{name}"), content_type));
        self.parts.push((name.to_string(), bytes));
    }

    /// Adds a file whose content type goes by its extension.
    pub(in crate::export) fn file(
        &mut self,
        name: &str,
        extension: &'static str,
        content_type: &'static str,
        bytes: Vec<u8>,
    ) {
        if !self.defaults.contains(&(extension, content_type)) {
            self.defaults.push((extension, content_type));
        }
        self.parts.push((name.to_string(), bytes));
    }

    /// Adds the relationships of the part with this name; the empty name means the package itself.
    pub(in crate::export) fn relations(
        &mut self,
        of: &str,
        relations: &Relations,
    ) -> Result<(), OfficeError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let name = if folder.is_empty() {
            format!("_rels/{file}.rels")
        } else {
            format!("{folder}/_rels/{file}.rels")
        };
        self.parts.push((name, relations.element().document()?));
        Ok(())
    }

    /// The bytes of the whole file, its list of content types first.
    pub(in crate::export) fn finish(self) -> Result<Vec<u8>, OfficeError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let stored = packed.compression_method(CompressionMethod::Stored);
        zip.start_file("[Content_Types].xml", packed)?;
        zip.write_all(&self.content_types().document()?)?;
        for (name, bytes) in &self.parts {
            let already_packed = name.ends_with(".png") || name.ends_with(".xlsx");
            zip.start_file(name.as_str(), if already_packed { stored } else { packed })?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn content_types(&self) -> El {
        let fixed = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
        ];
        let default = |(extension, content_type): &(&str, &str)| {
            el("Default").attr("Extension", extension).attr("ContentType", content_type)
        };
        el("Types")
            .attr("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
            .children(fixed.iter().chain(&self.defaults).map(default))
            .children(self.overrides.iter().map(|(name, content_type)| {
                el("Override").attr("PartName", name).attr("ContentType", content_type)
            }))
    }
}
