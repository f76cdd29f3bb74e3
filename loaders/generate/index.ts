import {makeShop} from "./basket.js";
import {makeCatalogue} from "./catalogue.js";
import {openFiles} from "./files.js";
import {writeGeolocation} from "./geolocation.js";
import {simulate} from "./people.js";
import {makePlaces} from "./places.js";
import {makePlan} from "./plan.js";
import {productId, writeProducts} from "./products.js";
import {writeOrders} from "./rows.js";
import {makeSellers, writeSellers} from "./sellers.js";

export {plantedRelations} from "./planted.js";

/** What to generate, and where. */
export interface Generation {
  /** Where the nine files go; made where it is missing, files of the same names are overwritten. */
  directory: string;
  /** Size against the real files, 0.01 to 100. People, orders, products and sellers follow it; places do up to 1. */
  scale?: number;
  /** A whole number; the same seed and scale give the same bytes. */
  seed?: number;
  /** Told the share of the work that is done. */
  onProgress?: (done: number) => void;
}

/**
 * Writes a made-up shop in the shape of the Olist data set: the same nine files, columns, margins, relations and
 * flaws, no row of the real ones. People are simulated in blocks, each from a stream of random numbers of its own,
 * and written as they come, so that memory depends on the catalogue and not on the orders.
 *
 * @throws RangeError with a sentence when scale or seed are out of range
 * @example await generate({directory: "shop", scale: 0.01}) => undefined
 */
export async function generate({directory, scale = 1, seed = 1, onProgress}: Generation): Promise<void> {
  const plan = makePlan({scale, seed});
  const places = makePlaces(plan);
  const sellers = makeSellers(plan, places);
  const catalogue = makeCatalogue(plan, sellers);
  const world = {plan, places, shop: makeShop(plan, catalogue, sellers)};
  const files = await openFiles(directory);
  try {
    await writeSellers(sellers, files);
    await writeProducts(plan, catalogue, files);
    await writeGeolocation(plan, places, files);
    for (let block = 0; block < plan.blocks; block++) {
      await writeOrders(simulate(world, block), (product) => productId(plan, product), files);
      onProgress?.((block + 1) / plan.blocks);
    }
  } finally {
    await files.close();
  }
}
