//! Checks across the whole project, in one binary.

mod styles;
