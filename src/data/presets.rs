//! Published assessment systems as schemes to begin from.
//!
//! Each names its source and says what it does not publish; points that are not known are split evenly. Their leaves
//! read indicators of their own (`ningxia2015_c1`: an assessor's mark from 0 to 100), which a data set must bring.

use std::rc::Rc;

use crate::domain::Scheme;

use super::{ImportError, read_scheme};

const PRESETS: [&str; 9] = [
    include_str!("../../seeds/presets/national-demonstration-2021.json"),
    include_str!("../../seeds/presets/ningxia-2015.json"),
    include_str!("../../seeds/presets/guangdong-2013.json"),
    include_str!("../../seeds/presets/henan-2015.json"),
    include_str!("../../seeds/presets/cupl-2017.json"),
    include_str!("../../seeds/presets/yuhang-2008.json"),
    include_str!("../../seeds/presets/website-check-2019.json"),
    include_str!("../../seeds/presets/water-2016.json"),
    include_str!("../../seeds/presets/wjp.json"),
];

/// The presets: systems of law-based government first, others of use as patterns after them.
pub fn presets() -> Result<Vec<Rc<Scheme>>, ImportError> {
    PRESETS.iter().map(|text| read_scheme(text.as_bytes()).map(Rc::new)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Criterion, Text};

    #[test]
    fn every_preset_is_sound_and_speaks_both_languages() {
        for scheme in presets().unwrap() {
            let complete = |text: &Text| !text.zh.is_empty() && !text.en.is_empty();
            assert!(complete(&scheme.name) && complete(&scheme.source), "{}", scheme.id);
            assert!(scheme.grades.iter().all(|grade| complete(&grade.name)), "{}", scheme.id);
            assert!(
                scheme.rules.iter().all(|rule| complete(&rule.name) && complete(&rule.basis)),
                "{}",
                scheme.id
            );
            fn named(criteria: &[Criterion]) -> bool {
                criteria
                    .iter()
                    .all(|one| !one.name.zh.is_empty() && !one.name.en.is_empty() && named(one.children()))
            }
            assert!(named(&scheme.criteria), "{}", scheme.id);
        }
    }

    #[test]
    fn first_level_points_add_up_to_full_marks_and_say_their_basis() {
        for scheme in presets().unwrap() {
            let sum: f64 = scheme.criteria.iter().map(|criterion| criterion.points).sum();
            assert!((sum - scheme.full_marks).abs() < 1e-9, "{}: {sum}", scheme.id);
            assert!(scheme.criteria.iter().all(|one| !one.basis.is_empty()), "{}", scheme.id);
        }
    }
}
