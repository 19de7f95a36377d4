//! Taking in a file with tables: how far it is, what was understood of it, what is doubtful, and where it goes.

mod doubt_list;
mod import_button;
mod indicator_list;
mod job;
mod open;
mod preview;
mod save_template;
mod table_list;
mod understood;
mod unit_list;

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::{
    components::{Icon, icon},
    context::{Ctx, use_ctx},
};
use crate::{
    app::{Action, ImportAction, Incoming, Library, Screen, Shared, State, Taken, import::Making},
    browser::{page, timer},
    data::table::{Book, Revision},
    domain::{DataSet, Year},
    i18n::texts::tables::{self, TablesTexts},
    scoring::Table,
};
pub use import_button::ImportButton;
use job::{Job, Progress, use_job};
pub use open::open_files;
use open::use_paste;
pub use save_template::save_template;
use understood::Understood;

/// The id of the heading, which has the focus when a file is opened.
const HEADING: &str = "import-heading";

/// The kinds of files that a dialog offers.
pub const ACCEPTED: &str = ".json,.xlsx,.xls,.ods,.csv,.tsv,.txt,.xml,.html,.htm,.et";

/// Props of [`ImportPane`].
#[derive(Properties, PartialEq)]
pub struct ImportPaneProps {
    /// The file.
    pub incoming: Shared<Incoming>,
    /// More files wait behind it.
    pub waiting: usize,
    /// What can be chosen.
    pub library: Library,
    /// The present data set.
    pub table: Shared<Table>,
    /// The present year.
    pub year: Year,
    /// Another screen is shown; the work goes on.
    pub hidden: bool,
}

/// Taking in a file with tables.
#[component]
pub fn ImportPane(props: &ImportPaneProps) -> Html {
    let ctx = use_ctx();
    let texts = tables::tables(ctx.lang);
    let data = use_memo(props.table.clone(), |table| Shared::from(table.shared_data().clone()));
    let job = use_job(&props.incoming, &data);
    let taking = use_state(|| None::<timer::Bits>);
    use_effect_with((), |()| page::focus(HEADING));
    let on_cancel = ctx.send(|_: MouseEvent| Action::Import(ImportAction::Cancel));
    let taken = use_state_eq(|| 0.0);
    let taken_so_far = taken.setter();
    let on_take = {
        let (incoming, library, table) = (props.incoming.clone(), props.library.clone(), props.table.clone());
        let (ctx, taking, on_done, checked) = (
            ctx.clone(),
            taking.clone(),
            Callback::from(move |done| taken_so_far.set(done)),
            job.checked.clone(),
        );
        Callback::from(move |merged: bool| {
            let Some(checked) = &checked else { return };
            let Some(imported) = checked.imported.borrow_mut().take() else { return };
            let make = if merged { Making::into_present } else { Making::of_its_own };
            let making = make(&library, table.shared_data().clone(), imported);
            let what = (merged, checked.doubts.len());
            taking.set(Some(take(&ctx, incoming.clone(), making, what, on_done.clone())));
        })
    };
    let file = &props.incoming.name;
    let body = match (&job.error, &job.book, &job.plan) {
        (Some(error), ..) => html! {
            <div class="import-failed" role="alert">
                { icon(Icon::Alert) }<p>{ tables::table_error(ctx.lang, error) }</p>
            </div>
        },
        (None, Some(book), Some(plan)) => html! {
            <Understood book={book.clone()} plan={plan.clone()} checked={job.checked.clone()} data={(*data).clone()}
                done={job.done} year={props.year} on_revise={revising(&job, &data)} />
        },
        (None, book, _) => {
            let phase = if book.is_some() { texts.understanding } else { texts.reading };
            progress(&ctx, phase, job.done)
        }
    };
    html! {
        <section class="import-pane" aria-labelledby={HEADING} hidden={props.hidden}>
            <header class="panel-header">
                <h2 id={HEADING} tabindex="-1">{ tables::heading(ctx.lang, file) }</h2>
                { remarks(&ctx, job.book.as_ref()) }
                if props.waiting > 0 { <p class="panel-sub">{ texts.waiting }</p> }
                <span class="spacer" />
                <button type="button" class="button" onclick={on_cancel}>
                    { if job.error.is_some() { texts.close } else { texts.cancel } }
                </button>
                if job.plan.is_some() { { take_buttons(&ctx, texts, props, &job, &on_take) } }
            </header>
            if taking.is_some() { { progress(&ctx, texts.taking, *taken) } } else { { body } }
        </section>
    }
}

fn revising(job: &UseReducerHandle<Job>, data: &Shared<DataSet>) -> Callback<Revision> {
    let (dispatcher, data) = (job.dispatcher(), data.rc().clone());
    Callback::from(move |revision| dispatcher.dispatch(Progress::Revise(data.clone(), revision)))
}

/// How far the present phase is.
fn progress(ctx: &Ctx, phase: &str, done: f64) -> Html {
    let percent = (done * 100.0).floor();
    html! {
        <div class="import-progress">
            <p aria-live="polite">{ phase }</p>
            <div class="progress" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow={percent.to_string()}
                aria-label={tables::percent_done(ctx.lang, phase, done)}>
                <span style={format!("width:{percent}%")} />
            </div>
            <p class="panel-sub">{ format!("{percent}%") }</p>
        </div>
    }
}

/// What is to be known of the file as a whole.
fn remarks(ctx: &Ctx, book: Option<&Shared<Book>>) -> Html {
    let Some(book) = book else { return Html::default() };
    let remarks = book.remarks.iter().map(|remark| {
        html! { <span class="tag tag-warn">{ tables::remark(ctx.lang, remark, book.kind) }</span> }
    });
    html! { <><span class="tag tag-plain">{ tables::kind(ctx.lang, book.kind) }</span>{ for remarks }</> }
}

fn take_buttons(
    ctx: &Ctx,
    texts: &TablesTexts,
    props: &ImportPaneProps,
    job: &Job,
    on_take: &Callback<bool>,
) -> Html {
    let can =
        job.checked.as_ref().is_some_and(|checked| checked.values > 0 && checked.imported.borrow().is_some());
    let disabled = !can;
    let present = ctx.lang.pick(&props.table.data().name);
    html! {
        <>
            <button type="button" class="button" {disabled} onclick={on_take.reform(|_| true)} title={present.to_owned()}>
                <span class="clip import-target">{ tables::merge_into(ctx.lang, present) }</span>
            </button>
            <button type="button" class="button button-main" {disabled} onclick={on_take.reform(|_| false)}>
                { texts.new_data_set }
            </button>
        </>
    }
}

/// Makes the data set and prepares it for scoring, bit by bit, then puts it into the library.
fn take(
    ctx: &Ctx,
    incoming: Shared<Incoming>,
    making: Making,
    (merged, doubts): (bool, usize),
    on_done: Callback<f64>,
) -> timer::Bits {
    let dispatch = ctx.dispatch.clone();
    let done = Rc::new(Cell::new(0.0));
    let seen = done.clone();
    let mut making = Some(making);
    let work = move || {
        let Some(present) = &mut making else { return false };
        let is_done = present.step();
        done.set(present.done());
        if is_done && let Some((table, changes)) = making.take().and_then(Making::finish) {
            let (table, file) = (Shared::new(table), incoming.name.clone());
            let taken = Taken { table, file, changes, merged, doubts };
            dispatch.emit(Action::Import(ImportAction::Take(Shared::new(taken))));
        }
        !is_done
    };
    timer::bit_by_bit(work, move || on_done.emit(seen.get()))
}

/// Props of [`Imports`].
#[derive(Properties, PartialEq)]
pub struct ImportsProps {
    /// The state.
    pub state: Shared<State>,
}

/// The first of the files that are being taken in, if there are any. It stays alive while another screen is shown.
#[component]
pub fn Imports(props: &ImportsProps) -> Html {
    let ctx = use_ctx();
    let state = &props.state;
    let on_data = state.view.screen == Screen::Data;
    use_paste(&ctx.dispatch, ctx.lang, on_data);
    let first = state.view.imports.first().map(|incoming| {
        // Its address tells a file from another of the same name.
        let key = format!("{:p}", Rc::as_ptr(incoming.rc()));
        html! {
            <ImportPane {key} incoming={incoming.clone()} waiting={state.view.imports.len() - 1}
                library={state.library.clone()} table={state.inputs.table.clone()} year={state.inputs.year} hidden={!on_data} />
        }
    });
    html! { { for first } }
}
