import {color} from "../../colors.js";

const hues = ["indigo", "orange", "teal", "plum", "gold", "green", "red", "violet"];

/** The colour of an arm by its place: the control, the first, is grey. @example armColor(1) => "var(--color-indigo)" */
export const armColor = (place: number): string =>
  color(place === 0 ? "other" : hues[(place - 1) % hues.length]);
