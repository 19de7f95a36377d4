//! The bands of a scheme: from how many marks on each grade is given.

use yew::prelude::*;

use super::grade_chip::grade_chip;
use crate::{
    app::{Action, Shared},
    domain::{Band, Scheme},
    i18n::texts::scoring,
    ui::{
        components::NumberField,
        context::{Ctx, use_ctx},
    },
};

/// Props of [`Bands`].
#[derive(Properties, PartialEq)]
pub struct BandsProps {
    /// The scheme.
    pub scheme: Shared<Scheme>,
}

/// The bands of a scheme.
#[component]
pub fn Bands(props: &BandsProps) -> Html {
    let ctx = use_ctx();
    let texts = scoring::scoring(ctx.lang);
    let scheme = &props.scheme;
    if scheme.bands.is_empty() {
        return Html::default();
    }
    let fields = scheme.bands.iter().enumerate().map(|(nth, band)| field(&ctx, scheme, nth, band));
    html! {
        <section class="bands" aria-labelledby="bands-heading">
            <h3 id="bands-heading">{ texts.bands }</h3>
            <ul>{ for fields }</ul>
            if !scheme.class_bands.is_empty() { <p class="aside">{ texts.class_bands }</p> }
        </section>
    }
}

fn field(ctx: &Ctx, scheme: &Scheme, nth: usize, band: &Band) -> Html {
    let texts = scoring::scoring(ctx.lang);
    let Some(grade) = scheme.grades.iter().position(|grade| grade.id == band.grade) else {
        return Html::default();
    };
    let name = ctx.lang.pick(&scheme.grades[grade].name);
    let above =
        nth.checked_sub(1).and_then(|above| scheme.bands.get(above)).map_or(scheme.full_marks, |b| b.from);
    let below = scheme.bands.get(nth + 1).map_or(0.0, |band| band.from);
    html! {
        <li key={band.grade.as_str()}>
            { grade_chip(scheme, grade as u32, ctx.lang) }
            <span class="aside" title={texts.from_marks}>{ "≥" }</span>
            <NumberField value={band.from} label={format!("{} {name}", texts.bands)} min={below} max={above}
                on_set={ctx.send(move |from| Action::SetBand(nth, from))} />
        </li>
    }
}
