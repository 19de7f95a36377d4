//! Files that a user chooses or drops: their size is looked at before anything is read.

use std::{iter, rc::Rc};

use wasm_bindgen_futures::{JsFuture, spawn_local};
pub use web_sys::File;
use web_sys::{DragEvent, Event, FileList, HtmlInputElement, Node, wasm_bindgen::JsCast};

/// So many bytes are read at once.
const SLICE_BYTES: f64 = (8 << 20) as f64;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Rc<[u8]>,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is larger than what is taken; nothing of it was read.
    #[error("{name} has {bytes} bytes")]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its size.
        bytes: u64,
    },
    /// The browser could not read it.
    #[error("{name} cannot be read")]
    Unreadable {
        /// The file's name.
        name: String,
    },
}

/// The files chosen in a file field; the field is emptied, so that the same file can be chosen again.
pub fn chosen_files(event: &Event) -> Vec<File> {
    let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files().map(list).unwrap_or_default();
    input.set_value("");
    files
}

/// The files dropped on an element.
pub fn dropped_files(event: &DragEvent) -> Vec<File> {
    event.data_transfer().and_then(|transfer| transfer.files()).map(list).unwrap_or_default()
}

/// Whether a drag over an element carries files.
pub fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

pub(super) fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}

/// Reads a file of at most `most` bytes and then calls `on_done`, once.
pub fn read(file: File, most: u64, on_done: impl FnOnce(Result<OpenedFile, FileError>) + 'static) {
    let name = file.name();
    let bytes = file.size() as u64;
    if bytes > most {
        return on_done(Err(FileError::TooLarge { name, bytes }));
    }
    spawn_local(async move {
        let result = match slices(&file).await {
            Some(bytes) => Ok(OpenedFile { name, bytes }),
            None => Err(FileError::Unreadable { name }),
        };
        on_done(result);
    });
}

/// Reads a file slice by slice, so that the page stays alive between.
async fn slices(file: &File) -> Option<Rc<[u8]>> {
    let size = file.size();
    // Made at its full size and shared from the start: a copy of a large file would stop the page.
    let mut bytes: Rc<[u8]> = iter::repeat_n(0, size as usize).collect();
    let mut from = 0.0;
    while from < size {
        let to = (from + SLICE_BYTES).min(size);
        let slice = file.slice_with_f64_and_f64(from, to).ok()?;
        let buffer = JsFuture::from(slice.array_buffer()).await.ok()?;
        let slice = js_sys::Uint8Array::new(&buffer);
        slice.copy_to(Rc::get_mut(&mut bytes)?.get_mut(from as usize..to as usize)?);
        from = to;
    }
    Some(bytes)
}

/// Opens the file dialog of a file field. Only from a click or key of the user.
pub fn ask(field: Option<Node>) {
    if let Some(input) = field.and_then(|node| node.dyn_into::<HtmlInputElement>().ok()) {
        input.click();
    }
}
