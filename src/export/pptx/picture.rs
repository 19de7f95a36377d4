//! Whether the bytes of a picture are what they say, and how large it is.

use quick_xml::Reader;
use quick_xml::events::Event;

/// Width and height of a PNG by its head, in pixels; `None` where it is not one or has no size.
pub(super) fn png_size(png: &[u8]) -> Option<(f64, f64)> {
    let head = png.get(..24)?;
    if !head.starts_with(b"\x89PNG\r\n\x1a\n") || &head[12..16] != b"IHDR" {
        return None;
    }
    let number = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let (width, height) = (number(16), number(20));
    (width > 0 && height > 0).then(|| (f64::from(width), f64::from(height)))
}

/// The text is well-formed XML with the root `svg`, and declares no entities.
pub(super) fn is_svg(svg: &str) -> bool {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut found) = (0_usize, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                if depth == 0 {
                    if found || start.local_name().as_ref() != "svg" {
                        return false;
                    }
                    found = true;
                }
                depth += 1;
                if start.attributes().any(|attribute| attribute.is_err()) {
                    return false;
                }
            }
            Ok(Event::End(_)) => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return false,
            },
            Ok(Event::Empty(_)) if depth == 0 => return false,
            Ok(Event::DocType(_)) | Err(_) => return false,
            Ok(Event::Eof) => return found && depth == 0,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_head() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 3, 32, 0, 0, 2, 88]);
        assert_eq!(png_size(&png), Some((800.0, 600.0)));
        assert_eq!(png_size(b"GIF89a"), None);
        assert_eq!(png_size(&[]), None);
    }

    #[test]
    fn only_a_whole_svg_is_one() {
        assert!(is_svg(
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>甲 &amp; 乙</text></svg>"
        ));
        for wrong in [
            "",
            "text",
            "<svg>",
            "<svg><g></svg>",
            "<html></html>",
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg></svg>",
        ] {
            assert!(!is_svg(wrong), "{wrong}");
        }
    }
}
