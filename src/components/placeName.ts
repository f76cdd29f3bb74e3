import {inBrazil} from "../lib/shop.js";
import {stateNames} from "./brazil.js";

/** What a place is called that the tables' column `state` has. @example placeName("SP") => "São Paulo" */
export const placeName = (code: string): string => (inBrazil ? (stateNames[code] ?? code) : code);
