// Unpacks gzip (RFC 1951 and 1952) where the browser has no DecompressionStream: Firefox before 113, Safari before 16.4.
function inflate(packed) {
  const size = new DataView(packed.buffer).getUint32(packed.length - 4, true);
  const out = new Uint8Array(size);
  let at = 10, bit = 0, filled = 0;
  const bits = (count) => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      value |= ((packed[at] >> bit) & 1) << i;
      if (++bit === 8) { bit = 0; at++; }
    }
    return value;
  };
  // A canonical code: how many words there are of each length, and the symbols in the order of their words.
  const code = (lengths) => {
    const counts = new Uint16Array(16), starts = new Uint16Array(16), symbols = new Uint16Array(lengths.length);
    for (const length of lengths) if (length) counts[length]++;
    for (let i = 1; i < 16; i++) starts[i] = starts[i - 1] + counts[i - 1];
    lengths.forEach((length, symbol) => { if (length) symbols[starts[length]++] = symbol; });
    return { counts, symbols };
  };
  const symbol = ({ counts, symbols }) => {
    for (let length = 1, word = 0, first = 0, index = 0; length < 16; length++) {
      word |= bits(1);
      const count = counts[length];
      if (word - count < first) return symbols[index + word - first];
      index += count;
      first = (first + count) << 1;
      word <<= 1;
    }
    throw new Error("the program is damaged");
  };
  // The smallest value of each length or distance symbol, and how many bits tell what to add to it.
  const steps = (value, count, perBit) => Array.from({ length: count }, (_, i) => {
    const extra = Math.max(0, Math.floor(i / perBit) - 1), base = value;
    value += 1 << extra;
    return [base, extra];
  });
  const lengthSteps = [...steps(3, 28, 4), [258, 0]], distanceSteps = steps(1, 30, 2);
  const codesOfBlock = () => {
    const literals = bits(5) + 257, distances = bits(5) + 1, used = bits(4) + 4, first = new Array(19).fill(0);
    [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].slice(0, used).forEach((i) => { first[i] = bits(3); });
    const lengths = [], lengthCode = code(first);
    while (lengths.length < literals + distances) {
      const word = symbol(lengthCode);
      if (word < 16) { lengths.push(word); continue; }
      const value = word === 16 ? lengths[lengths.length - 1] : 0;
      for (let times = [() => 3 + bits(2), () => 3 + bits(3), () => 11 + bits(7)][word - 16](); times > 0; times--) lengths.push(value);
    }
    return [code(lengths.slice(0, literals)), code(lengths.slice(literals))];
  };
  const fixedCodes = () => {
    const literals = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
    return [code(literals), code(new Array(30).fill(5))];
  };
  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      if (bit) { bit = 0; at++; }
      const length = bits(16);
      at += 2;
      out.set(packed.subarray(at, at + length), filled);
      at += length;
      filled += length;
      continue;
    }
    const [literals, distances] = kind === 2 ? codesOfBlock() : fixedCodes();
    for (let word; (word = symbol(literals)) !== 256; ) {
      if (word < 256) { out[filled++] = word; continue; }
      const [length, extra] = lengthSteps[word - 257], end = filled + length + bits(extra);
      const [distance, more] = distanceSteps[symbol(distances)];
      for (let from = filled - distance - bits(more); filled < end; ) out[filled++] = out[from++];
    }
  }
  return out;
}
