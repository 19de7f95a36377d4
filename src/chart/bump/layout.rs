//! Where everything of places over the years stands: places left and years below, lines, the lane of vetoes, names
//! right.

use super::{Bump, IN_FRONT, Line, words};
use crate::{
    chart::{
        axis::{self, Across},
        evaluated::Stand,
        hit::{self, Mark},
        labels,
        palette::Colour,
        scene::{Area, Label, Place, Scene, Stroke},
        signs,
        style::Style,
        text,
    },
    i18n::{figure, texts::charts},
};

/// A place's height where there is room, in CSS pixels of a screen.
const ROW: f64 = 24.0;

/// What all steps of the layout share.
struct Layout<'a> {
    bump: &'a Bump,
    style: Style,
    /// Where places are drawn, and the lane of vetoes below them.
    plot: Area,
    /// The height of the lane, 0 where there is no veto.
    lane: f64,
    right: f64,
    across: Across,
    /// The best and the last place.
    places: (f64, f64),
}

/// The height that suits a width.
pub fn height(bump: &Bump, _: f64, style: Style) -> f64 {
    let (best, last) = places(bump);
    let lane = if has_lane(bump) { 2.0 } else { 0.0 };
    let rows = (last - best + 1.0).min(bump.lines.len() as f64 + 1.0) + lane + 2.0;
    (rows * style.times(ROW)).clamp(style.times(220.0), style.times(1400.0))
}

/// The best and the last place of all; they differ.
fn places(bump: &Bump) -> (f64, f64) {
    let all = bump.lines.iter().flat_map(|line| &line.points).filter_map(|(stand, _)| stand.place());
    let (best, last) = all
        .filter(|place| place.is_finite())
        .fold((f64::MAX, f64::MIN), |(best, last), place| (best.min(place), last.max(place)));
    if best > last { (1.0, 2.0) } else { (best.min(1.0), last.max(best.min(1.0) + 1.0)) }
}

fn has_lane(bump: &Bump) -> bool {
    bump.lines.iter().flat_map(|line| &line.points).any(|(stand, _)| matches!(stand, Stand::Vetoed(_)))
}

/// Draws places over the years into an area.
pub fn draw(bump: &Bump, scene: &mut Scene, area: Area, style: Style) {
    let (Some(&first), Some(&last)) = (bump.years.first(), bump.years.last()) else { return };
    let sizes = style.sizes();
    let places = places(bump);
    let widest = bump.lines.iter().map(|line| text::width(&end_label(line, style), sizes.label, line.front));
    let right = (widest.fold(0.0, f64::max) + style.times(16.0)).min(0.36 * area.width);
    let number = text::width(&figure::short(places.1.round()), sizes.tick, false);
    let lane_name = charts::charts(style.lang).vetoed;
    let lane_width = if has_lane(bump) { text::width(lane_name, sizes.tick, false) } else { 0.0 };
    let left = number.max(lane_width).min(0.3 * area.width) + style.times(10.0);
    let lane = if has_lane(bump) { style.times(1.5 * ROW).min(0.2 * area.height) } else { 0.0 };
    let bottom = style.line_height(sizes.tick) + style.times(6.0);
    let whole = area.without(left, style.times(8.0), right, bottom);
    let across = Across::new(first, last, &whole, (style.times(14.0), style.times(10.0)));
    let plot = whole.without(0.0, 0.0, 0.0, lane);
    let layout = Layout { bump, style, plot, lane, right: area.right(), across, places };
    layout.grid(scene, &whole);
    for nth in (0..bump.lines.len()).rev() {
        layout.line(scene, nth);
    }
    for nth in (0..bump.lines.len()).rev() {
        layout.points(scene, nth);
    }
    layout.names(scene);
    layout.marks(scene);
}

impl Layout<'_> {
    fn y(&self, place: f64) -> f64 {
        let (best, last) = self.places;
        let inset = (self.plot.height / (last - best + 1.0) / 2.0).min(self.style.times(ROW) / 2.0);
        let share = ((place - best) / (last - best)).clamp(0.0, 1.0);
        self.plot.y + inset + share * (self.plot.height - 2.0 * inset)
    }

    /// Where a unit stands in the nth year; `None` where it has no place and no veto.
    fn at(&self, line: &Line, nth: usize) -> Option<Place> {
        let x = self.across.x(*self.bump.years.get(nth)?);
        match &line.points.get(nth)?.0 {
            Stand::Ranked(place) => Some((x, self.y(*place))),
            Stand::Vetoed(_) => Some((x + self.aside(line, nth), self.plot.bottom() + 0.6 * self.lane)),
            Stand::NotRated | Stand::Absent => None,
        }
    }

    /// How far beside the year a veto stands: several of one year stand beside each other.
    fn aside(&self, line: &Line, nth: usize) -> f64 {
        let vetoed = self
            .bump
            .lines
            .iter()
            .filter(|other| matches!(other.points.get(nth), Some((Stand::Vetoed(_), _))));
        let all: Vec<&Line> = vetoed.collect();
        let own = all.iter().position(|other| other.unit == line.unit).unwrap_or_default();
        let apart = (0.8 * self.across.room() / all.len().max(1) as f64).min(self.style.times(13.0));
        (own as f64 - (all.len() as f64 - 1.0) / 2.0) * apart
    }

    /// The place among the lines in front; `None` behind them.
    fn front(&self, nth: usize) -> Option<usize> {
        let line = self.bump.lines.get(nth).filter(|line| line.front)?;
        let before = self.bump.lines.iter().take_while(|other| other.unit != line.unit);
        Some(before.filter(|other| other.front).count()).filter(|place| *place < IN_FRONT)
    }

    fn colour(&self, nth: usize) -> Colour {
        let palette = self.style.palette();
        match self.front(nth) {
            Some(place) => palette.nth(place),
            None => palette.quiet.mix(palette.ground, 0.45),
        }
    }

    /// Places left, years below, the lane of vetoes.
    fn grid(&self, scene: &mut Scene, whole: &Area) {
        let (size, palette) = (self.style.sizes().tick, self.style.palette());
        let (best, last) = (self.places.0.ceil(), self.places.1.floor());
        let room = self.plot.height / (last - best + 1.0).max(1.0);
        let steps = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
        let step = steps.into_iter().find(|step| step * room >= 1.3 * size).unwrap_or((last - best).max(1.0));
        let mut place = best;
        for _ in 0..200 {
            if place > last {
                break;
            }
            let y = self.y(place);
            let stroke = Stroke::solid(palette.line_soft, 1.0);
            scene.line((self.plot.x, y.round()), (self.plot.right(), y.round()), stroke);
            let at = (self.plot.x - self.style.times(8.0), y);
            scene.text(Label::new(figure::short(place), at, size, palette.muted).end());
            // After the best one the round places: 1, 5, 10, 15.
            let next = ((place / step).floor() + 1.0) * step;
            place = if step > 1.0 { next } else { place + 1.0 };
        }
        if self.lane > 0.0 {
            let y = self.plot.bottom() + 0.6 * self.lane;
            let line = self.plot.bottom().round() + 0.1 * self.lane;
            scene.line((self.plot.x, line), (self.plot.right(), line), Stroke::dotted(palette.line, 1.0));
            let word = charts::charts(self.style.lang).vetoed;
            let at = (self.plot.x - self.style.times(8.0), y);
            scene.text(Label::new(word, at, size, palette.veto).end());
        }
        axis::years(scene, whole, &self.across, self.style);
    }

    /// Solid from a place to the next year's, dotted to a veto and from it, nothing over a gap.
    fn line(&self, scene: &mut Scene, nth: usize) {
        let Some(line) = self.bump.lines.get(nth) else { return };
        let front = self.front(nth).is_some();
        let colour = self.colour(nth);
        let width = self.style.times(if front { 2.5 } else { 1.2 });
        let ranked = |nth: usize| line.points.get(nth).is_some_and(|(stand, _)| stand.place().is_some());
        for (year, pair) in self.bump.years.windows(2).enumerate() {
            if pair[1] != pair[0] + 1 {
                continue;
            }
            let (Some(from), Some(to)) = (self.at(line, year), self.at(line, year + 1)) else { continue };
            if ranked(year) && ranked(year + 1) {
                scene.path(vec![from, to], Stroke::solid(colour, width));
            } else if front {
                scene.path(vec![from, to], Stroke::dotted(colour, self.style.times(1.5)));
            }
        }
    }

    fn points(&self, scene: &mut Scene, nth: usize) {
        let Some(line) = self.bump.lines.get(nth) else { return };
        let ground = self.style.palette().ground;
        let colour = self.colour(nth);
        for (year, (stand, _)) in line.points.iter().enumerate() {
            let Some(at) = self.at(line, year) else { continue };
            match (stand, self.front(nth)) {
                (Stand::Vetoed(_), _) => signs::veto(scene, at, self.style.times(5.0), self.style),
                (_, Some(place)) => signs::point(scene, at, self.style.times(5.0), place, colour, ground),
                (_, None) => scene.disc(at, self.style.times(2.5), colour, None),
            }
        }
    }

    /// The names right of the last year: all where places have room for them, else those in front, pushed apart.
    fn names(&self, scene: &mut Scene) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let last = self.bump.years.len().saturating_sub(1);
        let height = 1.2 * sizes.label;
        let all = self.bump.lines.len() as f64 * height <= self.plot.height + self.lane;
        let shown: Vec<(usize, Place)> = (0..self.bump.lines.len())
            .filter(|nth| all || self.front(*nth).is_some())
            .filter_map(|nth| Some((nth, self.at(self.bump.lines.get(nth)?, last)?)))
            .collect();
        let wanted: Vec<f64> = shown.iter().map(|(_, at)| at.1).collect();
        let heights = vec![height; shown.len()];
        let bottom = self.plot.bottom() + self.lane + 0.5 * height;
        let middles = labels::spread(&wanted, &heights, self.plot.y - 0.5 * height, bottom);
        let x = self.plot.right() + self.style.times(6.0);
        for ((nth, at), y) in shown.iter().zip(middles) {
            let Some(line) = self.bump.lines.get(*nth) else { continue };
            let front = self.front(*nth).is_some();
            let colour = if front { palette.text_in(self.colour(*nth)) } else { palette.muted };
            if (y - at.1).abs() > 0.5 * height {
                let from = (at.0 + self.style.times(7.0), at.1);
                let stroke = Stroke::solid(self.colour(*nth).mix(palette.ground, 0.4), 1.0);
                scene.path(vec![from, (x - self.style.times(2.0), y)], stroke);
            }
            let name = text::shorten(&end_label(line, self.style), sizes.label, front, self.right - x);
            let label = Label { bold: front, ..Label::new(name, (x, y), sizes.label, colour) };
            scene.text(label);
        }
    }

    /// What answers to mouse and keys: every point.
    fn marks(&self, scene: &mut Scene) {
        let lang = self.style.lang;
        for (nth, line) in self.bump.lines.iter().enumerate() {
            for (year, point) in line.points.iter().enumerate() {
                let (Some(at), Some(of)) = (self.at(line, year), self.bump.years.get(year)) else { continue };
                scene.marks.push(Mark {
                    area: hit::around(at, self.style.times(7.0)),
                    label: charts::unit_year(lang, lang.pick(&line.name), *of),
                    value: words::point_words(point, lang),
                    note: String::new(),
                    source: String::new(),
                    unit: Some(line.unit.clone()),
                    criterion: None,
                    year: Some(*of),
                    row: nth as u32,
                    column: i32::from(*of),
                });
            }
        }
    }
}

/// The name at the end of a line, behind its last place where that is of the last year.
fn end_label(line: &Line, style: Style) -> String {
    let name = text::clean(style.lang.pick(&line.name));
    match line.points.last().and_then(|(stand, _)| stand.place()) {
        Some(place) => format!("{} {name}", figure::short(place)),
        None => name,
    }
}
