import {html} from "npm:htl";
import {formatMoney} from "../../../lib/format.js";
import type {CohortView} from "../../../lib/retention/cohortView.js";
import {membersAt} from "../../../lib/retention/cohortView.js";
import {dateOf} from "../../../lib/days.js";
import {customerIds} from "../customerIds.js";
import {pending} from "../../pending.js";
import {problem} from "../../problem.js";
import {table as tableOf} from "../../table.js";
import {ageText} from "./text.js";

/** The customers of a cohort who ordered at an age, by their ids, as a table and a file. */
export function cellMembers(view: CohortView, cohort: string, age: number): HTMLElement {
  if (cohort === "")
    return html`<p>
      Choose a cohort to list its customers; their ids load on demand. Age 0 lists the whole cohort.
    </p>`;
  const {table, unit} = view;
  const at = table.names.indexOf(cohort);
  if (at < 0)
    return problem("No such cohort", `There is no cohort “${cohort}” in this selection: choose one.`);
  const window =
    age === 0 ? {from: 0, to: 0} : table.windows.find(({from, to}) => age >= from && age <= (to ?? Infinity));
  if (!window)
    return problem(
      "No such age",
      `No customer has completed ${unit} ${age}, or no bracket contains it: choose another age.`
    );
  return pending("cohort-ids", customerIds(), (byKey) => {
    const rows = membersAt(view, at, window).map(({person, firstDay, orders, price}) => ({
      customer: byKey.get(person) ?? "",
      first_order: dateOf(firstDay),
      orders,
      price: price / 100
    }));
    return tableOf(rows, {
      caption: `${cohort}, ${age === 0 ? "all customers" : `came back in ${ageText(window, unit)}`}`,
      name: `cohort-${cohort}-${age}`,
      columns: {
        customer: {label: "Customer id"},
        first_order: {label: "First order"},
        orders: {label: "Orders in total"},
        price: {label: "Total spent", format: (amount: number) => formatMoney(100 * amount)}
      }
    });
  });
}
