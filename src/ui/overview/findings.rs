//! The three findings that matter, each with the way to where it is shown in full.

use yew::prelude::*;

use super::finding::{self, Finding, Tone};
use crate::{
    app::{Action, Screen, Shared},
    i18n::texts::overview::{self, OverviewTexts},
    ui::{
        components::{Icon, icon},
        context::{Ctx, use_ctx},
        evaluated::Evaluated,
    },
};

/// Props of [`Findings`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// The unit's place in the data set.
    pub unit: usize,
}

/// The findings.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let ctx = use_ctx();
    let texts = overview::overview(ctx.lang);
    let found = [
        finding::approval(&props.evaluated, props.unit, ctx.lang),
        finding::figures(&props.evaluated, props.unit, ctx.lang),
        finding::rules(&props.evaluated, ctx.lang),
    ];
    html! {
        <section class="findings" aria-labelledby="findings-heading">
            <h2 id="findings-heading" class="visually-hidden">{ texts.findings }</h2>
            { for found.into_iter().map(|finding| card(&ctx, texts, finding)) }
        </section>
    }
}

fn card(ctx: &Ctx, texts: &OverviewTexts, finding: Finding) -> Html {
    let Finding { headline, detail, tone, screen } = finding;
    let class = match tone {
        Tone::Plain => "",
        Tone::Doubtful => "finding-doubtful",
        Tone::Veto => "finding-veto",
    };
    let way = match screen {
        Screen::Approval => texts.see_approval,
        Screen::Rules => texts.see_rules,
        _ => texts.see_figures,
    };
    html! {
        <article class={classes!("card", "finding", class)}>
            <h3>{ headline }</h3>
            <p>{ detail }</p>
            <button type="button" class="unit-link" onclick={ctx.send(move |_: MouseEvent| Action::OpenScreen(screen))}>
                { way }{ icon(Icon::Right) }
            </button>
        </article>
    }
}
