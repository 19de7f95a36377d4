//! Where a figure stands: its document, section and printed text; for a computed one, its parts with theirs.

use yew::prelude::*;

use crate::{
    app::Shared,
    domain::{DataSet, Document, Indicator, IndicatorId, Observation, Source, Year},
    i18n::{figure, texts::unit},
    scoring::Table,
    ui::context::{Ctx, use_ctx},
};

/// Props of [`SourceList`].
#[derive(Properties, PartialEq)]
pub struct SourceListProps {
    /// The data.
    pub table: Shared<Table>,
    /// The unit's place in the data set.
    pub unit: usize,
    /// The year.
    pub year: Year,
    /// The indicator.
    pub indicator: IndicatorId,
}

/// The observations that a value rests on, in the order of its formula.
fn observations(props: &SourceListProps) -> Vec<(Indicator, Vec<Observation>)> {
    let data = props.table.data();
    let Some(unit) = data.units.get(props.unit) else { return Vec::new() };
    let Some(indicator) = indicator_of(data, &props.indicator) else { return Vec::new() };
    let parts = indicator.formula.as_ref().map(|formula| formula.parts()).unwrap_or_default();
    let ids = std::iter::once(&indicator.id).chain(parts);
    ids.filter_map(|id| {
        let of_it = |o: &&Observation| o.indicator == *id && o.year == props.year && o.unit == unit.id;
        let found: Vec<Observation> = data.observations.iter().filter(of_it).cloned().collect();
        indicator_of(data, id).filter(|_| !found.is_empty()).map(|indicator| (indicator.clone(), found))
    })
    .collect()
}

fn indicator_of<'a>(data: &'a DataSet, id: &IndicatorId) -> Option<&'a Indicator> {
    data.indicators.iter().find(|indicator| &indicator.id == id)
}

/// Where a figure stands.
#[component]
pub fn SourceList(props: &SourceListProps) -> Html {
    let ctx = use_ctx();
    let texts = unit::unit(ctx.lang);
    let key = (props.table.clone(), props.unit, props.year, props.indicator.clone());
    let found = use_memo(key, |_| observations(props));
    let data = props.table.data();
    let computed = indicator_of(data, &props.indicator).is_some_and(|i| i.formula.is_some());
    if found.is_empty() {
        return html! { { texts.no_source } };
    }
    let entries = found.iter().flat_map(|(indicator, observations)| {
        observations.iter().map(|observation| entry(&ctx, data, indicator, observation, computed))
    });
    html! {
        <>
            if computed { <p class="aside">{ texts.computed }</p> }
            <ul class="sources">{ for entries }</ul>
        </>
    }
}

fn entry(ctx: &Ctx, data: &DataSet, indicator: &Indicator, observation: &Observation, named: bool) -> Html {
    let texts = unit::unit(ctx.lang);
    let value = match observation.value {
        Some(value) => figure::value(ctx.lang, &indicator.measure, value),
        None => unit::missing_reason(ctx.lang, observation.missing).to_owned(),
    };
    let document =
        observation.source.as_ref().and_then(|s| data.documents.iter().find(|d| d.id == s.document));
    let quality = document.map(|document| unit::quality(ctx.lang, document.quality));
    let kind: Vec<&str> = quality.into_iter().chain([unit::reporter(ctx.lang, indicator.reporter)]).collect();
    let note = ctx.lang.pick(&observation.note);
    html! {
        <li>
            if named {
                <p class="source-name">{ ctx.lang.pick(&indicator.name) }{ " " }<strong>{ value }</strong></p>
            }
            if !observation.variant.is_empty() {
                <p class="tag tag-plain">{ texts.other_counts }{ texts.colon }{ &observation.variant }</p>
            }
            { for observation.source.as_ref().map(|source| place(ctx, document, source)) }
            <p class="aside">{ kind.join(" · ") }</p>
            if !note.is_empty() { <p class="aside">{ note }</p> }
        </li>
    }
}

/// Document, section and the figure as printed.
fn place(ctx: &Ctx, document: Option<&Document>, source: &Source) -> Html {
    let title = document.map_or(source.document.as_str(), |document| ctx.lang.pick(&document.title));
    html! {
        <p class="source-place">
            { title }{ " " }<span lang="zh-CN">{ &source.section }</span>
            if !source.printed.is_empty() {
                { " " }<q title={unit::unit(ctx.lang).printed} lang="zh-CN">{ &source.printed }</q>
            }
        </p>
    }
}
