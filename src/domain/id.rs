//! Identifiers: a string each, with a type of its own so that a unit is never taken for an indicator.
//!
//! An id is 1 to 80 characters of any script without white space at its ends; [`crate::data`] checks that.

use std::{fmt, rc::Rc};

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Rc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }
        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A unit that is assessed (被评单位).
    UnitId,
    /// A class of units (单位类别).
    ClassId,
    /// An indicator (指标).
    IndicatorId,
    /// A document that figures come from (出处).
    DocumentId,
    /// A criterion of a scheme (评分项).
    CriterionId,
    /// A rule of a scheme (规则).
    RuleId,
    /// A grade (等次).
    GradeId,
}
