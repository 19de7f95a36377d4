//! Files that a user chose, dropped or pasted: ours go into the library, others are taken in as tables.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Action, ImportAction, Incoming, Notice, Shared, snapshot},
    browser::{
        clipboard::{self, Pasted},
        file_picker::{self, FileError, OpenedFile},
    },
    data::table::limits::MOST_FILE_BYTES,
    domain::Text,
    i18n::{
        Lang,
        texts::{notice, tables},
    },
};

/// Reads files, one after the other.
pub fn open_files(dispatch: &Callback<Action>, files: Vec<file_picker::File>) {
    for file in files {
        let dispatch = dispatch.clone();
        file_picker::read(file, MOST_FILE_BYTES, move |file| take_file(&dispatch, file));
    }
}

/// Takes a file that was read: into the library, as tables, or as a message.
fn take_file(dispatch: &Callback<Action>, file: Result<OpenedFile, FileError>) {
    let problem = |text| dispatch.emit(Action::Notify(Notice::problem(text)));
    match file {
        Err(FileError::TooLarge { name, bytes }) => {
            problem(notice::file_too_large(&name, bytes, MOST_FILE_BYTES));
        }
        Err(FileError::Unreadable { name }) => problem(notice::file_unreadable(&name)),
        Ok(OpenedFile { name, bytes }) if is_ours(&name, &bytes) => match snapshot::read_file(&bytes) {
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
            Ok(snapshot::File::Project(project)) => dispatch.emit(Action::OpenProject(Shared::new(project))),
        },
        Ok(OpenedFile { name, bytes }) => begin(dispatch, name, bytes),
    }
}

fn begin(dispatch: &Callback<Action>, name: String, bytes: Rc<[u8]>) {
    let incoming = Shared::new(Incoming { name, bytes });
    dispatch.emit(Action::Import(ImportAction::Begin(incoming)));
}

/// A file of ours is JSON; whatever else is named so is told what is wrong with it as JSON.
fn is_ours(name: &str, bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    first == Some(&b'{') || name.to_lowercase().ends_with(".json")
}

/// Takes what is pasted on the page: files, and tables of cells while `tables` are wanted.
#[hook]
pub fn use_paste(dispatch: &Callback<Action>, lang: Lang, with_tables: bool) {
    use_effect_with((dispatch.clone(), lang, with_tables), |(dispatch, lang, with_tables)| {
        let (dispatch, name, with_tables) = (dispatch.clone(), pasted_name(*lang), *with_tables);
        let pasting = clipboard::on_paste(move |pasted| match pasted {
            Pasted::Files(files) => open_files(&dispatch, files),
            Pasted::Text(text) if with_tables && text.contains('\t') => {
                begin(&dispatch, name.clone(), text.into_bytes().into());
            }
            Pasted::Text(_) => {}
        });
        move || drop(pasting)
    });
}

fn pasted_name(lang: Lang) -> String {
    let name: Text = tables::pasted_name();
    format!("{}.tsv", lang.pick(&name))
}
