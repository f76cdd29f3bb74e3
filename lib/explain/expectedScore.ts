import type {TreeModel} from "../learn/trees/ensemble.js";
import {expectedValue, leafGames} from "./leafGame.js";

/**
 * The score that contributions start from: its mean over the training weight, as the trees' covers tell it.
 * In log-odds, or a probability for the link "mean".
 * @example expectedScore(feverAndCough) => 20
 */
export function expectedScore({base, trees}: TreeModel): number {
  let sum = base;
  for (let tree = 0; tree + 1 < trees.offsets.length; tree++)
    for (const game of leafGames(trees, tree)) sum += expectedValue(game);
  return sum;
}
