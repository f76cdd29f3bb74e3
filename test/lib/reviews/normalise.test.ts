import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ngrams} from "../../../lib/reviews/ngrams.js";
import {normalise} from "../../../lib/reviews/normalise.js";
import {reviewText} from "../../../lib/reviews/reviewText.js";
import {shorten} from "../../../lib/reviews/shorten.js";
import {folded, knownSpellings, spelt} from "../../../lib/reviews/spelling.js";
import {stopWords} from "../../../lib/reviews/stopWords.js";
import {termsBy} from "../../../lib/reviews/terms.js";
import {tokenise} from "../../../lib/reviews/tokenise.js";

describe("normalised text", () => {
  it("has no accents, capitals, stretched letters and abbreviations, and keeps where sentences end", () => {
    expect(normalise("NÃO gostei!!! vc é óóótimo, mto bom")).toBe("nao gostei . voce e otimo, muito bom");
    expect(normalise("Muuuuito boooom, carrro, isssso")).toBe("muito bom, carro, isso");
    expect(normalise("ñ recebi o produt., n veio")).toBe("nao recebi o produto . nao veio");
    expect(normalise("nota 1000 e 10,5")).toBe("nota 1000 e 10,5");
  });

  it("has words for emoji, emoticons and laughter, one for a repeated sign", () => {
    expect(normalise("Amei 😍😍 ❤️ 👏🏽👏🏽 :) <3 :-( 😡 kkkkk 🚚")).toBe(
      "amei emoji_amor emoji_aprovado emoji_feliz emoji_amor emoji_triste emoji_bravo emoji_riso emoji_outro"
    );
    expect(normalise("às 8:00), modelo ©")).toBe("as 8 00, modelo");
  });

  it("stays the same when done again", () => {
    const words = fc.constantFrom(
      "não",
      "vc",
      "muuuito",
      "😍",
      ":)",
      "kkkk",
      "1.000",
      ",",
      ".",
      "oque",
      "É",
      "emoji_",
      "<33"
    );
    const texts = fc.oneof(
      fc.string({unit: "binary"}),
      fc.array(words).map((list) => list.join(" ")),
      fc.array(words).map((list) => list.join(""))
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      {numRuns: 100}
    );
  });

  it("reads no spelling as a word that is itself read as another", () => {
    for (const [written, word] of knownSpellings) {
      expect([written, spelt(word), shorten(folded(word))]).toEqual([written, word, word]);
      expect(folded(written)).toBe(written);
    }
  });

  it("is empty for nothing", () => {
    expect(["", "  \n", "!!!", ",,,", "---"].map(normalise)).toEqual(["", "", "", "", ""]);
  });
});

it("tokens keep where each word stands in the text", () => {
  const text = "Óóótimo!!  Não\nrecebi 👏👏";
  const {words, starts, ends, breaks} = tokenise(text);
  expect(words).toEqual(["otimo", "nao", "recebi", "emoji_aprovado"]);
  expect(words.map((_, i) => text.slice(starts[i], ends[i]))).toEqual(["Óóótimo", "Não", "recebi", "👏"]);
  expect([...breaks]).toEqual([0, 2, 2, 0]);
});

describe("terms", () => {
  it("leave out stop words but no negation, and pair words within a sentence", () => {
    expect(termsBy({})("Não recebi o produto. Péssimo")).toEqual([
      "nao",
      "nao recebi",
      "recebi",
      "recebi produto",
      "produto",
      "pessimo"
    ]);
    for (const word of ["nao", "nem", "nunca", "sem", "nada", "ninguem", "antes", "muito", "mas"])
      expect(stopWords.has(word)).toBe(false);
  });

  it("are stems if so wished, signs as they are", () => {
    expect(termsBy({longest: 1, stems: true})("recomendo recomendado 😍")).toEqual([
      "recom",
      "recomend",
      "emoji_amor"
    ]);
  });

  it("are none of empty texts and stop words alone", () => {
    expect(["", "de a o", "?!"].map(termsBy({}))).toEqual([[], [], []]);
    expect(ngrams([], [], 2)).toEqual([]);
    expect(ngrams(["a", "b", "c"], [0, 0, 0], 3)).toEqual(["a", "a b", "a b c", "b", "b c", "c"]);
  });
});

it("a review's title is a sentence of its own", () => {
  expect(reviewText("Ótimo", " bom ")).toBe("Ótimo. bom");
  expect([reviewText(null, "bom"), reviewText(null, null), reviewText(" ", "")]).toEqual(["bom", "", ""]);
});
