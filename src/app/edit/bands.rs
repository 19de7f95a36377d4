//! Grades and their bands: added, taken away, named. Moving a band is in `points`.

use crate::domain::{Band, Grade, GradeId, Scheme, Text};

/// The scheme with a grade below that of the n-th band, given from halfway to the next band on (to 0 below the last).
/// `None` where there is no room for it.
///
/// Worked example, bands 90 / 80 / 60: one added below the second is given from 70 on.
pub fn with_band_added(scheme: &Scheme, nth: usize, name: Text) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let above = scheme.bands.get(nth)?;
    let place = scheme.grades.iter().position(|grade| grade.id == above.grade)?;
    let below = scheme.bands.get(nth + 1).map_or(0.0, |band| band.from);
    let from = above.from / 2.0 + below / 2.0;
    let from = if (below..above.from).contains(&from.round()) { from.round() } else { from };
    if from <= below && scheme.bands.len() > nth + 1 || from >= above.from {
        return None;
    }
    let taken = |id: &GradeId| scheme.grades.iter().any(|grade| &grade.id == id);
    let id = (1..).map(|nth| GradeId::from(format!("grade-{nth}"))).find(|id| !taken(id))?;
    scheme.grades.insert(place + 1, Grade { id: id.clone(), name });
    scheme.bands.insert(nth + 1, Band { grade: id, from });
    Some(scheme)
}

/// The scheme without its n-th band and its grade, and the grade's name; those of classes with bands of their own go
/// with it. The last band stays, so that there is something to reach.
pub fn without_band(scheme: &Scheme, nth: usize) -> Option<(Text, Scheme)> {
    let mut scheme = scheme.clone();
    if scheme.bands.len() < 2 || nth >= scheme.bands.len() {
        return None;
    }
    let gone = scheme.bands.remove(nth).grade;
    let place = scheme.grades.iter().position(|grade| grade.id == gone)?;
    let grade = scheme.grades.remove(place);
    for own in &mut scheme.class_bands {
        own.bands.retain(|band| band.grade != gone);
    }
    Some((grade.name, scheme))
}

/// The scheme with another name for a grade.
pub fn with_grade_name(scheme: &Scheme, id: &GradeId, name: Text) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    scheme.grades.iter_mut().find(|grade| &grade.id == id)?.name = name;
    Some(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::fixture, data::check_scheme};

    fn line(scheme: &Scheme) -> String {
        scheme.bands.iter().map(|band| format!("{} {}", band.grade, band.from)).collect::<Vec<_>>().join(", ")
    }

    /// Halfway between a band and the next, or nothing.
    #[test]
    fn a_band_is_added_halfway_named_and_taken_away() {
        let scheme = fixture::scheme();
        let start = line(&scheme);
        let from = scheme.bands[0].from;
        let added = with_band_added(&scheme, 0, Text::new("中", "middling")).unwrap();
        let below = scheme.bands.get(1).map_or(0.0, |band| band.from);
        assert_eq!(added.bands[1].from, ((from + below) / 2.0).round());
        assert_eq!(added.grades[1].name.zh, "中");
        assert_eq!(check_scheme(&added), vec![]);
        let named = with_grade_name(&added, &"grade-1".into(), Text::new("一般", "fair")).unwrap();
        let (name, back) = without_band(&named, 1).unwrap();
        assert_eq!((name.zh.as_str(), line(&back)), ("一般", start));
        assert_eq!(back.grades, scheme.grades);
        assert_eq!(with_band_added(&scheme, 9, Text::default()), None);
    }

    #[test]
    fn the_last_band_stays() {
        let mut scheme = fixture::scheme();
        while scheme.bands.len() > 1 {
            scheme = without_band(&scheme, 0).unwrap().1;
        }
        assert_eq!(without_band(&scheme, 0), None);
    }
}
