import type {StateValues} from "../state/parameter.js";
import {choice, flag, integer, text} from "../state/parameters.js";

/** What a reader chooses on the page. */
export const studyParameters = {
  by: choice("time", ["time", "random"]),
  copies: choice("oneSide", ["oneSide", "first", "keep"]),
  longest: integer(2, {min: 1, max: 3}),
  seed: integer(1, {min: 0, max: 999_999}),
  backend: choice("auto", ["auto", "webgl", "cpu"]),
  run: flag(false),
  group: choice("state", ["state", "category"]),
  find: text("", {max: 80}),
  say: text("Produto ótimo, mas não chegou no prazo", {max: 300})
};

/** What a study of the reviews depends on; `backend` is where the convolution is trained. */
export type StudyChoice = Pick<
  StateValues<typeof studyParameters>,
  "by" | "copies" | "longest" | "seed" | "backend"
>;

/**
 * The study that an address's values stand for.
 * @example studyChoice({by: "time", copies: "oneSide", longest: 2, seed: 1, backend: "auto"}).longest => 2
 */
export const studyChoice = ({by, copies, longest, seed, backend}: StudyChoice): StudyChoice => ({
  ...{by, copies, longest, seed, backend}
});
