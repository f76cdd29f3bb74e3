import {numberParts} from "../../reading/numberField.js";

const codes: Readonly<Record<string, string>> = {
  R$: "BRL",
  US$: "USD",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY"
};

/**
 * The currency that stands beside amounts, as a guess: a dollar sign alone may be of many. Undefined where none stands, or several.
 * @example currencyOf(["€ 1,50", "2,00 €"]) => "EUR"
 */
export function currencyOf(amounts: readonly string[]): string | undefined {
  const found = new Set(
    amounts
      .map((text) => numberParts(text).currency)
      .flatMap((sign) => (sign === "" ? [] : [codes[sign] ?? sign]))
  );
  return found.size === 1 ? [...found][0] : undefined;
}
