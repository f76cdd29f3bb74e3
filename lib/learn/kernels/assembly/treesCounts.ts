/** Counts the rows of a node by code, for the four groups of a plane (u32, 256 codes a group). */
export function treesCountOf(rows: usize, count: usize, plane: usize, counts: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const x = load<u32>(plane + ((<usize>load<u32>(rows + (i << 2))) << 2));
    const a = counts + ((x << 2) & 0x3fc);
    store<u32>(a, load<u32>(a) + 1);
    const b = counts + ((x >>> 6) & 0x3fc);
    store<u32>(b, load<u32>(b, 1024) + 1, 1024);
    const c = counts + ((x >>> 14) & 0x3fc);
    store<u32>(c, load<u32>(c, 2048) + 1, 2048);
    const d = counts + ((x >>> 22) & 0x3fc);
    store<u32>(d, load<u32>(d, 3072) + 1, 3072);
  }
}

/** The same for one group with codes of two bytes. */
export function treesCountWideOf(rows: usize, count: usize, codes: usize, counts: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const row = <usize>load<u32>(rows + (i << 2));
    const at = counts + ((<usize>load<u16>(codes + (row << 1))) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}

/** Takes counts off others: u32 as long as `bytes` go (a multiple of 16). */
export function treesSubtractCounts(from: usize, less: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16)
    v128.store(from + at, i32x4.sub(v128.load(from + at), v128.load(less + at)));
}
