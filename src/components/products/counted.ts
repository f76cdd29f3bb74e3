import {formatCount} from "../../lib/format.js";

/** So many of something. @example counted(1, "review", "reviews") => "1 review" */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;
