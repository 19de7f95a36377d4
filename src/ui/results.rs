//! The results and the work as files: a workbook whose formulas compute them, a table, the project.

use super::{context::Ctx, evaluated::scheme_in_force, saving::report};
use crate::{
    app::{Inputs, State, project},
    browser::{
        download::{self, DownloadError},
        page_copy,
    },
    export::{
        file_name::file_name,
        workbook::{self, Workbook, results_csv},
    },
    i18n::texts::{project::project as project_texts, workbook::workbook as texts},
    scoring::evaluate,
};

fn name(ctx: &Ctx, inputs: &Inputs, extension: &str) -> String {
    let data = inputs.table.data();
    file_name(
        &[
            ctx.lang.pick(&data.name),
            ctx.lang.pick(&inputs.scheme.name),
            &inputs.year.to_string(),
            texts(ctx.lang).file,
        ],
        extension,
    )
}

/// Saves the results as a workbook with live formulas.
pub fn save_workbook(ctx: &Ctx, inputs: &Inputs) {
    let scheme = scheme_in_force(inputs);
    let evaluation = evaluate(&inputs.table, &scheme, inputs.year);
    let saved = Workbook::new(&inputs.table, &scheme, &evaluation, ctx.lang)
        .bytes()
        .map_err(|_| DownloadError)
        .and_then(|bytes| download::save(&name(ctx, inputs, "xlsx"), workbook::MEDIA_TYPE, &bytes));
    report(ctx, saved);
}

/// Saves the results as a table in CSV.
pub fn save_csv(ctx: &Ctx, inputs: &Inputs) {
    let scheme = scheme_in_force(inputs);
    let evaluation = evaluate(&inputs.table, &scheme, inputs.year);
    let bytes = results_csv(&inputs.table, &scheme, &evaluation, ctx.lang);
    report(ctx, download::save(&name(ctx, inputs, "csv"), "text/csv", &bytes));
}

/// Saves the project: the work, its variants and all own data in one file.
pub fn save_project(ctx: &Ctx, state: &State) {
    let name =
        file_name(&[ctx.lang.pick(&state.inputs.table.data().name), project_texts(ctx.lang).file], "json");
    let saved = project::write(state)
        .map_err(|_| DownloadError)
        .and_then(|text| download::save(&name, "application/json", text.as_bytes()));
    report(ctx, saved);
}

/// Saves the page with the project in it, for reading only or to work on.
pub fn save_page(ctx: &Ctx, state: &State, read_only: bool) {
    let name =
        file_name(&[ctx.lang.pick(&state.inputs.table.data().name), project_texts(ctx.lang).file], "html");
    let page = project::write(state).ok().and_then(|json| page_copy::with_project(&json, read_only));
    let saved =
        page.ok_or(DownloadError).and_then(|page| download::save(&name, "text/html", page.as_bytes()));
    report(ctx, saved);
}
