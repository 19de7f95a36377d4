//! The charts that are made from evaluations: which there are, what can be chosen of each, and how each is made.
//!
//! This is the one place that knows them by name: the chart screen, slides, frames and saved work go by [`Kind`] and
//! [`ChartView`]. To add one, add a variant to [`Kind`] and its arm to [`Kind::entry`] (besides what
//! [`Chart`](super::Chart) asks for).

use serde::{Deserialize, Serialize};

use super::{Chart, Span, bump, distribution, heat_map, profile, ranking, slope, waterfall};
use crate::{
    domain::{ClassId, CriterionId, Evaluation, RankWithin, Scheme, UnitId, Year},
    i18n::{
        Lang,
        texts::catalogue::{CatalogueTexts, catalogue},
    },
    scoring::Table,
};

/// A kind of chart that is made from evaluations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Units in their order, each a bar of its marks.
    #[default]
    Ranking,
    /// How scores spread over the grades.
    Distribution,
    /// Where a unit's marks were lost.
    Waterfall,
    /// Units × first-level criteria.
    HeatMap,
    /// A unit's shares by first-level criterion.
    Profile,
    /// Places in two years or under two schemes.
    Slope,
    /// Places over the years.
    Bump,
}

/// Something that can be chosen of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The class whose units are shown, or all.
    Class,
    /// The unit that is shown.
    Unit,
    /// A unit beside it, or none.
    OtherUnit,
    /// A unit that stands out, or none; kept as [`ChartView::other_unit`].
    MarkedUnit,
    /// The year that the present one is compared with.
    OtherYear,
    /// A criterion, or the total.
    Criterion,
    /// A scheme that the present one is compared with, or none.
    Scheme,
    /// The years that are shown, or all.
    Years,
}

impl Choice {
    /// Its name.
    pub fn name(self, texts: &CatalogueTexts) -> &'static str {
        match self {
            Self::Class => texts.class,
            Self::Unit => texts.unit,
            Self::OtherUnit => texts.other_unit,
            Self::MarkedUnit => texts.marked_unit,
            Self::OtherYear => texts.other_year,
            Self::Criterion => texts.criterion,
            Self::Scheme => texts.scheme,
            Self::Years => texts.years,
        }
    }
}

/// What is shown of a chart. What is not chosen, or is not in the data, the page chooses; choices that the kind does not
/// have do not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChartView {
    /// Which chart.
    pub kind: Kind,
    /// See [`Choice::Class`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<ClassId>,
    /// See [`Choice::Unit`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// See [`Choice::OtherUnit`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_unit: Option<UnitId>,
    /// See [`Choice::OtherYear`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_year: Option<Year>,
    /// See [`Choice::Criterion`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// See [`Choice::Scheme`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// See [`Choice::Years`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// What charts are made from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The data set.
    pub table: &'a Table,
    /// The scheme as it counts.
    pub scheme: &'a Scheme,
    /// The result of the year.
    pub evaluation: &'a Evaluation,
    /// The unit that is opened on the page.
    pub opened: Option<&'a UnitId>,
    /// The schemes that the present one can be compared with.
    pub schemes: &'a [&'a Scheme],
    /// The result of a scheme in a year.
    pub evaluate: &'a dyn Fn(&Scheme, Year) -> Evaluation,
}

/// What is known of a kind.
pub struct Entry {
    /// Its name.
    pub name: fn(&CatalogueTexts) -> &'static str,
    /// What it answers.
    pub answers: fn(&CatalogueTexts) -> &'static str,
    /// What can be chosen.
    pub choices: &'static [Choice],
    /// Makes it from a view in which the page has chosen too.
    pub make: fn(&Ground, &ChartView) -> Chart,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Kind; 7] = [
        Kind::Ranking,
        Kind::Distribution,
        Kind::Waterfall,
        Kind::HeatMap,
        Kind::Profile,
        Kind::Slope,
        Kind::Bump,
    ];

    /// What is known of it.
    pub fn entry(self) -> Entry {
        match self {
            Self::Ranking => Entry {
                name: |texts| texts.ranking,
                answers: |texts| texts.ranking_answers,
                choices: &[Choice::Class],
                make: |ground, view| Chart::Ranking(ranking::of_evaluation(ground, view.class.as_ref())),
            },
            Self::Distribution => Entry {
                name: |texts| texts.distribution,
                answers: |texts| texts.distribution_answers,
                choices: &[Choice::Class],
                make: |ground, view| {
                    Chart::Distribution(distribution::of_evaluation(ground, view.class.as_ref()))
                },
            },
            Self::Waterfall => Entry {
                name: |texts| texts.waterfall,
                answers: |texts| texts.waterfall_answers,
                choices: &[Choice::Unit],
                make: |ground, view| Chart::Waterfall(waterfall::of_unit(ground, view.unit.as_ref())),
            },
            Self::HeatMap => Entry {
                name: |texts| texts.heat_map,
                answers: |texts| texts.heat_map_answers,
                choices: &[Choice::Class],
                make: |ground, view| {
                    let Ground { table, scheme, evaluation, .. } = *ground;
                    let chosen = view.class.as_ref().map(|class| ground.members(class)).unwrap_or_default();
                    Chart::HeatMap(heat_map::of_evaluation(table, scheme, evaluation, &chosen))
                },
            },
            Self::Profile => Entry {
                name: |texts| texts.profile,
                answers: |texts| texts.profile_answers,
                choices: &[Choice::Unit],
                make: |ground, view| Chart::Profile(profile::on_ground(ground, view.unit.as_ref())),
            },
            Self::Slope => Entry {
                name: |texts| texts.slope,
                answers: |texts| texts.slope_answers,
                choices: &[Choice::OtherYear, Choice::Scheme, Choice::MarkedUnit],
                make: |ground, view| Chart::Slope(slope::on_ground(ground, view)),
            },
            Self::Bump => Entry {
                name: |texts| texts.bump,
                answers: |texts| texts.bump_answers,
                choices: &[Choice::Unit, Choice::OtherUnit, Choice::Years],
                make: |ground, view| Chart::Bump(bump::on_ground(ground, view)),
            },
        }
    }

    /// Its name in a fragment and in saved work.
    pub fn id(self) -> String {
        // A unit variant is written as a string.
        serde_json::to_value(self).ok().and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// The kind of this name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        (self.entry().name)(catalogue(lang))
    }

    /// What can be chosen of it.
    pub fn has(self, choice: Choice) -> bool {
        self.entry().choices.contains(&choice)
    }
}

impl ChartView {
    /// The chart.
    pub fn chart(&self, ground: &Ground) -> Chart {
        (self.kind.entry().make)(ground, &self.settled(ground))
    }

    /// The same view with everything chosen that the kind has: the user's choice where the data has it, else the page's.
    /// Choices of other kinds are dropped.
    pub fn settled(&self, ground: &Ground) -> Self {
        let (data, has) = (ground.table.data(), |choice| self.kind.has(choice));
        let known = |id: &UnitId| ground.table.unit_index(id).is_some();
        let unit = || {
            let wanted = self.unit.as_ref().or(ground.opened).filter(|id| known(id));
            wanted.cloned().or_else(|| ground.first())
        };
        let year = || {
            let years =
                || ground.table.years().iter().copied().filter(|year| *year != ground.evaluation.year);
            let before = years().filter(|year| *year < ground.evaluation.year).max();
            self.other_year.filter(|wanted| years().any(|year| year == *wanted)).or(before).or(years().min())
        };
        Self {
            kind: self.kind,
            class: self
                .class
                .clone()
                .filter(|wanted| has(Choice::Class) && data.classes.iter().any(|class| class.id == *wanted)),
            unit: has(Choice::Unit).then(unit).flatten(),
            other_unit: self
                .other_unit
                .clone()
                .filter(|id| (has(Choice::OtherUnit) || has(Choice::MarkedUnit)) && known(id)),
            other_year: has(Choice::OtherYear).then(year).flatten(),
            criterion: self.criterion.clone().filter(|wanted| {
                has(Choice::Criterion) && ground.scheme.criteria.iter().any(|of| of.id == *wanted)
            }),
            scheme: self
                .scheme
                .clone()
                .filter(|wanted| has(Choice::Scheme) && ground.variant(wanted).is_some()),
            span: self
                .span
                .filter(|_| has(Choice::Years))
                .and_then(|span| span.narrowing(ground.table.years())),
        }
    }
}

impl<'a> Ground<'a> {
    /// The unit that is listed first.
    fn first(&self) -> Option<UnitId> {
        let first = self.evaluation.listing.first().and_then(|at| self.evaluation.units.get(*at as usize));
        first.map(|result| result.unit.clone())
    }

    /// The scheme of this id that the present one can be compared with.
    pub fn variant(&self, id: &str) -> Option<&'a Scheme> {
        self.schemes.iter().copied().find(|scheme| scheme.id == id)
    }

    /// The units of a class, by their places in the data set.
    pub fn members(&self, class: &ClassId) -> Vec<usize> {
        let units = self.table.data().units.iter().enumerate();
        units.filter(|(_, unit)| unit.class == *class).map(|(at, _)| at).collect()
    }

    /// Classes are ranked apart.
    pub fn ranks_apart(&self) -> bool {
        self.scheme.rank_within == RankWithin::Class && self.table.data().classes.len() > 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_name_of_its_own_and_is_found_by_it() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_id(&kind.id()), Some(kind));
            assert!(!kind.name(Lang::Zh).is_empty() && !kind.name(Lang::En).is_empty());
        }
        assert_eq!(Kind::of_id("pie"), None);
    }

    #[test]
    fn a_view_is_saved_as_what_was_chosen() {
        let view = ChartView { kind: Kind::HeatMap, class: Some("dept".into()), ..ChartView::default() };
        let text = serde_json::to_string(&view).unwrap();
        assert_eq!(text, r#"{"kind":"heat_map","class":"dept"}"#);
        assert_eq!(serde_json::from_str::<ChartView>(&text).unwrap(), view);
        assert_eq!(serde_json::from_str::<ChartView>("{}").unwrap(), ChartView::default());
    }
}
