import {afterAll, beforeAll, expect, it} from "vitest";
import {excelCsv, plainCsv} from "../../../../lib/csv/csvForm.js";
import {columnsOf, featureNamed, features} from "../../../../lib/features/catalogue.js";
import {examplesOf} from "../../../../lib/features/matrix.js";
import {quantile} from "../../../../lib/metrics/quantile.js";
import {
  columnOf,
  featureSql,
  labelsSql,
  matrixColumns,
  matrixCsvSql,
  quantileShares,
  summarySql
} from "../../../../src/components/models/features/sql.js";
import type {FeatureSummary} from "../../../../src/components/models/features/data.js";
import {labelCounts} from "../../../../src/components/models/features/labels.js";
import type {LabelDay} from "../../../../src/components/models/features/labels.js";
import {byColumn, featureRows} from "../../../lib/features/tables.js";
import type {OpenMarts} from "../../../support/marts.js";
import {openMarts, smallMarts} from "../../../support/marts.js";

const moment = {cutoff: "2018-03-01T00:00:00", horizon: 90, strict: false};
let open: OpenMarts;
let rows: Awaited<ReturnType<typeof featureRows>>;
beforeAll(async () => {
  open = await openMarts(await smallMarts());
  rows = await featureRows(open, moment);
});
afterAll(() => open.close());

type Line = FeatureSummary & {people: number; line_bytes: number};

const matrixText = async (days: number) => {
  const blocks = await open.rows<{lines: string; people: number}>(matrixCsvSql(moment, days));
  return blocks.flatMap(({lines}) => lines.split("\r\n").map((line) => line.split(",")));
};

it("tells of every feature what its values themselves tell", async () => {
  const told = await open.rows<Line>(summarySql(moment));
  expect(told.map(({number}) => number)).toEqual(features.map(({number}) => number));
  for (const [i, feature] of features.entries()) {
    const {people, missing, distinct_values, mean, quantiles, usual, usual_people} = told[i];
    const absent = feature.levels ? "none" : null;
    const values = rows.map((row) => row[columnOf(feature)]).filter((value) => value !== absent);
    expect([people, missing], feature.name).toEqual([rows.length, rows.length - values.length]);
    expect(distinct_values, feature.name).toBe(new Set(values).size);
    if (feature.levels) {
      expect(usual_people).toBe(values.filter((value) => value === usual).length);
      continue;
    }
    const sorted = values.map(Number).sort((a, b) => a - b);
    expect(Number(mean)).toBeCloseTo(sorted.reduce((sum, value) => sum + value, 0) / sorted.length, 6);
    quantileShares.forEach((share, k) => expect(quantiles?.[k]).toBeCloseTo(quantile(sorted, share), 6));
  }
});

it("writes the matrix for Excel with the same values", async () => {
  const [plain, excel] = await Promise.all(
    [plainCsv, {...excelCsv, separator: ";" as const, decimal: ","}].map((form) =>
      open.rows<{lines: string}>(matrixCsvSql(moment, 210, form))
    )
  );
  const lines = excel.map((block) => block.lines).join("\r\n");
  expect(lines).toMatch(/;\d+,\d+;/);
  expect(lines.replaceAll(",", ".").replaceAll(";", ",")).toBe(plain.map((b) => b.lines).join("\r\n"));
});

it("counts nobody before the first order, without a failure", async () => {
  const told = await open.rows<Line>(summarySql({...moment, cutoff: "2015-01-01T00:00:00"}));
  expect(told).toHaveLength(78);
  expect(told.every(({people, missing, mean}) => people === 0 && missing === 0 && mean === null)).toBe(true);
});

it("writes the 94 columns and the labels as the models get them", async () => {
  const text = await matrixText(210);
  expect(matrixColumns(210)).toHaveLength(1 + 94 + 4);
  expect(matrixColumns(210).slice(1, 95)).toEqual(
    features.flatMap((feature) => columnsOf(feature).map(({name}) => name))
  );
  const read = examplesOf(byColumn(rows), {label: {kind: "recency", days: 210}, preset: "forward"});
  if (!read.ok) throw new Error(read.message);
  expect(text.map(([key]) => Number(key))).toEqual([...read.value.keys]);
  for (const [j, column] of read.value.values.entries())
    expect(
      text.map((cells) => (cells[j + 1] === "" ? NaN : Math.fround(Number(cells[j + 1])))),
      read.value.columns[j].name
    ).toEqual([...column]);
  expect(text.map((cells) => Number(cells[96]))).toEqual([...read.value.labels]);
});

it("says nearly how long a line of the matrix is", async () => {
  const [{line_bytes}] = await open.rows<Line>(summarySql(moment));
  const text = await matrixText(210);
  const mean = text.reduce((sum, cells) => sum + cells.join(",").length + 2, 0) / text.length;
  expect(line_bytes / mean).toBeGreaterThan(0.95);
  expect(line_bytes / mean).toBeLessThan(1.05);
});

it("counts labels by days as the rows have them", async () => {
  const counts = labelCounts(await open.rows<LabelDay>(labelsSql(moment)), 210);
  expect(counts).toEqual({
    people: rows.length,
    rule: rows.filter((row) => row.label_rule === 1).length,
    recency: rows.filter((row) => Number(row.days_since_last) > 210).length,
    forward: rows.filter((row) => row.label_forward === 1).length
  });
});

it("gives gaps as NaN and open outcomes as 2", async () => {
  const gap = featureNamed("avg_days_between_orders");
  if (!gap) throw new Error("no such feature");
  const late = {...moment, cutoff: "2018-08-15T00:00:00"};
  const values = await open.rows<{value: number; label_forward: number}>(featureSql(late, gap));
  expect(values.some(({value}) => Number.isNaN(value))).toBe(true);
  expect(new Set(values.map(({label_forward}) => label_forward))).toEqual(new Set([2]));
});
