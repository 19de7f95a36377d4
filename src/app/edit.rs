//! Changes of a scheme: each takes one and gives the changed copy, or `None` where it makes no sense (an unknown id,
//! a number that is negative or not finite).

mod balance;
mod bands;
mod conditions;
mod fit;
mod handles;
mod points;
mod rule_start;
mod rules;
mod tree;

pub use balance::{with_border, with_points_held};
pub use bands::{with_band_added, with_grade_name, without_band};
pub use conditions::{parts, with_one_more, with_part};
pub use fit::{FunctionKind, as_kind, fitting, values};
pub use handles::{handles, moves_share, with_handle};
pub use points::{
    criterion, normalise, split_equally, with_band, with_function, with_points, with_points_of,
};
pub use rule_start::{RuleStart, compare, new_rule};
pub use rules::{
    free_rule_id, rule_marks, thresholds, with_confirmation, with_rule, with_rule_marks, with_threshold,
};
pub use tree::{
    grouped, parent, with_copy, with_criterion, with_moved, with_placed, with_replaced, without_criterion,
};
