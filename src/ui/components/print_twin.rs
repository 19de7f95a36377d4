//! The same chart as a vector drawing, in the place of the canvas on paper. Made when the page is printed, so that it
//! costs nothing before.

use yew::prelude::*;

use crate::{
    app::Shared,
    browser::{canvas::Element, listen, page},
    chart::{Chart, Parts, Size, Style},
    export,
    ui::context::use_ctx,
};

/// The width of the drawing in CSS pixels; on paper it is as wide as its place.
const WIDTH: f64 = 960.0;

/// Props of [`PrintTwin`].
#[derive(Properties, PartialEq)]
pub struct PrintTwinProps {
    /// The chart.
    pub chart: Shared<Chart>,
}

/// The vector twin of a chart, seen on paper only.
#[component]
pub fn PrintTwin(props: &PrintTwinProps) -> Html {
    let ctx = use_ctx();
    let place = use_node_ref();
    use_effect_with((props.chart.clone(), ctx.lang, place.clone()), |(chart, lang, place)| {
        let (chart, lang, place) = (chart.clone(), *lang, place.clone());
        let listening = listen::on_print(move |begins| {
            if !begins {
                return;
            }
            let style = Style { parts: Parts::Plot, lang, ..Style::default() };
            let size = Size { width: WIDTH, height: chart.height(WIDTH, style) };
            if let (Some(place), Ok(svg)) = (place.cast::<Element>(), export::svg::svg(&chart, size, style)) {
                page::put_drawing(&place, &svg);
            }
        });
        move || drop(listening)
    });
    html! { <div class="chart-print" aria-hidden="true" ref={place} /> }
}
