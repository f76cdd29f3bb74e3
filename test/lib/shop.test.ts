import {afterEach, expect, it, vi} from "vitest";
import {currencyOf} from "../../lib/source/transactions/currencyOf.js";
import {workerName} from "../../lib/shop.js";
import {site} from "../../vitrine.config.js";

/** The formatter as it loads where something was told of a shop. */
async function told(how: Record<string, unknown>) {
  for (const [name, value] of Object.entries(how)) vi.stubGlobal(name, value);
  vi.resetModules();
  return {...(await import("../../lib/format.js")), ...(await import("../../lib/csv/money.js"))};
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.resetModules();
});

it("a page writes the currency that its head tells of", async () => {
  const {formatMoney, formatMoneyShort, currency, moneyColumn} = await told({vitrineShop: {currency: "EUR"}});
  expect([formatMoney(14162), formatMoneyShort(500_000), currency, moneyColumn("price")]).toEqual([
    "€141.62",
    "€5k",
    "EUR",
    "price_eur"
  ]);
});

it("a worker writes the currency that its name tells of, and no page by its window's name", async () => {
  const name = workerName({currency: "GBP"});
  expect((await told({name})).currency).toBe("GBP");
  expect((await told({name, document: {}})).currency).toBe(site.currency);
});

it("a build writes the currency of its environment, and the site's where it tells none that there is", async () => {
  vi.stubEnv("VITRINE_SHOP", JSON.stringify({currency: "USD"}));
  expect((await told({})).currency).toBe("USD");
  vi.stubEnv("VITRINE_SHOP", "{");
  expect((await told({})).currency).toBe(site.currency);
  expect((await told({vitrineShop: {currency: "<b>"}})).currency).toBe(site.currency);
});

it("the currency beside amounts is a guess where it is one", () => {
  expect(currencyOf(["€ 1,50", "2,00 €", "3"])).toBe("EUR");
  expect([currencyOf(["€ 1", "$2"]), currencyOf(["1.50"]), currencyOf([])]).toEqual([
    undefined,
    undefined,
    undefined
  ]);
});

it("places are called what the shop's are, and letters of countries are no states of Brazil", async () => {
  const of = async (vitrineShop: object) => {
    await told({vitrineShop});
    const {placeWord, lacks} = await import("../../lib/shop.js");
    const {placeCodes} = await import("../../lib/state/placeCodes.js");
    const {regionSql} = await import("../../lib/marts/regions.js");
    const {sharedEntries} = await import("../../lib/state/shared.js");
    const {placeName} = await import("../../src/components/placeName.js");
    return {
      ...{word: placeWord.title, codes: placeCodes.length, region: regionSql("state").startsWith("case")},
      ...{se: placeName("SE"), lacks: lacks("reviews"), carried: sharedEntries("?state=Spain").length}
    };
  };
  expect(await of({})).toEqual({
    ...{word: "State", codes: 27, region: true, se: "Sergipe", lacks: false, carried: 0}
  });
  expect(await of({places: "countries", placeNames: ["SE", "Spain"], lacks: ["reviews", "<b>"]})).toEqual({
    ...{word: "Country", codes: 2, region: false, se: "SE", lacks: true, carried: 1}
  });
  expect(await of({placeNames: []})).toMatchObject({word: "Place", codes: 0});
});

it("what is lacking is said with what helps, once", async () => {
  await told({vitrineShop: {lacks: ["promises"]}});
  const {lackText} = await import("../../lib/lackText.js");
  expect(lackText("deliveries", "promises")).toMatch(/^These data have no promised days: /);
  expect(lackText("deliveries")).toBeUndefined();
});
