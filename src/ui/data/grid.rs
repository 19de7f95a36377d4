//! The figures of a year as a grid of units and indicators, walked by keys; only what is in sight is drawn.

use yew::prelude::*;

use super::{cell_panel::CellPanel, grid_keys::moved, grid_sight::use_grid_sight};
use crate::{
    app::{Shared, State},
    browser::page,
    domain::{Indicator, Measure, Observation, Text},
    i18n::{figure, texts::data_cell},
    ui::context::{Ctx, use_ctx},
};

/// The id of the grid, which has the focus while one walks in it.
pub const GRID: &str = "data-grid";
/// The id of what the grid scrolls in.
const GRID_SCROLL: &str = "data-grid-scroll";
/// The id of the field for a new value.
pub const VALUE_FIELD: &str = "cell-value";

/// The height of a row, as in data_grid.css, in pixels.
pub const ROW_PX: f64 = 30.0;
/// The height of the head.
pub const HEAD_PX: f64 = 54.0;
/// The width of a column of figures.
pub const COLUMN_PX: f64 = 118.0;
/// The width of the column of units.
pub const UNIT_PX: f64 = 160.0;

/// Props of [`DataGrid`].
#[derive(Properties, PartialEq)]
pub struct DataGridProps {
    /// The state.
    pub state: Shared<State>,
    /// Which indicators are shown, by their place in the data set.
    pub indicators: Shared<Vec<usize>>,
}

/// The figures of a year.
#[component]
pub fn DataGrid(props: &DataGridProps) -> Html {
    let ctx = use_ctx();
    let texts = data_cell::data_cell(ctx.lang);
    let table = &props.state.inputs.table;
    let data = table.data();
    let (rows, columns) = (data.units.len(), props.indicators.len());
    let active = use_state_eq(|| (0usize, 0usize));
    let at = (active.0.min(rows.saturating_sub(1)), active.1.min(columns.saturating_sub(1)));
    let sight = use_grid_sight(rows, columns);
    let go = {
        let active = active.clone();
        Callback::from(move |to: (usize, usize)| {
            active.set(to);
            let (left, top) = (to.1 as f64 * COLUMN_PX, to.0 as f64 * ROW_PX);
            page::keep_in_sight(GRID_SCROLL, (left, top), (COLUMN_PX, ROW_PX), (UNIT_PX, HEAD_PX));
        })
    };
    let on_key_down = {
        let go = go.clone();
        Callback::from(move |e: KeyboardEvent| match e.key().as_str() {
            "Enter" | "F2" => {
                e.prevent_default();
                page::focus(VALUE_FIELD);
            }
            key => {
                if let Some(to) = moved(key, e.ctrl_key(), at, (rows, columns)) {
                    e.prevent_default();
                    go.emit(to);
                }
            }
        })
    };
    let shown: Vec<(usize, &Indicator)> = props
        .indicators
        .iter()
        .enumerate()
        .skip(sight.columns.start)
        .take(sight.columns.len())
        .filter_map(|(place, nth)| Some((place, data.indicators.get(*nth)?)))
        .collect();
    let (left, right) = (sight.columns.start, columns - sight.columns.end.min(columns));
    let rows_shown = sight.rows.clone().map(|row| {
        let cells = shown.iter().map(|(column, indicator)| {
            cell(&ctx, props, (row, *column), indicator, at == (row, *column), &go)
        });
        let unit = data.units.get(row).map(|unit| ctx.lang.pick(&unit.name)).unwrap_or_default();
        html! {
            <tr key={row} class="grid-row" role="row" aria-rowindex={(row + 2).to_string()}>
                <th scope="row" role="rowheader" class="clip" title={unit.to_owned()}>{ unit }</th>
                { gap(left) }{ for cells }{ gap(right) }
            </tr>
        }
    });
    let before = format!("height:{}px", sight.rows.start as f64 * ROW_PX);
    let after = format!("height:{}px", (rows - sight.rows.end) as f64 * ROW_PX);
    let width = format!("width:{}px", UNIT_PX + columns as f64 * COLUMN_PX);
    let indicator = props.indicators.get(at.1).and_then(|nth| data.indicators.get(*nth));
    html! {
        <div class="data-grid-pane">
            <div id={GRID_SCROLL} class="table-scroll data-grid-scroll" onscroll={sight.on_scroll.clone()}>
                <table id={GRID} class="data-grid" role="grid" tabindex="0" aria-label={texts.grid_label}
                    aria-rowcount={(rows + 1).to_string()} aria-colcount={(columns + 1).to_string()}
                    aria-activedescendant={format!("cell-{}-{}", at.0, at.1)} onkeydown={on_key_down} style={width}>
                    <thead><tr class="grid-head" role="row">
                        <th scope="col" role="columnheader" class="grid-corner">{ texts.unit }</th>
                        { gap(left) }
                        { for shown.iter().map(|(place, indicator)| head(&ctx, *place, indicator)) }
                        { gap(right) }
                    </tr></thead>
                    <tbody>
                        <tr key="before" aria-hidden="true" style={before} />
                        { for rows_shown }
                        <tr key="after" aria-hidden="true" style={after} />
                    </tbody>
                </table>
            </div>
            if let Some(indicator) = indicator {
                <CellPanel key={panel_key(props, at.0, indicator)} state={props.state.clone()} unit={at.0} indicator={indicator.id.clone()} />
            }
        </div>
    }
}

/// Another figure, or another state of the data, is another panel: what was typed for the one before is not kept.
fn panel_key(props: &DataGridProps, unit: usize, indicator: &Indicator) -> String {
    let inputs = &props.state.inputs;
    format!("{unit} {} {} {:p}", indicator.id, inputs.year, std::rc::Rc::as_ptr(inputs.table.rc()))
}

/// The room of the columns that are not drawn.
fn gap(columns: usize) -> Html {
    if columns == 0 {
        return Html::default();
    }
    html! { <td class="grid-gap" aria-hidden="true" style={format!("width:{}px", columns as f64 * COLUMN_PX)} /> }
}

fn head(ctx: &Ctx, place: usize, indicator: &Indicator) -> Html {
    let name = ctx.lang.pick(&indicator.name);
    let measure = ctx.lang.pick(&indicator.measure.name);
    html! {
        <th key={indicator.id.as_str()} scope="col" role="columnheader" aria-colindex={(place + 2).to_string()}
            title={name.to_owned()}>
            <span class="grid-name">{ name }</span>
            if !measure.is_empty() { <span class="grid-measure">{ measure }</span> }
        </th>
    }
}

fn cell(
    ctx: &Ctx,
    props: &DataGridProps,
    (row, column): (usize, usize),
    indicator: &Indicator,
    is_active: bool,
    go: &Callback<(usize, usize)>,
) -> Html {
    let inputs = &props.state.inputs;
    let observation = inputs.table.observation(row, &indicator.id, inputs.year);
    let value = inputs.table.value(row, &indicator.id, inputs.year);
    let texts = data_cell::data_cell(ctx.lang);
    let bare = Measure { kind: indicator.measure.kind, name: Text::default() };
    let is_corrected = observation.is_some_and(|one| one.correction.is_some());
    let on_click = go.reform(move |_: MouseEvent| (row, column));
    let class = classes!(
        "grid-cell",
        is_active.then_some("grid-active"),
        is_corrected.then_some("grid-corrected"),
        value.is_none().then_some("grid-missing"),
    );
    let title = is_corrected.then(|| imported(ctx, indicator, observation));
    html! {
        <td key={indicator.id.as_str()} id={format!("cell-{row}-{column}")} role="gridcell" {class} {title}
            aria-colindex={(column + 2).to_string()} aria-selected={is_active.to_string()} onclick={on_click}>
            { value.map_or_else(|| "—".to_owned(), |value| figure::value(ctx.lang, &bare, value)) }
            if is_corrected { <span class="visually-hidden">{ texts.corrected }</span> }
        </td>
    }
}

/// What a corrected figure was before.
fn imported(ctx: &Ctx, indicator: &Indicator, observation: Option<&Observation>) -> String {
    let texts = data_cell::data_cell(ctx.lang);
    let before = observation.and_then(|one| one.correction.as_ref()?.imported);
    let before = before.map(|value| figure::value(ctx.lang, &indicator.measure, value));
    format!("{} {} {}", texts.corrected, texts.imported, before.as_deref().unwrap_or(texts.missing))
}
