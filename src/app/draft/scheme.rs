//! The scheme of a draft.

use super::{Better, Draft, DraftLeaf};
use crate::{
    app::Library,
    domain::{
        Aggregate, Band, Body, Criterion, DataSet, Grade, Leaf, MissingPolicy, RankWithin, Role, Scheme,
        ScoreFunction, Text, Ties,
    },
    i18n::texts::draft,
};

/// The marks of a perfect unit.
const FULL_MARKS: f64 = 100.0;
/// Points are given in hundredths.
const HUNDREDTHS: usize = 10_000;
/// From how many marks on the grades but the last are given.
const BANDS: [f64; 3] = [90.0, 80.0, 60.0];

impl Draft {
    /// The scheme: every leaf has the same points, to a hundredth, and they sum to full marks; leaves under one heading
    /// become a first-level criterion. `None` where no leaf is taken.
    pub fn scheme(&self, data: &DataSet, library: &Library) -> Option<Scheme> {
        let taken: Vec<&DraftLeaf> = self.leaves.iter().filter(|leaf| leaf.taken).collect();
        if taken.is_empty() {
            return None;
        }
        let (each, more) = (HUNDREDTHS / taken.len(), HUNDREDTHS % taken.len());
        let leaves = taken.iter().enumerate().map(|(nth, leaf)| {
            let hundredths = each + usize::from(nth < more);
            (leaf.group.clone(), hundredths, criterion(nth, leaf, hundredths))
        });
        let leaves: Vec<(Text, usize, Criterion)> = leaves.collect();
        let groups = self.groups();
        let criteria = if groups.is_empty() {
            leaves.into_iter().map(|(_, _, leaf)| leaf).collect()
        } else {
            groups.iter().enumerate().map(|(nth, group)| node(nth, group, &leaves)).collect()
        };
        let grades = ["excellent", "good", "pass", "fail"].into_iter().zip(draft::grades());
        Some(Scheme {
            id: free_id(library, &data.id),
            name: draft::scheme_name(&data.name),
            source: draft::source(&data.name),
            full_marks: FULL_MARKS,
            aggregate: Aggregate::Arithmetic,
            criteria,
            class_points: Vec::new(),
            bands: ["excellent", "good", "pass"]
                .into_iter()
                .zip(BANDS)
                .map(|(grade, from)| Band { grade: grade.into(), from })
                .collect(),
            grades: grades.map(|(id, name)| Grade { id: id.into(), name }).collect(),
            class_bands: Vec::new(),
            rules: Vec::new(),
            missing: MissingPolicy::LeaveOut,
            coverage_limit: 0.0,
            ties: Ties::default(),
            rank_within: RankWithin::Class,
            above_full: false,
            decimals: None,
            over_years: None,
        })
    }
}

fn criterion(nth: usize, leaf: &DraftLeaf, hundredths: usize) -> Criterion {
    let function = if leaf.is_answer {
        ScoreFunction::YesNo { full_when: leaf.better == Better::More }
    } else {
        ScoreFunction::Linear { zero: leaf.zero, full: leaf.full }
    };
    Criterion {
        id: format!("leaf-{}", nth + 1).into(),
        name: leaf.name.clone(),
        points: hundredths as f64 / 100.0,
        classes: Vec::new(),
        role: Role::Counted,
        basis: draft::basis(leaf),
        body: Body::Leaf(Leaf { indicator: leaf.indicator.clone(), function, log: false, missing: None }),
    }
}

fn node(nth: usize, group: &Text, leaves: &[(Text, usize, Criterion)]) -> Criterion {
    let own = || leaves.iter().filter(|(other, ..)| other == group);
    let hundredths: usize = own().map(|(_, hundredths, _)| hundredths).sum();
    let children = own().map(|(.., leaf)| leaf.clone()).collect();
    Criterion {
        id: format!("group-{}", nth + 1).into(),
        name: if group.is_empty() { draft::others() } else { group.clone() },
        points: hundredths as f64 / 100.0,
        classes: Vec::new(),
        role: Role::Counted,
        basis: Text::default(),
        body: Body::Node { aggregate: Aggregate::Arithmetic, children },
    }
}

/// An id that no scheme of the library has.
fn free_id(library: &Library, data: &str) -> String {
    let wish: String = format!("for-{data}").chars().take(60).collect();
    let numbered = (2u32..).map(|number| format!("{wish}-{number}"));
    let mut ids = std::iter::once(wish.clone()).chain(numbered);
    ids.find(|id| library.scheme(id).is_none()).unwrap_or(wish)
}
