/** A block of columns to fill, and what adds their inner products to a matrix of sums. */
export interface GramSums {
  /** Column by column, `stride` rows each. */
  block: Float64Array;
  /** `width` squared, row by row; filled where column <= row. */
  sums: Float64Array;
  width: number;
  /** Adds the products of the block's first rows, an even number. */
  add: (rows: number) => void;
}

interface GramExports {
  memory: WebAssembly.Memory;
  addGram: (block: number, stride: number, rows: number, width: number, gram: number) => void;
}

const page = 65_536;

/** The sums by the kernel `addGram`, in a memory of their own. */
export function kernelSums(size: number, stride: number, module: WebAssembly.Module): GramSums {
  const {memory, addGram} = new WebAssembly.Instance(module, {}).exports as unknown as GramExports;
  const width = 4 * Math.ceil(size / 4);
  const [blockBytes, sumBytes] = [8 * width * stride, 8 * width * width];
  const at = memory.grow(Math.ceil((blockBytes + sumBytes) / page)) * page;
  return {
    block: new Float64Array(memory.buffer, at, width * stride),
    sums: new Float64Array(memory.buffer, at + blockBytes, width * width),
    width,
    add: (rows) => addGram(at, stride, rows, width, at + blockBytes)
  };
}

/** The same sums in TypeScript, in the same order: even rows and odd ones apart. Two by two columns at a time. */
export function twinSums(size: number, stride: number): GramSums {
  const width = 2 * Math.ceil(size / 2);
  const block = new Float64Array(width * stride);
  const sums = new Float64Array(width * width);
  return {
    block,
    sums,
    width,
    add(rows) {
      for (let j = 0; j < width; j += 2)
        for (let k = 0; k <= j; k += 2) addPair(block, stride, rows, j, k, sums, width);
    }
  };
}

function addPair(
  block: Float64Array,
  stride: number,
  rows: number,
  j: number,
  k: number,
  sums: Float64Array,
  width: number
) {
  let even00 = 0;
  let even01 = 0;
  let even10 = 0;
  let even11 = 0;
  let odd00 = 0;
  let odd01 = 0;
  let odd10 = 0;
  let odd11 = 0;
  for (let a = j * stride, b = k * stride, end = a + rows; a < end; a += 2, b += 2) {
    const a0 = block[a];
    const a1 = block[a + stride];
    const b0 = block[b];
    const b1 = block[b + stride];
    even00 += a0 * b0;
    even01 += a0 * b1;
    even10 += a1 * b0;
    even11 += a1 * b1;
    const c0 = block[a + 1];
    const c1 = block[a + stride + 1];
    const d0 = block[b + 1];
    const d1 = block[b + stride + 1];
    odd00 += c0 * d0;
    odd01 += c0 * d1;
    odd10 += c1 * d0;
    odd11 += c1 * d1;
  }
  const at = j * width + k;
  sums[at] += even00 + odd00;
  sums[at + 1] += even01 + odd01;
  sums[at + width] += even10 + odd10;
  sums[at + width + 1] += even11 + odd11;
}
