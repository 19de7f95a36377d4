//! A table on a slide: real cells, in parts that fit a slide each.

use super::fit::{em_width, line_count, shorten};
use super::geometry::{Frame, emu};
use super::shape::{TextStyle, paragraph, theme_fill};
use super::xml::{El, clean, el, val};
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

/// A table in parts of about the same length for frames of this size; none where it has no columns or no rows.
pub(super) fn table_pages(table: &TableData, width: f64, height: f64) -> Vec<TablePage> {
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
    let row_height = |row: &[String]| {
        let lines = row.iter().zip(&widths).map(|(text, width)| line_count(text, (width - PADDING) / size));
        lines.max().unwrap_or(1) as f64 * size * 1.3 + 10.0
    };

    let heights: Vec<f64> = rows.iter().map(|row| row_height(row)).collect();
    let head_height = row_height(&head);
    let blank = TablePage {
        size,
        widths: widths.clone(),
        heights: vec![head_height],
        aligns: table.columns.iter().map(|column| column.align).collect(),
        rows: vec![head.clone()],
        alt: table.alt.clone(),
    };
    let mut rows = rows.into_iter();
    let parts = parts_of_heights(&heights, height - head_height);
    let mut from = 0;
    let page = |count: usize| {
        let mut page = blank.clone();
        page.rows.extend(rows.by_ref().take(count));
        page.heights.extend(heights.iter().skip(from).take(count));
        from += count;
        page
    };
    parts.into_iter().map(page).collect()
}

/// How many rows stand on each page: as few pages as possible, their rows shared evenly.
fn parts_of_heights(heights: &[f64], room: f64) -> Vec<usize> {
    let within = |limit: f64| {
        let (mut parts, mut filled) = (vec![0_usize], 0.0);
        for height in heights {
            if filled > 0.0 && filled + height > limit {
                parts.push(0);
                filled = 0.0;
            }
            filled += height;
            if let Some(count) = parts.last_mut() {
                *count += 1;
            }
        }
        parts
    };
    let fewest = within(room);
    let tallest = heights.iter().copied().fold(0.0, f64::max);
    let even = within((heights.iter().sum::<f64>() / fewest.len() as f64 + tallest / 2.0).min(room));
    if even.len() == fewest.len() { even } else { fewest }
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
        let style = TextStyle {
            size: Some(self.size),
            bold: head,
            colour: Some("tx1"),
            end: align == Align::End,
            unmarked: false,
        };
        let body =
            el("a:txBody").child(el("a:bodyPr")).child(el("a:lstStyle")).child(paragraph(text, lang, style));
        let none = |name| el(name).attr("w", 0).child(el("a:noFill"));
        let quiet = el("a:solidFill").child(val("a:schemeClr", "tx2").child(val("a:alpha", 35_000)));
        let line = el("a:lnB").attr("w", if head { 19_050 } else { 6350 });
        let line = line.child(if head { theme_fill("tx1") } else { quiet });
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
        let pages = table_pages(&TableData { columns, rows, alt: String::new() }, 872.0, 330.0);
        assert_eq!(pages.iter().map(|page| page.rows.len() - 1).sum::<usize>(), 40);
        assert!(pages.iter().all(|page| page.heights.iter().sum::<f64>() <= 330.0 + 1e-9));
        assert!(
            pages
                .iter()
                .all(|page| page.rows[0] == ["单位", "得分"] && page.rows.iter().all(|row| row.len() == 2))
        );
        assert!((pages[0].widths.iter().sum::<f64>() - 872.0).abs() < 1e-9);
    }

    #[test]
    fn pages_share_rows_evenly() {
        assert_eq!(parts_of_heights(&[30.0; 14], 260.0), [7, 7]);
        assert_eq!(parts_of_heights(&[30.0; 8], 260.0), [8]);
        assert_eq!(parts_of_heights(&[400.0, 30.0], 260.0), [1, 1]);
    }

    #[test]
    fn no_rows_is_no_table() {
        assert!(table_pages(&TableData::default(), 872.0, 330.0).is_empty());
    }
}
