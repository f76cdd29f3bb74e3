import {currency} from "../format.js";

const suffix = `_${currency.toLowerCase()}`;

/** Names a column of money in the shop's currency. @example moneyColumn("price") => "price_brl" */
export const moneyColumn = (name: string): string => `${name}${suffix}`;

/** Whether a column holds money in the shop's currency, by its name. @example isMoney("price_brl") => true */
export const isMoney = (name: string): boolean => name.endsWith(suffix);

const cents = /_cents$/;

/** The name under which a column leaves the site: cents go as currency. @example exportedName("price_cents") => "price_brl" */
export const exportedName = (name: string): string =>
  cents.test(name) ? moneyColumn(name.replace(cents, "")) : name;

/** A value as it leaves the site. @example exportedValue("price_cents", 12345) => 123.45 */
export const exportedValue = (name: string, value: unknown): unknown =>
  !cents.test(name)
    ? value
    : typeof value === "number" || typeof value === "bigint"
      ? Number(value) / 100
      : value;
