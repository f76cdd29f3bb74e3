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

/** The most that WebAssembly addresses, which bounds what a tab can ask for. */
const addressable = 4e9;

/** Bytes of memory for a byte of CSV: the published 126 MB took a tab up to 2.25 GB; larger ones are taken to ask for as much. */
const memoryPerByte = 18;

/** The share of a machine's memory that a tab can hope for. */
const hoped = 0.75;

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
  const asked = bytes * memoryPerByte;
  if (asked > addressable)
    return {
      certain: false,
      sentence: `${hold}, which may ask for more than the ${megabytes(addressable)} that a tab can address: try it, or ${natively}.`
    };
  if (memory !== undefined && asked > memory * hoped)
    return {
      certain: false,
      sentence: `${hold} and may ask for ${megabytes(asked)} of memory, of which this machine has about ${megabytes(memory)}: close other tabs and try it, or ${natively}.`
    };
  if (storage !== undefined && bytes * keptPerByte > storage)
    return {
      certain: false,
      sentence: `${hold}, and this browser lets the site keep ${megabytes(storage)}, which their tables may exceed: free some of its storage and try it, or ${natively}.`
    };
  return undefined;
}
