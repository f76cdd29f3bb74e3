import {currencyDecimals, formatCount} from "../../format.js";

/**
 * What to say where amounts do not have the decimals of their currency, as all are kept in hundredths; undefined where there is
 * nothing to say.
 * @param broken amounts that are no whole number
 * @example currencyNote("JPY", 3) => "3 amounts with decimals, of which JPY has none: kept to hundredths; check the currency"
 * @example currencyNote("EUR", 3) => undefined
 */
export function currencyNote(currency: string, broken: number): string | undefined {
  const decimals = currencyDecimals(currency);
  if (decimals === 2 || broken === 0) return undefined;
  const amounts = `${formatCount(broken)} ${broken === 1 ? "amount" : "amounts"} with decimals`;
  return decimals === 0
    ? `${amounts}, of which ${currency} has none: kept to hundredths; check the currency`
    : `${amounts}, of which ${currency} has ${formatCount(decimals)}: two are kept`;
}
