//! A chart that was picked, drawn from the present inputs.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{ChartPick, Embed, EmbedTheme, Inputs, Shared, State},
    chart::{Chart, catalogue::Ground},
    domain::Scheme,
    i18n::Lang,
    scoring::Evaluator,
    ui::{
        approval,
        charts::on_ground,
        evaluated::Evaluated,
        trends::shown::{self, Shown},
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

/// The charts that are picked, made again when the inputs change. `schemes` are those that the present one can be
/// compared with.
#[hook]
pub fn use_charts(
    picks: Vec<ChartPick>,
    inputs: &Inputs,
    schemes: Vec<Shared<Scheme>>,
) -> Rc<Vec<Shared<Chart>>> {
    let years = shown::use_years(inputs);
    let evaluator = use_mut_ref(Evaluator::default);
    use_memo((picks, years, inputs.clone(), schemes), move |(picks, years, inputs, schemes)| {
        let result = |_: &ChartPick| Evaluated::new(inputs, &mut evaluator.borrow_mut());
        let is_result = |pick: &&ChartPick| matches!(pick, ChartPick::Result(_));
        let evaluated = picks.iter().find(is_result).map(result);
        let chart = |pick: &ChartPick| match (pick, &evaluated) {
            (ChartPick::Trend(view), _) => Some(Shown::new(years, view, None).chart),
            (ChartPick::Approval(view), _) => Some(approval::chosen(&inputs.table, inputs.year, view)),
            (ChartPick::Result(view), evaluated) => {
                let make = |ground: &Ground| Shared::new(view.chart(ground));
                Some(on_ground(evaluated.as_ref()?, None, schemes, &evaluator, make))
            }
        };
        picks.iter().filter_map(chart).collect()
    })
}
