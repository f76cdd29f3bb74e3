/**
 * Moves the rows begin..end of `order` whose code has a 1 in `goesLeft` before the others, both in their order; gives
 * where the others begin. A row's code is a byte at codes + 4 row, or two bytes at codes + 2 row where `wide`.
 */
export function treesPartition(
  order: usize,
  spare: usize,
  begin: usize,
  end: usize,
  codes: usize,
  wide: bool,
  goesLeft: usize
): usize {
  let left = order + (begin << 2);
  let right = spare;
  const last = order + (end << 2);
  if (wide) {
    for (let at = left; at < last; at += 4) {
      const row = load<u32>(at);
      const flag = <usize>load<u8>(goesLeft + <usize>load<u16>(codes + ((<usize>row) << 1)));
      store<u32>(left, row);
      store<u32>(right, row);
      left += flag << 2;
      right += 4 - (flag << 2);
    }
  } else {
    for (let at = left; at < last; at += 4) {
      const row = load<u32>(at);
      const flag = <usize>load<u8>(goesLeft + <usize>load<u8>(codes + ((<usize>row) << 2)));
      store<u32>(left, row);
      store<u32>(right, row);
      left += flag << 2;
      right += 4 - (flag << 2);
    }
  }
  memory.copy(left, spare, right - spare);
  return (left - order) >> 2;
}

/** Writes a node's number (u16) for each of its rows. */
export function treesMark(order: usize, begin: usize, end: usize, nodeOf: usize, node: u32): void {
  for (let i = begin; i < end; i++)
    store<u16>(nodeOf + ((<usize>load<u32>(order + (i << 2))) << 1), <u16>node);
}

/** Adds to every row's margin what its leaf adds. */
export function treesAddLeaves(nodeOf: usize, values: usize, margins: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const at = margins + (row << 3);
    store<f64>(at, load<f64>(at) + load<f64>(values + ((<usize>load<u16>(nodeOf + (row << 1))) << 3)));
  }
}
