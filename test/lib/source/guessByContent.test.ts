import {expect, it} from "vitest";
import {guessByContent} from "../../../lib/source/transactions/guessByContent.js";
import {guessMapping} from "../../../lib/source/transactions/mapping.js";
import {previewOf} from "../../../lib/source/transactions/preview.js";

/** A table whose rows are made of their number. */
const tableOf = (header: string[], cells: (at: number) => string[], rows = 40) => ({
  header,
  rows: Array.from({length: rows}, (_, at) => cells(at))
});

const sales = (at: number) => [
  `A-${at}`,
  `person ${(at * 7) % 17}`,
  `${1 + (at % 28)}.3.2011`,
  `${10 + at},${10 + (at % 80)}`,
  String(1 + (at % 3)),
  "Köln"
];
const header = ["Zeichen", "Wer", "Wann", "Summe", "Stk", "Wo"];

it("tells order, customer, time and amount by their values", () => {
  expect(guessByContent(tableOf(header, sales), {columns: {}})).toEqual({
    order: "Zeichen",
    customer: "Wer",
    time: "Wann",
    amount: "Summe"
  });
});

it("takes nothing that the names told, nor any of their columns", () => {
  const columns = {time: "Wann", customer: "Zeichen"};
  expect(guessByContent(tableOf(header, sales), {columns})).toEqual({amount: "Summe"});
  const all = {...columns, amount: "Summe"};
  expect(guessByContent(tableOf(header, sales), {columns: all})).toEqual({});
});

it("guesses nothing of few rows, empty cells, constants or free text", () => {
  expect(guessByContent(tableOf(header, sales, 7), {columns: {}})).toEqual({});
  expect(
    guessByContent(
      tableOf(["a", "b"], () => ["", "x"]),
      {columns: {}}
    )
  ).toEqual({});
  expect(guessByContent({header: [], rows: []}, {columns: {}})).toEqual({});
});

it("keeps counts and days from being amounts", () => {
  const table = tableOf(["n", "d"], (at) => [String(at % 5), `2011-04-${10 + (at % 20)}`]);
  expect(guessByContent(table, {columns: {}})).toEqual({time: "d", customer: "n"});
});

it("reads more rows than a form shows", () => {
  const text = `Beleg;Wer;Datum;Betrag\n${Array.from({length: 60}, (_, at) => `${at};p${at % 17};${1 + (at % 28)}/1/2011;1.00${at % 10},50`).join("\n")}\n`;
  const preview = previewOf(text);
  expect(preview.rows).toHaveLength(10);
  expect(preview.sample).toHaveLength(60);
  const named = guessMapping(preview.header);
  expect(guessByContent({header: preview.header, rows: preview.sample}, named).customer).toBe("Wer");
});
