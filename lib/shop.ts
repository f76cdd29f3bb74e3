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
  /** The places that orders name, where they are no states of Brazil and few enough to choose from; told by what was read. */
  placeNames?: readonly string[];
  /** What no order of its files tells of; told by what was read. */
  lacks?: readonly Lack[];
  /** Whether the project's brief, whose figures are Olist's, says nothing of it; told by what was read. */
  another?: boolean;
}

/** What a shop's files may tell nothing of. */
export const lackable = [
  "deliveries",
  "promises",
  "approvals",
  "handovers",
  "outcomes",
  "reviews",
  "texts",
  "answers",
  "sellers",
  "freight",
  "payments",
  "installments",
  "places",
  "categories",
  "measures",
  "translations",
  "zips",
  "customerIds"
] as const;
export type Lack = (typeof lackable)[number];

/** Locales that the whole site is tested in. */
export const locales: readonly string[] = ["en", "pt-BR"];

const tests: Record<
  Exclude<keyof Shop, "placeNames" | "lacks" | "another">,
  {holds: (text: string) => boolean; wanted: string}
> = {
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

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/**
 * What a value says of a shop, and as a sentence what of it is none.
 * @example readShop({currency: "EUR"}) => {shop: {currency: "EUR"}}
 */
export function readShop(value: unknown): {shop: Shop; problem?: string} {
  const shop: Record<string, unknown> = {};
  let problem: string | undefined;
  for (const [key, {holds, wanted}] of Object.entries(tests)) {
    const text = (Object(value) as Record<string, unknown>)[key];
    if (text === undefined) continue;
    if (typeof text === "string" && holds(text)) shop[key] = text;
    else problem ??= `The mapping’s ${key} is not ${wanted}: correct it there.`;
  }
  const {placeNames, lacks, another} = Object(value) as Record<string, unknown>;
  if (isTexts(placeNames)) shop.placeNames = placeNames;
  if (isTexts(lacks)) shop.lacks = lackable.filter((one) => lacks.includes(one));
  if (another === true) shop.another = true;
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

/** Whether orders name states of Brazil, as those of Olist's files do. */
export const inBrazil =
  shop.places === "brazilian-states" || (shop.places === undefined && toldShop.placeNames === undefined);

const placeWords = {
  "brazilian-states": {one: "state", many: "states", title: "State"},
  states: {one: "state", many: "states", title: "State"},
  countries: {one: "country", many: "countries", title: "Country"},
  cities: {one: "place", many: "places", title: "Place"}
} as const;

/** What a place is called that orders are told apart by. */
export const placeWord = placeWords[shop.places ?? (inBrazil ? "brazilian-states" : "cities")];

/** Whether the shop's files tell nothing of something. @example lacks("reviews") => false */
export const lacks = (what: Lack): boolean => toldShop.lacks?.includes(what) ?? false;

/** Those of some choices for which the shop's files tell what they need. @example offered(["score"], {score: ["reviews"]}) => ["score"] */
export const offered = <T extends string>(
  choices: readonly T[],
  needs: Partial<Record<T, readonly Lack[]>>
): T[] => choices.filter((one) => !(needs[one] ?? []).some(lacks));

/** Whether the project's brief, whose figures are Olist's, speaks of the shop or of a generated one like it. */
export const inBrief = !toldShop.another;

/** What orders are called that count as revenue: all of them, where the files tell of none that it was not delivered. */
export const paidOrder = lacks("outcomes")
  ? {one: "order", many: "orders", title: "Orders", an: "an order"}
  : {one: "delivered order", many: "delivered orders", title: "Delivered orders", an: "a delivered order"};
