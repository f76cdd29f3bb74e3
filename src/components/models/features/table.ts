import {html} from "npm:htl";
import type {Feature} from "../../../lib/features/catalogue.js";
import {columnsOf, features, groupOf} from "../../../lib/features/catalogue.js";
import {formatCount, formatShare, missing as none} from "../../../lib/format.js";
import {problem} from "../../problem.js";
import type {FeatureSummary, Summaries} from "./data.js";
import type {LeakFilter, RowOrder} from "./inputs.js";
import {quantileStrip} from "./strip.js";
import {kindOf, leakNames, valueText} from "./text.js";

/** Which features to show, in which order. */
export interface Arrangement {
  /** A letter, or "all". */
  group: string;
  leak: LeakFilter;
  search: string;
  order: RowOrder;
}

/** The table of all features, which stays on the page while its figures, rows and choice change. */
export interface Catalogue {
  element: HTMLElement;
  /** Shows the figures of a cutoff once they are known; until then the last ones, dimmed. */
  fill: (summaries: Promise<Summaries>) => void;
  arrange: (arrangement: Arrangement) => void;
  /** Marks a feature as the one on show. */
  choose: (name: string) => void;
}

/** Whether a feature belongs to what a reader asked to see; every word of the search must occur. */
export function isWanted(feature: Feature, {group, leak, search}: Omit<Arrangement, "order">): boolean {
  const {letter, title} = groupOf(feature);
  const text = [feature.number, feature.name, title, feature.definition, ...(feature.levels ?? [])]
    .join(" ")
    .toLowerCase();
  return (
    (group === "all" || group === letter) &&
    (leak === "all" ||
      (leak === "gives away" ? ["input", "proxy"].includes(feature.leak) : leak === feature.leak)) &&
    search
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

/** The places of the features in an order; without figures those that need them keep the order of the numbers. */
export function inOrder(order: RowOrder, rows?: readonly FeatureSummary[]): number[] {
  const places = [...features.keys()];
  if (order === "name") return places.sort((a, b) => (features[a].name < features[b].name ? -1 : 1));
  if (order === "number" || !rows) return places;
  const by = ({missing, distinct_values}: FeatureSummary) =>
    order === "missing" ? missing : distinct_values;
  return places.sort((a, b) => by(rows[b]) - by(rows[a]) || a - b);
}

interface Row {
  element: HTMLElement;
  button: HTMLElement;
  missing: HTMLElement;
  values: HTMLElement;
}

/** @param select called with the name of a feature that the reader picks */
export function featureCatalogue(select: (name: string) => void): Catalogue {
  const rows = features.map((feature) => row(feature, () => select(feature.name)));
  const body = html`<tbody>
    ${rows.map(({element}) => element)}
  </tbody>`;
  const counted = html`<p class="feature-count" role="status"></p>`;
  const place = html`<div></div>`;
  const element = html`<section class="feature-catalogue" aria-label="Catalogue of features" aria-busy="true">
    ${place} ${counted}
    <div class="table-scroll feature-scroll" tabindex="0" role="region" aria-label="Features, scrollable">
      <table class="segment-table feature-table">
        <caption class="visually-hidden">
          Features with definition, type, share missing, values, and what they give away of the labels
        </caption>
        <thead>
          <tr>
            <th scope="col" class="number">No.</th>
            <th scope="col">Feature and group</th>
            <th scope="col">Against the labels</th>
            <th scope="col">Definition</th>
            <th scope="col" class="number">Missing</th>
            <th scope="col">Median (quartiles)</th>
            <th scope="col">Type and columns</th>
          </tr>
        </thead>
        ${body}
      </table>
    </div>
  </section>`;
  let current: Summaries | undefined;
  let awaited: Promise<Summaries> | undefined;
  let arrangement: Arrangement = {group: "all", leak: "all", search: "", order: "number"};

  const show = () => {
    const shown = features.map((feature) => isWanted(feature, arrangement));
    rows.forEach(({element}, i) => element.toggleAttribute("hidden", !shown[i]));
    body.append(...inOrder(arrangement.order, current?.rows).map((i) => rows[i].element));
    const number = shown.filter(Boolean).length;
    counted.textContent = `${number} of ${features.length} features${current ? `, ${formatCount(current.people)} people counted` : ""}.${number ? "" : " Widen the search or the filters."}`;
  };
  const busy = (state: boolean) => element.setAttribute("aria-busy", String(state));
  show();
  return {
    element,
    fill(summaries) {
      awaited = summaries;
      busy(true);
      summaries.then(
        (known) => {
          if (awaited !== summaries) return;
          current = known;
          place.replaceChildren();
          rows.forEach((each, i) => fillRow(each, features[i], known.rows[i], known.people));
          show();
          busy(false);
        },
        (error: unknown) => {
          if (awaited !== summaries) return;
          place.replaceChildren(problem("The figures could not be worked out", error));
          busy(false);
        }
      );
    },
    arrange(next) {
      arrangement = next;
      show();
    },
    choose: (name) =>
      rows.forEach(({element, button}, i) => {
        const chosen = features[i].name === name;
        element.toggleAttribute("data-chosen", chosen);
        button.setAttribute("aria-pressed", String(chosen));
      })
  };
}

function row(feature: Feature, select: () => void): Row {
  const {letter, title} = groupOf(feature);
  const columns = columnsOf(feature).length;
  const button = html`<button type="button" class="feature-name" aria-pressed="false">
    ${feature.name}
  </button>`;
  const missing = html`<td class="number">${none}</td>`;
  const values = html`<td class="feature-values">${none}</td>`;
  const element = html`<tr onclick=${select}>
    <td class="number">${feature.number}</td>
    <th scope="row">${button}<br /><small>${letter} ${title}</small></th>
    <td>
      <span class="leak" data-leak=${feature.leak}>${leakNames[feature.leak]}</span><br /><small
        >Forward: ${feature.forward === "as it is" ? "safe as it is" : "from an earlier window"}</small
      >
    </td>
    <td>${feature.definition}</td>
    ${missing}${values}
    <td>
      ${kindOf(feature)}<br /><small
        >${columns === 1 ? "1 column" : `${columns} columns: ${feature.levels?.join(", ") ?? ""}`}</small
      >
    </td>
  </tr>`;
  return {element, button, missing, values};
}

function fillRow({missing, values}: Row, feature: Feature, summary: FeatureSummary, people: number): void {
  missing.textContent = formatShare(summary.missing / people);
  const [, , low, middle, high] = summary.quantiles ?? [];
  const say = (value: number | null | undefined) => valueText(feature, value);
  if (feature.levels)
    values.textContent = `${summary.usual ?? none}: ${formatShare((summary.usual_people ?? 0) / people)}`;
  else if (summary.quantiles)
    values.replaceChildren(
      html`<span>${say(middle)}</span> <small>(${say(low)} to ${say(high)})</small>`,
      quantileStrip(summary.quantiles)
    );
  else values.textContent = none;
}

/** The catalogue beside the input that names the feature shown below: picking a row chooses it there. */
export const catalogueFor = (picker: HTMLElement & {value: unknown}): Catalogue =>
  featureCatalogue((name) => {
    picker.value = name;
    picker.dispatchEvent(new Event("input", {bubbles: true}));
    document.querySelector("#feature-distribution")?.scrollIntoView({block: "start"});
  });
