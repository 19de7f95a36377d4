//! The colours of a deck: those of the charts' palette, as a theme knows them. None is written here.

use crate::chart::palette::{Colour, Palette};

/// Six hexadecimal digits, as OOXML writes a colour.
pub(super) fn hex(colour: Colour) -> String {
    format!("{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}

/// The colour of the series with this place: those of lines first, which become the theme's accents, then those of
/// criteria, round and round.
pub(super) fn of_series(palette: &Palette, place: usize) -> Colour {
    match palette.series.get(place) {
        Some(colour) => *colour,
        None => palette.criterion(1 + (place - palette.series.len()) % (palette.criteria.len() - 1)),
    }
}

/// The name of the theme's accent that holds this colour, if one does.
pub(super) fn accent(palette: &Palette, colour: Colour) -> Option<&'static str> {
    const ACCENTS: [&str; 6] = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];
    ACCENTS.iter().zip(palette.series).find(|(_, of)| *of == colour).map(|(name, _)| *name)
}
