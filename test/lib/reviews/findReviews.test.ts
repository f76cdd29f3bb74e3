import {expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {findReviews, searchedTexts} from "../../../lib/reviews/findReviews.js";

const forms = finish(
  searchedTexts(["NÃO recebi o produto", "vc nao. Recebi bem", "O prazo acabou", "=1+1 <b>", ""])
);
const found = (find: string) => findReviews(forms, find);

it("finds letters whatever their accents and capitals", () => {
  expect(found("não")).toEqual([0, 1]);
  expect(found(" PRAZ ")).toEqual([2]);
  expect(found("<b>")).toEqual([3]);
  expect(found("")).toEqual([]);
  expect(found("   ")).toEqual([]);
});

it("finds in quotes what models count: whole words, mended, without stop words, within a sentence", () => {
  expect(found("“não recebi”")).toEqual([0]);
  expect(found('"recebi produto"')).toEqual([0]);
  expect(found("«não»")).toEqual([0, 1]);
  expect(found("“praz”")).toEqual([]);
  expect(found("“o de a”")).toEqual([]);
  expect(found("“”")).toEqual([]);
});
