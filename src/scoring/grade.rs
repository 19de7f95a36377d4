//! Grade: a total in marks → a place in the scheme's list of grades, by bands.

use crate::domain::{Band, ClassId, Comparison, Scheme};

use super::conditions::compare;

/// The grade of a total: that of the first band it reaches, else the last grade of the list. `None` where the scheme
/// has no grades.
///
/// Worked example, bands 90 / 80 / 60: 85.3 is the second grade, 59.9 the last.
pub fn grade_of(scheme: &Scheme, class: &ClassId, total: f64) -> Option<usize> {
    let reached = bands(scheme, class).iter().find(|band| compare(total, Comparison::AtLeast, band.from));
    let named = reached.and_then(|band| scheme.grades.iter().position(|grade| grade.id == band.grade));
    named.or_else(|| scheme.grades.len().checked_sub(1))
}

/// The bands of a class.
pub fn bands<'s>(scheme: &'s Scheme, class: &ClassId) -> &'s [Band] {
    let own = scheme.class_bands.iter().find(|own| &own.class == class);
    own.map_or(&scheme.bands, |own| &own.bands)
}

/// A total rounded to the scheme's decimals, halves up.
pub fn rounded(scheme: &Scheme, total: f64) -> f64 {
    let Some(decimals) = scheme.decimals else { return total };
    let scale = libm::pow(10.0, f64::from(decimals.min(12)));
    // The same grace as in comparisons: 59.5 that a sum of decimal fractions missed by its last digit is 60.
    let scaled = libm::floor(total * scale + 0.5 + 1e-9);
    if scaled.is_finite() { scaled / scale } else { total }
}
