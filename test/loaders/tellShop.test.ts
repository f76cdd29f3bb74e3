import {expect, it} from "vitest";
import type {Manifest} from "../../lib/marts/manifest.js";
import {tellShop} from "../../loaders/tellShop.js";

const generated = {
  source: "synthetic",
  first_purchase: "2016-09-01T00:00:00",
  inputs: []
} as unknown as Manifest;
const another: Manifest = {...generated, source: "real", places: ["Austria", "Spain"], lacks: ["freight"]};

it("a build tells its pages what the tables turned out to tell of, beside what the mapping says", () => {
  const environment: Record<string, string | undefined> = {VITRINE_SHOP: '{"currency":"EUR"}'};
  tellShop(another, environment);
  expect(JSON.parse(environment.VITRINE_SHOP ?? "")).toEqual({
    ...{currency: "EUR", placeNames: ["Austria", "Spain"]},
    ...{lacks: ["freight"], another: true}
  });
});

it("tells nothing of what the pages take for granted", () => {
  const environment: Record<string, string | undefined> = {};
  tellShop(generated, environment);
  expect(environment).toEqual({});
  tellShop({...another, places: undefined, lacks: undefined}, environment);
  expect(environment.VITRINE_SHOP).toBe('{"another":true}');
});
