import {html} from "npm:htl";
import type {Planted} from "../../../lib/experiments/practice/campaign.js";
import type {RepeatSummary} from "../../../lib/experiments/practice/repeatCampaign.js";
import type {Repeated} from "../../../lib/experiments/practice/work.js";
import {repeatTimes} from "../../../lib/experiments/practice/work.js";
import {effectText} from "../../../lib/experiments/practice/words.js";
import {wilson} from "../../../lib/experiments/read/oneProportion.js";
import {formatCount, formatNumber, formatShare, missing} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import {chart} from "../../chart.js";
import {publishedResult} from "../../publishedFiles.js";
import type {LabPanel} from "../../panel.js";
import {labPanel} from "../../panel.js";
import type {TaskOptions} from "../../../lib/task.js";
import {repeatIntervals} from "../../charts/truthIntervals.js";
import type {PracticeChoice} from "../../../lib/experiments/practice/parameters.js";
import {campaignChoice} from "../../../lib/experiments/practice/parameters.js";
import {inPractice, practicePopulation} from "./users.js";
import type {PracticeNow} from "./now.js";
import {effectAxis} from "./view.js";

async function runRepeats(
  {choice, planted}: {choice: PracticeChoice; planted: Planted},
  options: TaskOptions
): Promise<Result<Repeated>> {
  const people = await practicePopulation(choice);
  if (!people.ok) return people;
  const ran = await inPractice(
    (worker, report) => worker.repeat(people.value, campaignChoice(choice), repeatTimes, report),
    options
  );
  return ran.ok ? ok({...ran.value, planted}) : ran;
}

/** The button that runs the campaign 200 times. */
export const repeatPanel = (): LabPanel<Pick<PracticeNow, "choice" | "planted">, Repeated> =>
  labPanel({
    verb: `Run ${repeatTimes} such campaigns`,
    label: `Running ${repeatTimes} campaigns`,
    run: runRepeats,
    published: ({choice}) => publishedResult<Repeated>("practice", choice),
    summary: ({plain}) => `${formatCount(plain.campaigns)} campaigns`
  });

const rate = (share: number, of: number) => {
  const {low, high} = wilson(Math.round(share * of), of);
  return `${formatShare(share)} (${formatShare(low)} to ${formatShare(high)})`;
};

const lines = (planted: Planted): [string, (summary: RepeatSummary) => string][] => [
  [
    planted.difference === 0 ? "Something “found” (false alarms)" : "Planted effect found (power realised)",
    ({found, campaigns}) => rate(found, campaigns)
  ],
  ["Intervals that hold the truth (95 % promised)", ({covered, campaigns}) => rate(covered, campaigns)],
  ["Mean estimate", ({mean}) => effectText(mean, planted.outcome)],
  [
    "Size of the significant estimates over the truth (exaggeration)",
    ({exaggeration}) => (exaggeration === null ? missing : `${formatNumber(exaggeration, 2)} ×`)
  ],
  ["Significant with the wrong sign", ({wrongSign}) => formatCount(wrongSign)],
  ["Sample-ratio alarms", ({alarms}) => formatCount(alarms)]
];

/** What the many campaigns say, of the plain reading and of that with CUPED. */
export function repeatsTable({plain, adjusted, planted, unread}: Repeated): HTMLElement {
  return html`<div
    class="result-table repeats"
    tabindex="0"
    role="region"
    aria-label="What the campaigns say"
  >
    <table>
      <thead>
        <tr>
          <th scope="col">Of ${formatCount(plain.campaigns)} campaigns</th>
          <th scope="col">Plain</th>
          ${adjusted ? html`<th scope="col">With CUPED</th>` : null}
        </tr>
      </thead>
      <tbody>
        ${lines(planted).map(
          ([name, say]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${say(plain)}</td>
              ${adjusted ? html`<td>${say(adjusted)}</td>` : null}
            </tr>`
        )}
      </tbody>
    </table>
    ${unread > 0 ? html`<p>In ${formatCount(unread)} campaigns nothing could be read.</p>` : null}
  </div>`;
}

/** The many intervals and the truth. */
export function repeatedChart({campaigns, planted, plain}: Repeated): HTMLElement {
  const {unit, label, format} = effectAxis(planted.outcome);
  const rows = campaigns.map(({difference, low, high, ...rest}) => ({
    ...rest,
    difference: difference * unit,
    low: low * unit,
    high: high * unit
  }));
  return chart({
    name: "practice-repeats",
    title: `${formatShare(plain.covered, 0)} of the intervals hold the truth, and ${formatShare(plain.found, 0)} of the campaigns ${planted.difference === 0 ? "“find” something" : "find it"}`,
    note: `Plain 95 % intervals of the campaigns from the smallest estimate to the largest; those that miss the planted effect stand out, filled dots have p below ${formatNumber(0.05, 2)}. Truth: over all the people of the population.`,
    data: rows,
    counted: () => `${formatCount(rows.length)} campaigns`,
    render: (drawn, {width}) =>
      repeatIntervals(drawn, {width, truth: planted.difference * unit, label, format})
  });
}
