//! The slides of the page: which charts, in which order, with which words. The charts themselves are drawn from the
//! present inputs wherever they are shown, so that a slide follows every change.

mod embed;

use serde::{Deserialize, Serialize};

use super::{ApprovalView, TrendView};
use crate::chart::catalogue::ChartView;

pub use embed::{Embed, EmbedTheme};

/// The most slides that a deck holds.
pub const MOST_SLIDES: usize = 60;
/// The most characters that a headline, a note or a line of the cover holds.
pub const MOST_CHARACTERS: usize = 2000;

/// Charts collected for a meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlideDeck {
    /// 4:3 instead of 16:9.
    pub standard: bool,
    /// The first slide, where there is to be one.
    pub cover: Option<CoverText>,
    /// The slides in order.
    pub slides: Vec<ChartSlide>,
}

/// What the cover says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CoverText {
    /// What the deck is about.
    pub title: String,
    /// Who and when. May be empty.
    pub byline: String,
}

/// A chart with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChartSlide {
    /// Its number in the deck, which stays when it is moved.
    pub id: u32,
    /// The chart.
    pub chart: ChartPick,
    /// The finding in the user's words; empty where the chart's own title says it.
    #[serde(default)]
    pub headline: String,
    /// What is to be said. May be empty.
    #[serde(default)]
    pub note: String,
}

/// Which chart of the present inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartPick {
    /// Scores or an indicator over the years.
    Trend(TrendView),
    /// Approval times.
    Approval(ApprovalView),
    /// A chart of the evaluation.
    Result(ChartView),
}

/// What can happen to the slides.
#[derive(Clone, Debug)]
pub enum DeckAction {
    /// Put a chart at the end.
    Add(ChartPick),
    /// Take a slide out.
    Remove(u32),
    /// Move a slide to a place, counted from 0 once it is taken out.
    Move(u32, usize),
    /// Set a slide's headline.
    SetHeadline(u32, String),
    /// Set a slide's note.
    SetNote(u32, String),
    /// Set what the cover says, or have none.
    SetCover(Option<CoverText>),
    /// 4:3 or 16:9.
    SetStandard(bool),
}

impl SlideDeck {
    /// The slide of this number and its place.
    pub fn find(&self, id: u32) -> Option<(usize, &ChartSlide)> {
        self.slides.iter().enumerate().find(|(_, slide)| slide.id == id)
    }

    /// The deck after an action; `None` where that changes nothing.
    pub fn after(&self, action: &DeckAction) -> Option<Self> {
        let mut next = self.clone();
        match action {
            DeckAction::Add(chart) => next.add(chart.clone()),
            DeckAction::Remove(id) => next.slides.retain(|slide| slide.id != *id),
            DeckAction::Move(id, to) => next.put(*id, *to)?,
            DeckAction::SetHeadline(id, text) => next.slide_mut(*id)?.headline = short(text),
            DeckAction::SetNote(id, text) => next.slide_mut(*id)?.note = short(text),
            DeckAction::SetCover(cover) => {
                let kept = |cover: &CoverText| CoverText {
                    title: short(&cover.title),
                    byline: short(&cover.byline),
                };
                next.cover = cover.as_ref().map(kept);
            }
            DeckAction::SetStandard(standard) => next.standard = *standard,
        }
        (next != *self).then_some(next)
    }

    fn add(&mut self, chart: ChartPick) {
        if self.slides.len() < MOST_SLIDES {
            let id = self.slides.iter().map(|slide| slide.id).max().map_or(1, |id| id.saturating_add(1));
            self.slides.push(ChartSlide { id, chart, headline: String::new(), note: String::new() });
        }
    }

    fn put(&mut self, id: u32, to: usize) -> Option<()> {
        let from = self.find(id)?.0;
        let slide = self.slides.remove(from);
        self.slides.insert(to.min(self.slides.len()), slide);
        Some(())
    }

    fn slide_mut(&mut self, id: u32) -> Option<&mut ChartSlide> {
        self.slides.iter_mut().find(|slide| slide.id == id)
    }
}

fn short(text: &str) -> String {
    text.trim().chars().take(MOST_CHARACTERS).collect()
}

#[cfg(test)]
mod tests;
