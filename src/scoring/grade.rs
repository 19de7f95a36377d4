//! Grade: a total in marks → a place in the scheme's list of grades, by bands.

use crate::domain::{Band, ClassId, Comparison, DataSet, GradeId, Scheme};

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

/// The bands of all classes made ready: a total's grade without looking names up.
pub(crate) struct Bands<'s> {
    scheme: &'s Scheme,
    /// By class, last those of no known class: from how many marks on, and the grade's place in the list.
    by_class: Vec<Vec<(f64, Option<usize>)>>,
}

impl<'s> Bands<'s> {
    /// The bands of a scheme for the classes of a data set.
    pub fn new(scheme: &'s Scheme, data: &DataSet) -> Self {
        let place = |id: &GradeId| scheme.grades.iter().position(|grade| grade.id == *id);
        let ready = |bands: &[Band]| bands.iter().map(|band| (band.from, place(&band.grade))).collect();
        let own = data.classes.iter().map(|class| ready(bands(scheme, &class.id)));
        Self { scheme, by_class: own.chain([ready(&scheme.bands)]).collect() }
    }

    /// As [`grade_of`], for a class by its place.
    #[inline]
    pub fn grade(&self, class: usize, total: f64) -> Option<usize> {
        let bands = self.by_class.get(class).map_or(&[][..], Vec::as_slice);
        let reached = bands.iter().find(|(from, _)| compare(total, Comparison::AtLeast, *from));
        reached.and_then(|(_, grade)| *grade).or_else(|| self.scheme.grades.len().checked_sub(1))
    }
}

/// Into how many parts of a mark a scheme rounds; `None` where it does not.
pub(crate) fn rounding(scheme: &Scheme) -> Option<f64> {
    scheme.decimals.map(|decimals| libm::pow(10.0, f64::from(decimals.min(12))))
}

/// A total rounded, halves up.
#[inline]
pub(crate) fn rounded(rounding: Option<f64>, total: f64) -> f64 {
    let Some(scale) = rounding else { return total };
    // The same grace as in comparisons: 59.5 that a sum of decimal fractions missed by its last digit is 60.
    let scaled = libm::floor(total * scale + 0.5 + 1e-9);
    if scaled.is_finite() { scaled / scale } else { total }
}
