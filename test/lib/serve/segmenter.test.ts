import {expect, it} from "vitest";
import {randomSource} from "../../../lib/random/source.js";
import {rfmScores} from "../../../lib/rfm/score.js";
import {segmentOf} from "../../../lib/rfm/segments.js";
import {segmentCuts, segmenter} from "../../../lib/serve/segmenter.js";

const cutoff = "2018-08-30T00:00:00";

it.each([1, 2, 3, 4, 5])(
  "cut points put every customer where the scores of all together do (seed %i)",
  (seed) => {
    const random = randomSource(seed);
    const people = Array.from({length: 1 + Math.floor(200 * random())}, () => ({
      recency_days: Math.floor(seed * 20 * random()),
      frequency: 1 + Math.floor(3 * random() ** 4),
      monetary_cents: 100 * Math.ceil(30 * random())
    }));
    const scores = rfmScores(
      people.map((one) => ({
        recencyDays: one.recency_days,
        frequency: one.frequency,
        monetary: one.monetary_cents
      }))
    );
    const segment = segmenter(
      segmentCuts(
        people.map((one, i) => ({...one, ...scores[i]})),
        cutoff
      )
    );
    people.forEach((one, i) => {
      const {r, fm} = scores[i];
      expect(segment({...one, customer_key: i})).toMatchObject({
        ok: true,
        value: {r, fm, segment: segmentOf(r, fm), cutoff}
      });
    });
  }
);

it("the example of the documentation holds, and bad input is a sentence", () => {
  const cuts = segmentCuts([{recency_days: 3, frequency: 1, monetary_cents: 900, r: 3, fm: 3}], cutoff);
  expect(cuts.recency).toEqual([3, 3, -1, -1]);
  const segment = segmenter(cuts);
  const customer = {recency_days: 3, frequency: 1, monetary_cents: 900};
  expect(segment(customer)).toMatchObject({value: {segment: "Loyal Customers"}});
  const message = (one: unknown) => {
    const answer = segment(one);
    return answer.ok ? "" : answer.message;
  };
  expect(message([])).toMatch(/^A customer is an object/);
  expect(message({...customer, frequency: undefined})).toBe("“frequency” is missing: give a number.");
  expect(message({...customer, frequency: -1})).toBe(
    "“frequency” must be a whole number of 0 or more, not -1."
  );
  expect(message({...customer, frequencies: 1})).toMatch(/did you mean “frequency”/);
});
