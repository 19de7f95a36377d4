//! The colours of a deck. Their values come from the chart palette; none is written here.

/// A colour by its red, green and blue parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Six hexadecimal digits, as OOXML writes a colour.
    pub fn hex(self) -> String {
        format!("{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// How light the colour is, 0 (black) to 1 (white): relative luminance of WCAG 2.
    pub fn luminance(self) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// How much two colours stand out from each other, 1 to 21 (contrast ratio of WCAG 2).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > other { one / other } else { other / one }
    }
}

/// The colours that a deck's theme is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeckColours {
    /// Text and axes.
    pub ink: Rgb,
    /// Sources, subtitles, lines that step back.
    pub muted: Rgb,
    /// The slide's own ground.
    pub paper: Rgb,
    /// A quiet ground: table heads, the cover's band.
    pub ground: Rgb,
    /// The colours of series in order. The first six become the theme's accents; further series go on through the rest,
    /// then from the start. At least one.
    pub series: Vec<Rgb>,
}

impl DeckColours {
    /// The colour of the series with this place, round and round.
    pub(super) fn of_series(&self, place: usize) -> Rgb {
        if self.series.is_empty() { self.ink } else { self.series[place % self.series.len()] }
    }

    /// The name of the theme's accent that holds this colour, if one does.
    pub(super) fn accent(&self, colour: Rgb) -> Option<&'static str> {
        const ACCENTS: [&str; 6] = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];
        ACCENTS.iter().zip(&self.series).find(|(_, of)| **of == colour).map(|(name, _)| *name)
    }
}
