import fc from "fast-check";
import {absentWords} from "../../../lib/reading/absent.js";

/** Picks one, but the first of them half of the time. */
const mostly = <T>(usual: T, ...others: T[]) => fc.oneof(fc.constant(usual), fc.constantFrom(...others));

/** How a column writes its numbers. */
export interface NumberDialect {
  decimal: "." | ",";
  /** What stands between thousands. */
  group: string;
  /** What stands before and behind, a currency with its space or a minus in one of its ways around them. */
  before: string;
  after: string;
  minus: "-" | "−" | "- " | "inner" | "bracket";
  /** How many decimals: as many as there are, always so many, or those of a float with its tail. */
  places: "asMany" | "tail" | number;
}

/** Any way of writing numbers that are known to so many decimals. */
export const numberDialect = (decimals: number, currency = true): fc.Arbitrary<NumberDialect> =>
  fc
    .record({
      decimal: fc.constantFrom("." as const, "," as const),
      grouped: fc.oneof(fc.constantFrom("", "other"), fc.constantFrom(" ", "\u00a0", "\u202f", "'", "’")),
      sign: currency ? fc.constantFrom("", "R$", "$", "€", "US$", "BRL") : fc.constant(""),
      space: fc.constantFrom("", " ", "\u00a0"),
      behind: fc.boolean(),
      minus: fc.constantFrom("-" as const, "−" as const, "- " as const, "inner" as const, "bracket" as const),
      places: fc.oneof(
        fc.constantFrom("asMany" as const, "tail" as const),
        fc.integer({min: decimals, max: decimals + 2})
      )
    })
    .map(({decimal, grouped, sign, space, behind, minus, places}) => ({
      decimal,
      group: grouped === "other" ? (decimal === "." ? "," : ".") : grouped,
      before: sign && !behind ? sign + space : "",
      after: sign && behind ? space + sign : "",
      minus,
      places
    }));

function digits(value: number, places: NumberDialect["places"]): string {
  if (typeof places === "number") return value.toFixed(places);
  const text = places === "tail" ? value.toPrecision(17) : String(value);
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "") : text.replace(/\.0+$/, "");
}

/** A number in a dialect. @example written(-1250.5, {decimal: ",", group: ".", before: "R$ ", ...}) => "-R$ 1.250,5" */
export function writtenNumber(value: number, dialect: NumberDialect): string {
  const {decimal, group, before, after, minus} = dialect;
  const [whole, rest] = digits(Math.abs(value), dialect.places).split(".");
  const number = whole.replace(/\B(?=(\d{3})+$)/g, group) + (rest ? decimal + rest : "");
  if (value >= 0) return before + number + after;
  if (minus === "inner") return `${before}-${number}${after}`;
  return minus === "bracket" ? `(${before}${number}${after})` : minus + before + number + after;
}

/** How a column writes its days. */
export interface DayDialect {
  order: "dmy" | "mdy" | "ymd";
  sign: string;
  padded: boolean;
  clock: "none" | "minutes" | "seconds" | "point" | "comma" | "half";
  between: string;
  zone: string;
}

/** Any way of writing days that is read. */
export const dayDialect: fc.Arbitrary<DayDialect> = fc.record({
  order: fc.constantFrom("dmy", "mdy", "ymd"),
  sign: fc.constantFrom("-", "/", "."),
  padded: fc.boolean(),
  clock: fc.constantFrom("none", "minutes", "seconds", "point", "comma", "half"),
  between: fc.constantFrom(" ", "T", "  "),
  zone: mostly("", "Z", " UTC", "-03:00", "+0530", " -03")
});

const fixed = (value: number, width: number) => String(value).padStart(width, "0");

function clockOf(time: Date, {clock, padded}: DayDialect): string {
  const [hour, minute, second, rest] = [
    time.getUTCHours(),
    fixed(time.getUTCMinutes(), 2),
    fixed(time.getUTCSeconds(), 2),
    fixed(time.getUTCMilliseconds(), 3)
  ] as const;
  const hours = fixed(hour, padded ? 2 : 1);
  if (clock === "minutes") return `${hours}:${minute}`;
  if (clock === "half") return `${hour % 12 || 12}:${minute}:${second} ${hour < 12 ? "AM" : "PM"}`;
  const seconds = `${hours}:${minute}:${second}`;
  return clock === "seconds" ? seconds : `${seconds}${clock === "point" ? "." : ","}${rest}`;
}

/** A time in a dialect. */
export function writtenDay(time: Date, dialect: DayDialect): string {
  const {order, sign, padded, clock, between, zone} = dialect;
  const part = (value: number) => fixed(value, padded ? 2 : 1);
  const [y, m, d] = [time.getUTCFullYear(), part(time.getUTCMonth() + 1), part(time.getUTCDate())];
  const day = (order === "dmy" ? [d, m, y] : order === "mdy" ? [m, d, y] : [y, m, d]).join(sign);
  return clock === "none" ? day : day + between + clockOf(time, dialect) + zone;
}

/** What is left of a time in a dialect: its day, its minute, its second or its thousandth. */
export function keptTime(time: Date, {clock}: DayDialect): string {
  const text = time.toISOString().replace("T", " ").replace("Z", "");
  if (clock === "none") return `${text.slice(0, 10)} 00:00:00.000`;
  if (clock === "minutes") return `${text.slice(0, 16)}:00.000`;
  return clock === "seconds" || clock === "half" ? `${text.slice(0, 19)}.000` : text;
}

/** A word for nothing, in any case and with white space around it. */
export const nothing: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...absentWords), fc.constantFrom("", " ", "\u00a0"), fc.boolean())
  .map(([word, space, upper]) => space + (upper ? word.toUpperCase() : word) + space);

/** Fields that look like numbers or days and mostly are none. */
export const junk: fc.Arbitrary<string> = fc.oneof(
  fc.string({unit: fc.constantFrom(..."0123456789.,-:/ TZe+()$€%'AaMmP"), maxLength: 14}),
  fc.string({maxLength: 8}).map((text) => text.replaceAll("\0", "")),
  fc.constantFrom(
    "1e999",
    "1e-400",
    "1_000",
    "R$ 1.2.3",
    "$5$",
    "1,00,000",
    "12.34.567",
    "3,5 %",
    "12%",
    "(5",
    "--5",
    "- 5",
    "+5",
    "1.",
    ".5",
    "inf",
    "0x10",
    "1 234 567,5",
    "2018-08-29 24:00:00",
    "2018-08-29 25:00",
    "2018-08-29 10:60",
    "2018-08-29 23:59:60",
    "29/08/2018 13:30 PM",
    "29/08/2018 0:30 AM",
    "31/02/2018",
    "00/05/2018",
    "01/02/0001",
    "2018-02-30",
    "13/13/2018",
    "1850-01-01",
    "2250-01-01",
    "0000-00-00",
    "29/08/18",
    "20180829",
    "2018-08-29 10:00 BRT",
    "2018-08-29T10:00:00.123456789Z"
  )
);
