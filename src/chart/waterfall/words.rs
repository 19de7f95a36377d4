//! What a waterfall says in words: title, subtitle, foot, alt text and table twin, in either language.

use super::{Cause, Step, Waterfall};
use crate::{
    chart::{
        evaluated::Stand,
        heading::Heading,
        hit::Mark,
        scene::Area,
        table::{Cell, Table},
    },
    i18n::{
        Lang, figure,
        texts::{
            charts,
            result_charts::{self as texts, result_charts},
        },
    },
};

/// Why there is nothing to draw.
pub fn problem(waterfall: &Waterfall, lang: Lang) -> Option<String> {
    if waterfall.name.is_empty() {
        return Some(result_charts(lang).no_units.to_owned());
    }
    let none = waterfall.total.is_none() || waterfall.steps.is_empty();
    none.then(|| texts::unit_not_scored(lang, lang.pick(&waterfall.name), waterfall.year))
}

/// Title, subtitle and foot.
pub fn heading(waterfall: &Waterfall, lang: Lang) -> Heading {
    let mut foot = waterfall.sources.foot(lang);
    let method = lang.pick(&waterfall.method);
    if !method.is_empty() {
        foot.push(method.to_owned());
    }
    let full = figure::short(waterfall.full_marks);
    Heading { title: title(waterfall, lang), subtitle: texts::steps_read(lang, waterfall.year, &full), foot }
}

/// Marks, as written.
pub fn marks(marks: f64) -> String {
    figure::fixed(marks, 1)
}

fn title(waterfall: &Waterfall, lang: Lang) -> String {
    let name = lang.pick(&waterfall.name);
    let Some(total) = waterfall.total else {
        return texts::unit_not_scored(lang, name, waterfall.year);
    };
    let largest = waterfall.largest_loss();
    let largest = largest.map(|step| (lang.pick(&step.name), marks(step.change().abs())));
    let by_rules = waterfall.by_rules();
    let by_rules = (by_rules.abs() >= 0.05).then(|| (marks(by_rules.abs()), by_rules < 0.0));
    let vetoed = matches!(waterfall.stand, Stand::Vetoed(_));
    texts::lost_most(lang, name, &marks(total), largest, by_rules, vetoed)
}

/// The change of a step, as written.
pub fn change(step: &Step) -> String {
    figure::signed(step.change(), 1)
}

/// The marks of a step's criterion: 34.8 / 40; empty for what is none.
pub fn got(step: &Step) -> String {
    match &step.cause {
        Cause::Criterion { marks: (got, possible), .. } => {
            format!("{} / {}", marks(*got), figure::short(*possible))
        }
        _ => String::new(),
    }
}

/// The mark of a step.
pub fn step_mark(waterfall: &Waterfall, step: &Step, area: Area, nth: u32, lang: Lang) -> Mark {
    let mut notes = vec![texts::then(lang, &marks(step.to))];
    if let Cause::Criterion { marks: (got, possible), .. } = &step.cause {
        notes.insert(0, texts::marks_of(lang, &figure::fixed(*got, 2), &figure::fixed(*possible, 2)));
    }
    let criterion = match &step.cause {
        Cause::Criterion { id, .. } => Some(id.clone()),
        _ => None,
    };
    Mark {
        area,
        label: texts::unit_part(lang, lang.pick(&waterfall.name), lang.pick(&step.name)),
        value: charts::marks(lang, &figure::signed(step.change(), 2)),
        note: charts::clauses(lang, &notes),
        unit: Some(waterfall.unit.clone()),
        criterion,
        row: nth,
        ..Mark::default()
    }
}

/// The mark of full marks or of the final score.
pub fn end_mark(waterfall: &Waterfall, last: bool, area: Area, nth: u32, lang: Lang) -> Mark {
    let words = result_charts(lang);
    let (name, value) = match waterfall.total {
        Some(total) if last => (words.final_score, total),
        _ => (words.full, waterfall.full_marks),
    };
    let grade = waterfall.grade.as_ref().map(|grade| lang.pick(grade).to_owned());
    let notes: Vec<String> = std::iter::once(waterfall.stand.words(lang)).chain(grade).collect();
    Mark {
        area,
        label: texts::unit_part(lang, lang.pick(&waterfall.name), name),
        value: charts::marks(lang, &figure::fixed(value, 2)),
        note: if last { charts::clauses(lang, &notes) } else { String::new() },
        unit: Some(waterfall.unit.clone()),
        row: nth,
        ..Mark::default()
    }
}

/// The chart in words.
pub fn alt(waterfall: &Waterfall, lang: Lang) -> String {
    if let Some(problem) = problem(waterfall, lang) {
        return problem;
    }
    let changes = waterfall.steps.iter().filter(|step| step.change().abs() >= 0.05);
    let said: Vec<String> =
        changes.map(|step| charts::named_value(lang, lang.pick(&step.name), &change(step))).collect();
    let words = result_charts(lang);
    let mut sentences = vec![charts::sentence(lang, &title(waterfall, lang))];
    if !said.is_empty() {
        sentences.push(charts::series_sentence(lang, words.change, &said));
    }
    charts::sentences(lang, &sentences)
}

/// The figures: a row a step.
pub fn table(waterfall: &Waterfall, lang: Lang) -> Table {
    let words = result_charts(lang);
    let number = |value: f64| Cell::number(value, figure::fixed(value, 2));
    let none = || Cell::Missing(String::new());
    let end = |name: &str, value: Option<f64>| {
        let value = value.map_or_else(none, number);
        vec![Cell::Text(name.to_owned()), none(), none(), none(), value]
    };
    let step = |step: &Step| {
        let (got, possible) = match &step.cause {
            Cause::Criterion { marks: (got, possible), .. } => (number(*got), number(*possible)),
            _ => (none(), none()),
        };
        let change = step.change();
        vec![
            Cell::Text(lang.pick(&step.name).to_owned()),
            got,
            possible,
            Cell::number(change, figure::signed(change, 2)),
            number(step.to),
        ]
    };
    let mut rows = vec![end(words.full, Some(waterfall.full_marks))];
    rows.extend(waterfall.steps.iter().map(step));
    rows.push(end(words.final_score, waterfall.total));
    Table {
        caption: title(waterfall, lang),
        columns: [words.step, words.got, words.possible, words.change, words.after]
            .map(str::to_owned)
            .to_vec(),
        rows,
    }
}
