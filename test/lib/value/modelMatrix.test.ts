import {describe, expect, it} from "vitest";
import {bgNbd} from "../../../lib/value/bgNbd.js";
import {mbgNbd} from "../../../lib/value/mbgNbd.js";
import {modelMatrix} from "../../../lib/value/modelMatrix.js";
import {paretoNbd} from "../../../lib/value/paretoNbd.js";
import type {PurchaseModel} from "../../../lib/value/purchaseModel.js";
import {reference, unshowable} from "./support.js";

const dropout = {r: 0.243, alpha: 4.414, a: 0.793, b: 2.426};
const models = [
  [bgNbd, dropout],
  [mbgNbd, dropout],
  [paretoNbd, reference.pareto_nbd.published]
] as unknown as [PurchaseModel<string>, Record<string, number>][];

describe.each(models)("the matrix of a model", (model, parameters) => {
  const cells = modelMatrix(model, parameters, {T: 40, horizon: 39});

  it("has a cell without, and eight of each count of repeat purchases, the last one just now", () => {
    expect(cells).toHaveLength(1 + 6 * 8);
    expect(cells[0]).toMatchObject({x: 0, tx: 0});
    const weeks = cells.filter(({x}) => x === 3).map(({tx}) => tx);
    expect(weeks).toEqual([5, 10, 15, 20, 25, 30, 35, 40]);
  });

  it("says what the model does", () => {
    const {x, tx, alive, expected} = cells[20];
    expect(alive).toBe(model.probabilityAlive(parameters, x, tx, 40));
    expect(expected).toBe(model.expectedPurchasesGiven(parameters, 39, x, tx, 40));
  });

  it("rises with how lately somebody bought, and with the horizon", () => {
    const longer = modelMatrix(model, parameters, {T: 40, horizon: 52});
    cells.forEach((cell, i) => {
      expect(longer[i].alive).toBe(cell.alive);
      expect(longer[i].expected).toBeGreaterThan(cell.expected);
      if (cells[i - 1]?.x !== cell.x) return;
      expect(cell.alive).toBeGreaterThan(cells[i - 1].alive);
      expect(cell.expected).toBeGreaterThan(cells[i - 1].expected);
    });
  });

  it("has numbers for customers of one day, and of a hundred years", () => {
    for (const T of [0, 1 / 7, 5218])
      expect(unshowable(modelMatrix(model, parameters, {T, horizon: 260}))).toEqual([]);
  });
});
