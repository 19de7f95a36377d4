//! 审批时限: statutory, promised and actual approval times of the units beside each other, or of one over its years.

use yew::prelude::*;

use super::{
    components::ChartFigure,
    context::{Ctx, use_ctx},
    deck::Pickable,
};
use crate::{
    app::{Action, ApprovalView, ChartPick, Shared, State},
    browser::event,
    chart::{Chart, approval, hit::Mark},
    domain::{UnitId, Year},
    i18n::texts::trends::{self, TrendsTexts},
    scoring::Table,
};

/// Props of [`ApprovalScreen`].
#[derive(Properties, PartialEq)]
pub struct ApprovalScreenProps {
    /// The state.
    pub state: Shared<State>,
}

/// The approval screen.
#[component]
pub fn ApprovalScreen(props: &ApprovalScreenProps) -> Html {
    let ctx = use_ctx();
    let texts = trends::trends(ctx.lang);
    let inputs = &props.state.inputs;
    let key = (inputs.table.clone(), inputs.year, inputs.charts.approval.clone());
    let chosen = use_memo(key, |(table, year, view)| Chosen::new(table, *year, view));
    let table = inputs.table.clone();
    let on_pick = ctx.send(move |mark: Mark| {
        let unit = mark.unit.filter(|unit| units_over_years(&table).contains(unit));
        Action::ShowApproval(unit.map_or(ApprovalView::Suggested, ApprovalView::OfUnit))
    });
    let pickable = Pickable { pick: ChartPick::Approval(chosen.view.clone()), state: props.state.clone() };
    html! {
        <section class="approval" aria-labelledby="approval-heading">
            <h2 id="approval-heading" class="visually-hidden">{ texts.approval }</h2>
            { chooser(&ctx, texts, &props.state, &chosen) }
            <ChartFigure chart={chosen.chart.clone()} {pickable} {on_pick} />
        </section>
    }
}

/// The chart that says more where nobody has chosen; `None` where the data has no approval times.
pub fn suggested(table: &Table, year: Year) -> Option<Shared<Chart>> {
    (!approval::units_with_days(table).is_empty())
        .then(|| Chosen::new(table, year, &ApprovalView::Suggested).chart)
}

/// The chart of a view where the data has it, else the one that says more.
pub fn chosen(table: &Table, year: Year, view: &ApprovalView) -> Shared<Chart> {
    Chosen::new(table, year, view).chart
}

/// What is shown.
struct Chosen {
    /// The user's choice where the data has it, else the page's; never [`ApprovalView::Suggested`].
    view: ApprovalView,
    chart: Shared<Chart>,
}

impl Chosen {
    fn new(table: &Table, year: Year, wanted: &ApprovalView) -> Self {
        let in_year = || approval::by_unit(table, year);
        let latest = || approval::latest(table);
        let (view, chart) = match wanted {
            ApprovalView::OfUnit(unit) if units_over_years(table).contains(unit) => {
                let at = table.unit_index(unit).unwrap_or_default();
                (wanted.clone(), approval::by_year(table, at))
            }
            ApprovalView::OfYear => (ApprovalView::OfYear, in_year()),
            ApprovalView::Latest => (ApprovalView::Latest, latest()),
            _ => {
                let (in_year, latest) = (in_year(), latest());
                let rows = in_year.rows().count();
                if rows > 1 || rows == latest.rows().count() {
                    (ApprovalView::OfYear, in_year)
                } else {
                    (ApprovalView::Latest, latest)
                }
            }
        };
        Self { view, chart: Shared::new(Chart::Approval(chart)) }
    }
}

/// The units that have days in more than one year.
fn units_over_years(table: &Table) -> Vec<UnitId> {
    let with_years = approval::units_with_days(table).into_iter().filter(|(_, years)| years.len() > 1);
    with_years.filter_map(|(unit, _)| table.unit(unit).map(|unit| unit.id.clone())).collect()
}

/// The units of the year, each in its latest, or one over its years; nothing to choose where there is one chart only.
fn chooser(ctx: &Ctx, texts: &TrendsTexts, state: &State, chosen: &Chosen) -> Html {
    let inputs = &state.inputs;
    if inputs.table.years().len() < 2 {
        return Html::default();
    }
    let option = |value: &str, view: ApprovalView, name: &str| {
        html! { <option key={value.to_owned()} value={value.to_owned()} selected={chosen.view == view}>{ name.to_owned() }</option> }
    };
    let units: Vec<Html> = units_over_years(&inputs.table)
        .into_iter()
        .filter_map(|id| {
            let name = &inputs.table.unit(inputs.table.unit_index(&id)?)?.name;
            Some(option(&format!("unit {id}"), ApprovalView::OfUnit(id), ctx.lang.pick(name)))
        })
        .collect();
    let on_change = ctx.send(|e: Event| {
        let value = event::value(&e);
        Action::ShowApproval(match (value.as_str(), value.strip_prefix("unit ")) {
            (_, Some(unit)) => ApprovalView::OfUnit(unit.into()),
            ("latest", _) => ApprovalView::Latest,
            _ => ApprovalView::OfYear,
        })
    });
    html! {
        <label class="chooser">
            <span>{ texts.show }</span>
            <select onchange={on_change}>
                { option("year", ApprovalView::OfYear, &trends::units_of_year(ctx.lang, inputs.year)) }
                { option("latest", ApprovalView::Latest, texts.latest) }
                if !units.is_empty() { <optgroup key="units" label={texts.over_its_years}>{ for units }</optgroup> }
            </select>
        </label>
    }
}
