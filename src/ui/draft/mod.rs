//! Making a scheme from a data set: every indicator with its direction and marks, what is guessed marked, then one act.

mod call;
mod leaf_row;

use yew::prelude::*;

use super::{
    components::use_window,
    context::{Ctx, use_ctx},
};
use crate::{
    app::{
        Action, DraftAction, Library, Shared,
        draft::{Better, Draft, DraftLeaf},
    },
    browser::page,
    i18n::texts::draft,
    scoring::Table,
};
pub use call::DraftCall;
use leaf_row::{LeafRow, ROW_PX};

/// The id of the heading, which has the focus when the pane is opened.
const HEADING: &str = "draft-heading";

/// A change of a draft: of which leaf, and what.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Change {
    /// It becomes a leaf, or not.
    Take(usize, bool),
    /// Which way it is scored.
    Choose(usize, Better),
    /// The value that earns nothing.
    Zero(usize, f64),
    /// The value that earns full points.
    Full(usize, f64),
}

/// A draft as it is being changed.
#[derive(Clone, PartialEq)]
struct Drafting(Shared<Draft>);

impl Reducible for Drafting {
    type Action = Change;

    fn reduce(self: std::rc::Rc<Self>, change: Change) -> std::rc::Rc<Self> {
        let mut draft = (*self.0).clone();
        let (Change::Take(nth, _) | Change::Choose(nth, _) | Change::Zero(nth, _) | Change::Full(nth, _)) =
            change;
        let Some(leaf) = draft.leaves.get_mut(nth) else { return self };
        match change {
            Change::Take(_, taken) => leaf.taken = taken,
            Change::Choose(_, better) => leaf.choose(better),
            Change::Zero(_, zero) => leaf.set_marks(zero, leaf.full),
            Change::Full(_, full) => leaf.set_marks(leaf.zero, full),
        }
        std::rc::Rc::new(Self(Shared::new(draft)))
    }
}

/// Props of [`DraftPane`].
#[derive(Properties, PartialEq)]
pub struct DraftPaneProps {
    /// The data set.
    pub table: Shared<Table>,
    /// What there is already.
    pub library: Library,
}

/// Making a scheme from a data set. Another data set needs another pane: key it.
#[component]
pub fn DraftPane(props: &DraftPaneProps) -> Html {
    let ctx = use_ctx();
    let texts = draft::draft(ctx.lang);
    let table = props.table.clone();
    let drafting = use_reducer(move || Drafting(Shared::new(Draft::new(&table))));
    let only_doubtful = use_state_eq(|| false);
    use_effect_with((), |()| page::focus(HEADING));
    let present = &drafting.0;
    let is_shown = |leaf: &&DraftLeaf| !*only_doubtful || leaf.sign.is_doubtful();
    let shown: Vec<usize> =
        (0..).zip(&present.leaves).filter(|(_, leaf)| is_shown(leaf)).map(|(nth, _)| nth).collect();
    let window = use_window(shown.len(), ROW_PX);
    let on_change = {
        let dispatcher = drafting.dispatcher();
        use_callback((), move |change: Change, ()| dispatcher.dispatch(change))
    };
    let rows = shown.iter().skip(window.from).take(window.to - window.from).filter_map(|&nth| {
        let leaf = present.leaves.get(nth)?.clone();
        let data = props.table.data();
        let measure = data.indicators.iter().find(|one| one.id == leaf.indicator)?.measure.clone();
        Some(html! { <LeafRow key={nth} {nth} {leaf} {measure} on_change={on_change.clone()} /> })
    });
    html! {
        <section class="draft-pane" aria-labelledby={HEADING}>
            { header(&ctx, props, present, &only_doubtful) }
            <p class="draft-hint">{ texts.hint }</p>
            <div class="table-scroll" tabindex="0" ref={window.sight.node.clone()} onscroll={window.sight.on_scroll.clone()}>
                <table class="plain-table draft-list">
                    <caption class="visually-hidden">{ texts.heading }</caption>
                    <thead><tr>
                        <th scope="col" class="draft-take">{ texts.take }</th>
                        <th scope="col">{ texts.indicator }</th>
                        <th scope="col" class="draft-range number">{ texts.range }</th>
                        <th scope="col" class="draft-way">{ texts.direction }</th>
                        <th scope="col" class="draft-mark">{ texts.zero }</th>
                        <th scope="col" class="draft-mark">{ texts.full }</th>
                        <th scope="col" class="draft-why">{ texts.why }</th>
                    </tr></thead>
                    <tbody>
                        <tr key="before" aria-hidden="true" style={format!("height:{}px", window.before_px)} />
                        { for rows }
                        <tr key="after" aria-hidden="true" style={format!("height:{}px", window.after_px)} />
                    </tbody>
                </table>
                if shown.is_empty() {
                    <p class="empty">{ if *only_doubtful { texts.none_left } else { texts.nothing } }</p>
                }
            </div>
        </section>
    }
}

fn header(
    ctx: &Ctx,
    props: &DraftPaneProps,
    present: &Shared<Draft>,
    only_doubtful: &UseStateHandle<bool>,
) -> Html {
    let texts = draft::draft(ctx.lang);
    let counts = draft::counts(ctx.lang, present.taken(), present.groups().len(), present.doubtful());
    let on_only = {
        let only_doubtful = only_doubtful.clone();
        move |_: MouseEvent| only_doubtful.set(!*only_doubtful)
    };
    let on_cancel = ctx.send(|_: MouseEvent| Action::Draft(DraftAction::Close));
    let on_make = {
        let (ctx, present) = (ctx.clone(), present.clone());
        let (table, library) = (props.table.clone(), props.library.clone());
        move |_: MouseEvent| {
            if let Some(scheme) = present.scheme(table.data(), &library) {
                ctx.dispatch.emit(Action::Draft(DraftAction::Make(Shared::new(scheme))));
            }
        }
    };
    html! {
        <header class="panel-header">
            <h2 id={HEADING} tabindex="-1">{ texts.heading }</h2>
            <p class="panel-sub" role="status">{ counts }</p>
            <span class="spacer" />
            <button type="button" class="button draft-only" aria-pressed={only_doubtful.to_string()} onclick={on_only}>
                { texts.only_doubtful }
            </button>
            <button type="button" class="button" onclick={on_cancel}>{ texts.cancel }</button>
            <button type="button" class="button button-main" disabled={present.taken() == 0} onclick={on_make}>
                { texts.make }
            </button>
        </header>
    }
}
