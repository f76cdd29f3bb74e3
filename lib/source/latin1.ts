/**
 * Bytes as characters of the same numbers.
 * @example latin1(Uint8Array.of(0x61, 0xe3)) => "aã"
 */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
