//! A scheme in a link: its file, deflated and in the letters that links may have, behind `#scheme=`.
//!
//! The colleague needs the page and nothing else: the part behind `#` never leaves the browser.

use std::io::{Read, Write};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};

use crate::{
    data::{self, ImportError, Problem},
    domain::Scheme,
};

/// What stands before the letters.
const PREFIX: &str = "#scheme=";
/// A scheme's file in a link has at most so many bytes; what claims more is not unpacked further.
const MOST_BYTES: u64 = 4_000_000;

/// The part of a link from `#` on that carries a scheme; `None` where it cannot be packed.
pub fn fragment(scheme: &Scheme) -> Option<String> {
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    packer.write_all(data::write_scheme(scheme).as_bytes()).ok()?;
    Some(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(packer.finish().ok()?)))
}

/// The scheme in the part of a link from `#` on; `None` where it speaks of something else.
pub fn read(fragment: &str) -> Option<Result<Scheme, ImportError>> {
    let letters = fragment.strip_prefix(PREFIX)?;
    Some(unpacked(letters).and_then(|text| data::read_scheme(&text)))
}

fn unpacked(letters: &str) -> Result<Vec<u8>, ImportError> {
    let broken = || ImportError::whole(Problem::Truncated);
    let packed = URL_SAFE_NO_PAD.decode(letters.trim()).map_err(|_| broken())?;
    let mut text = Vec::new();
    let unpacking = DeflateDecoder::new(packed.as_slice()).take(MOST_BYTES + 1).read_to_end(&mut text);
    unpacking.map_err(|_| broken())?;
    if text.len() as u64 > MOST_BYTES {
        let bytes = text.len() as u64;
        return Err(ImportError::whole(Problem::TooLarge { bytes, most: MOST_BYTES }));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::fixture;

    #[test]
    fn every_scheme_comes_back_from_its_link() {
        for scheme in data::presets().unwrap().into_iter().chain(data::seed_schemes().unwrap()) {
            let link = fragment(&scheme).unwrap();
            assert_eq!(read(&link).unwrap().unwrap(), *scheme);
            assert!(link.bytes().skip(1).all(|b| b.is_ascii_alphanumeric() || b"-_=".contains(&b)));
            assert!(link.len() < 12_000, "{}: {}", scheme.id, link.len());
        }
    }

    #[test]
    fn a_damaged_link_is_an_error_and_another_fragment_is_none() {
        let link = fragment(&fixture::scheme()).unwrap();
        assert!(read("").is_none());
        assert!(read("#embed=trend").is_none());
        for broken in [&link[..link.len() / 2], "#scheme=", "#scheme=@@@", "#scheme=AAAA"] {
            assert!(read(broken).unwrap().is_err(), "{broken}");
        }
    }

    #[test]
    fn a_link_that_unpacks_without_end_is_refused() {
        let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&vec![b' '; MOST_BYTES as usize + 10]).unwrap();
        let link = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(packer.finish().unwrap()));
        let error = read(&link).unwrap().unwrap_err();
        assert!(matches!(error.problem, Problem::TooLarge { .. }), "{error:?}");
    }
}
