//! The program as the page carries it: without what only tools read, compressed.

use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::Write;

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// The kind of section that holds names of functions and of tools; none of it is needed to run.
const CUSTOM: u8 = 0;

/// The wasm module without its custom sections: a third of it would be function names.
pub fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(HEADER)?;
    let mut kept = HEADER.to_vec();
    while let Some(kind) = rest.first() {
        let (length, length_bytes) = leb128(rest.get(1..)?)?;
        let (section, after) = rest.split_at_checked(1 + length_bytes + length)?;
        if *kind != CUSTOM {
            kept.extend_from_slice(section);
        }
        rest = after;
    }
    Some(kept)
}

/// An unsigned LEB128 number of up to 32 bits, and how many bytes it took.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, index + 1));
        }
    }
    None
}

/// Compresses as one LZMA stream with its header, for `unpack.js`. `thorough` takes seconds for the last tenth.
pub fn compress(bytes: &[u8], thorough: bool) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(if thorough { 9 } else { 1 });
    // Sections of wasm are not aligned to anything.
    options.pb = 0;
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_custom_sections_go() {
        // A custom section of three bytes (the name "n" and one more), then an empty type section.
        let module = [HEADER, &[0, 3, 1, b'n', 9], &[1, 1, 0]].concat();
        assert_eq!(without_custom_sections(&module), Some([HEADER, &[1, 1, 0]].concat()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_custom_sections(b"GIF89a"), None);
        assert_eq!(without_custom_sections(&[HEADER, &[1, 200]].concat()), None);
    }

    #[test]
    fn numbers_of_more_than_one_byte() {
        // 0xe5 0x8e 0x26 is 624485 in the LEB128 of the DWARF standard's example.
        assert_eq!(leb128(&[0xe5, 0x8e, 0x26, 7]), Some((624_485, 3)));
    }
}
