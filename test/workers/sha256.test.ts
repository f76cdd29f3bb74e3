import {createHash} from "node:crypto";
import fc from "fast-check";
import {expect, it, vi} from "vitest";
import {sha256} from "../../src/workers/own/sha256.js";

const hashed = (pieces: readonly Uint8Array[], most?: number) => {
  const hash = sha256(most);
  for (const piece of pieces) hash.update(piece);
  return hash.hex();
};

it("hashes what comes in pieces, at once or piece by piece, with the browser's cryptography or without", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({maxLength: 300})), async (pieces) => {
      const expected = createHash("sha256").update(Buffer.concat(pieces)).digest("hex");
      expect(await hashed(pieces)).toBe(expected);
      expect(await hashed(pieces, 200)).toBe(expected);
    })
  );
  vi.stubGlobal("crypto", {});
  expect(await hashed([new TextEncoder().encode("abc")])).toMatch(/^ba7816bf/);
  vi.unstubAllGlobals();
});
