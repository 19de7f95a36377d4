//! Where a key leads in a grid of cells.

/// How many rows a page has.
const PAGE: usize = 15;

/// The cell that a key leads to; `None` where the key is none of the grid's.
pub fn moved(key: &str, ctrl: bool, at: (usize, usize), size: (usize, usize)) -> Option<(usize, usize)> {
    let (row, column) = at;
    let (last_row, last_column) = (size.0.checked_sub(1)?, size.1.checked_sub(1)?);
    Some(match (key, ctrl) {
        ("ArrowUp", true) => (0, column),
        ("ArrowDown", true) => (last_row, column),
        ("ArrowLeft", true) => (row, 0),
        ("ArrowRight", true) => (row, last_column),
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => ((row + 1).min(last_row), column),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, (column + 1).min(last_column)),
        ("PageUp", _) => (row.saturating_sub(PAGE), column),
        ("PageDown", _) => ((row + PAGE).min(last_row), column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn keys_stay_within_the_grid() {
        let size = (20, 3);
        assert_eq!(moved("ArrowUp", false, (0, 2), size), Some((0, 2)));
        assert_eq!(moved("ArrowRight", false, (0, 2), size), Some((0, 2)));
        assert_eq!(moved("PageDown", false, (10, 1), size), Some((19, 1)));
        assert_eq!(moved("End", true, (0, 0), size), Some((19, 2)));
        assert_eq!(moved("Home", false, (7, 2), size), Some((7, 0)));
        assert_eq!(moved("a", false, (7, 2), size), None);
        assert_eq!(moved("ArrowDown", false, (0, 0), (0, 3)), None);
    }
}
