/**
 * Settles the sign of each row, in place, so that its largest value in size (the first of them) is above 0: of a
 * component that may as well point the other way. Gives the signs, 1 or -1.
 * @example pointUp(Float64Array.of(0.6, -0.8), 2) => [-1], the row becoming -0.6, 0.8
 */
export function pointUp(table: Float64Array, width: number): Float64Array {
  return Float64Array.from({length: table.length / width}, (_, i) => {
    const row = table.subarray(i * width, (i + 1) * width);
    let largest = 0;
    // A little more is needed to count as larger: rounding must not choose between two that are as large.
    for (const value of row) if (Math.abs(value) > Math.abs(largest) * (1 + 1e-9)) largest = value;
    if (largest >= 0) return 1;
    for (let j = 0; j < width; j++) row[j] = -row[j];
    return -1;
  });
}
