//! A file on its way from bytes to figures: read, understood, checked cell by cell, all bit by bit, so that the page
//! stays alive and the user can stop it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::prelude::*;

use crate::{
    app::{Incoming, Shared},
    browser::{decode, timer},
    data::table::{
        Applying, Book, Decode, Doubt, Imported, Plan, Proposing, Reading, Revision, TableError, revise,
    },
    domain::{DataSet, Text},
    i18n::{Lang, texts::tables::tables},
};

/// How far a file has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// How much of the present phase is done, 0..=1.
    pub done: f64,
    /// Why the file cannot be read.
    pub error: Option<TableError>,
    /// The book, when it is read.
    pub book: Option<Shared<Book>>,
    /// What was understood, when it is, and what the user made of it.
    pub plan: Option<Shared<Plan>>,
    /// What was doubtful when the tables were recognised.
    recognised: Shared<Vec<Doubt>>,
    /// The figures as the present plan reads them, when all are checked.
    pub checked: Option<Shared<Checked>>,
}

/// The figures of a file, and what is doubtful about them.
#[derive(Debug)]
pub struct Checked {
    /// The figures, until a data set is made from them.
    pub imported: RefCell<Option<Imported>>,
    /// How many units they are of.
    pub units: usize,
    /// How many indicators.
    pub indicators: usize,
    /// How many of them are values.
    pub values: usize,
    /// How many are gaps.
    pub gaps: usize,
    /// What is doubtful, by sheet and cell.
    pub doubts: Vec<Doubt>,
}

/// What happens to a file.
pub enum Progress {
    /// So much of the present phase is done.
    Done(f64),
    /// It cannot be read.
    Failed(TableError),
    /// It is read.
    Read(Book),
    /// It is understood.
    Understood(Plan, Vec<Doubt>),
    /// The user changed what was understood; the data set is the present one.
    Revise(Rc<DataSet>, Revision),
    /// Every cell is checked.
    Checked(Imported, Vec<Doubt>),
}

impl Default for Job {
    fn default() -> Self {
        Self {
            done: 0.0,
            error: None,
            book: None,
            plan: None,
            recognised: Shared::new(Vec::new()),
            checked: None,
        }
    }
}

impl Reducible for Job {
    type Action = Progress;

    fn reduce(self: Rc<Self>, progress: Progress) -> Rc<Self> {
        let mut next = (*self).clone();
        match progress {
            Progress::Done(done) => next.done = done,
            Progress::Failed(error) => next.error = Some(error),
            Progress::Read(book) => next = Self { book: Some(Shared::new(book)), ..Self::default() },
            Progress::Understood(plan, doubts) => {
                next.plan = Some(Shared::new(plan));
                next.recognised = Shared::new(doubts);
                (next.checked, next.done) = (None, 0.0);
            }
            Progress::Revise(data, revision) => {
                let (Some(book), Some(plan)) = (&self.book, &self.plan) else { return self };
                let Some(plan) = revise(book, &data, plan, &revision) else { return self };
                next.plan = Some(Shared::new(plan));
                (next.checked, next.done) = (None, 0.0);
            }
            Progress::Checked(imported, doubts) => {
                let values = imported.values;
                next.checked = Some(Shared::new(Checked {
                    units: imported.observed_units.len(),
                    indicators: imported.observed_indicators.len(),
                    values,
                    gaps: imported.observations.len() - values,
                    imported: RefCell::new(Some(imported)),
                    doubts: self.recognised.iter().cloned().chain(doubts).collect(),
                }));
            }
        }
        Rc::new(next)
    }
}

/// Brings a file from bytes to figures, beside a data set.
#[hook]
pub fn use_job(incoming: &Shared<Incoming>, data: &Shared<DataSet>) -> UseReducerHandle<Job> {
    let job = use_reducer(Job::default);
    let dispatcher = job.dispatcher();
    use_effect_with(incoming.clone(), move |incoming| {
        let bits = read(incoming, dispatcher);
        move || drop(bits)
    });
    let dispatcher = job.dispatcher();
    use_effect_with((job.book.clone(), data.clone()), move |(book, data)| {
        let bits = book.clone().map(|book| understand(book, data.rc().clone(), dispatcher));
        move || drop(bits)
    });
    let dispatcher = job.dispatcher();
    let (book, data) = (job.book.clone(), data.clone());
    use_effect_with(job.plan.clone(), move |plan| {
        let both = book.zip(plan.clone());
        let bits = both.map(|(book, plan)| check(book, plan, data.rc().clone(), dispatcher));
        move || drop(bits)
    });
    job
}

fn read(incoming: &Shared<Incoming>, dispatcher: UseReducerDispatcher<Job>) -> timer::Bits {
    let incoming = incoming.clone();
    let decode: Decode = Rc::new(decode::decode);
    let mut reading: Option<Reading> = None;
    let on_read = dispatcher.clone();
    let (done, seen) = shared_number();
    let work = move || {
        let step = match &mut reading {
            None => Reading::new(&incoming.name, incoming.bytes.clone(), &decode).map(|begun| {
                reading = Some(begun);
                false
            }),
            Some(reading) => {
                let step = reading.step();
                done.set(reading.done());
                step
            }
        };
        match step {
            Ok(true) => {
                if let Some(reading) = reading.take() {
                    on_read.dispatch(Progress::Read(reading.finish()));
                }
                false
            }
            Ok(false) => true,
            Err(error) => {
                on_read.dispatch(Progress::Failed(error));
                false
            }
        }
    };
    timer::bit_by_bit(work, move || dispatcher.dispatch(Progress::Done(seen.get())))
}

fn understand(book: Shared<Book>, data: Rc<DataSet>, dispatcher: UseReducerDispatcher<Job>) -> timer::Bits {
    let everything = Text::new(tables(Lang::Zh).everything, tables(Lang::En).everything);
    let mut proposing = Some(Proposing::new(&book, &data, &everything));
    let (done, seen) = shared_number();
    let on_done = dispatcher.clone();
    let work = move || {
        let Some(present) = &mut proposing else { return false };
        let is_done = present.step(&book, &data);
        done.set(present.done(&book));
        if is_done && let Some(proposing) = proposing.take() {
            let (plan, doubts) = proposing.finish();
            on_done.dispatch(Progress::Understood(plan, doubts));
        }
        !is_done
    };
    timer::bit_by_bit(work, move || dispatcher.dispatch(Progress::Done(seen.get())))
}

fn check(
    book: Shared<Book>,
    plan: Shared<Plan>,
    data: Rc<DataSet>,
    dispatcher: UseReducerDispatcher<Job>,
) -> timer::Bits {
    let mut applying = Some(Applying::new(&book, &plan, &data));
    let (done, seen) = shared_number();
    let on_done = dispatcher.clone();
    let work = move || {
        let Some(present) = &mut applying else { return false };
        let is_done = present.step(&book, &plan);
        done.set(present.done(&plan));
        if is_done && let Some(applying) = applying.take() {
            let (imported, doubts) = applying.finish(&plan);
            on_done.dispatch(Progress::Checked(imported, doubts));
        }
        !is_done
    };
    timer::bit_by_bit(work, move || dispatcher.dispatch(Progress::Done(seen.get())))
}

/// A number that work sets and that is read when it pauses.
fn shared_number() -> (Rc<Cell<f64>>, Rc<Cell<f64>>) {
    let number = Rc::new(Cell::new(0.0));
    (number.clone(), number)
}
