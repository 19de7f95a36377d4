//! The way to a scheme for data of one's own that the present scheme hardly uses.

use yew::prelude::*;

use crate::{
    app::{Action, DraftAction, ENOUGH, Inputs, Screen, rests_on},
    domain::Nature,
    i18n::texts::draft,
    ui::context::use_ctx,
};

/// Props of [`DraftCall`].
#[derive(Properties, PartialEq)]
pub struct DraftCallProps {
    /// What is evaluated.
    pub inputs: Inputs,
    /// The screen that it stands on.
    pub screen: Screen,
}

/// Says where the present scheme finds little in data of one's own, and offers to make one; else nothing.
#[component]
pub fn DraftCall(props: &DraftCallProps) -> Html {
    let ctx = use_ctx();
    let share = use_memo((props.inputs.table.clone(), props.inputs.scheme.clone()), |(table, scheme)| {
        let data = table.data();
        (data.nature == Nature::Own && !data.observations.is_empty()).then(|| rests_on(scheme, data))
    });
    let on_screen = matches!(props.screen, Screen::Overview | Screen::Scoring | Screen::Rules);
    let Some(share) = share.filter(|share| *share < ENOUGH && on_screen) else { return Html::default() };
    let on_open = ctx.send(|_: MouseEvent| Action::Draft(DraftAction::Open));
    html! {
        <div class="draft-call">
            <p>{ draft::rests_on(ctx.lang, share) }</p>
            <button type="button" class="button" title={draft::draft(ctx.lang).open_title} onclick={on_open}>
                { draft::draft(ctx.lang).open }
            </button>
        </div>
    }
}
