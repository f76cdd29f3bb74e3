import {Inflate} from "pako";

/**
 * Unpacks a gzip that holds so many bytes, at once, which a browser's own streams do not. Throws where it is damaged.
 * @example gunzip(Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 75, 4, 0, 67, 190, 183, 232, 1, 0, 0, 0), 1) => [97]
 */
export function gunzip(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let to = 0;
  const inflate = new Inflate({windowBits: 31});
  inflate.onData = (part) => {
    const chunk = part as Uint8Array;
    if (to + chunk.length > size) throw new Error("its gzip is damaged");
    out.set(chunk, to);
    to += chunk.length;
  };
  inflate.push(bytes, true);
  const {ended, err} = inflate as unknown as {ended: boolean; err: number};
  if (!ended || err !== 0) throw new Error("its gzip is damaged");
  return out.subarray(0, to);
}
