/** Where so many bytes may be written, 16-byte aligned, over what was written before; 0 if memory cannot grow so far. */
export function shapReserve(bytes: i32): usize {
  const start = (__heap_base + 15) & ~15;
  const pages = <i32>((start + <usize>bytes + 0xffff) >> 16) - memory.size();
  return pages > 0 && memory.grow(pages) < 0 ? 0 : start;
}

/**
 * Adds what the tables of all groups say to the sums of a chunk of rows. Columns stand one after another, `stride`
 * rows each (a multiple of 8). A condition is 12 bytes: column, threshold, 1 where a missing value goes left.
 */
export function shapGroups(
  groups: i32,
  stride: i32,
  conditionStarts: usize,
  conditions: usize,
  slotStarts: usize,
  slots: usize,
  tableStarts: usize,
  tables: usize,
  values: usize,
  sums: usize,
  codes: usize
): void {
  const codesEnd = codes + ((<usize>stride) << 1);
  for (let group = 0; group < groups; group++) {
    const at = (<usize>group) << 2;
    const first = load<i32>(conditionStarts + at);
    const bits = load<i32>(conditionStarts + at, 4) - first;
    memory.fill(codes, 0, (<usize>stride) << 1);
    for (let bit = 0; bit < bits; bit++) {
      const condition = conditions + <usize>(first + bit) * 12;
      const threshold = f32x4.splat(load<f32>(condition, 4));
      const flag: i32 = 1 << bit;
      const mark = i16x8.splat(<i16>flag);
      let value = values + <usize>load<i32>(condition) * ((<usize>stride) << 2);
      if (load<i32>(condition, 8)) {
        for (let code = codes; code < codesEnd; code += 16, value += 32) {
          const right = i16x8.narrow_i32x4_s(
            f32x4.ge(v128.load(value), threshold),
            f32x4.ge(v128.load(value, 16), threshold)
          );
          v128.store(code, v128.or(v128.load(code), v128.andnot(mark, right)));
        }
      } else {
        for (let code = codes; code < codesEnd; code += 16, value += 32) {
          const left = i16x8.narrow_i32x4_s(
            f32x4.lt(v128.load(value), threshold),
            f32x4.lt(v128.load(value, 16), threshold)
          );
          v128.store(code, v128.or(v128.load(code), v128.and(mark, left)));
        }
      }
    }
    let table = tables + ((<usize>load<i32>(tableStarts + at)) << 3);
    const lastSlot = load<i32>(slotStarts + at, 4);
    for (let slot = load<i32>(slotStarts + at); slot < lastSlot; slot++) {
      let sum = sums + <usize>load<i32>(slots + ((<usize>slot) << 2)) * ((<usize>stride) << 3);
      for (let code = codes; code < codesEnd; code += 8, sum += 32) {
        const low = v128.load_lane<f64>(
          table + ((<usize>load<u16>(code, 2)) << 3),
          v128.load_zero<f64>(table + ((<usize>load<u16>(code)) << 3)),
          1
        );
        const high = v128.load_lane<f64>(
          table + ((<usize>load<u16>(code, 6)) << 3),
          v128.load_zero<f64>(table + ((<usize>load<u16>(code, 4)) << 3)),
          1
        );
        v128.store(sum, f64x2.add(v128.load(sum), low));
        v128.store(sum, f64x2.add(v128.load(sum, 16), high), 16);
      }
      table += (<usize>8) << (<usize>bits);
    }
  }
}
