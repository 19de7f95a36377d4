//! Opening and saving files.

use yew::prelude::*;

use crate::{
    app::{Action, Inputs, Notice, Shared, State},
    browser::{download, file_picker, page},
    data,
    i18n::texts::{
        data_screen::data_screen, keeping, link::link, notice, project::project, template::template,
        workbook::workbook,
    },
    ui::{
        components::{Icon, Menu, MenuEntry},
        context::{Ctx, use_ctx},
        import::{ACCEPTED, open_files, save_template},
        link::copy_link,
        results,
        slots::{self, Elsewhere},
    },
};

/// Props of [`FileMenu`].
#[derive(Properties, PartialEq)]
pub struct FileMenuProps {
    /// What is saved.
    pub state: Shared<State>,
    /// What other tabs kept.
    pub elsewhere: Vec<Elsewhere>,
}

/// The menu for files.
#[component]
pub fn FileMenu(props: &FileMenuProps) -> Html {
    let ctx = use_ctx();
    let texts = data_screen(ctx.lang);
    let field = use_node_ref();
    let on_change = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |e: Event| open_files(&dispatch, file_picker::chosen_files(&e)))
    };
    let on_open = {
        let field = field.clone();
        Callback::from(move |()| file_picker::ask(field.get()))
    };
    let inputs = props.state.inputs.clone();
    let dispatch = ctx.dispatch.clone();
    let on_save_data = Callback::from(move |()| {
        let data = inputs.table.data();
        save(&dispatch, &data.id, &data::write_data_set(data));
    });
    let (dispatch, scheme) = (ctx.dispatch.clone(), props.state.inputs.scheme.clone());
    let on_save_scheme = Callback::from(move |()| save(&dispatch, &scheme.id, &data::write_scheme(&scheme)));
    let on_save_project = {
        let (ctx, state) = (ctx.clone(), props.state.clone());
        Callback::from(move |()| results::save_project(&ctx, &state))
    };
    let on_save_page = |read_only: bool| {
        let (ctx, state) = (ctx.clone(), props.state.clone());
        Callback::from(move |()| results::save_page(&ctx, &state, read_only))
    };
    let with_inputs = |save: fn(&Ctx, &Inputs)| {
        let (ctx, inputs) = (ctx.clone(), props.state.inputs.clone());
        Callback::from(move |()| save(&ctx, &inputs))
    };
    let on_start_over = {
        let ctx = ctx.clone();
        Callback::from(move |()| {
            if page::ask(link(ctx.lang).sure) {
                ctx.dispatch.emit(Action::StartOver);
            }
        })
    };
    let results_texts = workbook(ctx.lang);
    let mut entries = vec![
        MenuEntry { label: texts.open.into(), on_choose: on_open },
        MenuEntry { label: template(ctx.lang).download.into(), on_choose: with_inputs(save_template) },
        MenuEntry { label: project(ctx.lang).save.into(), on_choose: on_save_project },
        MenuEntry { label: project(ctx.lang).save_copy.into(), on_choose: on_save_page(false) },
        MenuEntry { label: project(ctx.lang).save_read_only.into(), on_choose: on_save_page(true) },
        MenuEntry {
            label: results_texts.save_workbook.into(),
            on_choose: with_inputs(results::save_workbook),
        },
        MenuEntry { label: results_texts.save_csv.into(), on_choose: with_inputs(results::save_csv) },
        MenuEntry { label: texts.save_scheme.into(), on_choose: on_save_scheme },
        MenuEntry { label: texts.save_data.into(), on_choose: on_save_data },
        MenuEntry { label: link(ctx.lang).copy.into(), on_choose: with_inputs(copy_link) },
        MenuEntry { label: link(ctx.lang).start_over.into(), on_choose: on_start_over },
    ];
    entries.extend(props.elsewhere.iter().map(|elsewhere| {
        let (dispatch, slot) = (ctx.dispatch.clone(), elsewhere.slot.clone());
        let on_choose = Callback::from(move |()| {
            if let Some(text) = slots::text_of(&slot) {
                dispatch.emit(Action::TakeBack(text));
            }
        });
        MenuEntry { label: keeping::take_back(ctx.lang, &elsewhere.time).into(), on_choose }
    }));
    html! {
        <>
            <Menu label={texts.files} icon={Icon::File} {entries} />
            <input ref={field} type="file" hidden=true multiple=true accept={ACCEPTED} onchange={on_change} />
        </>
    }
}

fn save(dispatch: &Callback<Action>, id: &str, text: &str) {
    if download::save(&format!("{id}.json"), "application/json", text.as_bytes()).is_err() {
        dispatch.emit(Action::Notify(Notice::problem(notice::not_saved())));
    }
}
