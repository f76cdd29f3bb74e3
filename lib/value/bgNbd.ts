import {dropoutModel} from "./dropoutModel.js";

/**
 * The BG/NBD model of P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting your customers the easy way" (Marketing
 * Science 24, 2005). Who never came back cannot have left: the chance of being alive is then 1.
 * @example bgNbd.expectedPurchases({r: 0.243, alpha: 4.414, a: 0.793, b: 2.426}, 1) => 0.0533
 */
export const bgNbd = dropoutModel("BG/NBD", 0);
