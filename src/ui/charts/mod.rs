//! 图表: every chart that is made from the evaluation, with what can be chosen of it.

mod choices;
mod kinds;

use std::cell::RefCell;

use yew::prelude::*;

use super::{
    components::{ChartFigure, SpanFields},
    context::use_ctx,
    deck::Pickable,
    evaluated::Evaluated,
};
use crate::{
    app::{Action, ChartPick, Inputs, Library, Shared, State},
    chart::{
        Chart, Span,
        catalogue::{ChartView, Choice, Ground},
        hit::Mark,
    },
    domain::{Scheme, UnitId},
    i18n::texts::catalogue::catalogue,
    scoring::Evaluator,
    ui::evaluated::scheme_in_force,
};
use choices::Choices;
use kinds::Kinds;

/// Props of [`ChartsScreen`].
#[derive(Properties, PartialEq)]
pub struct ChartsScreenProps {
    /// The state.
    pub state: Shared<State>,
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
}

/// The chart screen.
#[component]
pub fn ChartsScreen(props: &ChartsScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = catalogue(ctx.lang);
    let (view, charts) = (&props.state.view, &props.state.inputs.charts);
    let schemes = schemes(&props.state.library);
    let evaluator = use_mut_ref(Evaluator::default);
    let key = (props.evaluated.clone(), charts.chart.clone(), view.unit.clone(), schemes.clone());
    let shown = use_memo(key, move |(evaluated, view, opened, schemes)| {
        on_ground(evaluated, opened.as_ref(), schemes, &evaluator, |ground| {
            (view.settled(ground), Shared::new(view.chart(ground)))
        })
    });
    let (settled, chart): &(ChartView, Shared<Chart>) = &shown;
    let pickable = Pickable { pick: ChartPick::Result(settled.clone()), state: props.state.clone() };
    let on_pick = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |mark: Mark| {
            if let Some(unit) = mark.unit {
                dispatch.emit(Action::OpenUnit(Some(unit)));
            }
        })
    };
    let on_span = {
        let wanted = charts.chart.clone();
        ctx.send(move |span: Option<Span>| Action::ShowChart(ChartView { span, ..wanted.clone() }))
    };
    let years = settled.kind.has(Choice::Years).then(|| on_span.reform(Some));
    html! {
        <div class="charts">
            <section class="panel charts-choice" aria-labelledby="charts-heading">
                <h2 id="charts-heading" class="visually-hidden">{ texts.heading }</h2>
                <Kinds view={charts.chart.clone()} />
                <Choices key={settled.kind.id()} wanted={charts.chart.clone()} settled={settled.clone()}
                    table={props.evaluated.inputs.table.clone()} scheme={props.evaluated.inputs.scheme.clone()}
                    year={props.evaluated.inputs.year} {schemes} />
                if years.is_some() {
                    <SpanFields years={props.evaluated.inputs.table.years().to_vec()} span={settled.span} on_change={on_span} />
                }
            </section>
            <div class="charts-chart">
                <ChartFigure chart={chart.clone()} {pickable} {on_pick} on_span={years} />
            </div>
        </div>
    }
}

/// The schemes that the present one can be compared with: all of the library, as they were delivered or kept.
pub fn schemes(library: &Library) -> Vec<Shared<Scheme>> {
    library.schemes.iter().map(|entry| entry.scheme.clone()).collect()
}

/// Makes something of what charts are made from.
pub fn on_ground<T>(
    evaluated: &Evaluated,
    opened: Option<&UnitId>,
    schemes: &[Shared<Scheme>],
    evaluator: &RefCell<Evaluator>,
    make: impl FnOnce(&Ground) -> T,
) -> T {
    let inputs = &evaluated.inputs;
    let scheme = scheme_in_force(inputs);
    // Without rules in force none has them.
    let in_force =
        |scheme: &Shared<Scheme>| scheme_in_force(&Inputs { scheme: scheme.clone(), ..inputs.clone() });
    let schemes: Vec<Shared<Scheme>> = schemes.iter().map(in_force).collect();
    let schemes: Vec<&Scheme> = schemes.iter().map(|scheme| &**scheme).collect();
    make(&Ground {
        table: &inputs.table,
        scheme: &scheme,
        evaluation: &evaluated.now,
        opened,
        schemes: &schemes,
        evaluate: &|scheme, year| evaluator.borrow_mut().evaluate(&inputs.table, scheme, year),
    })
}
