//! The bare work that scoring is held against: each leaf scaled by its least and most, a weighted sum, and the order of
//! units, written plainly.

/// The units in the order of their totals, best first.
pub fn order(numbers: &[f64], units: usize, leaves: usize) -> Vec<u32> {
    sorted(&totals(numbers, units, leaves))
}

/// The totals of leaves that weigh the same.
pub fn totals(numbers: &[f64], units: usize, leaves: usize) -> Vec<f64> {
    let mut totals = vec![0.0; units];
    let weight = 1.0 / leaves as f64;
    for column in numbers.chunks_exact(units) {
        let (least, most) = column.iter().fold((f64::MAX, f64::MIN), |(l, m), x| (l.min(*x), m.max(*x)));
        let scale = weight / (most - least);
        totals.iter_mut().zip(column).for_each(|(total, x)| *total += (x - least) * scale);
    }
    totals
}

/// The places of totals in their order, the largest first.
pub fn sorted(totals: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..totals.len() as u32).collect();
    order.sort_by(|a, b| totals[*b as usize].total_cmp(&totals[*a as usize]));
    order
}
