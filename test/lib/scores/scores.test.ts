import {describe, expect, it} from "vitest";
import {answersByScore} from "../../../lib/scores/answersByScore.js";
import {delayBin, delayBins} from "../../../lib/scores/delayBins.js";
import {rankScores} from "../../../lib/scores/rankScores.js";
import {scoreDifference} from "../../../lib/scores/scoreDifference.js";
import {scoreGroups} from "../../../lib/scores/scoreGroups.js";
import {scoreMean} from "../../../lib/scores/scoreMean.js";
import {scoresByDelay} from "../../../lib/scores/scoresByDelay.js";
import {scoresByMonth} from "../../../lib/scores/scoresByMonth.js";
import {scoreTallies, totalTally} from "../../../lib/scores/scoreTallies.js";
import type {ScoreChoice} from "../../../lib/scores/scoreView.js";
import {scoreView} from "../../../lib/scores/scoreView.js";
import {shrunkenMeans} from "../../../lib/scores/shrunkenMeans.js";
import {journeysFrom, valueOf} from "../journeys/support.js";

const asked: ScoreChoice = {
  from: "2018-01",
  to: "2018-12",
  state: "all",
  category: "all",
  by: "purchase",
  least: 10
};

describe("a tally of scores", () => {
  it("has the mean and the interval of scipy.stats.t", () => {
    const found = scoreMean([3, 1, 2, 5, 9]);
    expect(found).toMatchObject({reviews: 20, mean: 3.8, low: 4, lowShare: 0.2});
    expect(found?.interval?.low).toBeCloseTo(3.110822596889539, 10);
    expect(found?.interval?.high).toBeCloseTo(4.48917740311046, 10);
    expect(scoreMean([1, 0, 0, 0, 3])?.mean).toBe(4);
  });

  it("has no interval where nothing varies, and is nothing without reviews", () => {
    expect(scoreMean([0, 0, 0, 0, 7])?.interval).toBeNull();
    expect(scoreMean([0, 0, 1, 0, 0])?.interval).toBeNull();
    expect(scoreMean([0, 0, 0, 0, 0])).toBeNull();
  });

  it("differs from another as scipy.stats.ttest_ind has it with unequal variances", () => {
    const found = scoreDifference(scoreMean([3, 1, 2, 5, 9]), scoreMean([8, 2, 2, 1, 3]));
    expect(found?.difference).toBeCloseTo(1.4875, 10);
    expect(found?.low).toBeCloseTo(0.42202122575182544, 8);
    expect(found?.high).toBeCloseTo(2.5529787742481744, 8);
    expect(found?.p).toBeCloseTo(0.007768158141122988, 10);
    expect(scoreDifference(scoreMean([1, 0, 0, 0, 3]), scoreMean([3, 0, 0, 0, 1]))?.difference).toBe(2);
    expect(scoreDifference(scoreMean([0, 0, 0, 0, 3]), scoreMean([3, 0, 0, 0, 0]))).toBeNull();
    expect(scoreDifference(scoreMean([0, 0, 0, 0, 1]), scoreMean([3, 0, 0, 0, 1]))).toBeNull();
  });

  it("counts rows by group, without those that have none", () => {
    expect(scoreTallies([0, 1], Float64Array.of(5, 1), () => 0, 1)).toEqual([Float64Array.of(1, 0, 0, 0, 1)]);
    expect(scoreTallies([0, 1], Float64Array.of(NaN, 1), (row) => row - 1, 1)).toEqual([
      Float64Array.of(1, 0, 0, 0, 0)
    ]);
    expect(
      totalTally([
        [1, 0, 0, 0, 0],
        [0, 0, 0, 0, 2]
      ])
    ).toEqual(Float64Array.of(1, 0, 0, 0, 2));
  });
});

describe("means of groups", () => {
  it("are drawn together as by DerSimonian and Laird", () => {
    const groups = [
      {mean: 3, rows: 10},
      {mean: 4, rows: 100},
      {mean: 4.5, rows: 50}
    ];
    const found = shrunkenMeans(groups, 1.5);
    [3.37633849, 3.99590162, 4.43292907].forEach((mean, i) => expect(found[i]).toBeCloseTo(mean, 7));
  });

  it("stay where nothing varies within, and become one where nothing varies between", () => {
    const two = [
      {mean: 3, rows: 10},
      {mean: 5, rows: 10}
    ];
    expect(shrunkenMeans(two, 0)).toEqual([3, 5]);
    expect(shrunkenMeans(two, 1000)).toEqual([4, 4]);
    expect(shrunkenMeans([two[0]], 1)).toEqual([3]);
  });

  it("are ranked without small groups, which are counted", () => {
    const found = rankScores(
      ["a", "b", "c"],
      [
        [9, 0, 0, 0, 1],
        [1, 0, 0, 0, 9],
        [3, 0, 0, 0, 0]
      ],
      5
    );
    expect(found.groups.map(({name}) => name)).toEqual(["a", "b"]);
    expect(found).toMatchObject({small: 1, smallReviews: 3});
    expect(found.all?.reviews).toBe(23);
    expect(found.groups.every(({p}) => p !== null && p < 0.05)).toBe(true);
    const [low, high] = found.groups;
    expect(low.shrunken).toBeGreaterThan(low.mean);
    expect(high.shrunken).toBeLessThan(high.mean);
    expect(rankScores([], [], 5)).toEqual({groups: [], all: null, small: 0, smallReviews: 0});
  });
});

describe("reviews asked about", () => {
  const orders = [
    {day: "2018-01-05", score: 5, reviews: 2, text: true},
    {day: "2018-01-31", score: 1, delivery: 12, survey: 12, answer: -3},
    {day: "2018-02-05", score: 4, state: "RJ", survey: 3, answer: null},
    {day: "2017-12-30", score: 3},
    {day: "2018-02-07"},
    {day: "2018-02-08", status: "shipped", delivery: null, score: 2},
    {day: "2018-02-08", status: "canceled", delivery: null, score: 1},
    {day: "2018-02-09", delivery: null, score: 5}
  ];
  const journeys = journeysFrom(orders);

  it("are those of the period and the state; the others are counted by reason", () => {
    const view = valueOf(scoreView(journeys, asked));
    expect([...view.rows]).toEqual([0, 1, 2, 5, 6, 7]);
    expect(view).toMatchObject({orders: 8, unreviewed: 1, undated: 0, outside: 1, several: 1});
    expect(view.rows.length + view.unreviewed + view.undated + view.outside).toBe(view.orders);
    expect([...valueOf(scoreView(journeys, {...asked, state: "RJ"})).rows]).toEqual([2]);
    const [kind] = journeys.category.names;
    const alone = valueOf(scoreView(journeys, {...asked, category: kind}));
    expect([...alone.rows]).toEqual(
      [...view.rows].filter((row) => journeys.category.names[journeys.category.codes[row]] === kind)
    );
    expect(alone.rows.length + alone.unreviewed + alone.undated + alone.outside).toBe(alone.orders);
    expect(scoreView(journeys, {...asked, category: "Nothing of the kind"})).toMatchObject({
      code: "category"
    });
    expect([...valueOf(scoreView(journeys, {...asked, from: "2018-12", to: "2018-01"})).rows]).toHaveLength(
      6
    );
  });

  it("belong to the month of the survey where asked", () => {
    const view = valueOf(scoreView(journeys, {...asked, by: "survey", from: "2018-02"}));
    expect([...view.rows]).toEqual([1, 2, 5, 6, 7]);
    const without = journeysFrom([...orders.slice(0, 2), {day: "2018-02-05", score: 4}]);
    without.survey[2] = NaN;
    expect(valueOf(scoreView(without, {...asked, by: "survey"}))).toMatchObject({undated: 1});
  });

  it("fail with a sentence where there are none", () => {
    expect(scoreView(journeysFrom([{day: "2018-01-01"}]), asked)).toMatchObject({
      ok: false,
      code: "no-reviews"
    });
    expect(scoreView(journeys, {...asked, from: "2019-01", to: "2019-02"})).toMatchObject({
      ok: false,
      code: "nothing"
    });
  });

  it("fall by delay, each into one place", () => {
    const found = scoresByDelay(valueOf(scoreView(journeys, asked)));
    expect(found).toMatchObject({
      onTime: {reviews: 2},
      late: {reviews: 1},
      undelivered: {reviews: 1},
      cancelled: {reviews: 1},
      ...{undated: 1, early: 1, difference: null}
    });
    expect(found.bins.filter(({scores}) => scores !== null).map(({bin}) => bin)).toEqual([
      {from: -6, to: -3},
      {from: 1, to: 3}
    ]);
  });

  it("leave small months out, and are grouped by state, category and seller", () => {
    const view = valueOf(scoreView(journeys, {...asked, least: 1}));
    expect(scoresByMonth(view)).toEqual({months: [], small: 2, smallReviews: 6});
    expect(scoreGroups(view, "state").groups.map(({name}) => name)).toEqual(["SP", "RJ"]);
    expect(scoreGroups(view, "category").groups).toHaveLength(1);
    const none = journeysFrom([
      {day: "2018-01-01", score: 5, seller: null, category: "(none)"},
      {day: "2018-01-01", score: 4, seller: 7}
    ]);
    const other = valueOf(scoreView(none, {...asked, least: 1}));
    expect(scoreGroups(other, "seller").groups.map(({name}) => name)).toEqual(["7"]);
    expect(scoreGroups(other, "category").groups.map(({name}) => name)).toEqual(["Toys"]);
  });

  it("tell texts and answers by score, and count those without a time", () => {
    const {scores, untimed, before} = answersByScore(valueOf(scoreView(journeys, asked)));
    expect({untimed, before}).toEqual({untimed: 1, before: 1});
    expect(scores[4]).toMatchObject({score: 5, reviews: 2, texts: 1, textShare: 0.5, timed: 2});
    expect(scores[4].median?.value).toBe(30);
    expect(scores[2]).toMatchObject({reviews: 0, textInterval: null, median: null});
  });
});

it("parts delays so that each falls into one bin", () => {
  expect(delayBin(0)).toBe(6);
  for (let days = -40; days <= 40; days++) {
    const {from, to} = delayBins[delayBin(days)];
    expect(days >= from && days <= to).toBe(true);
  }
});
