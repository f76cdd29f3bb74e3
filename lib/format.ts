import {shop} from "./shop.js";

/** What rounds to zero has no sign. */
const signDisplay = "negative";

const {locale} = shop;

/** Days come before months in every locale here; plain English would put them after. */
const dayLocale = locale === "en" ? "en-GB" : locale;

/** The shop's currency, by its ISO code. */
export const currency: string = shop.currency;
const amounts = {style: "currency", currency, currencyDisplay: "narrowSymbol", signDisplay} as const;
const count = new Intl.NumberFormat(locale, {maximumFractionDigits: 0, signDisplay});
const exact = new Intl.NumberFormat(locale, amounts);
const whole = new Intl.NumberFormat(locale, {...amounts, maximumFractionDigits: 0});
const compact = new Intl.NumberFormat(locale, {
  ...amounts,
  notation: "compact",
  minimumFractionDigits: 0,
  maximumFractionDigits: 1
});
const day = new Intl.DateTimeFormat(dayLocale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC"
});
const shopDay = new Intl.DateTimeFormat(dayLocale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: shop.timeZone
});
const month = new Intl.DateTimeFormat(dayLocale, {month: "short", year: "numeric", timeZone: "UTC"});

const fixedBy = new Map<number, Intl.NumberFormat>();

/** A formatter is a hundred times dearer than its use: one for each count of decimals. */
function fixed(decimals: number): Intl.NumberFormat {
  const known = fixedBy.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay
  });
  fixedBy.set(decimals, made);
  return made;
}

/** The currency as amounts show it. @example currencySign => "R$" */
export const currencySign: string =
  exact.formatToParts(0).find(({type}) => type === "currency")?.value ?? currency;

/** As the minus that it is: Intl writes the hyphen of files in most locales. */
const withMinus = (text: string): string => text.replace("-", "−");

/** Apart from its number where it is more than one sign, and a thousand as k. */
function amount(format: Intl.NumberFormat, value: number): string {
  const parts = format.formatToParts(value);
  return parts
    .map(({type, value: text}, place) => {
      if (type === "minusSign") return withMinus(text);
      if (type === "compact") return text === "K" ? "k" : text;
      const close = type === "currency" && text.length > 1 && parts[place + 1]?.type === "integer";
      return close ? `${text}\u00a0` : text;
    })
    .join("");
}

/** What stands before the decimals of a number on the site: a comma or a point. */
export const decimalSign =
  fixed(1)
    .formatToParts(0.5)
    .find(({type}) => type === "decimal")?.value ?? ".";

/** What sets its thousands apart. */
export const groupSign = count.formatToParts(12_345).find(({type}) => type === "group")?.value ?? ",";

/** What stands where there is no number. */
export const missing = "–";

const finite = (value: number | null | undefined): value is number => value != null && Number.isFinite(value);

/** A whole number with its thousands set apart. @example formatCount(99441) => "99,441" */
export const formatCount = (value: number | null | undefined): string =>
  finite(value) ? withMinus(count.format(value)) : missing;

/**
 * A number with a fixed count of decimals.
 * @example formatNumber(4.0864, 2) => "4.09"
 * @example formatNumber(-0.5, 1) => "−0.5"
 */
export const formatNumber = (value: number | null | undefined, decimals = 2): string =>
  finite(value) ? withMinus(fixed(decimals).format(value)) : missing;

const asItIs = new Intl.NumberFormat(locale, {maximumFractionDigits: 12, signDisplay});

/** A number with the decimals that it has. @example formatDecimal(1.37) => "1.37" */
export const formatDecimal = (value: number | null | undefined): string =>
  finite(value) ? withMinus(asItIs.format(value)) : missing;

/** A number as a field to type in holds it: all its digits, none set apart. @example formatTyped(1234.5) => "1234.5" */
export const formatTyped = (value: number | null | undefined): string =>
  finite(value) ? String(value).replace(".", decimalSign) : "";

/** How many decimals a currency's amounts are written with. @example currencyDecimals("JPY") => 0 */
export const currencyDecimals = (currency: string): number =>
  new Intl.NumberFormat(locale, {style: "currency", currency}).resolvedOptions().maximumFractionDigits ?? 2;

/** Cents as an amount. @example formatMoney(14162) => "R$ 141.62" */
export const formatMoney = (cents: number | null | undefined): string =>
  finite(cents) ? amount(exact, cents / 100) : missing;

/** Cents as an amount without its cents. @example formatMoneyWhole(1322149811) => "R$ 13,221,498" */
export const formatMoneyWhole = (cents: number | null | undefined): string =>
  finite(cents) ? amount(whole, cents / 100) : missing;

/** Cents in short form, for axes. @example formatMoneyShort(1322149811) => "R$ 13.2M" */
export const formatMoneyShort = (cents: number | null | undefined): string =>
  finite(cents) ? amount(compact, cents / 100) : missing;

/** Cents in the shortest form, where the currency is said nearby. @example shortMoney(1322149811) => "13.2M" */
export const shortMoney = (cents: number | null | undefined): string =>
  formatMoneyShort(cents).replace(currencySign, "").trim();

/** A number with its power of ten. @example formatPower(0.000022) => "2.2e-5" */
export const formatPower = (value: number | null | undefined, decimals = 1): string =>
  finite(value) ? value.toExponential(decimals).replace(".", decimalSign) : missing;

/** A number with its unit, which no line parts from it. @example withUnit("6.8", "pp") => "6.8 pp" */
export const withUnit = (number: string, unit: string): string => `${number}\u00a0${unit}`;

/** Text whose percentages no line parts from their sign. @example keptWhole("the top 20 % of customers") => "the top 20 % of customers" */
export const keptWhole = (text: string): string => text.replace(/(\d) (?=%)/g, "$1\u00a0");

/** A share of one as a percentage. @example formatShare(0.0677) => "6.8 %" */
export const formatShare = (share: number | null | undefined, decimals = 1): string =>
  finite(share) ? withUnit(formatNumber(share * 100, decimals), "%") : missing;

/** Decimals that show two figures of a small number. @example smallDecimals(0.0005) => 5 */
export const smallDecimals = (value: number): number =>
  value === 0 ? 2 : Math.min(15, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(value)) + 1e-12)));

/** A number with so many decimals that two figures of it show, from two to six. @example formatFine(0.00153) => "0.0015" */
export function formatFine(value: number | null | undefined): string {
  if (!finite(value)) return missing;
  const size = Math.abs(value);
  if (size > 0 && size < 5e-7) return `less than ${formatNumber(1e-6, 6)}`;
  return formatNumber(value, size === 0 ? 0 : Math.min(6, smallDecimals(size)));
}

/** A difference of two rates in percentage points. @example formatPoints(0.0018716) => "0.19 pp" */
export const formatPoints = (difference: number | null | undefined): string =>
  finite(difference) ? withUnit(formatFine(difference * 100), "pp") : missing;

/**
 * A rate as a percentage with the decimals that its size asks for: two figures of one however rare.
 * @example formatRate(0.25) => "25.0 %"
 * @example formatRate(0.0000064) => "0.00064 %"
 */
export const formatRate = (rate: number | null | undefined): string =>
  formatShare(rate, !finite(rate) || Math.abs(rate) >= 0.1 ? 1 : smallDecimals(rate * 100));

/**
 * Two rates with as many decimals as it takes to tell them apart.
 * @example formatRates(0.2, 0.2001) => ["20.00 %", "20.01 %"]
 */
export function formatRates(one: number, other: number): [string, string] {
  const rare = Math.min(...[one, other].filter((rate) => rate !== 0), 1);
  const usual: [string, string] = [formatRate(one), formatRate(other)];
  if (one === other || usual[0] !== usual[1]) return usual;
  for (let decimals = rare >= 0.1 ? 2 : smallDecimals(rare * 100) + 1; decimals < 12; decimals++) {
    const finer: [string, string] = [formatShare(one, decimals), formatShare(other, decimals)];
    if (finer[0] !== finer[1]) return finer;
  }
  return usual;
}

/** A UTC day. @example formatDay(new Date("2018-08-29")) => "29 Aug 2018" */
export const formatDay = (date: Date | null | undefined): string =>
  date && finite(date.getTime()) ? day.format(date) : missing;

/** The day of a moment by the shop's clock. @example formatShopDay(new Date("2018-08-29T01:00:00Z")) => "28 Aug 2018" */
export const formatShopDay = (date: Date): string =>
  finite(date.getTime()) ? shopDay.format(date) : missing;

/** A UTC month. @example formatMonth(new Date("2017-11-01")) => "Nov 2017" */
export const formatMonth = (date: Date | null | undefined): string =>
  date && finite(date.getTime()) ? month.format(date) : missing;
