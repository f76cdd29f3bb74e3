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
import {explainModel} from "../../lib/lab/explain.js";
import {explainAsked, explanationToPublish} from "../../lib/lab/publishedExplanation.js";
import type {LabOutcome} from "../../lib/lab/train.js";
import type {Family} from "../../lib/learn/families.js";
import type {Lab} from "../../lib/lab/lab.js";
import {trainOn} from "../../lib/lab/late.js";
import {lateChoice, lateParameters} from "../../lib/lab/lateParameters.js";
import type {LabChoice} from "../../lib/lab/parameters.js";
import {runSearch, searchAsked, searchParameters} from "../../lib/lab/searching.js";
import {runSelection, selectionAsked, selectionParameters} from "../../lib/lab/selecting.js";
import {latenessSql, latenessTable} from "../../lib/learn/lateness.js";
import {ratesOverTime} from "../../lib/learn/rates.js";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import type {MeanAbsolute} from "../../lib/explain/meanAbsolute.js";
import type {Parameter} from "../../lib/state/parameter.js";
import {parseState} from "../../lib/state/parseState.js";

/** A page's own default question, and how it is answered. */
export interface PublishedRun {
  name: string;
  choice: unknown;
  run: () => Promise<Result<unknown>>;
}

const quiet = () => undefined;

/** The family that the page Explain begins with. */
const explained: Family = "xgboost";

const defaults = <P extends Readonly<Record<string, Parameter<unknown>>>>(parameters: P) =>
  parseState(parameters, "").values;

/**
 * The runs whose outcome the site is published with, other than the trainings of the page Train.
 * @param choice of data and models, as the page Train asks by default
 * @param trained what came of it
 */
export async function publishedRuns(
  lab: Lab,
  choice: LabChoice,
  trained: Result<LabOutcome>
): Promise<PublishedRun[]> {
  const about = await lab.about();
  const selection = selectionAsked(choice, defaults(selectionParameters));
  const search = {lab: choice, ...searchAsked(defaults(searchParameters))};
  const leakage = leakageChoice(defaults(leakageParameters), about.cutoff);
  const drift = driftChoice(defaults(leakageParameters), about.cutoff);
  const late = lateChoice(defaults(lateParameters));
  const held = {testShare: late.testShare, embargo: late.embargo};
  const orders = async () => latenessTable(await lab.columns(latenessSql));
  const practice = defaults(practiceParameters(about));
  const span = {start: about.first_purchase, end: about.cutoff};
  let importance: readonly MeanAbsolute[] | undefined;
  return [
    {
      name: "explain",
      choice: explainAsked({...choice, family: explained}),
      run: async () => {
        if (!trained.ok) return trained;
        const {models} = trained.value;
        const model = models.find(({family}) => family === explained) ?? models[0];
        const made = await explainModel(trained.value, model, {});
        if (!made.ok) return made;
        importance = made.value.explained.overall;
        return ok(await explanationToPublish(made.value));
      }
    },
    {
      name: "importance",
      choice: explainAsked({...choice, family: explained}),
      run: () => Promise.resolve(importance ? ok(importance) : fail("importance", "no model was explained"))
    },
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
      run: async () => trainOn({table: await orders(), parameters: late, backend: "cpu"}, quiet)
    },
    {name: "rates", choice: held, run: async () => ratesOverTime(await orders(), held)},
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
