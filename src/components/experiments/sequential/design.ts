import {html} from "npm:htl";
import type {Boundaries} from "../../../lib/experiments/sequential/boundaries.js";
import {designBoundaries, equalTimes} from "../../../lib/experiments/sequential/boundaries.js";
import type {DesignPower} from "../../../lib/experiments/sequential/power.js";
import {designPower} from "../../../lib/experiments/sequential/power.js";
import {formatCount, formatNumber, formatShare, missing} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {ok} from "../../../lib/result.js";
import {chart} from "../../chart.js";
import {boundaryLines} from "../../charts/boundaryLines.js";
import {problem} from "../../problem.js";
import {table} from "../../table.js";
import type {SequentialChoice} from "./inputs.js";
import {kindNames} from "./inputs.js";

type DesignChoice = Pick<SequentialChoice, "kind" | "k" | "alpha" | "sides" | "power" | "planned">;

/** A design with its power and the reader's plan. */
export interface Planned {
  design: Boundaries;
  power: DesignPower;
  /** Users per arm at each look. */
  users: number[];
  /** Users per arm of one look with the same alpha and power. */
  planned: number;
}

/** The design that the reader's choices stand for. */
export function plannedDesign({kind, k, alpha, sides, power, planned}: DesignChoice): Result<Planned> {
  const design = designBoundaries({
    kind,
    alpha: alpha / 100,
    sides: sides === "two-sided" ? 2 : 1,
    times: equalTimes(k)
  });
  if (!design.ok) return design;
  const found = designPower(design.value, power / 100);
  if (!found.ok) return found;
  const users = design.value.times.map((time) => Math.ceil(planned * found.value.inflation * time - 1e-9));
  return ok({design: design.value, power: found.value, users, planned});
}

const percentOf = (share: number) => formatShare(share, 1);
const tiny = (p: number) => (p >= 1e-4 ? formatNumber(p, 4) : `< ${formatNumber(0.0001, 4)}`);

/** What a design costs and saves, in a sentence. */
export function designText({design, power, users, planned}: Planned): string {
  const last = users.at(-1) ?? 0;
  const {inflation, expected} = power;
  const looks = design.times.length;
  if (looks === 1) return "With one look there is nothing to decide early: it is the one-look plan itself.";
  return (
    `With ${formatCount(looks)} looks, ${kindNames[design.kind]}, plan ${formatCount(last)} users per arm instead of ${formatCount(planned)} ` +
    `(inflation factor ${formatNumber(inflation, 3)}): that keeps a power of ${percentOf(power.power)}. On average the test then needs ${formatCount(planned * expected.planned)} per arm where the planned effect is true, ` +
    `and ${formatCount(planned * expected.none)} where there is none.`
  );
}

/** The boundaries by look, beside those of one look. */
export function boundariesChart({design, users}: Planned): HTMLElement {
  const two = design.sides === 2;
  const rows = design.z.flatMap((z, i) =>
    Number.isFinite(z) ? [{look: i + 1, users: users[i], z, nominal: design.nominal[i]}] : []
  );
  const usual = two ? 1.959964 : 1.644854;
  const at5 = Math.abs(design.alpha - 0.05) < 1e-9;
  return chart({
    name: "sequential-boundaries",
    title:
      design.z.length > 1 && rows.length
        ? `z must reach ${formatNumber(rows[0].z, 2)} at look ${formatCount(rows[0].look)}, and ${formatNumber(rows.at(-1)?.z, 2)} at the last`
        : "z must reach the usual value at the one look",
    note: `z = difference over its standard error; stop at the first look at which it reaches the boundary${two ? ", up or down" : ""}. ${kindNames[design.kind]}.${at5 ? ` Dashed: ${formatNumber(usual, 2)}, the boundary of a single look.` : ""}`,
    data: rows,
    counted: () => `${formatCount(design.z.length)} looks`,
    columns: {
      look: {label: "Look"},
      users: {label: "Users per arm"},
      z: {label: "z", format: (value: number) => formatNumber(value, 3)},
      nominal: {label: "p", format: tiny}
    },
    render: (points, {width}) =>
      boundaryLines(points, {width, looks: design.z.length, two, usual: at5 ? usual : undefined})
  });
}

/** A row for each look: boundary, p, alpha spent, users and the chance to stop. */
export const designRows = ({design, power, users}: Planned) =>
  design.z.map((z, i) => ({
    look: i + 1,
    information: percentOf(design.times[i]),
    users: users[i],
    z: Number.isFinite(z) ? formatNumber(z, 3) : "no stop",
    p: Number.isFinite(z) ? tiny(design.nominal[i]) : missing,
    spent: design.spent[i] > 0 ? tiny(design.spent[i]) : "0",
    none: formatShare(power.stops.none[i], 2),
    planned: formatShare(power.stops.planned[i], 1)
  }));

const right = {align: "right"} as const;

/** The boundaries with all that a plan needs, as a table. */
export const designTable = (planned: Planned): HTMLElement =>
  table(designRows(planned), {
    caption: "Boundaries by look",
    name: "boundaries by look",
    columns: {
      look: {label: "Look"},
      information: {label: "Of the users", ...right},
      users: {label: "Users per arm"},
      z: {label: "z to reach", ...right},
      p: {label: "p to be below", ...right},
      spent: {label: "Alpha spent so far", ...right},
      none: {label: "Stops here, no effect", ...right},
      planned: {label: "Stops here, planned effect", ...right}
    },
    rows: 21
  });

/** The whole part on boundaries, or the sentence why there is none. */
export function designView(planned: Result<Planned>): HTMLElement {
  if (!planned.ok) return problem("There are no boundaries", planned.message);
  return html`<div>
    <p>${designText(planned.value)}</p>
    ${boundariesChart(planned.value)} ${designTable(planned.value)}
    <p class="method">
      Boundaries by Lan and DeMets’ alpha spending (1983) or the constants of O’Brien and Fleming (1979) and
      Pocock (1977), worked out by the recursion of Armitage, McPherson and Rowe (1969) with numerical
      integration (Jennison and Turnbull 2000, chapter 19). Inflation factor: the mean of z that gives the
      power, over that of one look, squared.
    </p>
  </div>`;
}
