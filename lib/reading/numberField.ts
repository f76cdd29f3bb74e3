/** Which sign stands before the decimals of a number. */
export type DecimalSign = "." | ",";

/**
 * What a field can be by itself: no number; a number whichever way it is read (`plain`); one that only a decimal point
 * (`point`) or only a decimal comma (`comma`) makes sense of; or one of three digits behind a single sign, which may be
 * decimals or the last group of thousands (`eitherPoint`, `eitherComma`).
 */
export type NumberForm = "none" | "plain" | "point" | "comma" | "eitherPoint" | "eitherComma";

const currency = "R\\$|US\\$|\\$|€|£|¥|BRL|USD|EUR|GBP";
const exponent = "[eE][+-]?[0-9]{1,3}";
const spaced = "[0-9]{1,3}(?:[ '][0-9]{3})+";
const either = (sign: string) => `[1-9][0-9]{0,2}${sign}[0-9]{3}`;

const decisive = (decimal: string, thousands: string) =>
  [
    `[0-9]+${decimal}[0-9]{0,2}`,
    `${decimal}[0-9]+`,
    `[0-9]+${decimal}[0-9]{4,}`,
    `(?:0[0-9]*|[0-9]{4,})${decimal}[0-9]{3}`,
    `(?:[0-9]+${decimal}[0-9]*|${decimal}[0-9]+)${exponent}`,
    `[0-9]{1,3}(?:${thousands}[0-9]{3})+${decimal}[0-9]*`,
    `[0-9]{1,3}(?:${thousands}[0-9]{3}){2,}`,
    `${spaced}${decimal}[0-9]+`
  ].join("|");

/**
 * Patterns of a number's body, in the syntax that JavaScript and RE2 (DuckDB) share: the loader, which reads by SQL,
 * and the tab, which reads by JavaScript, rest on the same ones. Each is to match the whole body.
 */
export const bodyPatterns: Readonly<Record<Exclude<NumberForm, "none">, string>> = {
  plain: `[0-9]+(?:${exponent})?|${spaced}`,
  point: decisive("[.]", ","),
  comma: decisive(",", "[.]"),
  eitherPoint: either("[.]"),
  eitherComma: either(",")
};

/**
 * A whole field: an opening bracket (the accountant's minus), a sign, a currency, a sign, the body, a currency, a per cent
 * sign, the bracket's end. `fieldGroups` says which group is which.
 */
export const fieldPattern = `([(])?([+-]?) ?(${currency})? ?([+-]?) ?([0-9.,' eE+-]*[0-9.,]) ?(${currency})? ?(%)?([)])?`;
export const fieldGroups = {
  bracket: 1,
  sign: 2,
  before: 3,
  innerSign: 4,
  body: 5,
  after: 6,
  percent: 7
} as const;

/** A field's characters that stand for others: the spaces of typesetters, the true minus, the curly apostrophe. */
export const alike: readonly (readonly [string, string])[] = [
  ["\u00a0", " "],
  ["\u202f", " "],
  ["\u2009", " "],
  ["\u2212", "-"],
  ["\u2019", "'"]
];

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const field = whole(fieldPattern);
const forms = (["plain", "point", "comma", "eitherPoint", "eitherComma"] as const).map(
  (form) => [form, whole(bodyPatterns[form])] as const
);
const simple = /^-?\d+(?:\.\d{1,2})?$/;

/** What a field is made of; `none` where it is no number. */
export interface NumberParts {
  form: NumberForm;
  body: string;
  negative: boolean;
  currency: string;
  percent: boolean;
}

const nothing: NumberParts = {form: "none", body: "", negative: false, currency: "", percent: false};

/**
 * What a field is made of, and what it can be by itself.
 * @example numberParts("R$ 1.250,00") => {form: "comma", body: "1.250,00", negative: false, currency: "R$", percent: false}
 * @example numberParts("1.250").form => "eitherPoint"
 */
export function numberParts(text: string): NumberParts {
  let plain = text.trim();
  if (simple.test(plain)) {
    const negative = plain.startsWith("-");
    const body = negative ? plain.slice(1) : plain;
    return {form: body.includes(".") ? "point" : "plain", body, negative, currency: "", percent: false};
  }
  for (const [character, other] of alike) plain = plain.replaceAll(character, other);
  plain = plain.replace(/ +/g, " ");
  const found = field.exec(plain);
  if (!found) return nothing;
  const group = (name: keyof typeof fieldGroups) => (found[fieldGroups[name]] as string | undefined) ?? "";
  const body = group("body");
  const form = forms.find(([, pattern]) => pattern.test(body))?.[0];
  const signs = group("sign") + group("innerSign");
  const bracket = group("bracket") !== "";
  if (!form || signs.length > 1 || bracket !== plain.endsWith(")") || (bracket && signs)) return nothing;
  const currencies = [group("before"), group("after")].filter(Boolean);
  if (currencies.length > 1) return nothing;
  return {
    form,
    body,
    negative: bracket || signs === "-",
    currency: currencies[0] ?? "",
    percent: group("percent") !== ""
  };
}

const pointed = (body: string, decimal: DecimalSign): number =>
  Number(decimal === "." ? body.replace(/[, ']/g, "") : body.replace(/[. ']/g, "").replace(",", "."));

/**
 * The number that a field's parts are, where three digits behind a single sign are decimals if that sign is `decimal` and
 * thousands if not. NaN where they are none, or too large. A per cent sign is not looked at.
 * @example numberOf(numberParts("1.250"), ",") => 1250
 * @example numberOf(numberParts("1.250"), ".") => 1.25
 */
export function numberOf({form, body, negative}: NumberParts, decimal: DecimalSign): number {
  if (form === "none") return NaN;
  const value = pointed(body, form === "point" ? "." : form === "comma" ? "," : decimal);
  if (!Number.isFinite(value)) return NaN;
  return negative && value !== 0 ? -value : value;
}
