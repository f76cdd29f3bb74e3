import type {Feature} from "./catalogue.js";
import {features} from "./catalogue.js";

export const presets = ["brief", "leak-free", "forward"] as const;

/**
 * Which features a model looks at: all 78; those 57 that neither go into the rule label nor pin the date and number of
 * orders; all 78 with the city's rate from an earlier window, for a forward label.
 */
export type Preset = (typeof presets)[number];

/**
 * The features of a preset, in the order of their numbers.
 * @example presetFeatures("leak-free").length => 57
 */
export const presetFeatures = (preset: Preset): readonly Feature[] =>
  preset === "leak-free" ? features.filter(({leak}) => leak === "safe" || leak === "fold") : features;
