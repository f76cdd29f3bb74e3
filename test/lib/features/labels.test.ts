import {expect, it} from "vitest";
import {labelsOf, recencyLabel, ruleLabel} from "../../../lib/features/labels.js";
import {momentOf} from "../../../lib/features/moment.js";

it.each([
  ["a frequent buyer of 180 days ago", 180, 2, 89.9, 0],
  ["a frequent buyer of 181 days ago", 181, 2, 89.9, 1],
  ["another repeat buyer of 365 days ago", 365, 2, 90, 0],
  ["another repeat buyer of 366 days ago", 366, 3, 90, 1],
  ["a buyer of one order 540 days ago", 540, 1, NaN, 0],
  ["a buyer of one order 541 days ago", 541, 1, NaN, 1]
])("judges %s by the rule of 180, 365 and 540 days", (_, recencyDays, frequency, averageGap, label) => {
  expect(ruleLabel({recencyDays, frequency, averageGap})).toBe(label);
});

it("holds the examples of labels", () => {
  expect(ruleLabel({recencyDays: 200, frequency: 2, averageGap: 30})).toBe(1);
  expect(ruleLabel({recencyDays: 200, frequency: 1, averageGap: NaN})).toBe(0);
  expect(recencyLabel(211, 210)).toBe(1);
  expect(recencyLabel(210, 210)).toBe(0);
  expect(labelsOf({days_since_last: [200, 220]}, {kind: "recency", days: 210})).toEqual({
    ok: true,
    value: Uint8Array.of(0, 1)
  });
});

it("counts days and months from the cutoff", () => {
  const moment = momentOf({cutoff: "2018-03-01T00:00:00", horizon: 180, strict: false});
  expect(moment.daysAfter(180)).toBe("timestamp '2018-08-28 00:00:00'");
  expect(moment.daysBefore(1)).toBe("timestamp '2018-02-28 00:00:00'");
  expect(moment.monthsBefore(12)).toBe("timestamp '2017-03-01 00:00:00'");
  expect(moment.monthsBefore(3)).toBe("timestamp '2017-12-01 00:00:00'");
  expect(momentOf({cutoff: "2018-03-15", horizon: 0, strict: true}).now).toBe(
    "timestamp '2018-03-15 00:00:00'"
  );
});
