//! What can be chosen of a chart: a list for each choice that its kind has.

use yew::prelude::*;

use crate::{
    app::{Action, Shared},
    browser::event,
    chart::catalogue::{ChartView, Choice},
    domain::{Scheme, Year},
    i18n::texts::catalogue::{self, CatalogueTexts},
    scoring::Table,
    ui::context::{Ctx, use_ctx},
};

/// Props of [`Choices`].
#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    /// What the user has chosen.
    pub wanted: ChartView,
    /// The same with what the page has chosen.
    pub settled: ChartView,
    /// The data.
    pub table: Shared<Table>,
    /// The present scheme.
    pub scheme: Shared<Scheme>,
    /// The present year.
    pub year: Year,
    /// The schemes that it can be compared with.
    pub schemes: Vec<Shared<Scheme>>,
}

/// An entry of a list: its value and its name.
type Item = (String, String);

/// What can be chosen of a chart.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let ctx = use_ctx();
    let texts = catalogue::catalogue(ctx.lang);
    let lists = props.settled.kind.entry().choices.iter().map(|choice| {
        let items = items(&ctx, texts, props, *choice);
        // One entry is no choice.
        if items.len() < 2 {
            return Html::default();
        }
        let (choice, wanted) = (*choice, props.wanted.clone());
        let on_change =
            ctx.send(move |e: Event| Action::ShowChart(with(wanted.clone(), choice, event::value(&e))));
        let chosen = value(&props.settled, choice);
        let options = items.into_iter().map(|(value, name)| {
            let selected = value == chosen;
            html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
        });
        html! {
            <label class="chooser charts-chooser" key={choice.name(texts)}>
                <span>{ choice.name(texts) }</span>
                <select onchange={on_change}>{ for options }</select>
            </label>
        }
    });
    html! { <div class="chart-choices" role="group" aria-label={texts.choices}>{ for lists }</div> }
}

/// What can be chosen; an empty value is nothing in particular.
fn items(ctx: &Ctx, texts: &CatalogueTexts, props: &ChoicesProps, choice: Choice) -> Vec<Item> {
    let (data, lang) = (props.table.data(), ctx.lang);
    let first = |name: &str| std::iter::once((String::new(), name.to_owned()));
    let units = || data.units.iter().map(|unit| (unit.id.to_string(), lang.pick(&unit.name).to_owned()));
    match choice {
        Choice::Class if data.classes.len() < 2 => Vec::new(),
        Choice::Class => {
            let classes = data.classes.iter();
            let classes = classes.map(|class| (class.id.to_string(), lang.pick(&class.name).to_owned()));
            first(texts.all_classes).chain(classes).collect()
        }
        Choice::Unit => units().collect(),
        Choice::OtherUnit | Choice::MarkedUnit => first(texts.none).chain(units()).collect(),
        Choice::OtherYear => {
            let others = props.table.years().iter().rev().filter(|year| **year != props.year);
            others.map(|year| (year.to_string(), catalogue::year(lang, *year))).collect()
        }
        Choice::Criterion => {
            let criteria = props.scheme.criteria.iter();
            let criteria = criteria.map(|of| (of.id.to_string(), lang.pick(&of.name).to_owned()));
            first(texts.total).chain(criteria).collect()
        }
        Choice::Scheme => {
            let schemes = props.schemes.iter();
            let schemes = schemes.map(|scheme| (scheme.id.clone(), lang.pick(&scheme.name).to_owned()));
            first(texts.none).chain(schemes).collect()
        }
        // Two lists beside these.
        Choice::Years => Vec::new(),
    }
}

/// The value that is chosen.
fn value(view: &ChartView, choice: Choice) -> String {
    match choice {
        Choice::Class => view.class.as_ref().map(ToString::to_string),
        Choice::Unit => view.unit.as_ref().map(ToString::to_string),
        Choice::OtherUnit | Choice::MarkedUnit => view.other_unit.as_ref().map(ToString::to_string),
        Choice::OtherYear => view.other_year.map(|year| year.to_string()),
        Choice::Criterion => view.criterion.as_ref().map(ToString::to_string),
        Choice::Scheme => view.scheme.clone(),
        Choice::Years => None,
    }
    .unwrap_or_default()
}

/// The view with a value chosen.
fn with(view: ChartView, choice: Choice, value: String) -> ChartView {
    let chosen = Some(value).filter(|value| !value.is_empty());
    let id = chosen.as_deref();
    match choice {
        Choice::Class => ChartView { class: id.map(Into::into), ..view },
        Choice::Unit => ChartView { unit: id.map(Into::into), ..view },
        Choice::OtherUnit | Choice::MarkedUnit => ChartView { other_unit: id.map(Into::into), ..view },
        Choice::OtherYear => ChartView { other_year: id.and_then(|year| year.parse().ok()), ..view },
        Choice::Criterion => ChartView { criterion: id.map(Into::into), ..view },
        Choice::Scheme => ChartView { scheme: chosen, ..view },
        Choice::Years => view,
    }
}
