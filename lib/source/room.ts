import {formatCount} from "../format.js";

/** What is known of the room that a tab has; browsers tell memory coarsely (8 GB at most), or not at all. */
export interface Room {
  /** Of the machine, in bytes. */
  memory?: number;
  /** That a site may still keep on the disk, in bytes. */
  storage?: number;
}

/** The code of a failure that is only a doubt whether files fit: a reader may go on. */
export const doubtful = "doubtful";

/** Bytes of CSV that DuckDB has taken in within the 4 GB that WebAssembly can address. */
const mostBytes = 1.5e9;

/** Bytes of memory that a byte of CSV asks for at most, as measured on 1 and 10 times the published files. */
const memoryPerByte = 4;

/** Bytes of kept tables that a byte of CSV becomes at most: the published ones become an eighth. */
const keptPerByte = 0.3;

const megabytes = (bytes: number) => `${formatCount(Math.ceil(bytes / 1e6))} MB`;

const natively =
  "make the site of them on your own machine with “npm start -- --source PATH”, which has no such limit";

/**
 * Whether files of so many bytes, unpacked, can be taken in by a tab: undefined where they can, else a sentence with what to do,
 * which is `certain` or only a doubt.
 * @example roomFor(60e6, {memory: 8e9, storage: 10e9}) => undefined
 * @example roomFor(2e9, {}).certain => true
 */
export function roomFor(
  bytes: number,
  {memory, storage}: Room
): {certain: boolean; sentence: string} | undefined {
  const hold = `The files hold ${megabytes(bytes)} unpacked`;
  if (bytes > mostBytes)
    return {certain: true, sentence: `${hold}, and a tab has room for ${megabytes(mostBytes)}: ${natively}.`};
  if (memory !== undefined && bytes * memoryPerByte > memory / 2)
    return {
      certain: false,
      sentence: `${hold} and may ask for ${megabytes(bytes * memoryPerByte)} of memory, of which this machine has about ${megabytes(memory)}: close other tabs and try it, or ${natively}.`
    };
  if (storage !== undefined && bytes * keptPerByte > storage)
    return {
      certain: false,
      sentence: `${hold}, and this browser lets the site keep ${megabytes(storage)}, which their tables may exceed: free some of its storage and try it, or ${natively}.`
    };
  return undefined;
}
