import {prepareCampaign} from "../../lib/experiments/practice/campaign.js";
import {
  campaignChoice,
  populationChoice,
  practiceParameters
} from "../../lib/experiments/practice/parameters.js";
import {populationOf, populationSql} from "../../lib/experiments/practice/population.js";
import {repeat, repeatTimes} from "../../lib/experiments/practice/work.js";
import type {Findings} from "../../lib/lab/leakage/findings.js";
import {driftChoice, leakageChoice, leakageParameters} from "../../lib/lab/leakage/choice.js";
import {runDrift} from "../../lib/lab/leakage/drift.js";
import {runLeakage} from "../../lib/lab/leakage/run.js";
import type {Lab} from "../../lib/lab/lab.js";
import {trainOn} from "../../lib/lab/late.js";
import {lateChoice, lateParameters} from "../../lib/lab/lateParameters.js";
import type {LabChoice} from "../../lib/lab/parameters.js";
import {runSearch, searchAsked, searchParameters} from "../../lib/lab/searching.js";
import {runSelection, selectionAsked, selectionParameters} from "../../lib/lab/selecting.js";
import {latenessSql, latenessTable} from "../../lib/learn/lateness.js";
import type {Result} from "../../lib/result.js";
import {ok} from "../../lib/result.js";
import type {Parameter} from "../../lib/state/parameter.js";
import {parseState} from "../../lib/state/parseState.js";

/** A page's own default question, and how it is answered. */
export interface PublishedRun {
  name: string;
  choice: unknown;
  run: () => Promise<Result<unknown>>;
}

const quiet = () => undefined;

const defaults = <P extends Readonly<Record<string, Parameter<unknown>>>>(parameters: P) =>
  parseState(parameters, "").values;

/**
 * The runs whose outcome the site is published with, other than the trainings of the page Train.
 * @param choice of data and models, as the page Train asks by default
 */
export async function publishedRuns(lab: Lab, choice: LabChoice): Promise<PublishedRun[]> {
  const about = await lab.about();
  const selection = selectionAsked(choice, defaults(selectionParameters));
  const search = {lab: choice, ...searchAsked(defaults(searchParameters))};
  const leakage = leakageChoice(defaults(leakageParameters), about.cutoff);
  const drift = driftChoice(defaults(leakageParameters), about.cutoff);
  const late = lateChoice(defaults(lateParameters));
  const practice = defaults(practiceParameters(about));
  const span = {start: about.first_purchase, end: about.cutoff};
  return [
    {name: "selection", choice: selection, run: () => runSelection(lab, selection, {})},
    {name: "search", choice: search, run: () => runSearch(lab, search, {}, quiet)},
    {
      name: "leakage",
      choice: leakage,
      run: async () => {
        const ran = await runLeakage(lab, leakage, {}, quiet);
        return ran.ok ? ok(forwardOnly(ran.value)) : ran;
      }
    },
    {name: "drift", choice: drift, run: () => runDrift(lab, drift, span, {}, quiet)},
    {
      name: "late",
      choice: late,
      run: async () => {
        const table = latenessTable(await lab.columns(latenessSql));
        return trainOn({table, parameters: late, backend: "cpu"}, quiet);
      }
    },
    {
      name: "practice",
      choice: practice,
      run: async () => {
        const people = populationOf(await lab.columns(populationSql(populationChoice(practice))));
        if (!people.ok) return people;
        const campaign = campaignChoice(practice);
        const prepared = prepareCampaign(people.value, campaign);
        if (!prepared.ok) return prepared;
        const repeats = repeat(people.value, campaign, repeatTimes, quiet);
        return repeats.ok ? ok({...repeats.value, planted: prepared.value.planted}) : repeats;
      }
    }
  ];
}

/** Findings with the rows' probabilities where a page ranks by them: under the forward label. */
const forwardOnly = (findings: Findings): Findings => ({
  ...findings,
  cells: findings.cells.map(({labels, probabilities, ...cell}) =>
    cell.label === "forward" ? {...cell, labels, probabilities} : cell
  )
});
