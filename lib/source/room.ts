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

/**
 * Bytes of memory that a tab takes for files: so many whatever they hold, and so many for a byte of CSV. The peaks that were
 * measured are in docs/scale.md: those of nine files lie on half a GB and three bytes for a byte, up to ten times the published
 * shop; those of one table, which says the same orders in a fifth of the bytes, on 23.5. The rest is for shops of another shape.
 */
const memoryAtAll = 0.5e9;
const memoryPerByte = {files: 3.5, transactions: 24};

/** The share of a machine's memory that a tab can hope for. */
const hoped = 0.75;

/** Bytes of kept tables that a byte of CSV becomes: up to 0.3 were measured of nine files, 0.94 of one table. */
const keptPerByte = {files: 0.35, transactions: 1};

const megabytes = (bytes: number) => `${formatCount(Math.ceil(bytes / 1e6))} MB`;

const natively =
  "make the site of them on your own machine with “npm start -- --source PATH”, which has no such limit";

/**
 * Whether files of so many bytes, unpacked, can be taken in by a tab: undefined where they can, else a sentence with what to do,
 * which is `certain` or only a doubt.
 * @param kind several files of a shop, or one table of transactions
 * @example roomFor(60e6, {memory: 8e9, storage: 10e9}) => undefined
 * @example roomFor(2e9, {}).certain => true
 */
export function roomFor(
  bytes: number,
  {memory, storage}: Room,
  kind: keyof typeof memoryPerByte = "files"
): {certain: boolean; sentence: string} | undefined {
  const hold = `The files hold ${megabytes(bytes)} unpacked`;
  if (bytes > mostBytes)
    return {certain: true, sentence: `${hold}, and a tab has room for ${megabytes(mostBytes)}: ${natively}.`};
  const asked = memoryAtAll + bytes * memoryPerByte[kind];
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
  if (storage !== undefined && bytes * keptPerByte[kind] > storage)
    return {
      certain: false,
      sentence: `${hold}, and this browser lets the site keep ${megabytes(storage)}, which their tables may exceed: free some of its storage and try it, or ${natively}.`
    };
  return undefined;
}
