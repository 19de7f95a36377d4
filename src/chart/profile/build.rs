//! From an evaluation to the profile of a unit.

use super::{Axis, Profile};
use crate::{
    chart::{
        catalogue::Ground,
        cited::Sources,
        evaluated::{self, Share, Spread, Stand},
    },
    domain::{Evaluation, RankWithin, Scheme, Text, UnitId},
    scoring::Table,
};

/// The profile of a unit; without criteria where there is no such unit.
pub fn on_ground(ground: &Ground, unit: Option<&UnitId>) -> Profile {
    let Ground { table, scheme, evaluation, .. } = *ground;
    let at = unit.and_then(|unit| table.unit_index(unit));
    let profile = at.and_then(|at| of_unit(table, scheme, evaluation, at));
    profile.unwrap_or_else(|| Profile {
        unit: UnitId::from(""),
        name: Text::default(),
        year: evaluation.year,
        stand: Stand::Absent,
        total: None,
        class: Text::default(),
        peers: 0,
        axes: Vec::new(),
        method: evaluated::method(scheme),
        sources: Sources::of(table.data()),
    })
}

/// The profile of a unit, by its place in the data set; `None` where there is no such unit.
pub fn of_unit(table: &Table, scheme: &Scheme, evaluation: &Evaluation, unit: usize) -> Option<Profile> {
    let data = table.data();
    let own = data.units.get(unit)?;
    let result = evaluation.units.get(unit);
    let peers = evaluated::peers(table, scheme, &own.id);
    let axis = |criterion: evaluated::FirstLevel| {
        let share = evaluated::share(evaluation, &criterion, unit);
        let of_peers =
            peers.iter().filter_map(|&peer| evaluated::share(evaluation, &criterion, peer).value());
        let peers = Spread::of(of_peers);
        (share != Share::NotApplicable).then_some(Axis { criterion, share, peers })
    };
    let class = data.classes.iter().find(|class| class.id == own.class);
    let apart = scheme.rank_within == RankWithin::Class;
    Some(Profile {
        unit: own.id.clone(),
        name: own.name.clone(),
        year: evaluation.year,
        stand: Stand::of(scheme, result),
        total: result.and_then(evaluated::total),
        class: class.filter(|_| apart).map_or_else(Text::default, |class| class.name.clone()),
        peers: peers.len(),
        axes: evaluated::first_level(scheme, evaluation).into_iter().filter_map(axis).collect(),
        method: evaluated::method(scheme),
        sources: Sources::of(data),
    })
}
