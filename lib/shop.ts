import {isTimeZone} from "./intlNames.js";
import {site} from "../vitrine.config.js";

/** What the places of a shop's table are. */
export const placeKinds = {
  "brazilian-states": "states of Brazil",
  states: "states or regions",
  countries: "countries",
  cities: "cities"
} as const;

/** What a mapping says of its shop; what it leaves out is the site's. */
export interface Shop {
  name?: string;
  /** ISO 4217: "EUR". */
  currency?: string;
  /** How numbers, amounts and days are written, as a BCP 47 tag: one that the site is tested in. */
  locale?: string;
  /** "Europe/Berlin". */
  timeZone?: string;
  places?: keyof typeof placeKinds;
}

/** Locales that the whole site is tested in. */
export const locales: readonly string[] = ["en", "pt-BR"];

const tests: Record<keyof Shop, {holds: (text: string) => boolean; wanted: string}> = {
  name: {holds: (text) => text.length > 0 && text.length <= 80, wanted: "at most 80 characters"},
  currency: {
    holds: (text) => /^[A-Z]{3}$/.test(text),
    wanted: "the three capital letters of its ISO code, such as EUR"
  },
  locale: {holds: (text) => locales.includes(text), wanted: locales.join(" or ")},
  timeZone: {holds: isTimeZone, wanted: "a name such as Europe/Berlin"},
  places: {
    holds: (text) => Object.hasOwn(placeKinds, text),
    wanted: `one of ${Object.keys(placeKinds).join(", ")}`
  }
};

/**
 * What a value says of a shop, and as a sentence what of it is none.
 * @example readShop({currency: "EUR"}) => {shop: {currency: "EUR"}}
 */
export function readShop(value: unknown): {shop: Shop; problem?: string} {
  const shop: Record<string, string> = {};
  let problem: string | undefined;
  for (const [key, {holds, wanted}] of Object.entries(tests)) {
    const text = (Object(value) as Record<string, unknown>)[key];
    if (text === undefined) continue;
    if (typeof text === "string" && holds(text)) shop[key] = text;
    else problem ??= `The mapping’s ${key} is not ${wanted}: correct it there.`;
  }
  return problem === undefined ? {shop} : {shop, problem};
}

const workerMark = "vitrine-shop ";

/** The name of a worker that works for a shop: it reads it as it starts. */
export const workerName = (of: Shop): string => `${workerMark}${JSON.stringify(of)}`;

interface Surroundings {
  document?: unknown;
  /** Set by the head of a page. */
  vitrineShop?: unknown;
  /** Of a worker. */
  name?: unknown;
  process?: {env?: Record<string, string | undefined>};
}

/** What was settled before the first module loaded: by a page's head, a worker's name, or a build's environment. */
function told({document, vitrineShop, name, process}: Surroundings): Shop {
  if (vitrineShop !== undefined) return readShop(vitrineShop).shop;
  const text =
    document === undefined && typeof name === "string" && name.startsWith(workerMark)
      ? name.slice(workerMark.length)
      : (process?.env?.VITRINE_SHOP ?? "{}");
  try {
    return readShop(JSON.parse(text)).shop;
  } catch {
    return {};
  }
}

/** What is told of the shop that is shown. */
export const toldShop: Shop = told(globalThis);

/** The shop that is shown and how it is written: the site's, but for what is told of another. */
export const shop = {
  currency: toldShop.currency ?? site.currency,
  locale: toldShop.locale ?? site.locale,
  timeZone: toldShop.timeZone ?? site.timeZone,
  /** Undefined for a shop of Olist's files, whose places are states of Brazil. */
  places: toldShop.places
};
