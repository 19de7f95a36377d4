//! The tables of a file: which are read, how each is laid out, and its year.

use yew::prelude::*;

use crate::{
    app::Shared,
    browser::event,
    data::table::{Book, Place, Plan, Revision, TablePlan},
    domain::{YEARS_ALLOWED, Year},
    i18n::{
        Lang,
        texts::tables::{self, TablesTexts},
    },
    ui::{components::NumberField, context::use_ctx},
};

/// Props of [`TableList`].
#[derive(Properties, PartialEq)]
pub struct TableListProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// The year that is looked at on other screens: a table that names none may be of it.
    pub year: Year,
    /// The table that is looked at.
    pub chosen: usize,
    /// Looks at another.
    pub on_table: Callback<usize>,
    /// Changes what was understood.
    pub on_revise: Callback<Revision>,
}

/// The tables of a file.
#[component]
pub fn TableList(props: &TableListProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let entries = props.plan.tables.iter().enumerate().map(|(nth, table)| {
        let sheet = props.book.sheets.get(table.sheet as usize).map(|sheet| sheet.name.clone()).unwrap_or_default();
        let on_choose = props.on_table.reform(move |_: MouseEvent| nth);
        let on_read = props.on_revise.reform(move |e: Event| Revision::ReadTable(nth, event::checked(&e)));
        html! {
            <li key={nth} class={classes!("import-table", (nth == props.chosen).then_some("import-table-chosen"))}>
                <input type="checkbox" checked={table.read} onchange={on_read}
                    aria-label={format!("{} {sheet}", texts.read_it)} />
                <button type="button" class="import-table-name" onclick={on_choose}
                    aria-pressed={(nth == props.chosen).to_string()}>
                    <span class="clip">{ sheet.clone() }</span>
                    <span class="panel-sub clip">{ tables::shape(ctx.lang, table.shape()) }</span>
                </button>
            </li>
        }
    });
    let chosen = props.plan.tables.get(props.chosen).map(|table| settings(ctx.lang, texts, props, table));
    html! {
        <div class="import-tables">
            <h3>{ texts.tables }</h3>
            <ul>{ for entries }</ul>
            { chosen }
        </div>
    }
}

/// What can be said of a whole table.
fn settings(lang: Lang, texts: &TablesTexts, props: &TableListProps, table: &TablePlan) -> Html {
    let nth = props.chosen;
    let on_year = props.on_revise.reform(move |year: f64| Revision::SetYear(nth, year as u16));
    let of_plan = props.plan.year.map(f64::from);
    let year = match &table.year {
        Place::Fixed(text) => text.parse().ok().or(of_plan),
        Place::Nowhere => of_plan,
        Place::At(_) | Place::InIndicator => None,
    };
    let in_cells = matches!(table.year, Place::At(_) | Place::InIndicator);
    let present = props.year;
    let on_present = props.on_revise.reform(move |_: MouseEvent| Revision::SetYearOfRest(present));
    let can_swap = matches!((&table.unit, &table.indicator), (Place::At(_), Place::At(_)));
    let on_swap = props.on_revise.reform(move |_: MouseEvent| Revision::SwapUnitsAndIndicators(nth));
    html! {
        <div class="import-settings">
            if in_cells {
                <p class="panel-sub">{ texts.year_from_cells }</p>
            } else {
                <label class="import-year">
                    <span>{ if year.is_some() { texts.year_of_table } else { texts.year_missing } }</span>
                    <NumberField key={nth} value={year.unwrap_or(0.0)} label={texts.year_of_table}
                        blank={year.is_none()} min={f64::from(*YEARS_ALLOWED.start())}
                        max={f64::from(*YEARS_ALLOWED.end())} on_set={on_year} />
                </label>
                if year.is_none() {
                    <button type="button" class="button" onclick={on_present}>
                        { tables::take_year(lang, props.year) }
                    </button>
                }
            }
            <button type="button" class="button" disabled={!can_swap} title={texts.swap_title} onclick={on_swap}>
                { texts.swap }
            </button>
        </div>
    }
}
