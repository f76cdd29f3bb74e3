import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {stem} from "../../../lib/reviews/stem.js";
import {referenceDir} from "../../support/paths.js";

const lines = (name: string) =>
  readFileSync(join(referenceDir, "nlp", name), "utf8")
    .trimEnd()
    .split("\n");

it("stems are those of Snowball's Portuguese vocabulary, all 32,016", () => {
  const words = lines("portuguese_voc.txt");
  const stems = lines("portuguese_output.txt");
  expect(words).toHaveLength(32_016);
  const differing = words.flatMap((word, i) =>
    stem(word) === stems[i] ? [] : [[word, stems[i], stem(word)]]
  );
  expect(differing).toEqual([]);
  expect(stem("")).toBe("");
});
