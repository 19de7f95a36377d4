// The bytes of a text of 13 bits in two characters (xtask/src/printable.rs); it may end with a byte too many.
function bytesOf(text) {
  const bytes = new Uint8Array(Math.ceil(text.length * 13 / 16));
  const digit = (at) => (text.charCodeAt(at) === 33 ? 25 : text.charCodeAt(at) - 35);
  let held = 0, bits = 0, filled = 0;
  for (let at = 0; at < text.length; at += 2) {
    held = ((held << 13) | (digit(at) * 91 + digit(at + 1))) & 0xfffff;
    for (bits += 13; bits >= 8; bits -= 8) bytes[filled++] = held >>> (bits - 8);
  }
  return bytes;
}

// Unpacks the program: one LZMA stream with its 13 bytes of header (the LZMA SDK's lzma-specification.txt; names as there
// where there are none better). A third smaller than what browsers can unpack by themselves, and the same in all of them.
function unpack(packed) {
  const view = new DataView(packed.buffer);
  const size = view.getUint32(5, true), lc = packed[0] % 9, lp = Math.floor(packed[0] / 9) % 5, pb = Math.floor(packed[0] / 45);
  const out = new Uint8Array(size);

  // The range decoder: each bit is read by how probable it has been so far, in 2048ths.
  const probabilities = (count) => new Uint16Array(count).fill(1024);
  let at = 18, range = 0xffffffff, code = view.getUint32(14);
  const refill = () => {
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[at++]) >>> 0;
  };

  const bit = (table, index) => {
    const probability = table[index];
    const bound = (range >>> 11) * probability;
    let value = 0;
    if (code < bound) {
      range = bound;
      table[index] = probability + ((2048 - probability) >> 5);
    } else {
      range -= bound;
      code -= bound;
      table[index] = probability - (probability >> 5);
      value = 1;
    }
    if (range < 0x1000000) refill();
    return value;
  };
  const tree = (table, base, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(table, base + node);
    return node - (1 << bits);
  };
  const reverseTree = (table, base, bits) => {
    let node = 1, value = 0;
    for (let i = 0; i < bits; i++) {
      const b = bit(table, base + node);
      node = (node << 1) | b;
      value |= b << i;
    }
    return value;
  };
  const evenBits = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      range >>>= 1;
      const b = code >= range ? 1 : 0;
      if (b) code -= range;
      if (range < 0x1000000) refill();
      value = value * 2 + b;
    }
    return value;
  };

  const lengthCoder = () => ({ choice: probabilities(2), low: probabilities(16 << 3), mid: probabilities(16 << 3), high: probabilities(256) });
  const length = (coder, position) => {
    if (!bit(coder.choice, 0)) return 2 + tree(coder.low, position << 3, 3);
    if (!bit(coder.choice, 1)) return 10 + tree(coder.mid, position << 3, 3);
    return 18 + tree(coder.high, 0, 8);
  };
  const literals = probabilities(0x300 << (lc + lp));
  const isMatch = probabilities(12 << 4), isRep = probabilities(12), isRep0 = probabilities(12), isRep0Long = probabilities(12 << 4);
  const isRep1 = probabilities(12), isRep2 = probabilities(12);
  const slots = probabilities(4 << 6), align = probabilities(16), special = probabilities(128);
  const lengths = lengthCoder(), repLengths = lengthCoder();

  // What came before (literal, match, repeated match), and the last four distances, less one.
  let state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0, filled = 0;
  while (filled < size) {
    const position = filled & ((1 << pb) - 1);
    if (!bit(isMatch, (state << 4) + position)) {
      const previous = filled > 0 ? out[filled - 1] : 0;
      const base = 0x300 * (((filled & ((1 << lp) - 1)) << lc) + (previous >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let match = out[filled - rep0 - 1];
        do {
          const matchBit = (match >> 7) & 1;
          match <<= 1;
          const b = bit(literals, base + ((1 + matchBit) << 8) + symbol);
          symbol = (symbol << 1) | b;
          if (matchBit !== b) break;
        } while (symbol < 0x100);
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(literals, base + symbol);
      out[filled++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRep, state)) {
      if (!bit(isRep0, state)) {
        if (!bit(isRep0Long, (state << 4) + position)) {
          state = state < 7 ? 9 : 11;
          out[filled] = out[filled - rep0 - 1];
          filled++;
          continue;
        }
      } else {
        let distance;
        if (!bit(isRep1, state)) distance = rep1;
        else {
          if (!bit(isRep2, state)) distance = rep2;
          else { distance = rep3; rep3 = rep2; }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      }
      count = length(repLengths, position);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2; rep2 = rep1; rep1 = rep0;
      count = length(lengths, position);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots, Math.min(count - 2, 3) << 6, 6);
      if (slot < 4) rep0 = slot;
      else {
        const bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << bits;
        if (slot < 14) rep0 += reverseTree(special, rep0 - slot, bits);
        else rep0 += (evenBits(bits - 4) << 4) + reverseTree(align, 0, 4);
      }
    }
    for (let from = filled - rep0 - 1; count > 0 && filled < size; count--) out[filled++] = out[from++];
  }
  return out;
}
