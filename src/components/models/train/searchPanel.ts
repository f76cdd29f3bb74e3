import {html} from "npm:htl";
import {formatCount, formatDecimal, formatNumber} from "../../../lib/format.js";
import {publishedResult} from "../../publishedFiles.js";
import {lab} from "../crew.js";
import type {Standing} from "../../../lib/learn/search/collect.js";
import {familyColor} from "../../colors.js";
import {familyNames} from "../../../lib/lab/names.js";
import type {LabForm} from "../labForm.js";
import type {LabPanel} from "../../panel.js";
import {labPanel} from "../../panel.js";
import {specFields} from "../../../lib/lab/parameters.js";
import {figureTable} from "../figureTable.js";
import type {SearchChoice, SearchState} from "../../../lib/lab/searching.js";
import {runSearch} from "../../../lib/lab/searching.js";

const redrawMilliseconds = 400;
const mostShown = 25;

/** A search with the place of its table. */
export interface SearchPanel extends LabPanel<SearchChoice, SearchState> {
  /** The table, of a search that is done or under way. */
  standings: (done: SearchState | null) => HTMLElement;
}

/**
 * A search whose table fills as fits are done. What a cancelled search has done is kept: it can be resumed.
 * @param form where parameters go that the reader takes over
 */
export function searchPanel(form: LabForm): SearchPanel {
  const place = html`<div></div>`;
  let now: SearchChoice | undefined;
  let drawn = 0;
  const begun = new Map<string, SearchState>();
  const draw = (choice: SearchChoice, state: SearchState) =>
    place.replaceChildren(standingsTable(choice, state, form));
  const panel = labPanel<SearchChoice, SearchState>({
    verb: "Search",
    verbNow: () => {
      const state = now && begun.get(JSON.stringify(now));
      return state && state.done < state.jobs
        ? `Resume after ${formatCount(state.done)} of ${formatCount(state.jobs)} fits`
        : "Search";
    },
    label: "Searching parameters",
    run: async (choice, options) => {
      const result = await runSearch(lab, choice, options, (state) => {
        begun.set(JSON.stringify(choice), state);
        if (options.signal?.aborted || performance.now() - drawn < redrawMilliseconds) return;
        drawn = performance.now();
        draw(choice, state);
      });
      if (result.ok) draw(choice, result.value);
      return result;
    },
    published: (choice) => publishedResult<SearchState>("search", choice),
    summary: ({plan, jobs}) =>
      `Tried ${formatCount(plan.specs.length)} candidates in ${formatCount(jobs)} fits`
  });
  return {
    ...panel,
    standings(done) {
      if (done && now && !place.hasChildNodes()) draw(now, done);
      return place;
    },
    choose: (choice) => {
      now = choice;
      panel.choose(choice);
    }
  };
}

/** The numbers of a candidate by name. */
const numbersOf = (spec: object) => new Map<string, unknown>(Object.entries(spec));

/** The names of the numbers in which the candidates of a search differ. */
const variedOf = ({plan: {specs}}: SearchState): string[] => {
  const all = specs.map(numbersOf);
  return [...all[0].keys()].filter((name) => all.some((spec) => spec.get(name) !== all[0].get(name)));
};

function standingsTable(choice: SearchChoice, state: SearchState, form: LabForm): HTMLElement {
  const {plan, standings, done, jobs, rows} = state;
  const varied = variedOf(state);
  const valueOf = ({spec}: Standing, name: string) => Number(numbersOf(spec).get(name));
  const [best] = standings;
  const amount = ({rung}: Standing) => plan.rungs[rung].amount;
  return figureTable({
    caption:
      best?.mean == null
        ? `${familyNames[choice.family]}: ${formatCount(done)} of ${formatCount(jobs)} fits done`
        : `${familyNames[choice.family]}: best so far a mean ROC-AUC of ${formatNumber(best.mean, 4)}`,
    name: "search",
    note: `${formatCount(done)} of ${formatCount(jobs)} fits. Mean and standard deviation of ROC-AUC over 5 stratified folds of ${formatCount(rows)} rows${choice.lab.validation === "folds" ? ": all of them, so that figures above for the parameters taken over are a little too good" : " of the training set; those held out have no say"}. Of equal means the simpler candidate comes first.${plan.unit ? ` Successive halving: candidates are tried on few ${plan.unit === "rows" ? "rows" : "trees"}, the better third on three times as many, and so on; those that went further come first.` : ""}${standings.length > mostShown ? ` The first ${mostShown} are shown; the CSV has all.` : ""}`,
    rows: standings.slice(0, mostShown),
    head: ({rank}) => ({text: formatCount(rank), color: familyColor(choice.family)}),
    columns: [
      ...varied.map((name) => ({
        label: name,
        figure: (standing: Standing) => ({text: plainNumber(valueOf(standing, name))})
      })),
      {
        label: "ROC-AUC",
        hint: "mean of folds",
        figure: ({mean, problem}) => ({text: formatNumber(mean, 4), small: problem ?? undefined})
      },
      {label: "SD", figure: ({deviation}) => ({text: formatNumber(deviation, 4)})},
      ...(plan.unit
        ? [
            {
              label: "Tried on",
              figure: (s: Standing) => ({text: `${formatCount(amount(s))} ${unitOf(plan.unit)}`})
            }
          ]
        : []),
      {label: "Take over", text: true, figure: (standing) => ({text: takeOver(choice, standing, form)})}
    ],
    data: () =>
      standings.map((standing) => ({
        rank: standing.rank,
        ...Object.fromEntries(varied.map((name) => [name, valueOf(standing, name)])),
        ...{mean_roc_auc: standing.mean, deviation: standing.deviation, tried_on: amount(standing) || null}
      }))
  });
}

const unitOf = (unit: string | null) => (unit === "rows" ? "rows" : "trees");

/** Four figures, without zeros at the end. @example plainNumber(0.05) => "0.05" */
const plainNumber = (value: number) => formatDecimal(Number(value.toPrecision(4)));

function takeOver({family, lab}: SearchChoice, {spec, rank}: Standing, form: LabForm): HTMLElement {
  const current = numbersOf(lab.specs[family]);
  const values = numbersOf(spec);
  const use = () =>
    form.assign(
      Object.fromEntries(
        specFields
          .filter((field) => field.family === family && values.get(field.field) !== current.get(field.field))
          .map(({field, key}) => [key, values.get(field)])
      )
    );
  return html`<button type="button" class="tool" onclick=${use}>
    Use these parameters<span class="visually-hidden"> of rank ${rank}</span>
  </button>`;
}
