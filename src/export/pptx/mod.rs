//! Slides: a deck as the bytes of a .pptx that PowerPoint, WPS and LibreOffice open and edit.
//!
//! A caller describes a [`Deck`] in plain data and [`write`]s it; a chart that PowerPoint has is written as a native
//! chart with its workbook embedded, so that "Edit data" works. Not here: drawing pictures (the caller brings SVG
//! and PNG), and what a finding says (the caller brings the sentences).
//!
//! The way of a deck: [`plan`] fits texts and cuts long bodies into pages, [`slide`] and [`chart`] make their parts,
//! [`write`] joins them with what all slides share ([`master`]), [`package`] zips.

mod chart;
mod chart_data;
mod colours;
mod deck;
mod fit;
mod from_chart;
mod from_ranking;
mod from_result;
mod from_scores;
mod geometry;
mod master;
mod picture;
mod plan;
mod shape;
mod slide;
mod table;
#[cfg(test)]
mod tests;
mod workbook;
mod write;

pub use super::office::OfficeError as PptxError;
use super::office::{package, xml};
pub use chart_data::{
    Across, Band, Category, ChartData, ChartKind, Labels, NumberFormat, Paint, Series, ValueAxis,
};
pub use deck::{Align, Column, Cover, Deck, Picture, Slide, SlideBody, SlideSize, TableData};
pub use from_chart::{Draw, slides_of};
pub use write::write;

/// The media type of the file.
pub const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/// The theme of every office file that leaves the page.
pub(in crate::export) fn theme() -> Vec<u8> {
    master::theme(&crate::chart::palette::SLIDE)
}
