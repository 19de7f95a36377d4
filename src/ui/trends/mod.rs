//! 趋势: scores or any indicator over the years, for the units that are chosen.

pub mod shown;
mod unit_list;

use yew::prelude::*;

use super::{
    components::{ChartFigure, SpanFields},
    context::{Ctx, use_ctx},
    deck::Pickable,
};
use crate::{
    app::{Action, ChartPick, Measured, Shared, State, TrendView},
    browser::event,
    chart::{Span, hit::Mark, trend::Measurable},
    i18n::texts::trends::{self, TrendsTexts},
};
use shown::Shown;
use unit_list::UnitList;

/// Props of [`TrendsScreen`].
#[derive(Properties, PartialEq)]
pub struct TrendsScreenProps {
    /// The state.
    pub state: Shared<State>,
}

/// The trend screen.
#[component]
pub fn TrendsScreen(props: &TrendsScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = trends::trends(ctx.lang);
    let (view, charts) = (&props.state.view, &props.state.inputs.charts);
    let years = shown::use_years(&props.state.inputs);
    let shown = use_memo((years, charts.trend.clone(), view.unit.clone()), |(years, trend, unit)| {
        Shown::new(years, trend, unit.as_ref())
    });
    let on_pick = ctx.send(|mark: Mark| Action::OpenUnit(mark.unit));
    let on_span = {
        let trend = charts.trend.clone();
        ctx.send(move |span: Option<Span>| Action::ShowTrend(TrendView { span, ..trend.clone() }))
    };
    let pickable = Pickable { pick: ChartPick::Trend(shown.view()), state: props.state.clone() };
    html! {
        <div class="trends">
            <section class="panel trends-choice" aria-labelledby="trends-heading">
                <h2 id="trends-heading" class="visually-hidden">{ texts.heading }</h2>
                { measured_chooser(&ctx, texts, &shown, &charts.trend) }
                <SpanFields years={props.state.inputs.table.years().to_vec()} span={shown.span} on_change={on_span.clone()} />
                <UnitList units={shown.units.clone()} trend={charts.trend.clone()} />
            </section>
            <div class="trends-chart">
                if shown.one_year { { to_longer_data(&ctx, texts, &props.state) } }
                <ChartFigure chart={shown.chart.clone()} {pickable} {on_pick} on_span={on_span.reform(Some)} />
            </div>
        </div>
    }
}

/// What is measured: the score, the indicators with years to compare, the others.
fn measured_chooser(ctx: &Ctx, texts: &TrendsTexts, shown: &Shown, trend: &TrendView) -> Html {
    let option = |of: &Measurable| {
        let selected = shown.measured == Measured::Indicator(of.id.clone());
        html! {
            <option key={of.id.as_str()} value={of.id.to_string()} {selected}>{ ctx.lang.pick(&of.name) }</option>
        }
    };
    let group = |label: &'static str, over_years: bool| {
        let of_it: Vec<&Measurable> =
            shown.measurable.iter().filter(|of| (of.units_over_years > 0) == over_years).collect();
        let any = !of_it.is_empty();
        any.then(|| html! { <optgroup {label}>{ for of_it.into_iter().map(option) }</optgroup> })
    };
    let trend = trend.clone();
    let on_change = ctx.send(move |e: Event| {
        let id = event::value(&e);
        let measured = if id.is_empty() { Measured::Score } else { Measured::Indicator(id.into()) };
        Action::ShowTrend(TrendView { measured: Some(measured), ..trend.clone() })
    });
    html! {
        <label class="chooser trends-measured">
            <span>{ texts.measured }</span>
            <select onchange={on_change}>
                if shown.scores {
                    <option key="score" value="" selected={shown.measured == Measured::Score}>{ texts.score }</option>
                }
                { for group(texts.over_years, true) }
                { for group(texts.in_one_year, false) }
            </select>
        </label>
    }
}

/// The way to a data set that has years to compare, where this one has not.
fn to_longer_data(ctx: &Ctx, texts: &TrendsTexts, state: &State) -> Html {
    let longest = state.library.data_sets.iter().map(|entry| entry.table.clone());
    let longest = longest.max_by_key(|table| table.years().len()).filter(|table| table.years().len() > 1);
    let Some(table) = longest else { return Html::default() };
    let data = table.data();
    let id = data.id.clone();
    let on_click = ctx.send(move |_: MouseEvent| Action::ChooseDataSet(id.clone()));
    html! {
        <p class="trends-hint">
            { texts.one_year }
            <button type="button" class="button" onclick={on_click}>
                { trends::open_data(ctx.lang, ctx.lang.pick(&data.name)) }
            </button>
        </p>
    }
}
