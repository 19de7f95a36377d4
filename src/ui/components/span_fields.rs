//! The years that a chart over the years is narrowed to, chosen from two lists, and the way back to all.

use yew::prelude::*;

use crate::{
    browser::event,
    chart::Span,
    domain::Year,
    i18n::texts::catalogue::{self, catalogue},
    ui::context::use_ctx,
};

/// Props of [`SpanFields`].
#[derive(Properties, PartialEq)]
pub struct SpanFieldsProps {
    /// The years there are, ascending.
    pub years: Vec<Year>,
    /// Those that are shown; `None` for all.
    pub span: Option<Span>,
    /// Where another choice goes.
    pub on_change: Callback<Option<Span>>,
}

/// The years that a chart is narrowed to.
#[component]
pub fn SpanFields(props: &SpanFieldsProps) -> Html {
    let ctx = use_ctx();
    let texts = catalogue(ctx.lang);
    let (Some(&first), Some(&last)) = (props.years.first(), props.years.last()) else {
        return Html::default();
    };
    if props.years.len() < 3 {
        return Html::default();
    }
    let span = props.span.unwrap_or(Span::new(first, last));
    let list = |label: &'static str, chosen: Year, with: fn(Span, Year) -> Span| {
        let options = props.years.iter().map(|year| {
            html! { <option key={*year} value={year.to_string()} selected={*year == chosen}>{ catalogue::year(ctx.lang, *year) }</option> }
        });
        let on_change = props
            .on_change
            .reform(move |e: Event| event::value(&e).parse().ok().map(|year| with(span, year)));
        html! { <select class="choice" aria-label={label} onchange={on_change}>{ for options }</select> }
    };
    let on_all = props.on_change.reform(|_: MouseEvent| None);
    html! {
        <div class="span-fields" role="group" aria-label={texts.years}>
            <span>{ texts.years }</span>
            { list(texts.from_year, span.from(), |span, year| Span::new(year, span.to().max(year))) }
            <span aria-hidden="true">{ "–" }</span>
            { list(texts.to_year, span.to(), |span, year| Span::new(span.from().min(year), year)) }
            if props.span.is_some() {
                <button type="button" class="small-button" onclick={on_all}>{ texts.all_years }</button>
            } else {
                <span class="aside">{ texts.span_hint }</span>
            }
        </div>
    }
}
