import {describe, expect, it} from "vitest";
import type {Tables} from "../../../lib/lab/shop.js";
import {leastLost, smallShopText} from "../../../lib/lab/shop.js";
import {soughtText} from "../../../src/components/models/shopWords.js";
import type {LabOutcome} from "../../../lib/lab/train.js";

const shop = (people: number, orders: number) =>
  ({marts: {customers: {rows: people}, orders: {rows: orders}}}) as unknown as Tables;
const published = shop(96_096, 99_441);
const loyal = shop(60, 903);

describe("the words for a shop", () => {
  it("know how many at least never came back", () => {
    expect(leastLost(published)).toBeCloseTo(0.9652, 4);
    expect(leastLost(loyal)).toBe(0);
    expect(leastLost(shop(0, 0))).toBe(1);
  });

  it("say that customers hardly ever come back only where they do not", () => {
    expect(soughtText(published, null)).toMatch(/^As customers of this shop hardly ever come back/);
    expect(soughtText(loyal, null)).toBe("The models look for the rarer outcome: it is the one to find.");
    const outcome = {data: {question: {label: "forward", horizon: 180}}, found: 1} as LabOutcome;
    expect(soughtText(loyal, outcome)).toMatch(
      /here for customers who do not order again within 180 days\.$/
    );
  });

  it("say where parameters start elsewhere", () => {
    expect(smallShopText(published)).toBeNull();
    expect(smallShopText(loyal)).toMatch(
      /^For a shop of 60 people, .* C at 0\.19, trees at 5 rows in a leaf\.$/
    );
  });
});
