/** What rounds to zero has no sign. */
const signDisplay = "negative";

/** The shop's currency, by its ISO code. */
export const currency = "BRL";
const money = {style: "currency", currency, signDisplay} as const;
const count = new Intl.NumberFormat("pt-BR", {maximumFractionDigits: 0, signDisplay});
const brl = new Intl.NumberFormat("pt-BR", money);
const brlWhole = new Intl.NumberFormat("pt-BR", {...money, maximumFractionDigits: 0});
const brlCompact = new Intl.NumberFormat("pt-BR", {...money, notation: "compact", maximumFractionDigits: 1});
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC"
});
const month = new Intl.DateTimeFormat("en-GB", {month: "short", year: "numeric", timeZone: "UTC"});

const fixedBy = new Map<number, Intl.NumberFormat>();

/** A formatter is a hundred times dearer than its use: one for each count of decimals. */
function fixed(decimals: number): Intl.NumberFormat {
  const known = fixedBy.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat("pt-BR", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay
  });
  fixedBy.set(decimals, made);
  return made;
}

/** What stands before the decimals of a number on the site: a comma or a point. */
export const decimalSign =
  fixed(1)
    .formatToParts(0.5)
    .find(({type}) => type === "decimal")?.value ?? ".";

/** What stands where there is no number. */
export const missing = "–";

const finite = (value: number | null | undefined): value is number => value != null && Number.isFinite(value);

/** A whole number with Brazilian thousands separators. @example formatCount(99441) => "99.441" */
export const formatCount = (value: number | null | undefined): string =>
  finite(value) ? count.format(value) : missing;

/** A number with a fixed count of decimals. @example formatNumber(4.0864, 2) => "4,09" */
export const formatNumber = (value: number | null | undefined, decimals = 2): string =>
  finite(value) ? fixed(decimals).format(value) : missing;

const asItIs = new Intl.NumberFormat("pt-BR", {maximumFractionDigits: 12, signDisplay});

/** A number with the decimals that it has. @example formatDecimal(1.37) => "1,37" */
export const formatDecimal = (value: number | null | undefined): string =>
  finite(value) ? asItIs.format(value) : missing;

/** A number as a field to type in holds it: all its digits, none set apart. @example formatTyped(1234.5) => "1234,5" */
export const formatTyped = (value: number | null | undefined): string =>
  finite(value) ? String(value).replace(".", decimalSign) : "";

/** Cents as reais and centavos. @example formatBrl(14162) => "R$ 141,62" */
export const formatBrl = (cents: number | null | undefined): string =>
  finite(cents) ? brl.format(cents / 100) : missing;

/** Cents as whole reais. @example formatBrlWhole(1322149811) => "R$ 13.221.498" */
export const formatBrlWhole = (cents: number | null | undefined): string =>
  finite(cents) ? brlWhole.format(cents / 100) : missing;

/** Cents in short form, for axes. @example formatBrlShort(1322149811) => "R$ 13,2 mi" */
export const formatBrlShort = (cents: number | null | undefined): string =>
  finite(cents) ? brlCompact.format(cents / 100) : missing;

/** Cents in the shortest form, where R$ is said nearby. @example shortReais(1322149811) => "13,2 mi" */
export const shortReais = (cents: number | null | undefined): string =>
  formatBrlShort(cents).replace(/^R\$\s*/, "");

/** A share of one as a percentage. @example formatShare(0.0677) => "6,8 %" */
export const formatShare = (share: number | null | undefined, decimals = 1): string =>
  finite(share) ? `${formatNumber(share * 100, decimals)} %` : missing;

/** Decimals that show two figures of a small number. @example smallDecimals(0.0005) => 5 */
export const smallDecimals = (value: number): number =>
  value === 0 ? 2 : Math.min(15, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(value)) + 1e-12)));

/** A number with so many decimals that two figures of it show, from two to six. @example formatFine(0.00153) => "0,0015" */
export function formatFine(value: number | null | undefined): string {
  if (!finite(value)) return missing;
  const size = Math.abs(value);
  if (size > 0 && size < 5e-7) return `less than ${formatNumber(1e-6, 6)}`;
  return formatNumber(value, size === 0 ? 0 : Math.min(6, smallDecimals(size)));
}

/** A difference of two rates in percentage points. @example formatPoints(0.0018716) => "0,19 pp" */
export const formatPoints = (difference: number | null | undefined): string =>
  finite(difference) ? `${formatFine(difference * 100)} pp` : missing;

/**
 * A rate as a percentage with the decimals that its size asks for: two figures of one however rare.
 * @example formatRate(0.25) => "25,0 %"
 * @example formatRate(0.0000064) => "0,00064 %"
 */
export const formatRate = (rate: number | null | undefined): string =>
  formatShare(rate, !finite(rate) || Math.abs(rate) >= 0.1 ? 1 : smallDecimals(rate * 100));

/**
 * Two rates with as many decimals as it takes to tell them apart.
 * @example formatRates(0.2, 0.2001) => ["20,00 %", "20,01 %"]
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

/** A UTC month. @example formatMonth(new Date("2017-11-01")) => "Nov 2017" */
export const formatMonth = (date: Date | null | undefined): string =>
  date && finite(date.getTime()) ? month.format(date) : missing;
