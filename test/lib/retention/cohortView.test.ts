import {describe, expect, it} from "vitest";
import {bracketsOf, cohortParameters, cohortView, membersAt} from "../../../lib/retention/cohortView.js";
import type {CohortChoice} from "../../../lib/retention/cohortView.js";
import {parseState} from "../../../lib/state/parseState.js";
import {purchasesFrom} from "./support.js";

const span = {
  first_purchase: "2018-01-01T00:00:00",
  last_purchase: "2018-04-09T00:00:00",
  cutoff: "2018-04-10T00:00:00"
};
const asked = (query = ""): CohortChoice => parseState(cohortParameters(span), query).values;
const shop = purchasesFrom([
  {person: 1, day: "2018-01-05", state: "SP"},
  {person: 1, day: "2018-01-05", state: "SP", price: 20},
  {person: 2, day: "2018-01-20", state: "RJ"},
  {person: 2, day: "2018-03-02", state: "RJ", price: 70},
  {person: 3, day: "2018-02-03", delivered: false}
]);
const viewOf = (query = "") => {
  const found = cohortView(shop, asked(query));
  if (!found.ok) throw new Error(found.message);
  return found.value;
};

describe("the view of cohorts", () => {
  it("counts people, those who came back, and those who did on the day itself", () => {
    expect(viewOf()).toMatchObject({people: 3, again: 2, sameDay: 1});
    expect(viewOf("?merge=true")).toMatchObject({people: 3, again: 1, sameDay: 0});
    expect(viewOf("?delivered=true")).toMatchObject({people: 2, again: 2});
    expect(viewOf("?state=RJ")).toMatchObject({people: 1, again: 1});
  });

  it("asks for one age, for an age or later, or for brackets", () => {
    expect(viewOf().table.windows).toEqual([
      {from: 1, to: 1},
      {from: 2, to: 2}
    ]);
    expect(viewOf("?count=later").table.windows[0]).toEqual({from: 1, to: null});
    expect(viewOf("?count=brackets&brackets=1-2").table.pooled[0]).toMatchObject({observed: 2, active: 1});
  });

  it("says when nobody is left, or brackets cannot be read", () => {
    expect(cohortView(shop, asked("?state=AC"))).toMatchObject({ok: false, message: /another state/});
    expect(cohortView(shop, asked("?count=brackets&brackets=3-1"))).toMatchObject({
      ok: false,
      message: /“3-1” is not an age bracket/
    });
    expect(bracketsOf(" , ")).toMatchObject({ok: false});
    expect(bracketsOf("1-3; 4")).toEqual({
      ok: true,
      value: [
        {from: 1, to: 3},
        {from: 4, to: 4}
      ]
    });
  });

  it("names the customers behind a cell", () => {
    const members = membersAt(viewOf(), 0, {from: 2, to: 2});
    expect(members).toMatchObject([{person: 2, orders: 2, price: 170}]);
    expect(membersAt(viewOf(), 0, {from: 0, to: 0})).toHaveLength(2);
  });
});
