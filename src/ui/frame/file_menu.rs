//! Opening and saving files.

use yew::prelude::*;

use crate::{
    app::{Action, Inputs, Notice, Shared, snapshot},
    browser::{
        download,
        file_picker::{self, FileError, OpenedFile},
    },
    data::{self, MOST_BYTES},
    i18n::texts::{data_screen::data_screen, notice},
    ui::{
        components::{Icon, Menu, MenuEntry},
        context::use_ctx,
    },
};

/// Props of [`FileMenu`].
#[derive(Properties, PartialEq)]
pub struct FileMenuProps {
    /// What is saved.
    pub inputs: Inputs,
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
    let inputs = props.inputs.clone();
    let dispatch = ctx.dispatch.clone();
    let on_save_data = Callback::from(move |()| {
        let data = inputs.table.data();
        save(&dispatch, &data.id, &data::write_data_set(data));
    });
    let (dispatch, scheme) = (ctx.dispatch.clone(), props.inputs.scheme.clone());
    let on_save_scheme = Callback::from(move |()| save(&dispatch, &scheme.id, &data::write_scheme(&scheme)));
    let entries = vec![
        MenuEntry { label: texts.open.into(), on_choose: on_open },
        MenuEntry { label: texts.save_scheme.into(), on_choose: on_save_scheme },
        MenuEntry { label: texts.save_data.into(), on_choose: on_save_data },
    ];
    html! {
        <>
            <Menu label={texts.files} icon={Icon::File} {entries} />
            <input ref={field} type="file" hidden=true accept=".json,application/json" onchange={on_change} />
        </>
    }
}

fn save(dispatch: &Callback<Action>, id: &str, text: &str) {
    if download::save(&format!("{id}.json"), "application/json", text.as_bytes()).is_err() {
        dispatch.emit(Action::Notify(Notice::problem(notice::not_saved())));
    }
}

/// Reads the files that a user chose or dropped, one after the other.
pub fn open_files(dispatch: &Callback<Action>, files: Vec<file_picker::File>) {
    for file in files {
        let dispatch = dispatch.clone();
        file_picker::read(file, MOST_BYTES, move |file| take_file(&dispatch, file));
    }
}

/// Takes a file that was read: into the library, or as a message.
fn take_file(dispatch: &Callback<Action>, file: Result<OpenedFile, FileError>) {
    let problem = |text| dispatch.emit(Action::Notify(Notice::problem(text)));
    match file {
        Err(FileError::TooLarge { name, bytes }) => problem(notice::file_too_large(&name, bytes, MOST_BYTES)),
        Err(FileError::Unreadable { name }) => problem(notice::file_unreadable(&name)),
        Ok(OpenedFile { name, bytes }) => match snapshot::read_file(&bytes) {
            Err(error) => problem(notice::import_failed(&name, &error)),
            Ok(snapshot::File::DataSet(data)) => {
                let text = notice::data_set_opened(&data.name);
                dispatch.emit(Action::AddDataSet(Shared::new(data)));
                dispatch.emit(Action::Notify(Notice::done(text)));
            }
            Ok(snapshot::File::Scheme(scheme)) => {
                let text = notice::scheme_opened(&scheme.name);
                dispatch.emit(Action::AddScheme(Shared::new(scheme)));
                dispatch.emit(Action::Notify(Notice::done(text)));
            }
        },
    }
}
