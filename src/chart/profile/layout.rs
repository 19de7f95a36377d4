//! How a profile shares its room: the radar left and the dot plot right, or below each other where it is narrow, and
//! the dot plot alone where a radar would say nothing.

use super::{Profile, dots, radar};
use crate::chart::{
    scene::{Area, Scene},
    style::Style,
};

/// Narrower than this, in CSS pixels of a screen, the parts stand below each other.
const NARROW: f64 = 640.0;

/// The height of a radar where there is room.
const RADAR: f64 = 340.0;

/// The height that suits a width.
pub fn height(profile: &Profile, width: f64, style: Style) -> f64 {
    let dots = dots::height(profile, style);
    let radar = style.times(RADAR).min(width.max(0.0));
    let whole = match (radar::has_radar(profile), width < style.times(NARROW)) {
        (false, _) => dots,
        (true, true) => radar + style.times(16.0) + dots,
        (true, false) => radar.max(dots),
    };
    whole.clamp(style.times(160.0), style.times(2400.0))
}

/// Draws a profile that has shares into an area.
pub fn draw(profile: &Profile, scene: &mut Scene, area: Area, style: Style) {
    if !radar::has_radar(profile) {
        return dots::draw(profile, scene, area, style);
    }
    let gap = style.times(28.0);
    let (left, right) = if area.width < style.times(NARROW) {
        let high = style.times(RADAR).min(area.width).min(0.55 * area.height);
        let below = area.without(0.0, high + style.times(16.0), 0.0, 0.0);
        (Area { height: high, ..area }, below)
    } else {
        let wide = (0.46 * area.width).min(1.35 * area.height);
        let high = area.height.min(0.95 * wide);
        (Area { width: wide, height: high, ..area }, area.without(wide + gap, 0.0, 0.0, 0.0))
    };
    radar::draw(profile, scene, left, style);
    dots::draw(profile, scene, right, style);
}
