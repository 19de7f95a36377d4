//! A chart that was picked, drawn from the present inputs.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{ChartPick, Embed, EmbedTheme, Inputs, Shared, State},
    chart::Chart,
    i18n::Lang,
    ui::{
        approval,
        trends::shown::{self, Shown, Years},
    },
};

/// A chart on the screen that can be put on a slide or into another page.
#[derive(Clone, PartialEq)]
pub struct Pickable {
    /// Which chart.
    pub pick: ChartPick,
    /// What it shows.
    pub state: Shared<State>,
}

impl Pickable {
    /// The chart alone, in this language.
    pub fn embed(&self, lang: Lang, theme: EmbedTheme) -> Embed {
        let inputs = &self.state.inputs;
        Embed {
            chart: self.pick.clone(),
            data: inputs.table.data().id.clone(),
            scheme: inputs.scheme.id.clone(),
            year: Some(inputs.year),
            as_kept: self.state.scheme_changed(),
            rules_in_force: inputs.rules_in_force,
            lang,
            theme,
        }
    }
}

/// The chart that is picked.
pub fn chart(pick: &ChartPick, years: &Years, inputs: &Inputs) -> Shared<Chart> {
    match pick {
        ChartPick::Trend(view) => Shown::new(years, view, None).chart,
        ChartPick::Approval(view) => approval::chosen(&inputs.table, inputs.year, view),
    }
}

/// The charts that are picked, made again when the inputs change.
#[hook]
pub fn use_charts(picks: Vec<ChartPick>, inputs: &Inputs) -> Rc<Vec<Shared<Chart>>> {
    let years = shown::use_years(inputs);
    let key = (picks, years, inputs.clone());
    use_memo(key, |(picks, years, inputs)| picks.iter().map(|pick| chart(pick, years, inputs)).collect())
}
