import type {Shop} from "../shop.js";
import type {Manifest} from "./manifest.js";

/** Whose data are looked at: those that the brief speaks of, generated ones like them, or another shop's. */
export type Whose = "olist" | "generated" | "another";

const olistOrders = 99_441;
const olistBegins = "2016-09-04T21:15:19";

/** Tells Olist's own files by their orders and the first of them. */
export function whoseOf({
  source,
  first_purchase,
  inputs
}: Pick<Manifest, "source" | "first_purchase" | "inputs">): Whose {
  if (source === "synthetic") return "generated";
  const orders = inputs.find(({table}) => table === "orders")?.rows;
  return orders === olistOrders && first_purchase.startsWith(olistBegins) ? "olist" : "another";
}

/** What a manifest tells the pages of its shop before they load. */
export const toldBy = (
  about: Pick<Manifest, "source" | "first_purchase" | "inputs" | "places" | "lacks">
): Pick<Shop, "placeNames" | "lacks" | "another"> => ({
  ...(about.places && {placeNames: about.places}),
  ...(about.lacks && {lacks: about.lacks}),
  ...(whoseOf(about) === "another" && {another: true})
});
