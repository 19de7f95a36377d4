//! The units that two schemes score differently, those whose grade or veto changes first, and why one of them moved.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{Action, Shared},
    chart::{Chart, hit::Mark, slope},
    domain::{Evaluation, Scheme, Standing, UnitId, UnitResult},
    i18n::{
        figure,
        texts::compare::{self, CompareTexts},
    },
    scoring::{Side, Table, compare as split},
    ui::{
        components::ChartFigure,
        context::{Ctx, use_ctx},
        scoring::grade_chip,
    },
};

/// The most units that are listed.
const LISTED: usize = 200;

/// The data, two schemes and what each gives.
#[derive(Clone, Debug)]
pub struct Sides {
    /// The data.
    pub table: Shared<Table>,
    /// The schemes as they count.
    pub schemes: [Shared<Scheme>; 2],
    /// What they give.
    pub evaluations: [Rc<Evaluation>; 2],
}

impl PartialEq for Sides {
    fn eq(&self, other: &Self) -> bool {
        let same = |side: usize| Rc::ptr_eq(&self.evaluations[side], &other.evaluations[side]);
        self.table == other.table && same(0) && same(1)
    }
}

impl Sides {
    fn side(&self, nth: usize) -> Side<'_> {
        Side { table: &self.table, scheme: &self.schemes[nth], evaluation: &self.evaluations[nth] }
    }

    /// The places under both.
    fn slope(&self) -> Chart {
        let names = slope::named(&self.schemes[0], &self.schemes[1]);
        Chart::Slope(slope::of_sides(self.side(0), self.side(1), names, &[]))
    }

    fn results(&self, unit: usize) -> Option<[UnitResult<'_>; 2]> {
        Some([self.evaluations[0].units.get(unit)?, self.evaluations[1].units.get(unit)?])
    }

    fn name<'s>(&'s self, ctx: &Ctx, unit: usize) -> &'s str {
        self.table.data().units.get(unit).map_or("", |unit| ctx.lang.pick(&unit.name))
    }

    /// The grade's own id: the two schemes may list other grades.
    fn grade(&self, side: usize, unit: usize) -> Option<&crate::domain::GradeId> {
        let grade = self.evaluations[side].units.get(unit)?.grade?;
        self.schemes[side].grades.get(grade as usize).map(|grade| &grade.id)
    }

    /// Grade or veto changes.
    fn is_graver(&self, unit: usize) -> bool {
        let vetoed = |result: UnitResult| matches!(result.standing, Standing::Vetoed { .. });
        let veto = self.results(unit).is_some_and(|[a, b]| vetoed(a) != vetoed(b));
        veto || self.grade(0, unit) != self.grade(1, unit)
    }

    fn differs(&self, unit: usize) -> bool {
        let same = |[a, b]: [UnitResult; 2]| a.standing == b.standing && a.total == b.total;
        self.is_graver(unit) || !self.results(unit).is_some_and(same)
    }

    /// How many places a unit falls from the first to the second.
    fn fall(&self, unit: usize) -> f64 {
        let place = |result: UnitResult| match result.standing {
            Standing::Ranked { place } => Some(place),
            _ => None,
        };
        let places = self.results(unit).map(|[a, b]| (place(a), place(b)));
        places.and_then(|(a, b)| Some(b? - a?)).unwrap_or_default()
    }
}

/// Props of [`Results`].
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// What is compared.
    pub sides: Shared<Sides>,
    /// The unit whose change is explained; the first listed where it has none.
    pub unit: Option<UnitId>,
}

/// The units that two schemes score differently.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let ctx = use_ctx();
    let texts = compare::compare(ctx.lang);
    let sides = &props.sides;
    let listing = sides.evaluations[1].listing.iter().map(|unit| *unit as usize);
    let mut differing: Vec<usize> = listing.filter(|unit| sides.differs(*unit)).collect();
    differing.sort_by(|&a, &b| {
        let graver = sides.is_graver(b).cmp(&sides.is_graver(a));
        graver.then(sides.fall(b).abs().total_cmp(&sides.fall(a).abs()))
    });
    let graver = differing.iter().filter(|unit| sides.is_graver(**unit)).count();
    let opened = differing
        .iter()
        .copied()
        .find(|unit| sides.results(*unit).is_some_and(|[of, _]| Some(of.unit) == props.unit.as_ref()));
    let explained = opened.or(differing.first().copied());
    let rest = differing.len().saturating_sub(LISTED);
    let slope = use_memo(sides.clone(), |sides| sides.slope());
    let on_pick = ctx.send(|mark: Mark| Action::OpenUnit(mark.unit));
    html! {
        <section class="card compare-results" aria-labelledby="results-heading">
            <header class="panel-header">
                <h2 id="results-heading">{ texts.units }</h2>
                <p class="panel-sub" role="status">{ compare::counts(ctx.lang, differing.len(), graver) }</p>
            </header>
            if differing.is_empty() {
                <p class="aside">{ texts.no_units }</p>
            } else {
                <ChartFigure chart={Shared::from(slope)} {on_pick} />
                { for explained.map(|unit| why(&ctx, texts, sides, unit)) }
                <table class="plain-table compare-units">
                    <caption class="visually-hidden">{ texts.units }</caption>
                    { head(texts) }
                    <tbody>{ for differing.iter().take(LISTED).map(|unit| row(&ctx, texts, sides, *unit, Some(*unit) == explained)) }</tbody>
                </table>
                if rest > 0 { <p class="aside">{ compare::not_listed(ctx.lang, rest) }</p> }
            }
        </section>
    }
}

fn head(texts: &CompareTexts) -> Html {
    html! {
        <thead>
            <tr>
                <th scope="col" rowspan="2">{ texts.unit }</th>
                <th scope="colgroup" colspan="3" class="number">{ texts.score }</th>
                <th scope="colgroup" colspan="2">{ texts.grade }</th>
                <th scope="colgroup" colspan="3" class="number">{ texts.place }</th>
            </tr>
            <tr>
                <th scope="col" class="number">{ texts.left }</th>
                <th scope="col" class="number">{ texts.right }</th>
                <th scope="col" class="number">{ texts.change }</th>
                <th scope="col">{ texts.left }</th>
                <th scope="col">{ texts.right }</th>
                <th scope="col" class="number">{ texts.left }</th>
                <th scope="col" class="number">{ texts.right }</th>
                <th scope="col" class="number">{ texts.change }</th>
            </tr>
        </thead>
    }
}

fn row(ctx: &Ctx, texts: &CompareTexts, sides: &Sides, unit: usize, explained: bool) -> Html {
    let Some([before, after]) = sides.results(unit) else { return Html::default() };
    let total = |result: UnitResult| result.total.map_or("—".to_owned(), |total| figure::fixed(total, 2));
    let change = before.total.zip(after.total).map(|(a, b)| figure::signed(b - a, 2)).unwrap_or_default();
    let place = |result: UnitResult| match result.standing {
        Standing::Ranked { place } => figure::short(place),
        Standing::NotRated => texts.not_rated.to_owned(),
        Standing::Vetoed { .. } => texts.vetoed.to_owned(),
    };
    let grade = |side: usize, result: UnitResult| {
        result.grade.map_or_else(Html::default, |grade| grade_chip(&sides.schemes[side], grade, ctx.lang))
    };
    let fall = sides.fall(unit);
    let (class, moved) = if fall < 0.0 {
        ("number change-up", format!("▲{}", figure::short(-fall)))
    } else if fall > 0.0 {
        ("number change-down", format!("▼{}", figure::short(fall)))
    } else {
        ("number", String::new())
    };
    let id = before.unit.clone();
    let on_click = ctx.send(move |_: MouseEvent| Action::OpenUnit(Some(id.clone())));
    html! {
        <tr key={before.unit.as_str()} class={explained.then_some("compare-explained")}>
            <th scope="row">
                <button type="button" class="unit-link" aria-pressed={explained.to_string()} onclick={on_click}>{ sides.name(ctx, unit) }</button>
            </th>
            <td class="number">{ total(before) }</td>
            <td class="number">{ total(after) }</td>
            <td class="number">{ change }</td>
            <td>{ grade(0, before) }</td>
            <td>{ grade(1, after) }</td>
            <td class="number">{ place(before) }</td>
            <td class="number">{ place(after) }</td>
            <td {class}>{ moved }</td>
        </tr>
    }
}

/// The causes of a unit's change, which sum to it.
fn why(ctx: &Ctx, texts: &CompareTexts, sides: &Sides, unit: usize) -> Html {
    let id = sides.table.data().units.get(unit).map(|unit| &unit.id);
    let Some(change) = id.and_then(|id| split(sides.side(0), sides.side(1), id)) else {
        return Html::default();
    };
    let parts = |parts: &[(&'static str, f64, usize)]| {
        let shown = parts.iter().filter(|(_, part, _)| part.abs() > 1e-9).map(|(name, part, decimals)| {
            html! { <li><span>{ *name }</span><strong>{ figure::signed(*part, *decimals) }</strong></li> }
        });
        html! { <ul class="compare-parts">{ for shown }</ul> }
    };
    let name = sides.name(ctx, unit);
    let total = change.total.map(|total| {
        let (before, after) = (figure::fixed(total.before, 2), figure::fixed(total.after, 2));
        let causes = [
            (texts.weights, total.weights, 2),
            (texts.functions, total.functions, 2),
            (texts.rules, total.rules, 2),
        ];
        html! { <div><p>{ compare::why_score(ctx.lang, name, &before, &after) }</p>{ parts(&causes) }</div> }
    });
    let place = change.place.map(|place| {
        let (before, after) = (figure::short(place.before), figure::short(place.after));
        let causes = [
            (texts.own_move, place.own, 1),
            (texts.others_move, place.others, 1),
            (texts.demotions, place.demotions, 1),
        ];
        html! { <div><p>{ compare::why_place(ctx.lang, &before, &after) }</p>{ parts(&causes) }</div> }
    });
    html! {
        <div class="compare-why" role="group" aria-label={texts.why}>{ for total }{ for place }</div>
    }
}
