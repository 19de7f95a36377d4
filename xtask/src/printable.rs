//! Bytes as printable text for the page: 13 bits in two characters of 91, where base64 has 12.
//!
//! The digits are the characters from `#` to `}`, with `!` for `<`, so that the text ends no script element.
//! `unpack.js` reads it back.

const DIGITS: u32 = 91;
const BITS: u32 = 13;

/// The text of some bytes; what is missing of the last 13 bits is zero.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 16 / BITS as usize + 2);
    let (mut held, mut bits) = (0_u32, 0);
    let mut push = |thirteen: u32| text.extend([thirteen / DIGITS, thirteen % DIGITS].map(digit));
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            push(held >> bits);
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        push(held << (BITS - bits));
    }
    text
}

fn digit(value: u32) -> char {
    match char::from_u32(u32::from('#') + value) {
        None | Some('<') => '!',
        Some(character) => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0xff 0xf8 are thirteen ones and three zeros: 8191 = 90 × 91 + 1, then 0; `}` is the digit 90.
    #[test]
    fn thirteen_bits_are_two_digits() {
        assert_eq!(encode(&[0xff, 0xf8]), "}$##");
        assert_eq!(encode(&[]), "");
    }

    /// 25 × 91 = 2275 = 0b0100011100011, so its bits and three zeros are 0x47 0x18.
    #[test]
    fn nothing_ends_the_script() {
        assert_eq!(encode(&[0x47, 0x18]), "!###");
        let all: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        assert!(encode(&all).bytes().all(|byte| matches!(byte, b'!' | b'#'..=b'}') && byte != b'<'));
    }
}
