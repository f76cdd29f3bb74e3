import {existsSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import type {Journeys} from "../../../lib/journeys/journeys.js";
import {answersByScore} from "../../../lib/scores/answersByScore.js";
import {scoreGroups} from "../../../lib/scores/scoreGroups.js";
import {scoresByDelay} from "../../../lib/scores/scoresByDelay.js";
import {scoresByMonth} from "../../../lib/scores/scoresByMonth.js";
import type {ScoreView} from "../../../lib/scores/scoreView.js";
import {scoreView} from "../../../lib/scores/scoreView.js";
import {olistDir} from "../../support/paths.js";
import {realJourneys} from "../journeys/real.js";
import {valueOf} from "../journeys/support.js";

/** Worked out from the CSVs with pandas and scipy. */
describe.skipIf(!existsSync(olistDir ?? ""))("review scores in the real files", () => {
  let all: Journeys;
  let view: ScoreView;
  const asked = {
    from: "2016-09",
    to: "2018-10",
    state: "all",
    category: "all",
    by: "purchase",
    least: 50
  } as const;
  beforeAll(async () => {
    all = await realJourneys();
    view = valueOf(scoreView(all, asked));
  });

  it("are those of 98,673 orders, 547 of which have several", () => {
    expect(view).toMatchObject({orders: 99441, unreviewed: 768, undated: 0, outside: 0, several: 547});
    expect(view.rows).toHaveLength(98673);
  });

  it("fall by two stars where orders are late", () => {
    const {bins, onTime, late, difference, undelivered, cancelled, undated, early} = scoresByDelay(view);
    expect([onTime?.reviews, late?.reviews, undelivered?.reviews, cancelled?.reviews]).toEqual([
      ...[89443, 6381, 1641, 1200]
    ]);
    expect(onTime?.mean).toBeCloseTo(4.290274, 6);
    expect(late?.mean).toBeCloseTo(2.270804, 6);
    expect(difference?.low).toBeCloseTo(-2.058766571772309, 9);
    expect(difference?.high).toBeCloseTo(-1.9801740355314388, 9);
    expect({undated, early}).toEqual({undated: 8, early: 4086});
    expect(bins.map(({scores}) => [scores?.reviews, Number(scores?.mean.toFixed(4))])).toEqual([
      ...[
        [13409, 4.2885],
        [28452, 4.3409],
        [19662, 4.3219],
        [14221, 4.2674],
        [9429, 4.1909],
        [2990, 4.1401]
      ],
      ...[
        [1280, 4.0336],
        [1852, 3.291],
        [1748, 2.1047],
        [1446, 1.6708],
        [1335, 1.7228]
      ]
    ]);
  });

  it("differ by state, category and seller, after Holm", () => {
    const counts = (["state", "category", "seller"] as const).map((by) => {
      const {groups} = scoreGroups(view, by);
      return [groups.length, groups.filter(({p}) => p !== null && p < 0.05).length];
    });
    expect(counts).toEqual([
      [26, 10],
      [59, 17],
      [418, 56]
    ]);
    const [lowest] = scoreGroups(view, "state").groups;
    expect(lowest).toMatchObject({name: "AL", reviews: 410});
    expect(lowest.interval?.low).toBeCloseTo(3.608013, 6);
    expect(scoreGroups(view, "category").groups[0]).toMatchObject({name: "Office furniture", reviews: 1260});
    expect(scoreGroups(view, "seller").groups[0]).toMatchObject({reviews: 114, mean: 7 / 3});
  });

  it("change from month to month", () => {
    const {months, small, smallReviews} = scoresByMonth(view);
    expect({small, smallReviews}).toEqual({small: 4, smallReviews: 24});
    const at = (month: string) => months.find(({day}) => day === Date.parse(month) / 86_400_000);
    expect(at("2017-11")?.mean).toBeCloseTo(3.910561, 6);
    expect(at("2018-03")).toMatchObject({reviews: 7148});
    const bySurvey = scoresByMonth(valueOf(scoreView(all, {...asked, by: "survey"})));
    expect(bySurvey.months.find(({reviews}) => reviews === 8983)?.mean).toBeCloseTo(4.209618, 6);
  });

  it("come with texts and times as pandas counts them", () => {
    const {scores, untimed, before} = answersByScore(view);
    expect({untimed, before}).toEqual({untimed: 63, before: 0});
    expect(scores.map(({texts, reviews}) => [texts, reviews])).toEqual([
      ...[
        [8791, 11366],
        [2153, 3129],
        [3623, 8133],
        [6243, 19044],
        [21667, 57001]
      ]
    ]);
    expect(scores.map((one) => [one.quarter, one.median?.value, one.threeQuarters, one.ninety])).toEqual([
      ...[
        [18, 37, 71, 120],
        [23, 40, 74, 119],
        [24, 42, 76.75, 116],
        [25, 42, 81, 118.5],
        [24, 39, 74, 114]
      ]
    ]);
  });
});
