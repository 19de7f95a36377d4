//! What a change did to places, told to screen readers once the hand has let go.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::Shared,
    domain::{Standing, UnitId},
    i18n::{figure, texts::scoring},
    ui::{context::use_ctx, evaluated::Evaluated},
};

/// So many units are named; of more only the number is told.
const NAMED: usize = 3;

/// Props of [`RankNews`].
#[derive(Properties, PartialEq)]
pub struct RankNewsProps {
    /// What the present inputs give.
    pub evaluated: Shared<Evaluated>,
    /// No change is still following a hand.
    pub settled: bool,
}

/// What the latest change did to places; silent about another year or other data, where all places are new.
#[component]
pub fn RankNews(props: &RankNewsProps) -> Html {
    let ctx = use_ctx();
    let known = use_mut_ref(|| None::<Shared<Evaluated>>);
    let news = use_state_eq(String::new);
    let set = news.setter();
    let key = (props.settled.then(|| props.evaluated.clone()), ctx.lang);
    use_effect_with(key, move |(evaluated, lang)| {
        let Some(evaluated) = evaluated else { return };
        let before = known.borrow_mut().replace(evaluated.clone());
        let same = |before: &Shared<Evaluated>| {
            before.inputs.table == evaluated.inputs.table && before.inputs.year == evaluated.inputs.year
        };
        if let Some(before) = before.filter(same) {
            let moved = moved(&before, evaluated);
            let units = &evaluated.inputs.table.data().units;
            let name = |id: &UnitId| {
                units.iter().find(|unit| &unit.id == id).map_or("", |unit| lang.pick(&unit.name))
            };
            let named: Vec<String> = moved
                .iter()
                .take(NAMED)
                .map(|(id, place)| scoring::now_at(*lang, name(id), &figure::short(*place)))
                .collect();
            set.set(scoring::rank_news(*lang, &named, moved.len()));
        }
    });
    html! { <p class="visually-hidden" role="status">{ (*news).clone() }</p> }
}

/// The units that have another place than before, by their new place.
fn moved(before: &Evaluated, after: &Evaluated) -> Rc<[(UnitId, f64)]> {
    let place = |standing: Standing| match standing {
        Standing::Ranked { place } => Some(place),
        _ => None,
    };
    let pairs = before.now.units.iter().zip(after.now.units.iter());
    let mut moved: Vec<(UnitId, f64)> = pairs
        .filter(|(old, new)| place(old.standing) != place(new.standing))
        .filter_map(|(_, new)| Some((new.unit.clone(), place(new.standing)?)))
        .collect();
    moved.sort_by(|a, b| a.1.total_cmp(&b.1));
    moved.into()
}
