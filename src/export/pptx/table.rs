//! A table on a slide: real cells, in parts that fit a slide each.

use super::fit::{em_width, line_count, shorten};
use super::geometry::{Frame, emu};
use super::shape::{TextStyle, paragraph, theme_fill};
use super::xml::{El, clean, el};
use super::{Align, TableData};
use crate::i18n::Lang;

/// The sizes at which a table's text is tried, in points.
const SIZES: [f64; 4] = [18.0, 16.0, 14.0, 12.0];
/// The longest text of a cell, in em.
const CELL_EM: f64 = 60.0;
/// A column's share of the width never counts for more than so many em: longer texts are wrapped.
const COLUMN_EM: f64 = 18.0;
/// Left and right of a cell's text, together, in points.
const PADDING: f64 = 16.0;
/// The height that rows may take on one slide, in points: what two lines of headline and a subtitle leave.
const ROWS_HEIGHT: f64 = 330.0;

/// A part of a table with widths of its columns and heights of its rows (the head first) in points.
#[derive(Clone, Debug)]
pub(super) struct TablePage {
    size: f64,
    widths: Vec<f64>,
    heights: Vec<f64>,
    aligns: Vec<Align>,
    /// The head and the rows.
    rows: Vec<Vec<String>>,
    pub(super) alt: String,
}

/// A table in parts; none where it has no columns or no rows.
pub(super) fn table_pages(table: &TableData, width: f64) -> Vec<TablePage> {
    let columns = table.columns.len();
    if columns == 0 || table.rows.is_empty() {
        return Vec::new();
    }
    let cell = |text: &str| shorten(clean(text).trim(), CELL_EM);
    let head: Vec<String> = table.columns.iter().map(|column| cell(&column.title)).collect();
    let row = |row: &Vec<String>| {
        (0..columns).map(|at| row.get(at).map(|text| cell(text)).unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();

    let needs: Vec<f64> = (0..columns)
        .map(|at| {
            let texts = std::iter::once(&head).chain(&rows).filter_map(|row| row.get(at));
            texts.map(|text| em_width(text)).fold(2.0, f64::max).min(COLUMN_EM)
        })
        .collect();
    let all: f64 = needs.iter().sum();
    let fits = |size: &f64| all * size + columns as f64 * PADDING <= width;
    let size = SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1]);
    let widths: Vec<f64> = needs
        .iter()
        .map(|need| width * (need * size + PADDING) / (all * size + columns as f64 * PADDING))
        .collect();
    let height = |row: &[String]| {
        let lines = row.iter().zip(&widths).map(|(text, width)| line_count(text, (width - PADDING) / size));
        lines.max().unwrap_or(1) as f64 * size * 1.3 + 10.0
    };

    let head_height = height(&head);
    let mut pages: Vec<TablePage> = Vec::new();
    let mut room = 0.0;
    for row in rows {
        let row_height = height(&row);
        if row_height > room || pages.is_empty() {
            pages.push(TablePage {
                size,
                widths: widths.clone(),
                heights: vec![head_height],
                aligns: table.columns.iter().map(|column| column.align).collect(),
                rows: vec![head.clone()],
                alt: table.alt.clone(),
            });
            room = ROWS_HEIGHT - head_height;
        }
        if let Some(page) = pages.last_mut() {
            page.rows.push(row);
            page.heights.push(row_height);
        }
        room -= row_height;
    }
    pages
}

impl TablePage {
    /// The graphic data of the table.
    pub(super) fn graphic_data(&self, lang: Lang) -> El {
        let columns = self.widths.iter().map(|width| el("a:gridCol").attr("w", emu(*width)));
        let row = |(place, (texts, height)): (usize, (&Vec<String>, &f64))| {
            let cells =
                texts.iter().zip(&self.aligns).map(|(text, align)| self.cell(text, *align, place == 0, lang));
            el("a:tr").attr("h", emu(*height)).children(cells)
        };
        let properties = el("a:tblPr")
            .attr("firstRow", 1)
            .child(el("a:tableStyleId").text("{2D5ABB26-0587-4C30-8999-92F81FD0307C}"));
        let table = el("a:tbl")
            .child(properties)
            .child(el("a:tblGrid").children(columns))
            .children(self.rows.iter().zip(&self.heights).enumerate().map(row));
        el("a:graphicData").attr("uri", "http://schemas.openxmlformats.org/drawingml/2006/table").child(table)
    }

    /// The frame that the table fills, at the top of this one.
    pub(super) fn frame(&self, within: Frame) -> Frame {
        Frame { height: self.heights.iter().sum(), ..within }
    }

    fn cell(&self, text: &str, align: Align, head: bool, lang: Lang) -> El {
        let style =
            TextStyle { size: Some(self.size), bold: head, colour: Some("tx1"), end: align == Align::End };
        let body =
            el("a:txBody").child(el("a:bodyPr")).child(el("a:lstStyle")).child(paragraph(text, lang, style));
        let none = |name| el(name).attr("w", 0).child(el("a:noFill"));
        let line = el("a:lnB").attr("w", if head { 19_050 } else { 6350 }).child(theme_fill(if head {
            "tx1"
        } else {
            "tx2"
        }));
        let fill = if head { theme_fill("bg2") } else { el("a:noFill") };
        let properties = el("a:tcPr")
            .attr("marL", emu(PADDING / 2.0))
            .attr("marR", emu(PADDING / 2.0))
            .attr("marT", emu(4.0))
            .attr("marB", emu(4.0))
            .attr("anchor", "ctr")
            .children([none("a:lnL"), none("a:lnR"), none("a:lnT"), line, fill]);
        el("a:tc").child(body).child(properties)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;

    #[test]
    fn a_long_table_goes_on() {
        let columns = vec![
            Column { title: "单位".into(), align: Align::Start },
            Column { title: "得分".into(), align: Align::End },
        ];
        let rows =
            (0..40).map(|place| vec![format!("单位{place}"), "90.0".into(), "too many".into()]).collect();
        let pages = table_pages(&TableData { columns, rows, alt: String::new() }, 872.0);
        assert_eq!(pages.iter().map(|page| page.rows.len() - 1).sum::<usize>(), 40);
        assert!(pages.iter().all(|page| page.heights.iter().sum::<f64>() <= ROWS_HEIGHT + 1e-9));
        assert!(
            pages
                .iter()
                .all(|page| page.rows[0] == ["单位", "得分"] && page.rows.iter().all(|row| row.len() == 2))
        );
        assert!((pages[0].widths.iter().sum::<f64>() - 872.0).abs() < 1e-9);
    }

    #[test]
    fn no_rows_is_no_table() {
        assert!(table_pages(&TableData::default(), 872.0).is_empty());
    }
}
