//! What was understood of a file, to check and to change: its tables, a preview, and the lists of labels and doubts.

use yew::prelude::*;

use super::{
    doubt_list::DoubtList, indicator_list::IndicatorList, job::Checked, preview::Preview,
    table_list::TableList, unit_list::UnitList,
};
use crate::{
    app::Shared,
    data::table::{Book, Plan, Revision},
    domain::{DataSet, Year},
    i18n::texts::tables::{self, TablesTexts},
    ui::context::{Ctx, use_ctx},
};

/// What is shown below the preview.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Indicators,
    Units,
    Doubts,
}

/// Props of [`Understood`].
#[derive(Properties, PartialEq)]
pub struct UnderstoodProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// The figures, when all are checked.
    pub checked: Option<Shared<Checked>>,
    /// The present data set.
    pub data: Shared<DataSet>,
    /// How much is checked, 0..=1.
    pub done: f64,
    /// The present year.
    pub year: Year,
    /// Changes what was understood.
    pub on_revise: Callback<Revision>,
}

/// What was understood of a file, to check and to change.
#[component]
pub fn Understood(props: &UnderstoodProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let chosen = use_state_eq(|| None::<Part>);
    let nothing_read = props.checked.as_ref().is_some_and(|checked| checked.values == 0);
    let part = chosen.unwrap_or(if nothing_read { Part::Doubts } else { Part::Indicators });
    // The table that is looked at, and the first of its rows in the preview.
    let nth = use_state_eq(|| props.plan.tables.iter().position(|table| table.read).unwrap_or(0));
    let from_row = use_state_eq(|| None::<u32>);
    let on_table = {
        let (nth, from_row) = (nth.clone(), from_row.clone());
        Callback::from(move |chosen| {
            nth.set(chosen);
            from_row.set(None);
        })
    };
    let on_look = {
        let (nth, from_row) = (nth.clone(), from_row.clone());
        Callback::from(move |(table, row): (usize, u32)| {
            nth.set(table);
            from_row.set(Some(row));
        })
    };
    let on_row = use_callback(from_row.setter(), |row, from_row| from_row.set(Some(row)));
    let doubts = props.checked.as_ref().map_or(0, |checked| checked.doubts.len());
    let segment = |value: Part, label: &str, count: usize| {
        let chosen = chosen.clone();
        html! {
            <button type="button" class="segment" aria-pressed={(part == value).to_string()}
                onclick={move |_: MouseEvent| chosen.set(Some(value))}>{ label }{ " " }<span class="segment-count">{ count }</span></button>
        }
    };
    let (book, plan, checked) = (props.book.clone(), props.plan.clone(), props.checked.clone());
    let (data, on_revise) = (props.data.clone(), props.on_revise.clone());
    html! {
        <div class="import-body">
            <TableList book={book.clone()} plan={plan.clone()} chosen={*nth} year={props.year} {on_table} on_revise={on_revise.clone()} />
            <Preview book={book.clone()} plan={plan.clone()} nth={*nth} from_row={*from_row} {on_row}
                checked={checked.clone()} on_revise={on_revise.clone()} />
            <div class="import-lists">
                <div class="import-lists-head">
                    <div class="segments" role="group" aria-label={texts.tables}>
                        { segment(Part::Indicators, texts.indicators, plan.indicators.len()) }
                        { segment(Part::Units, texts.units, plan.units.len()) }
                        { segment(Part::Doubts, texts.doubts, doubts) }
                    </div>
                    <p class="panel-sub" role="status">{ state_of(&ctx, texts, props) }</p>
                </div>
                {
                    match part {
                        Part::Indicators => html! { <IndicatorList {book} {plan} {data} {on_revise} /> },
                        Part::Units => html! { <UnitList {book} {plan} {data} {on_revise} /> },
                        Part::Doubts => html! { <DoubtList {book} {plan} {checked} {on_look} /> },
                    }
                }
            </div>
        </div>
    }
}

/// The figures as the present plan reads them.
fn state_of(ctx: &Ctx, texts: &TablesTexts, props: &UnderstoodProps) -> String {
    let Some(checked) = &props.checked else {
        return tables::percent_done(ctx.lang, texts.checking, props.done);
    };
    if checked.values == 0 {
        return texts.nothing_read.to_owned();
    }
    tables::understood(ctx.lang, checked.units, checked.indicators, checked.values, checked.gaps)
}
