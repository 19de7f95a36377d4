//! The radar of a profile: a ray a criterion in the scheme's order, full marks at its end.

use super::{Profile, words};
use crate::{
    chart::{
        hit::{self, Mark},
        scene::{Align, Area, Label, Place, Scene, Stroke},
        style::Style,
        text,
    },
    i18n::texts::charts,
};

/// A radar reads with so many rays.
const RAYS: std::ops::RangeInclusive<usize> = 3..=12;

/// Rings, as shares of full marks.
const RINGS: [f64; 4] = [0.25, 0.5, 0.75, 1.0];

/// Whether a radar says something of this profile.
pub fn has_radar(profile: &Profile) -> bool {
    RAYS.contains(&profile.axes.len())
}

struct Layout<'a> {
    profile: &'a Profile,
    style: Style,
    area: Area,
    middle: Place,
    radius: f64,
}

/// Draws the radar into an area.
pub fn draw(profile: &Profile, scene: &mut Scene, area: Area, style: Style) {
    let sizes = style.sizes();
    let widest = profile.axes.iter().map(|axis| {
        let name = text::clean(style.lang.pick(&axis.criterion.name));
        text::width(&name, sizes.tick, false)
    });
    let beside = (widest.fold(0.0, f64::max) + style.times(8.0)).min(0.25 * area.width);
    let above = 2.0 * style.line_height(sizes.tick) + style.times(6.0);
    let radius = (area.width / 2.0 - beside).min(area.height / 2.0 - above).max(style.times(6.0));
    let middle = (area.x + area.width / 2.0, area.y + area.height / 2.0);
    let layout = Layout { profile, style, area, middle, radius };
    layout.web(scene);
    layout.names(scene);
    layout.marks(scene);
}

impl Layout<'_> {
    /// Where a share stands on a ray; the first ray goes up, the others follow clockwise.
    fn at(&self, ray: usize, share: f64) -> Place {
        let turn = std::f64::consts::TAU * ray as f64 / self.profile.axes.len().max(1) as f64;
        let away = self.radius * share.clamp(0.0, 1.0);
        (self.middle.0 + away * libm::sin(turn), self.middle.1 - away * libm::cos(turn))
    }

    fn shares(&self) -> Vec<Option<f64>> {
        self.profile.axes.iter().map(|axis| axis.share.value()).collect()
    }

    /// The unit's field, the rings and rays over it, the median, the unit's line and points.
    fn web(&self, scene: &mut Scene) {
        let palette = self.style.palette();
        let count = self.profile.axes.len();
        let shares = self.shares();
        if shares.iter().all(Option::is_some) {
            let corners = shares.iter().enumerate().filter_map(|(ray, share)| Some(self.at(ray, (*share)?)));
            scene.polygon(corners.collect(), palette.accent.mix(palette.ground, 0.84));
        }
        let grid = palette.line.mix(palette.muted, 0.15);
        for ring in RINGS {
            let corners: Vec<Place> = (0..=count).map(|ray| self.at(ray % count.max(1), ring)).collect();
            scene.path(corners, Stroke::solid(grid, 1.0));
        }
        for ray in 0..count {
            scene.path(vec![self.middle, self.at(ray, 1.0)], Stroke::solid(grid, 1.0));
        }
        let medians: Vec<Option<f64>> =
            self.profile.axes.iter().map(|axis| axis.peers.map(|spread| spread.median)).collect();
        let dashed = Stroke::dashed(palette.muted, self.style.times(1.5));
        self.round(&medians).into_iter().for_each(|run| scene.path(run, dashed));
        let solid = Stroke::solid(palette.accent, self.style.times(2.0));
        self.round(&shares).into_iter().for_each(|run| scene.path(run, solid));
        for (ray, share) in shares.iter().enumerate() {
            if let Some(share) = share {
                scene.disc(self.at(ray, *share), self.style.times(4.0), palette.accent, None);
            }
        }
        self.ring_names(scene);
    }

    /// The line around through what is known: from each ray to the next where both have a share.
    fn round(&self, shares: &[Option<f64>]) -> Vec<Vec<Place>> {
        let count = shares.len();
        let known = |ray: usize| shares.get(ray % count.max(1)).copied().flatten();
        let mut runs: Vec<Vec<Place>> = Vec::new();
        for ray in 0..count {
            let (Some(from), Some(to)) = (known(ray), known(ray + 1)) else { continue };
            let (from, to) = (self.at(ray, from), self.at((ray + 1) % count, to));
            match runs.last_mut() {
                Some(run) if run.last() == Some(&from) => run.push(to),
                _ => runs.push(vec![from, to]),
            }
        }
        runs
    }

    /// 50 % and 100 % beside the ray that goes up.
    fn ring_names(&self, scene: &mut Scene) {
        let (size, palette) = (self.style.sizes().tick * 0.9, self.style.palette());
        if self.radius < 5.0 * size {
            return;
        }
        for ring in [0.5, 1.0] {
            let (x, y) = self.at(0, ring);
            let at = (x + self.style.times(4.0), y + 0.7 * size);
            scene.text(Label::new(crate::i18n::figure::percent(ring, 0), at, size, palette.muted));
        }
    }

    /// The criteria around the web, those at the sides beside it, those on top and at the bottom centred.
    fn names(&self, scene: &mut Scene) {
        let (sizes, palette) = (self.style.sizes(), self.style.palette());
        let line = self.style.line_height(sizes.tick);
        let away = 1.0 + self.style.times(10.0) / self.radius.max(1.0);
        for (ray, axis) in self.profile.axes.iter().enumerate() {
            let turn = std::f64::consts::TAU * ray as f64 / self.profile.axes.len() as f64;
            let (x, y) = (
                self.middle.0 + away * self.radius * libm::sin(turn),
                self.middle.1 - away * self.radius * libm::cos(turn),
            );
            let side = libm::sin(turn);
            let (align, room) = if side > 0.2 {
                (Align::Start, self.area.right() - x)
            } else if side < -0.2 {
                (Align::End, x - self.area.x)
            } else {
                (Align::Middle, 0.5 * self.area.width)
            };
            let name = text::clean(self.style.lang.pick(&axis.criterion.name));
            let lines = text::wrap(&name, sizes.tick, false, room.max(1.0), 2);
            let height = (lines.len() as f64 - 1.0) * line;
            // The lowest line of names on top and the highest of names at the bottom are next to the web.
            let top = match libm::cos(turn) {
                up if up > 0.5 && align == Align::Middle => y - height - 0.1 * line,
                up if up < -0.5 && align == Align::Middle => y + 0.2 * line,
                _ => y - height / 2.0,
            };
            let label = Label {
                at: (x, top),
                text: String::new(),
                size: sizes.tick,
                colour: palette.ink,
                bold: false,
                align,
            };
            scene.lines(&lines, &label, line);
        }
    }

    fn marks(&self, scene: &mut Scene) {
        let lang = self.style.lang;
        for (ray, axis) in self.profile.axes.iter().enumerate() {
            let Some(share) = axis.share.value() else { continue };
            scene.marks.push(Mark {
                area: hit::around(self.at(ray, share), self.style.times(8.0)),
                label: charts::named_of(lang, lang.pick(&self.profile.name), lang.pick(&axis.criterion.name)),
                value: words::percent(share),
                note: words::peers_words(axis, lang),
                source: String::new(),
                unit: Some(self.profile.unit.clone()),
                criterion: Some(axis.criterion.id.clone()),
                year: Some(self.profile.year),
                row: 0,
                column: ray as i32,
            });
        }
    }
}
