//! The code of a frame that shows a chart in another page.

use super::svg::escaped;

/// The size of a new frame in CSS pixels; the page that holds it may change it.
const SIZE: (u32, u32) = (960, 540);

/// An `iframe` of the page's file at a fragment. The frame is see-through: that takes the same colour scheme within
/// and without, which is why it names one.
pub fn code(file: &str, fragment: &str, title: &str) -> String {
    let (width, height) = SIZE;
    let quoted = |text: &str| escaped(text).replace('"', "&quot;");
    format!(
        "<iframe src=\"{}{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;color-scheme:light\"></iframe>",
        quoted(file),
        quoted(fragment),
        quoted(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_a_title_cannot_leave_it() {
        assert_eq!(
            code("faheng.html", "#embed=trend&year=2019", "\"<b>\" & 甲"),
            "<iframe src=\"faheng.html#embed=trend&amp;year=2019\" title=\"&quot;&lt;b&gt;&quot; &amp; 甲\" \
             width=\"960\" height=\"540\" style=\"border:0;color-scheme:light\"></iframe>"
        );
    }
}
