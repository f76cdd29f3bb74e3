/** A code of Huffman's: by its next `bits` bits, 16 times the symbol plus the length of its code. */
interface Code {
  bits: number;
  entries: Uint16Array;
}

const damaged = () => new Error("its gzip is damaged");

const span = (from: number, to: number) => Array.from({length: to - from + 1}, (_, at) => from + at);

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** The code of symbols whose lengths are given, 0 for one that does not occur. */
function codeOf(lengths: readonly number[]): Code {
  const bits = Math.max(1, ...lengths);
  const entries = new Uint16Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length++) {
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue;
      if (code >= 1 << length) throw damaged();
      for (let at = reversed(code++, length); at < entries.length; at += 1 << length)
        entries[at] = (symbol << 4) | length;
    }
    code <<= 1;
  }
  return {bits, entries};
}

const fixed = {
  symbols: codeOf(span(0, 287).map((at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8))),
  distances: codeOf(span(0, 29).map(() => 5))
};

/** Where values of growing steps begin: of `each` that have as many extra bits. */
function begins(extra: readonly number[], first: number): number[] {
  let next = first;
  return extra.map((bits) => {
    const begin = next;
    next += 1 << bits;
    return begin;
  });
}

const lengthExtra = [...span(0, 27).map((at) => Math.max(0, (at >> 2) - 1)), 0];
const lengthBegin = [...begins(lengthExtra.slice(0, -1), 3), 258];
const distanceExtra = span(0, 29).map((at) => Math.max(0, (at >> 1) - 1));
const distanceBegin = begins(distanceExtra, 1);
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Unpacks a stream of RFC 1951 that starts `at` a byte, into a place of `out`; gives the ends of both. Throws where it is damaged or
 * holds more than there is room for.
 */
export function inflate(
  bytes: Uint8Array,
  at: number,
  out: Uint8Array,
  to: number
): {at: number; to: number} {
  let [hold, count] = [0, 0];
  const fill = (bits: number) => {
    while (count < bits) {
      hold |= (at < bytes.length ? bytes[at] : 0) << count;
      at++;
      count += 8;
    }
  };
  const take = (bits: number) => {
    fill(bits);
    const value = hold & ((1 << bits) - 1);
    hold >>>= bits;
    count -= bits;
    return value;
  };
  const decode = ({bits, entries}: Code) => {
    fill(bits);
    const entry = entries[hold & ((1 << bits) - 1)];
    if (entry === 0) throw damaged();
    hold >>>= entry & 15;
    count -= entry & 15;
    return entry >> 4;
  };
  const written = () => {
    const [symbols, distances, kinds] = [take(5) + 257, take(5) + 1, take(4) + 4];
    const ofKinds = new Array<number>(19).fill(0);
    for (let kind = 0; kind < kinds; kind++) ofKinds[orderOfLengths[kind]] = take(3);
    const code = codeOf(ofKinds);
    const lengths: number[] = [];
    while (lengths.length < symbols + distances) {
      const kind = decode(code);
      if (kind < 16) lengths.push(kind);
      else {
        const [value, times] =
          kind === 16 ? [lengths.at(-1), take(2) + 3] : [0, kind === 17 ? take(3) + 3 : take(7) + 11];
        if (value === undefined) throw damaged();
        for (let time = 0; time < times; time++) lengths.push(value);
      }
    }
    return {
      symbols: codeOf(lengths.slice(0, symbols)),
      distances: codeOf(lengths.slice(symbols, symbols + distances))
    };
  };
  const stored = () => {
    at -= count >> 3;
    [hold, count] = [0, 0];
    const length = bytes[at] | (bytes[at + 1] << 8);
    at += 4;
    if (at + length > bytes.length || to + length > out.length) throw damaged();
    out.set(bytes.subarray(at, at + length), to);
    at += length;
    to += length;
  };
  const block = ({symbols, distances}: typeof fixed) => {
    for (let symbol = decode(symbols); symbol !== 256; symbol = decode(symbols)) {
      if (to >= out.length || at - (count >> 3) > bytes.length) throw damaged();
      if (symbol < 256) {
        out[to++] = symbol;
        continue;
      }
      if (symbol > 285) throw damaged();
      const length = lengthBegin[symbol - 257] + take(lengthExtra[symbol - 257]);
      const far = decode(distances);
      const distance = distanceBegin[far] + take(distanceExtra[far]);
      if (far > 29 || distance > to || to + length > out.length) throw damaged();
      for (const end = to + length; to < end; to++) out[to] = out[to - distance];
    }
  };
  for (let last = 0; last === 0;) {
    last = take(1);
    const kind = take(2);
    if (kind === 3) throw damaged();
    if (kind === 0) stored();
    else block(kind === 1 ? fixed : written());
    if (at - (count >> 3) > bytes.length) throw damaged();
  }
  return {at: at - (count >> 3), to};
}
