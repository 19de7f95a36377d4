//! The files that a chart is saved as, and the clipboard.

use yew::prelude::*;

use super::{
    icon::Icon,
    menu::{Menu, MenuEntry},
};
use crate::{
    app::Shared,
    chart::Chart,
    i18n::texts::deck,
    ui::{
        context::{Ctx, use_ctx},
        saving,
    },
};

/// The PNGs that are offered: so many pixels for a CSS pixel.
const RATIOS: std::ops::RangeInclusive<u32> = 1..=4;

/// What an entry does with the chart.
type Work = Box<dyn Fn(&Ctx, &Shared<Chart>)>;

/// Props of [`ChartMenu`].
#[derive(Properties, PartialEq)]
pub struct ChartMenuProps {
    /// The chart.
    pub chart: Shared<Chart>,
    /// Offers the code for another page; `None` where the chart cannot stand in one.
    #[prop_or_default]
    pub on_embed: Option<Callback<()>>,
}

/// The menu of a chart.
#[component]
pub fn ChartMenu(props: &ChartMenuProps) -> Html {
    let ctx = use_ctx();
    let texts = deck::deck(ctx.lang);
    let entry = |label: AttrValue, work: Work| {
        let (ctx, chart) = (ctx.clone(), props.chart.clone());
        MenuEntry { label, on_choose: Callback::from(move |()| work(&ctx, &chart)) }
    };
    let mut entries = vec![
        entry(texts.pptx.into(), Box::new(saving::save_pptx)),
        entry(texts.copy.into(), Box::new(|ctx, chart| saving::copy_picture(ctx, chart))),
        entry(texts.svg.into(), Box::new(|ctx, chart| saving::save_svg(ctx, chart))),
    ];
    entries.extend(RATIOS.map(|ratio| {
        let label = deck::png(ctx.lang, ratio, ratio * saving::WIDTH as u32);
        entry(label.into(), Box::new(move |ctx, chart| saving::save_png(ctx, chart, ratio)))
    }));
    entries
        .extend(props.on_embed.clone().map(|on_choose| MenuEntry { label: texts.embed.into(), on_choose }));
    html! { <Menu label={texts.export} icon={Icon::File} {entries} /> }
}
