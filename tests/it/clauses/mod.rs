//! Real clauses of published assessment measures, each written as a rule (or a setting of the scheme) in the form a
//! user writes, with made-up cases on which it takes effect, does not, and cannot be decided.
//!
//! Clauses 1–5, 8–10, 14, 16 and 20 are in `vetoes`, 6, 11, 17–19 and 23 in `marks`, 4, 7, 13 and 15 in `grades`, 12,
//! 21, 22 and 24 in `settings`.

mod grades;
mod marks;
mod settings;
mod vetoes;
