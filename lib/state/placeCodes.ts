import {states} from "../marts/regions.js";
import {inBrazil, toldShop} from "../shop.js";

/** The places that orders can be chosen by, as the tables' column `state` has them; none where they name too many or none. */
export const placeCodes: readonly string[] = toldShop.placeNames ?? (inBrazil ? states : []);
