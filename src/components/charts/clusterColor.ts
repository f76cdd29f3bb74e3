import {color} from "../colors.js";

const hues = ["indigo", "orange", "teal", "plum", "gold", "red", "green", "violet"];

/** The colour of a cluster by its letter. @example clusterColor("A") => "var(--color-indigo)" */
export const clusterColor = (cluster: string): string => color(hues[cluster.charCodeAt(0) - 65] ?? "other");
