import type {Trees} from "../learn/trees/ensemble.js";
import type {LeafGame} from "./leafGame.js";
import {leafContributions, leafGames} from "./leafGame.js";

/** Most splits on a path that tables are made for; deeper trees are walked through (`treeShapQuick`). */
export const deepestTable = 10;

/**
 * Contributions looked up instead of computed. A group is a subtree with the path that leads to it; the outcomes of
 * its conditions (all splits on that path and in the subtree) make up a code, bit by bit, and the group's table says
 * what each of its features contributes for every code.
 */
export interface ShapTables {
  /** Columns of the model that the groups look at. The indices below count in this list. */
  columns: number[];
  /** Index of each group's first condition, and one past the last. */
  conditionStarts: number[];
  conditions: {column: number; threshold: number; missingLeft: boolean}[];
  /** Index of each group's first slot, and one past the last. A slot is a feature that the group contributes to. */
  slotStarts: number[];
  slots: number[];
  /** Where each group's table starts, slot by slot with 2^conditions numbers each, and one past the last number. */
  tableStarts: number[];
  tables: Float64Array;
}

/** A subtree whose conditions fit into one code. */
interface Group {
  conditions: number[];
  games: LeafGame[];
}

/** How tables are cut: most conditions of a group where its path allows it, and about how many numbers at once. */
export interface TableOptions {
  bits?: number;
  numbers?: number;
}

/**
 * Puts trees into tables, as many of those given as fit, at least one. Gives way after each group; the generator's
 * return value is the tables and how many of the trees they hold.
 */
export function* shapTables(
  trees: Trees,
  some: readonly number[],
  {bits = 8, numbers = 1 << 22}: TableOptions = {}
): Generator<void, {tables: ShapTables; trees: number}> {
  const parts: Float64Array[] = [];
  const columns: number[] = [];
  const places = new Map<number, number>();
  const place = (feature: number): number => {
    const known = places.get(feature) ?? columns.push(feature) - 1;
    places.set(feature, known);
    return known;
  };
  const conditions: ShapTables["conditions"] = [];
  const slots: number[] = [];
  const [conditionStarts, slotStarts, tableStarts] = [[0], [0], [0]];
  let done = 0;
  while (done < some.length && (done === 0 || tableStarts[tableStarts.length - 1] < numbers)) {
    for (const group of groupsOf(trees, some[done++], bits)) {
      const features = [...new Set(group.games.flatMap((game) => game.features))];
      const part = tableOf(group, features);
      parts.push(part);
      for (const node of group.conditions)
        conditions.push({
          column: place(trees.feature[node]),
          threshold: trees.threshold[node],
          missingLeft: trees.defaultLeft[node] === 1
        });
      slots.push(...features.map(place));
      conditionStarts.push(conditions.length);
      slotStarts.push(slots.length);
      tableStarts.push(tableStarts[parts.length - 1] + part.length);
      yield;
    }
  }
  const tables = new Float64Array(tableStarts[parts.length]);
  parts.forEach((part, group) => tables.set(part, tableStarts[group]));
  return {
    tables: {columns, conditionStarts, conditions, slotStarts, slots, tableStarts, tables},
    trees: done
  };
}

/** The largest subtrees that have, with the path to them, at most `bits` splits; a lone leaf may have more. */
function groupsOf(trees: Trees, tree: number, bits: number): Group[] {
  const games = leafGames(trees, tree);
  const groups: Group[] = [];
  const visit = (depth: number, some: LeafGame[]): void => {
    const conditions = [...new Set(some.flatMap(({path}) => path.map(({node}) => node)))];
    if (conditions.length <= bits || some.length <= 2) {
      if (conditions.length) groups.push({conditions, games: some});
      return;
    }
    for (const left of [true, false])
      visit(
        depth + 1,
        some.filter(({path}) => path[depth].left === left)
      );
  };
  visit(0, games);
  return groups;
}

function tableOf({conditions, games}: Group, features: readonly number[]): Float64Array {
  const codes = 1 << conditions.length;
  const table = new Float64Array(features.length * codes);
  for (const game of games) {
    const size = game.features.length;
    const contributions = leafContributions(game);
    const starts = game.features.map((feature) => features.indexOf(feature) * codes);
    const path = game.path.map(({node, left, slot}) => ({
      bit: conditions.indexOf(node),
      wanted: Number(left),
      spoilt: ~(1 << slot)
    }));
    for (let code = 0; code < codes; code++) {
      let mask = (1 << size) - 1;
      for (const {bit, wanted, spoilt} of path) if (((code >> bit) & 1) !== wanted) mask &= spoilt;
      for (let i = 0; i < size; i++) table[starts[i] + code] += contributions[mask * size + i];
    }
  }
  return table;
}
