type Values = Float32Array | Float64Array | Uint8Array | Uint32Array | Int32Array;

/** Typed arrays of one kind, one after the other. @example [...concat(Uint8Array.of(1), Uint8Array.of(2, 3))] => [1, 2, 3] */
export function concat<T extends Values>(first: T, ...others: readonly T[]): T {
  const parts = [first, ...others];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const joined = new (first.constructor as new (length: number) => T)(length);
  let from = 0;
  for (const part of parts) {
    joined.set(part, from);
    from += part.length;
  }
  return joined;
}
