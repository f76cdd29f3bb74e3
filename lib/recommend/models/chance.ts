import {randomStream} from "../../random/streams.js";
import type {Recommender} from "../recommender.js";

/**
 * Items in a random order, one of their own for each person: the floor that any model should clear.
 * @example chance(3, 1).scores({items, person: 0}, out); out => three numbers from 0 to 1
 */
export const chance = (items: number, seed: number): Recommender => ({
  items,
  scores: ({person = 0}, out) => {
    const random = randomStream("recommend.chance", seed, person);
    for (let item = 0; item < out.length; item++) out[item] = random();
  },
  explain: () => ({kind: "chance"})
});
