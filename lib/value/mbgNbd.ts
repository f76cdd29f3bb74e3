import {dropoutModel} from "./dropoutModel.js";

/**
 * The MBG/NBD model of E. P. Batislam, M. Denizel and A. Filiztekin (International Journal of Research in Marketing 24,
 * 2007) and U. Wagner and D. Hoppe (2008): the BG/NBD where a customer may leave after the first purchase too.
 * @example mbgNbd.probabilityAlive({r: 0.525, alpha: 6.183, a: 0.891, b: 1.614}, 0, 0, 0) => b / (a + b) => 0.6443
 */
export const mbgNbd = dropoutModel("MBG/NBD", 1);
