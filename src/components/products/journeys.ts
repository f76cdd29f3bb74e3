import type {Journeys} from "../../lib/journeys/journeys.js";
import {journeysOf} from "../../lib/journeys/journeys.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import {readColumns, readMart} from "../marts.js";
import {onSourceChange} from "../martsSource.js";

let loaded: Promise<Journeys> | undefined;
onSourceChange(() => (loaded = undefined));

/** All orders with their way to the customer and their latest review, read when first needed, without DuckDB. */
export function loadJourneys(): Promise<Journeys> {
  loaded ??= readColumns("journeys").then(journeysOf);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

/** How many characters of an id tell one seller from another, if ids are as random as the published ones. */
const idLength = 8;

/** What sellers are called, by key: the beginning of their id in the files, or all of it where beginnings are alike. */
async function loadSellerNames(): Promise<(key: number | string) => string> {
  const rows = await readMart<{seller_key: number; seller_id: string}>("seller_ids");
  const short = new Set(rows.map(({seller_id}) => seller_id.slice(0, idLength))).size === rows.length;
  const ids = new Map(rows.map(({seller_key, seller_id}) => [seller_key, seller_id]));
  return (key) => {
    const id = ids.get(Number(key)) ?? String(key);
    return `Seller ${short ? id.slice(0, idLength) : id}`;
  };
}

/** An answer together with the names of sellers. */
export async function withSellerNames<T>(
  asked: Promise<Result<T>>
): Promise<Result<[T, (key: number | string) => string]>> {
  const [result, nameOf] = await Promise.all([asked, loadSellerNames()]);
  return result.ok ? ok([result.value, nameOf]) : result;
}
