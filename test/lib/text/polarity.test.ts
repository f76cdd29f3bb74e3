import {existsSync} from "node:fs";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {rocAuc} from "../../../lib/metrics/rocAuc.js";
import {quote} from "../../../lib/sql/expressions.js";
import {fold} from "../../../lib/text/fold.js";
import {polarPairs, polaritySql, polarWords} from "../../../lib/text/polarity.js";
import type {OpenMarts} from "../../support/marts.js";
import {openMarts, realMarts} from "../../support/marts.js";
import {olistDir} from "../../support/paths.js";

describe("the polarity of a message", () => {
  let open: OpenMarts;
  beforeAll(async () => {
    open = await openMarts();
  });
  afterAll(() => open.close());

  const polarities = async (...messages: string[]) => {
    const texts = messages.map((message, id) => `(${id}, ${quote(message)})`).join(", ");
    const rows = await open.rows<{id: number; polarity: number}>(
      `with texts(id, message) as (values ${texts}), ${polaritySql("texts")} select id, polarity from polarities`
    );
    return messages.map((_, id) => rows.find((row) => row.id === id)?.polarity ?? 0);
  };

  it("is s / sqrt(k) squeezed between -1 and 1", async () => {
    // ótimo 1; péssimo -1; two words of 1; prazo with its cue 1; não -0.5 and recebi with its cue -1.
    const two = 2 / Math.sqrt(2);
    const not = -1.5 / Math.sqrt(2);
    expect(await polarities("ótimo", "péssimo", "amei, lindo", "antes do prazo", "não recebi")).toEqual([
      0.5,
      -0.5,
      Number((two / (1 + two)).toFixed(4)),
      0.5,
      Number((not / (1 - not)).toFixed(4))
    ]);
  });

  it("does not mind accents, capitals and stretched letters", async () => {
    const [plain, ...written] = await polarities("otimo", "ÓTIMO", "Ótimooooo!!!", "óttimo");
    expect(written).toEqual([plain, plain, plain]);
    expect(await polarities("caro")).not.toEqual(await polarities("carro"));
  });

  it("turns at a negation within three words, and not beyond", async () => {
    const [near, third, fourth] = await polarities("sem ser lindo", "sem a b lindo", "sem a b c lindo");
    expect(near).toBeLessThan(0);
    expect(third).toBe(near);
    expect(fourth).toBeGreaterThan(0);
  });

  it("hears a phrase where its words would say something else", async () => {
    const [inTime, late] = await polarities("dentro do prazo", "fora do prazo");
    expect(inTime).toBeGreaterThan(0);
    expect(late).toBeLessThan(0);
  });

  it("reads signs, and stays 0 without any polar word", async () => {
    const [heart, angry, neutral, empty] = await polarities("❤😍", "😡", "capa azul", "");
    expect(heart).toBeGreaterThan(0.5);
    expect(angry).toBeLessThan(0);
    expect([neutral, empty]).toEqual([0, 0]);
  });
});

it("has some hundred words and pairs, none against itself", () => {
  expect(polarWords.length).toBeGreaterThan(300);
  expect(polarWords.length).toBeLessThan(500);
  for (const [word, polarity] of polarWords) {
    expect(fold(word)).toBe(word);
    expect(Math.abs(polarity)).toBeLessThanOrEqual(1);
    expect((polarity * 4) % 1).toBeCloseTo(0);
  }
  expect(new Set(polarPairs.map(([cue, word]) => `${cue} ${word}`)).size).toBe(polarPairs.length);
  expect(fold("ÓTIMOOO")).toBe("otimo");
});

describe.skipIf(!existsSync(olistDir ?? ""))("the polarity of the real reviews", () => {
  it("tells 1 and 2 stars from 4 and 5 with an area under the curve above .95", async () => {
    const open = await openMarts(await realMarts());
    const rows = await open.rows<{good: number; polarity: number}>(
      "select case when score >= 4 then 1 else 0 end as good, polarity from reviews where polarity is not null and score <> 3"
    );
    const [range] = await open.rows<{messages: number; low: number; high: number}>(
      "select count(polarity) as messages, min(polarity) as low, max(polarity) as high from reviews"
    );
    open.close();
    expect(rows).toHaveLength(37394);
    expect(range.messages).toBe(40977 - 27);
    expect(range.low).toBeGreaterThanOrEqual(-1);
    expect(range.high).toBeLessThanOrEqual(1);
    expect(
      rocAuc(
        rows.map(({good}) => good),
        rows.map(({polarity}) => polarity)
      )
    ).toBeGreaterThan(0.95);
  });
});
