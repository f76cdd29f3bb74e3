/** Whether bytes are UTF-8 as they stand. @example isUtf8(Uint8Array.of(0xc3, 0xa9)) => true */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
