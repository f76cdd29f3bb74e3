import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {aspectNamed} from "../../../lib/reviews/aspectCues.js";
import {aspectSentiment} from "../../../lib/reviews/aspectSentiment.js";
import {findHits} from "../../../lib/reviews/findHits.js";
import {lexicon} from "../../../lib/reviews/lexicon.js";
import {degrees, glue, negators} from "../../../lib/reviews/lexiconEntries.js";
import {sentiment} from "../../../lib/reviews/sentiment.js";
import {tokenise} from "../../../lib/reviews/tokenise.js";

const written = (entry: string) => entry.replaceAll("*", "");

describe("the lexicon", () => {
  it("has some hundred entries, each once, with weights from -1 to 1", () => {
    expect(lexicon.length).toBeGreaterThanOrEqual(300);
    expect(lexicon.length).toBeLessThanOrEqual(500);
    expect(new Set(lexicon.map(({words}) => words.join(" "))).size).toBe(lexicon.length);
    for (const {entry, weight, words} of lexicon) {
      expect(Math.abs(weight), entry).toBeLessThanOrEqual(1);
      expect(words.every(Boolean), entry).toBe(true);
      expect(
        words.slice(1).some((word) => glue.has(word)),
        entry
      ).toBe(false);
    }
  });

  it("finds every entry where it stands alone", () => {
    for (const {entry, weight, words} of lexicon) {
      if (weight === 0 || (words.length === 1 && degrees.has(words[0]))) continue;
      const [hit] = findHits(tokenise(written(entry)));
      expect(hit?.entry.weight, entry).toBe(weight);
    }
  });
});

describe("sentiment", () => {
  it("is the sum of weights over 1 and the sum of their sizes", () => {
    expect(sentiment("Ótimo").score).toBe(0.5);
    expect(sentiment("péssimo").score).toBe(-0.5);
    expect(sentiment("ótimo e lindo").score).toBeCloseTo(2 / 3, 12);
    expect(sentiment("bom, mas caro").score).toBeCloseTo((0.75 - 0.25 - 0.5) / 2.5, 12);
    expect(sentiment("antes do prazo")).toEqual(sentiment("antes do prazo."));
    expect(sentiment("muito bom").score).toBeCloseTo(1.05 / 2.05, 12);
  });

  it("hears phrases, with little words left out or put in between", () => {
    for (const text of [
      "chegou antes do prazo",
      "antes prazo",
      "antes da data prevista",
      "vale a pena",
      "nada a reclamar"
    ])
      expect(sentiment(text).score, text).toBeGreaterThan(0.3);
    for (const text of [
      "não recebi",
      "ainda não recebi o meu produto",
      "veio errado",
      "fora do prazo",
      "vc nao entregaram"
    ])
      expect(sentiment(text).score, text).toBeLessThan(-0.3);
  });

  it("flips where a judgement is negated, and keeps what says the same after a negation", () => {
    let seen = 0;
    for (const {entry, weight, turns, words} of lexicon) {
      if (weight === 0 || degrees.has(words[0])) continue;
      const text = `não ${written(entry)}`;
      // "Não" and the entry may be a phrase of the lexicon themselves, with a weight of its own.
      if (!findHits(tokenise(text)).some((hit) => hit.entry.entry === entry)) continue;
      const plain = Math.sign(sentiment(written(entry)).score);
      expect(Math.sign(sentiment(text).score), entry).toBe(turns ? -plain : plain);
      seen++;
    }
    expect(seen).toBeGreaterThan(400);
    expect(sentiment("não é muito bom").score).toBeLessThan(0);
    expect(sentiment("sem nenhum problema").score).toBeGreaterThan(0);
    expect(sentiment("nenhuma resposta").score).toBeLessThan(0);
  });

  it("negates within three words and a part of a sentence, and not beyond", () => {
    expect(sentiment("nunca vi algo lindo").score).toBeLessThan(0);
    expect(sentiment("nunca vi a b c lindo").score).toBeGreaterThan(0);
    expect(sentiment("jamais. lindo").words.at(-1)?.negated).toBe(false);
    expect(sentiment("não, lindo").words.at(-1)?.negated).toBe(false);
    expect(sentiment("não atrasou mas é lindo").words.at(-1)?.negated).toBe(false);
  });

  it("is between -1 and 1, the sum of its contributions, each at its place", () => {
    const words = fc.constantFrom(
      ...lexicon.map(({entry}) => written(entry)),
      "não",
      "muito",
      ".",
      ",",
      "mas",
      "o",
      "xyz",
      "😡"
    );
    fc.assert(
      fc.property(fc.array(words, {maxLength: 12}), (list) => {
        const text = list.join(" ");
        const {score, words: parts} = sentiment(text);
        expect(Math.abs(score)).toBeLessThan(1);
        expect(parts.reduce((sum, {contribution}) => sum + contribution, 0)).toBeCloseTo(score, 12);
        for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.text);
      }),
      {numRuns: 100}
    );
  });

  it("is 0 without a word that it knows, and reads signs", () => {
    for (const text of ["", "de a o", "Boa tarde", "capa azul", "🚚"])
      expect(sentiment(text), text).toEqual({score: 0, words: []});
    expect(sentiment("😍👏").score).toBeGreaterThan(0.5);
    expect(sentiment("😡").score).toBeLessThan(0);
  });
});

describe("aspects", () => {
  const scores = (text: string) =>
    Object.fromEntries(aspectSentiment(text).map(({aspect, score}) => [aspect, Math.sign(score)]));

  it("are told apart within a review", () => {
    expect(scores("Produto lindo, mas a entrega atrasou")).toEqual({product: 1, delivery: -1});
    expect(scores("Chegou antes do prazo. Caixa amassada.")).toEqual({delivery: 1, packaging: -1});
    expect(scores("Veio errado, pedi azul")).toEqual({wrongItem: -1});
    expect(scores("Ótimo preço, péssimo atendimento")).toEqual({price: 1, service: -1});
    expect(scores("Loja excelente")).toEqual({service: 1});
  });

  it("are named without a judgement, or have none where nothing is named", () => {
    expect(aspectSentiment("o produto")).toEqual([{aspect: "product", score: 0, words: []}]);
    expect(aspectSentiment("Muito bom")).toEqual([]);
    expect(aspectSentiment("")).toEqual([]);
    expect([aspectNamed("entregou"), aspectNamed("xyz"), aspectNamed("")]).toEqual(["delivery", null, null]);
  });

  it("share out every judgement at most once", () => {
    const text = "Produto bom e barato, entrega rápida, embalagem perfeita, atendimento ótimo";
    const places = aspectSentiment(text).flatMap(({words}) => words.map(({start}) => start));
    expect(new Set(places).size).toBe(places.length);
  });

  it("do not hear a negator or degree that stands in a phrase", () => {
    expect(negators.has("nao")).toBe(true);
    expect(sentiment("não recebi o lindo relógio").words.at(-1)?.negated).toBe(false);
  });
});
