// @vitest-environment jsdom
import {beforeAll, describe, expect, it} from "vitest";
import type {PeekingOptions} from "../../../lib/experiments/sequential/peeking.js";
import {joinPeeked, simulatePeeking, thresholdsOf} from "../../../lib/experiments/sequential/peeking.js";
import {peekingPath} from "../../../lib/experiments/sequential/peekingPath.js";
import {peekingSummary} from "../../../lib/experiments/sequential/peekingSummary.js";
import {calledChart, stopsChart} from "../../../src/components/experiments/sequential/charts.js";
import {peekingOf, sequentialParameters} from "../../../src/components/experiments/sequential/inputs.js";
import {pathChart} from "../../../src/components/experiments/sequential/path.js";
import type {PeekingOutcome} from "../../../src/components/experiments/sequential/run.js";
import {
  fooledText,
  methodRows,
  peekingAnswer,
  runSummary
} from "../../../src/components/experiments/sequential/text.js";
import {browser, settled} from "../../support/dom.js";

const valueOf = <T>(result: {ok: true; value: T} | {ok: false; message: string}): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

function outcomeOf(more: Partial<PeekingOptions> = {}): PeekingOutcome {
  const options = {
    rate: 0.1,
    effect: 0,
    usersPerLook: 500,
    looks: 10,
    alpha: 0.05,
    tuning: 5000,
    runs: 400,
    seed: 2,
    ...more
  };
  const given = valueOf(thresholdsOf(options));
  const steps = simulatePeeking(given, 0, options.runs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const peeked = joinPeeked([step.value]);
  const run = Math.max(0, peeked.firstFooled);
  return {
    options,
    peeked,
    summary: peekingSummary(peeked, options),
    theory: given.theory,
    shown: {run, fooled: peeked.firstFooled >= 0, path: peekingPath(given, run)}
  };
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const unfit = /NaN|Infinity|undefined/;

describe("the answer", () => {
  it("tells false alarms of tests without an effect, with interval and theory", () => {
    const text = plain(peekingAnswer(outcomeOf()));
    expect(text).toMatch(
      /^Looking 10 times and stopping at p < 0\.05 finds a difference in \d+\.\d % of tests where there is none \(95 % interval \d+\.\d % to \d+\.\d %, 400 simulated tests; by theory 19\.3 %\)/
    );
    expect(fooledText(outcomeOf())).toMatch(/half did by look \d+ of 10.*luckiest moment/);
    expect(runSummary(outcomeOf())).toBe("Simulated 400 A/A tests of 10 looks");
  });

  it("tells how an effect is exaggerated", () => {
    const outcome = outcomeOf({effect: 0.01});
    expect(peekingAnswer(outcome)).toMatch(
      /^Where there is a true effect of 1\.00 percentage points, looking 10 times/
    );
    expect(peekingAnswer(outcome)).toMatch(
      /on average \d\.\d\d times the true one, against \d\.\d\d times with one look/
    );
    expect(fooledText(outcome)).toMatch(/winner’s curse/);
  });

  it.each([
    {looks: 1},
    {runs: 1},
    {rate: 1e-4, usersPerLook: 1, runs: 3},
    {rate: 1e-4, usersPerLook: 1, effect: 1e-5}
  ])("has words for %o", (more) => {
    const outcome = outcomeOf(more);
    for (const text of [peekingAnswer(outcome), fooledText(outcome), JSON.stringify(methodRows(outcome))])
      expect(text).not.toMatch(unfit);
  });

  it("has a row for each way of reading", () => {
    expect(methodRows(outcomeOf()).map(({method}) => method)).toEqual([
      "Naive peeking",
      "One look, at the end",
      "Confidence sequence",
      "O’Brien-Fleming spending",
      "Pocock spending"
    ]);
  });
});

describe("the charts", () => {
  let screen: ReturnType<typeof browser>;
  beforeAll(() => {
    screen = browser();
  });

  it.each([{}, {effect: 0.01}, {looks: 1}, {looks: 150}, {rate: 1e-4, usersPerLook: 1, looks: 2, runs: 3}])(
    "are drawn of %o, or say that there is nothing",
    async (more) => {
      const outcome = outcomeOf({runs: 60, ...more});
      for (const draw of [calledChart, stopsChart, pathChart]) {
        const figure = screen.attach(draw(outcome));
        await settled();
        await settled();
        expect(figure.dataset.state).toMatch(/^(ready|empty)$/);
        expect(figure.innerHTML).not.toMatch(unfit);
        figure.remove();
      }
    }
  );
});

it("what the inputs stand for can be simulated as the page opens", () => {
  const defaults = Object.fromEntries(
    Object.entries(sequentialParameters).map(([name, {fallback}]) => [name, fallback])
  ) as unknown as Parameters<typeof peekingOf>[0];
  expect(peekingOf(defaults)).toMatchObject({rate: 0.1, effect: 0, alpha: 0.05, runs: 2000});
  expect(thresholdsOf(peekingOf(defaults)).ok).toBe(true);
});
