//! The texts of the page by area.

pub mod charts;
pub mod compare;
pub mod criterion_charts;
pub mod data_cell;
pub mod data_screen;
pub mod deck;
pub mod frame;
pub mod history;
pub mod import;
pub mod issue;
pub mod method;
pub mod notice;
pub mod overview;
pub mod place_charts;
pub mod project;
pub mod rule_builder;
pub mod rules;
pub mod scheme_edit;
pub mod scoring;
pub mod slides;
pub mod tables;
pub mod template;
pub mod trends;
pub mod twin;
pub mod unit;
pub mod workbook;
