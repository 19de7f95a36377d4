//! What the profile of a unit says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Axis, Profile};
use crate::{
    chart::{
        evaluated::Share,
        heading::Heading,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{charts, criterion_charts as texts},
    },
};

/// Differences below half of what is written are none.
const NOTHING: f64 = 0.0005;

/// Why there is nothing to draw.
pub fn problem(profile: &Profile, lang: Lang) -> Option<String> {
    if profile.axes.is_empty() {
        return Some(texts::criterion_charts(lang).no_criteria.to_owned());
    }
    let none = profile.axes.iter().all(|axis| axis.share.value().is_none());
    none.then(|| texts::no_profile(lang, lang.pick(&profile.name), profile.year))
}

/// Title, subtitle and foot.
pub fn heading(profile: &Profile, lang: Lang) -> Heading {
    let mut foot = profile.sources.foot(lang);
    let method = lang.pick(&profile.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    Heading { title: title(profile, lang), subtitle: subtitle(profile, lang), foot }
}

/// A share, as written beside a mark.
pub fn percent(share: f64) -> String {
    figure::percent(share, 1)
}

/// A difference to the median in percentage points, with its sign: +12.3, −20.1.
pub fn against(above: f64) -> String {
    figure::signed(100.0 * above, 1)
}

fn title(profile: &Profile, lang: Lang) -> String {
    let (unit, year) = (lang.pick(&profile.name), profile.year);
    let differing: Vec<(&Axis, f64)> =
        profile.axes.iter().filter_map(|axis| Some((axis, axis.above()?))).collect();
    let most = differing.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let least = differing.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let (Some((best, above)), Some((worst, below))) = (most, least) else {
        return own_title(profile, lang);
    };
    let points = [
        figure::short((1000.0 * above.abs()).round() / 10.0),
        figure::short((1000.0 * below.abs()).round() / 10.0),
    ];
    let strong = texts::Apart { criterion: lang.pick(&best.criterion.name), points: &points[0] };
    let weak = texts::Apart { criterion: lang.pick(&worst.criterion.name), points: &points[1] };
    match (*above >= NOTHING, *below <= -NOTHING) {
        (true, true) => texts::strong_and_weak(lang, unit, year, strong, weak),
        (true, false) => texts::nowhere_below(lang, unit, year, strong),
        (false, true) => texts::nowhere_above(lang, unit, year, weak),
        (false, false) => texts::all_at_median(lang, unit, year),
    }
}

/// The finding where there is no one to compare with.
fn own_title(profile: &Profile, lang: Lang) -> String {
    let shares: Vec<(&Axis, f64)> =
        profile.axes.iter().filter_map(|axis| Some((axis, axis.share.value()?))).collect();
    let most = shares.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let least = shares.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let whom = texts::Whom::One(lang.pick(&profile.name));
    match (least, most) {
        (Some((worst, low)), Some((best, high))) if high - low >= NOTHING => texts::weakest_and_strongest(
            lang,
            profile.year,
            whom,
            (lang.pick(&worst.criterion.name), percent(*low)),
            (lang.pick(&best.criterion.name), percent(*high)),
        ),
        (Some((_, low)), Some(_)) => texts::criteria_alike(lang, profile.year, whom, &percent(*low)),
        _ => texts::no_profile(lang, lang.pick(&profile.name), profile.year),
    }
}

fn subtitle(profile: &Profile, lang: Lang) -> String {
    let words = texts::criterion_charts(lang);
    let stand = profile.stand.words(lang);
    let mut parts = vec![words.share_of_full.to_owned()];
    parts.push(match profile.total {
        Some(total) => texts::total_and_place(lang, &figure::fixed(total, 1), &stand),
        None => stand,
    });
    if profile.axes.iter().any(|axis| axis.peers.is_some()) {
        parts.push(texts::among(lang, lang.pick(&profile.class), profile.peers));
        if super::radar::has_radar(profile) {
            parts.push(words.radar_reads.to_owned());
        }
        parts.push(words.dots_read.to_owned());
    }
    parts.join(" · ")
}

/// A share in words, or why there is none.
pub fn share_words(share: Share, lang: Lang) -> String {
    let words = texts::criterion_charts(lang);
    match share {
        Share::Of(share) => percent(share),
        Share::Missing => words.missing.to_owned(),
        Share::NotApplicable => words.not_asked.to_owned(),
    }
}

/// How the others spread; empty where they are too few.
pub fn peers_words(axis: &Axis, lang: Lang) -> String {
    let written = |spread: crate::chart::evaluated::Spread| {
        texts::class_spread(lang, &[spread.median, spread.low, spread.high].map(percent))
    };
    axis.peers.map(written).unwrap_or_default()
}

/// The chart in words.
pub fn alt(profile: &Profile, lang: Lang) -> String {
    if let Some(problem) = problem(profile, lang) {
        return problem;
    }
    let of = |axis: &Axis| {
        let median = axis.peers.map(|spread| percent(spread.median));
        let share = share_words(axis.share, lang);
        texts::share_and_median(lang, lang.pick(&axis.criterion.name), &share, median.as_deref())
    };
    let shares: Vec<String> =
        profile.ranked().into_iter().filter_map(|nth| profile.axes.get(nth)).map(of).collect();
    let said = [title(profile, lang), charts::clauses(lang, &shares)];
    charts::sentences(lang, &said.map(|sentence| charts::sentence(lang, &sentence)))
}

/// The figures: a row a criterion, the largest share first.
pub fn table(profile: &Profile, lang: Lang) -> Table {
    let (words, shared) = (texts::criterion_charts(lang), charts::charts(lang));
    let columns =
        [words.criterion, words.share, shared.median, shared.lowest, shared.highest, words.against_median];
    let number = |value: Option<f64>, written: fn(f64) -> String| match value {
        Some(value) => Cell::number(value, written(value)),
        None => Cell::Missing(String::new()),
    };
    let row = |axis: &Axis| {
        let share = match axis.share {
            Share::Of(share) => Cell::number(share, percent(share)),
            none => Cell::Missing(share_words(none, lang)),
        };
        vec![
            Cell::Text(lang.pick(&axis.criterion.name).to_owned()),
            share,
            number(axis.peers.map(|spread| spread.median), percent),
            number(axis.peers.map(|spread| spread.low), percent),
            number(axis.peers.map(|spread| spread.high), percent),
            number(axis.above(), against),
        ]
    };
    Table {
        caption: title(profile, lang),
        columns: columns.map(str::to_owned).to_vec(),
        rows: profile.ranked().into_iter().filter_map(|nth| profile.axes.get(nth)).map(row).collect(),
    }
}
