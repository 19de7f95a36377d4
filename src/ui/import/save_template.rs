//! The workbook to fill in, as a file.

use crate::{
    app::Inputs,
    browser::download::{self, DownloadError},
    export::{file_name::file_name, template::template, workbook::MEDIA_TYPE},
    i18n::texts::template::template as texts,
    ui::{context::Ctx, saving::report},
};

/// Saves the workbook to fill in for the units, the scheme and the year that are evaluated.
pub fn save_template(ctx: &Ctx, inputs: &Inputs) {
    let scheme = ctx.lang.pick(&inputs.scheme.name);
    let name = file_name(&[texts(ctx.lang).file, scheme, &inputs.year.to_string()], "xlsx");
    let saved = template(ctx.lang, inputs.table.data(), &inputs.scheme, inputs.year)
        .map_err(|_| DownloadError)
        .and_then(|bytes| download::save(&name, MEDIA_TYPE, &bytes));
    report(ctx, saved);
}
