//! The state of the page and how actions change it: pure, without a screen.
//!
//! Event → [`Action`] → [`reduce`] → [`State`] → view. Only inputs are stored; whatever is computed from them
//! (evaluations, sentences) is computed where it is shown. What is kept over a reload is in [`snapshot`].

mod action;
pub mod cell;
mod deck;
pub mod draft;
pub mod edit;
mod history;
pub mod import;
mod library;
pub mod link;
mod notice;
pub mod project;
mod ranking_view;
mod reduce;
mod scheme_edit;
mod shared;
pub mod snapshot;
pub mod tour;

mod state;

pub use action::Action;
pub use cell::CellEdit;
pub use deck::{ChartPick, ChartSlide, CoverText, DeckAction, Embed, EmbedTheme, SlideDeck};
pub use draft::DraftAction;
pub use history::{History, Step};
pub use import::{ImportAction, Incoming, Taken};
pub use library::{DataEntry, ENOUGH, Library, SchemeEntry, rests_on};
pub use notice::{Notice, Tone};
pub use ranking_view::{Column, Group, Only, Order, RankingView, Shown};
pub use reduce::reduce;
pub use scheme_edit::{SchemeEdit, Way};
pub use shared::Shared;
pub use state::{
    ApprovalView, ChartViews, CompareView, Hold, Inputs, Measured, Screen, State, Theme, TrendView, View,
};

#[cfg(test)]
pub(crate) mod fixture;
