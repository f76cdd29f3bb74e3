import {sha256 as running} from "@noble/hashes/sha2.js";
import {bytesToHex} from "@noble/hashes/utils.js";

/** Up to so many bytes are kept to be hashed at once, which a browser does several times as fast, beside its scripts. */
const atOnce = 96 << 20;

/** A SHA-256 of bytes that come in pieces. */
export function sha256(most = atOnce): {update(bytes: Uint8Array): unknown; hex(): Promise<string>} {
  let kept: Uint8Array[] = [];
  let bytes = 0;
  let hash: ReturnType<typeof running.create> | undefined;
  return {
    update(piece) {
      if (hash) return hash.update(piece);
      kept.push(piece);
      bytes += piece.length;
      // An address without TLS has no cryptography of the browser's.
      if (bytes <= most && "subtle" in crypto) return undefined;
      hash = running.create();
      for (const each of kept) hash.update(each);
      kept = [];
      return undefined;
    },
    async hex() {
      if (hash) return bytesToHex(hash.digest());
      const whole = new Uint8Array(bytes);
      let at = 0;
      for (const piece of kept) {
        whole.set(piece, at);
        at += piece.length;
      }
      kept = [];
      return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", whole)));
    }
  };
}
