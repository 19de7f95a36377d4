//! Texts in old encodings, by the browser's own decoder.

use web_sys::TextDecoder;

/// The text that bytes in a named encoding say (`gb18030`, `big5` ...), without a mark at its start; what cannot be
/// decoded becomes U+FFFD. `None` where the name is not known.
pub fn decode(encoding: &str, bytes: &[u8]) -> Option<String> {
    let decoder = TextDecoder::new_with_label(encoding).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}
