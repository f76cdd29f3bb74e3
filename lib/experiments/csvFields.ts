const truths: Readonly<Record<string, number>> = {
  true: 1,
  yes: 1,
  sim: 1,
  verdadeiro: 1,
  false: 0,
  no: 0,
  não: 0,
  nao: 0,
  falso: 0
};

/**
 * How a column writes its numbers: with a decimal comma where any of its fields has a comma, points then being for
 * thousands; else with a decimal point.
 * @example decimalOf(["1.234,5", "7"]) => ","
 */
export const decimalOf = (fields: Iterable<string>): "," | "." => {
  for (const field of fields) if (field.includes(",")) return ",";
  return ".";
};

/**
 * A field as a number, yes and no as 1 and 0; NaN if it is none.
 * @example numberField("1.234,5", ",") => 1234.5
 * @example numberField("yes", ".") => 1
 */
export function numberField(field: string, decimal: "," | "."): number {
  const text = field.trim();
  if (decimal === ",") {
    if (text.includes(".") && !/^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) return NaN;
    return plainNumber(text.replaceAll(".", "").replace(",", "."));
  }
  return plainNumber(text);
}

function plainNumber(text: string): number {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text)) return Number(text);
  const word = text.toLowerCase();
  return Object.hasOwn(truths, word) ? truths[word] : NaN;
}

/**
 * A field as days since 1970-01-01; NaN if it is no day. Days are written 2018-08-29 or 29/08/2018, a time may follow.
 * @example dayField("29/08/2018") === dayField("2018-08-29 10:00") => true
 */
export function dayField(field: string): number {
  const text = field.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  const local = iso ? null : /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[T ].*)?$/.exec(text);
  if (!iso && !local) return NaN;
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : [local?.[3], local?.[2], local?.[1]].map(Number);
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : NaN;
}
