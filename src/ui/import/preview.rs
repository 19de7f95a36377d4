//! The cells of a table as they stand in the file: what each column is taken for, and every doubtful cell marked.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::job::Checked;
use crate::{
    app::Shared,
    browser::event,
    data::table::{Address, Book, Line, Plan, Revision, Role, Sheet, TablePlan, Why, column_letters},
    i18n::texts::tables,
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
    },
};

/// So many rows of figures are shown at once.
const ROWS: u32 = 8;
/// So many of the rows above them, the nearest.
const HEADER_ROWS: u32 = 5;
/// So many columns.
const COLUMNS: u32 = 40;

/// The roles that a column can be given, in the order of the list.
const ROLES: [Role; 9] = [
    Role::Figures,
    Role::Unit,
    Role::Code,
    Role::Class,
    Role::Year,
    Role::Indicator,
    Role::Measure,
    Role::Statistic,
    Role::Leave,
];

/// Props of [`Preview`].
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The file.
    pub book: Shared<Book>,
    /// What was understood.
    pub plan: Shared<Plan>,
    /// Which table.
    pub nth: usize,
    /// The first row of figures that is shown; the first of the table where `None`.
    pub from_row: Option<u32>,
    /// Shows other rows.
    pub on_row: Callback<u32>,
    /// The doubts.
    pub checked: Option<Shared<Checked>>,
    /// Changes what was understood.
    pub on_revise: Callback<Revision>,
}

/// The cells of a table.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let Some(table) = props.plan.tables.get(props.nth) else { return Html::default() };
    let Some(sheet) = props.book.sheets.get(table.sheet as usize) else { return Html::default() };
    let (first, last) = (table.body.from.row, table.body.to.row);
    let from = props.from_row.unwrap_or(first).clamp(first, last);
    let rows = (first.saturating_sub(HEADER_ROWS)..first).chain(from..=last.min(from + ROWS - 1));
    let columns: Vec<u32> = (0..=table.body.to.column.min(COLUMNS - 1)).collect();
    let doubts = doubts_of(props, &sheet.name);
    let move_by = |label: &'static str, sign: Icon, to: Option<u32>| {
        let on_click = to.map(|to| props.on_row.reform(move |_: MouseEvent| to));
        html! {
            <button type="button" class="icon-button" aria-label={label} title={label} disabled={to.is_none()}
                onclick={on_click}>{ icon(sign) }</button>
        }
    };
    html! {
        <div class="import-preview">
            <div class="import-preview-head">
                <h3>{ texts.preview }{ " · " }{ sheet.name.clone() }</h3>
                <p class="panel-sub">{ format!("{}–{} / {}", from + 1, last.min(from + ROWS - 1) + 1, last + 1) }</p>
                { move_by(texts.row_up, Icon::Up, (from > first).then(|| from.saturating_sub(ROWS).max(first))) }
                { move_by(texts.row_down, Icon::Down, (from + ROWS <= last).then_some(from + ROWS)) }
            </div>
            <div class="table-scroll" tabindex="0">
                <table class="import-cells">
                    <caption class="visually-hidden">{ texts.preview }</caption>
                    <thead><tr>
                        <td />
                        { for columns.iter().map(|column| column_head(&ctx, props, table, *column)) }
                    </tr></thead>
                    <tbody>{ for rows.map(|row| row_of(&ctx, sheet, table, &columns, &doubts, row)) }</tbody>
                </table>
            </div>
        </div>
    }
}

/// The doubts of a sheet by cell.
fn doubts_of<'a>(props: &'a PreviewProps, sheet: &str) -> BTreeMap<Address, &'a Why> {
    let doubts = props.checked.as_ref().map(|checked| checked.doubts.as_slice()).unwrap_or_default();
    doubts
        .iter()
        .filter(|doubt| doubt.sheet == sheet)
        .filter_map(|doubt| Some((doubt.cell?, &doubt.why)))
        .collect()
}

fn column_head(ctx: &Ctx, props: &PreviewProps, table: &TablePlan, column: u32) -> Html {
    let texts = tables::tables(ctx.lang);
    let (nth, letters) = (props.nth, column_letters(column));
    let role = table.role(Line::Column(column)).unwrap_or(Role::Leave);
    let on_change = props.on_revise.reform(move |e: Event| {
        let chosen = event::value(&e).parse().ok().and_then(|nth: usize| ROLES.get(nth).copied());
        Revision::SetRole(nth, column, chosen.unwrap_or(role))
    });
    let options = ROLES.iter().enumerate().map(|(nth, other)| {
        html! { <option value={nth.to_string()} selected={*other == role}>{ tables::role(ctx.lang, *other) }</option> }
    });
    html! {
        <th scope="col" class={role_class(role)}>
            <span class="import-letter">{ letters.clone() }</span>
            <select aria-label={format!("{letters} {}", texts.role_of)} onchange={on_change}>{ for options }</select>
        </th>
    }
}

/// How a line of cells is tinted.
fn role_class(role: Role) -> &'static str {
    match role {
        Role::Figures => "role-figures",
        Role::Leave => "role-left",
        _ => "role-label",
    }
}

fn row_of(
    ctx: &Ctx,
    sheet: &Sheet,
    table: &TablePlan,
    columns: &[u32],
    doubts: &BTreeMap<Address, &Why>,
    row: u32,
) -> Html {
    let role = table.role(Line::Row(row));
    let is_header = row < table.body.from.row;
    let left = table.rows_left_out.contains(&row);
    let cells = columns.iter().map(|column| {
        let at = Address::new(row, *column);
        let text = sheet.get(at).map(shown).unwrap_or_default();
        let doubt = doubts.get(&at);
        let of_column = table.role(Line::Column(*column)).unwrap_or(Role::Leave);
        let class = match (doubt, is_header) {
            (Some(why), _) if why.is_loss() => "cell-lost",
            (Some(_), _) => "cell-doubt",
            (None, true) => {
                if role.is_some() {
                    "role-label"
                } else {
                    "role-left"
                }
            }
            (None, false) if left => "role-left",
            (None, false) => role_class(of_column),
        };
        let title = doubt.map(|why| format!("{at}: {}", tables::why(ctx.lang, why)));
        html! { <td key={*column} {class} title={title.unwrap_or_else(|| text.clone())}>{ text }</td> }
    });
    let role = role.filter(|role| is_header && *role != Role::Figures);
    html! {
        <tr key={row}>
            <th scope="row">{ row + 1 }{ role.map(|role| html! { <span class="import-role">{ tables::role(ctx.lang, role) }</span> }) }</th>
            { for cells }
        </tr>
    }
}

/// At most as much of a cell as has room.
fn shown(value: &crate::data::table::Value) -> String {
    value.to_string().chars().take(60).collect()
}
