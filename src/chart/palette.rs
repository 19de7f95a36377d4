//! The colours of charts, the only ones outside `styles/tokens.css`: light, dark, and for projectors.
//!
//! Ground, ink, lines and the colours of criteria equal the page's tokens of the same name (a test compares them).
//! The colours of lines were chosen so that any two of them stay apart for readers who do not see red or green
//! (a test simulates it); marks have shapes and names besides.

/// An opaque colour, sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// The colours of one look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Behind everything.
    pub ground: Colour,
    /// Text.
    pub ink: Colour,
    /// Text of less weight.
    pub muted: Colour,
    /// Axes and frames.
    pub line: Colour,
    /// The grid.
    pub line_soft: Colour,
    /// What is not filled: the rest of a bar up to full marks.
    pub sunken: Colour,
    /// The one thing looked at.
    pub accent: Colour,
    /// Vetoes, and nothing else.
    pub veto: Colour,
    /// Better.
    pub good: Colour,
    /// A series break, data gaps.
    pub warn: Colour,
    /// The shade of a series break.
    pub warn_soft: Colour,
    /// Bars that others are measured against, and lines that stay in the back.
    pub quiet: Colour,
    /// First-level criteria in the scheme's order; more begin again.
    pub criteria: [Colour; 8],
    /// Lines beside each other, most important first. What comes after them is drawn in `quiet`.
    pub series: [Colour; 6],
}

const fn hex(rgb: u32) -> Colour {
    let [_, r, g, b] = rgb.to_be_bytes();
    Colour(r, g, b)
}

/// On white paper and light screens.
pub const LIGHT: Palette = Palette {
    ground: hex(0xffffff),
    ink: hex(0x1b2330),
    muted: hex(0x566273),
    line: hex(0xdde2e8),
    line_soft: hex(0xeceff3),
    sunken: hex(0xf0f2f5),
    accent: hex(0x33508c),
    veto: hex(0xa3231b),
    good: hex(0x276b42),
    warn: hex(0x755a00),
    warn_soft: hex(0xfdf3d0),
    quiet: hex(0x8f9aab),
    criteria: [
        hex(0x33508c),
        hex(0x5b8fc7),
        hex(0x3f9c93),
        hex(0x2f7d4f),
        hex(0xa39a3a),
        hex(0xd9b75a),
        hex(0xc77b6b),
        hex(0x84476b),
    ],
    series: [hex(0x33508c), hex(0xc2591d), hex(0x2b9488), hex(0x6b2a3f), hex(0x8a7fd0), hex(0xb58a00)],
};

/// On dark screens.
pub const DARK: Palette = Palette {
    ground: hex(0x181d25),
    ink: hex(0xe4e9f0),
    muted: hex(0x9ba8b8),
    line: hex(0x2e3743),
    line_soft: hex(0x252d38),
    sunken: hex(0x232a35),
    accent: hex(0x94b3ee),
    veto: hex(0xff9f96),
    good: hex(0x82d2a0),
    warn: hex(0xecc65a),
    warn_soft: hex(0x362c10),
    quiet: hex(0x6f7c8f),
    criteria: [
        hex(0x6d8cd0),
        hex(0x92bdea),
        hex(0x53b5aa),
        hex(0x4c9c6d),
        hex(0xbdb455),
        hex(0xe8cc7e),
        hex(0xd99484),
        hex(0xb0709a),
    ],
    series: [hex(0x94b3ee), hex(0xe58f5a), hex(0x4fc0b0), hex(0xf2dfc0), hex(0x9a7be0), hex(0xc98a12)],
};

/// On a projector: white ground, and lines that survive a washed-out picture.
pub const SLIDE: Palette = Palette {
    muted: hex(0x465060),
    line: hex(0xb9c2ce),
    line_soft: hex(0xdde2e8),
    sunken: hex(0xe6e9ee),
    quiet: hex(0x7d899b),
    ..LIGHT
};

impl Colour {
    /// This colour with `share` (0..=1) of another in it.
    pub fn mix(self, other: Colour, share: f64) -> Colour {
        let share = share.clamp(0.0, 1.0);
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Colour(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    /// Relative luminance, 0..=1 (WCAG 2.2).
    pub fn luminance(self) -> f64 {
        let part = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// Contrast ratio with another colour, 1..=21 (WCAG 2.2).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }
}

impl Palette {
    /// The colour for text that names a mark of this colour: mixed with ink until it can be read (4.5 : 1).
    pub fn text_in(&self, colour: Colour) -> Colour {
        (0..=10)
            .map(|tenth| colour.mix(self.ink, f64::from(tenth) / 10.0))
            .find(|mixed| mixed.contrast(self.ground) >= 4.5)
            .unwrap_or(self.ink)
    }

    /// The colour for text on a fill of this colour: ink or ground, whichever reads better.
    pub fn text_on(&self, fill: Colour) -> Colour {
        if self.ground.contrast(fill) >= self.ink.contrast(fill) { self.ground } else { self.ink }
    }

    /// The fill for a share of full marks, 0..=1: one hue, the deeper the more; ink reads on all of it.
    pub fn ramp(&self, share: f64) -> Colour {
        // By the square: most shares lie high, where they are to be told apart.
        let share = share.clamp(0.0, 1.0);
        self.ground.mix(self.accent, 0.05 + 0.45 * share * share)
    }

    /// The colour of the n-th of many lines.
    pub fn nth(&self, nth: usize) -> Colour {
        self.series.get(nth).copied().unwrap_or(self.quiet)
    }

    /// The colour of the n-th first-level criterion.
    pub fn criterion(&self, nth: usize) -> Colour {
        self.criteria[nth % self.criteria.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOKS: [(&str, Palette); 3] = [("light", LIGHT), ("dark", DARK), ("slide", SLIDE)];

    /// The value of a token in the light block (first) or the dark block (last) of the styles.
    fn token(name: &str, dark: bool) -> Colour {
        let css = include_str!("../styles/tokens.css");
        let sign = format!("--{name}:");
        let mut found = css.match_indices(&sign).map(|(at, _)| css[at + sign.len()..].trim_start());
        let text = if dark { found.last() } else { found.next() }.unwrap();
        hex(u32::from_str_radix(&text[1..7], 16).unwrap())
    }

    #[test]
    fn colours_shared_with_the_page_are_the_same() {
        for (palette, dark) in [(LIGHT, false), (DARK, true)] {
            let shared = [
                ("surface", palette.ground),
                ("ink", palette.ink),
                ("muted", palette.muted),
                ("line", palette.line),
                ("line-soft", palette.line_soft),
                ("sunken", palette.sunken),
                ("accent", palette.accent),
                ("veto", palette.veto),
                ("good", palette.good),
                ("warn", palette.warn),
                ("warn-soft", palette.warn_soft),
            ];
            for (name, colour) in shared {
                assert_eq!(colour, token(name, dark), "{name}, dark: {dark}");
            }
            for (nth, colour) in palette.criteria.iter().enumerate() {
                assert_eq!(*colour, token(&format!("criterion-{}", nth + 1), dark), "{nth}");
            }
        }
    }

    #[test]
    fn text_can_be_read_and_lines_can_be_seen() {
        for (name, palette) in LOOKS {
            for text in [palette.ink, palette.muted, palette.veto, palette.good, palette.warn] {
                assert!(text.contrast(palette.ground) >= 4.5, "{name} {text:?}");
            }
            assert!(palette.warn.contrast(palette.warn_soft) >= 4.5, "{name}");
            for line in palette.series {
                assert!(line.contrast(palette.ground) >= 3.0, "{name} {line:?}");
                assert!(palette.text_in(line).contrast(palette.ground) >= 4.5, "{name} {line:?}");
            }
            for fill in palette.criteria.into_iter().chain(palette.series) {
                assert!(palette.text_on(fill).contrast(fill) >= 4.0, "{name} {fill:?}");
            }
        }
    }

    #[test]
    fn a_ramp_goes_one_way_and_ink_reads_on_it() {
        for (name, palette) in LOOKS {
            let fills: Vec<Colour> = (0..=20).map(|step| palette.ramp(f64::from(step) / 20.0)).collect();
            let away = |fill: &Colour| fill.contrast(palette.ground);
            assert!(fills.windows(2).all(|pair| away(&pair[0]) <= away(&pair[1])), "{name}");
            assert!(fills[20].contrast(fills[0]) > 2.0, "{name}");
            for fill in &fills {
                assert!(
                    palette.ink.contrast(*fill) >= 4.5,
                    "{name} {fill:?} {}",
                    palette.ink.contrast(*fill)
                );
            }
        }
    }

    /// Protanopia and deuteranopia, severity 1 (Machado, Oliveira, Fernandes 2009), on linear sRGB.
    const SEEN: [[[f64; 3]; 3]; 3] = [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ];

    fn times(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
        [0, 1, 2].map(|row| (0..3).map(|column| matrix[row][column] * v[column]).sum())
    }

    /// CIE L*a*b* (D65) of a colour as seen.
    fn lab(colour: Colour, seen: &[[f64; 3]; 3]) -> [f64; 3] {
        let linear = [colour.0, colour.1, colour.2].map(|byte| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        });
        let seen = times(seen, linear).map(|part| part.clamp(0.0, 1.0));
        let xyz = [
            [0.412_456, 0.357_576, 0.180_438],
            [0.212_673, 0.715_152, 0.072_175],
            [0.019_334, 0.119_192, 0.950_304],
        ];
        let [x, y, z] = times(&xyz, seen);
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let (fx, fy, fz) = (f(x / 0.950_47), f(y), f(z / 1.088_83));
        [116.0 * fy - 16.0, 500.0 * (fx - fy), 200.0 * (fy - fz)]
    }

    /// A difference of 10 in CIE L*a*b* is plain at a glance.
    #[test]
    fn lines_stay_apart_without_red_or_green() {
        for (name, palette) in LOOKS {
            for seen in &SEEN {
                for (i, a) in palette.series.iter().enumerate() {
                    for b in &palette.series[..i] {
                        let (a, b) = (lab(*a, seen), lab(*b, seen));
                        let apart = (0..3).map(|k| (a[k] - b[k]) * (a[k] - b[k])).sum::<f64>().sqrt();
                        assert!(apart > 10.0, "{name}: {i} {apart}");
                    }
                }
            }
        }
    }
}
