import {describe, expect, it} from "vitest";
import {columnDrift} from "../../../lib/drift/columnDrift.js";
import {sampleOf} from "../../../lib/drift/sample.js";
import {featureValues, pooled, watchedColumns} from "../../../lib/monitor/columns.js";
import {estimatedPerformance} from "../../../lib/monitor/estimate.js";
import {figuresSql} from "../../../lib/monitor/figuresSql.js";
import {historyChecks} from "../../../lib/monitor/history.js";
import {markdownSummary} from "../../../lib/monitor/markdown.js";
import {daysAfter, monthsBefore, watchedMonths} from "../../../lib/monitor/months.js";
import {openMetrics} from "../../../lib/monitor/openMetrics.js";
import {realisedPerformance} from "../../../lib/monitor/realised.js";
import type {Alert, MonitorReport, MonthReport} from "../../../lib/monitor/report.js";
import {reportText} from "../../../lib/monitor/reportText.js";
import {ruleProblem} from "../../../lib/monitor/rules.js";
import {weightedDrift} from "../../../lib/monitor/weighted.js";
import {randomSource} from "../../../lib/random/source.js";
import {parseCommand} from "../../../tools/monitor/command.js";
import config from "../../../monitor.config.js";

const random = randomSource(1);
const march = {month: "2018-03", cutoff: "2018-04-01", days: 31, partial: false};

describe("the examples of the documentation", () => {
  it("hold", () => {
    expect(watchedMonths("2018-06-01", "2018-07-30")).toEqual([
      {month: "2018-06", cutoff: "2018-07-01", days: 30, partial: false},
      {month: "2018-07", cutoff: "2018-07-30", days: 29, partial: true}
    ]);
    expect(watchedMonths("2018-06-01", "2018-07-10")).toHaveLength(1);
    expect(daysAfter("2018-03-01", 180)).toBe("2018-08-28");
    expect(monthsBefore("2017-09-01", 6)).toBe("2017-03-01");
    expect(estimatedPerformance([0.9, 0.1], {random, resamples: 0}).brier.value).toBeCloseTo(0.09, 12);
    expect(realisedPerformance([0, 1], [0.2, 0.7], {random, resamples: 0}).rocAuc.value).toBe(1);
    expect(historyChecks({volume: 30, orders: 900, gap: 9, age: 0, faults: {}}, [])[0].usual).toBeNull();
    expect(ruleProblem({referenceMonths: 0, alpha: 0.05, rules: [], expected: {}})).toBe(
      "referenceMonths in monitor.config.ts must be a whole number from 1 to 24."
    );
    expect(featureValues({frequency: [1, 2, 3]}, "frequency", [0, 2])).toEqual([1, 3]);
    expect(pooled([sampleOf("number", [2]), sampleOf("number", [1, null])])).toEqual(
      sampleOf("number", [2, 1, null])
    );
    expect(figuresSql(march).startsWith("with bought as (")).toBe(true);
    expect(reportText({format: "vitrine-monitor", version: 1, missing: "too short"})).toContain("too short");
  });
});

describe("estimates without outcomes", () => {
  it("agree with the outcomes' own measures where probabilities are certain", () => {
    const sure = estimatedPerformance([1, 1, 0, 0], {random, resamples: 5});
    expect([sure.rocAuc.value, sure.averagePrecision.value, sure.brier.value]).toEqual([1, 1, 0]);
    const tied = estimatedPerformance([0.3, 0.3, 0.3], {random, resamples: 0});
    expect(tied.rocAuc.value).toBeCloseTo(0.5, 12);
    expect(tied.averagePrecision.value).toBeCloseTo(0.3, 12);
    expect(estimatedPerformance([], {random}).rocAuc).toEqual({value: null, interval: null});
  });
});

describe("checks against a month's own history", () => {
  const before = [100, 110, 90].map((volume, i) => ({
    ...{volume, orders: volume * 30, gap: 5, age: 0},
    faults: {late: [30 + i, 1000] as const}
  }));

  it("look back only", () => {
    const month = {volume: 200, orders: 6000, gap: 5, age: 0, faults: {late: [90, 1000] as const}};
    const [volume, age, gap, late] = historyChecks(month, before);
    expect(volume).toMatchObject({value: 200, usual: 100, off: 2});
    expect([age.off, gap.off]).toEqual([0, 5]);
    expect(late.usual).toBeCloseTo(0.031, 12);
    expect(late.off).toBeCloseTo(0.059, 12);
    expect(late.p).toBeLessThan(0.001);
  });
});

const drift = columnDrift(sampleOf("number", [1, 2, 3, 4]), sampleOf("number", [2, 3, 4, 5]));
const month: MonthReport = {...march, buyers: 4, columns: [drift], weighted: 0.25, history: []};
const alert: Alert = {
  ...{check: "missing", severity: "error", month: "2018-03", knownAt: "2018-04-01", subject: 'a "b"\n|c'},
  ...{value: 0.3, threshold: 0.2, since: "2018-02", current: true, message: "30 % are missing."}
};
const report: MonitorReport = {
  ...{format: "vitrine-monitor", version: 1, source: "synthetic", judged: "source", end: "2018-04-01"},
  ...{horizon: 180, inputs: [], reference: {from: "2017-03-01", to: "2017-09-01", buyers: 100}},
  columns: [{name: 'a "b"\n|c', kind: "number", of: "feature", importance: 0.5}],
  ...{models: [], months: [month], rules: config.rules, alerts: [alert]}
};

describe("what a run writes", () => {
  it("is OpenMetrics text", () => {
    const text = openMetrics(report);
    expect(text.endsWith("\n# EOF\n")).toBe(true);
    expect(text).toContain('vitrine_drift_effect{column="a \\"b\\"\\n|c",month="2018-03"} ');
    expect(text).toContain('vitrine_alerts{severity="error",current="true"} 1');
    expect(text).toContain(`vitrine_data_end_timestamp_seconds ${Date.UTC(2018, 3, 1) / 1000}`);
    const samples = text.split("\n").filter((line) => line && !line.startsWith("#"));
    for (const line of samples)
      expect(line).toMatch(/^[a-z_]+(\{([a-z]+="(\\.|[^"\\])*",?)+\})? -?[\d.e+-]+$/);
  });

  it("is a table in Markdown that a cell cannot break", () => {
    const text = markdownSummary(report);
    expect(text).toContain("**Refused**: 1 rule of severity “error” breached.");
    expect(text).toContain('| error | missing | a "b" \\|c | 2018-03 | 2018-02 | 30 % are missing. |');
  });

  it("weighs drift by importance, at most 1 a feature", () => {
    const far = {...drift, drifted: true, effect: 7};
    expect(weightedDrift(report.columns, [far])).toBe(0.5);
    expect(weightedDrift(report.columns, [{...far, drifted: false}])).toBe(0);
  });
});

describe("what is watched", () => {
  it("is every feature, by its part of importance, and what orders are made of", () => {
    const columns = watchedColumns(
      new Map([
        ["recency_days", 3],
        ["frequency", 1]
      ]),
      config
    );
    expect(columns.filter(({of}) => of === "feature")).toHaveLength(78);
    expect(columns.find(({name}) => name === "recency_days")?.importance).toBe(0.75);
    for (const name of Object.keys(config.expected))
      expect(columns.some((column) => column.name === name)).toBe(true);
    expect(ruleProblem(config)).toBeUndefined();
  });

  it("is asked for by a command line that says what is wrong with it", () => {
    expect(parseCommand(["--help"])).toEqual({ok: true, value: "help"});
    expect(parseCommand(["--sauce", "x"])).toMatchObject({ok: false, code: "usage"});
    const read = parseCommand(["--out", "/tmp/out"]);
    expect(read).toMatchObject({ok: true, value: {out: "/tmp/out", source: undefined}});
  });
});
