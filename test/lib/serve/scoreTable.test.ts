import {expect, it} from "vitest";
import {finish} from "../../../lib/learn/finish.js";
import {predictor} from "../../../lib/serve/predictor.js";
import {scoreTable} from "../../../lib/serve/scoreTable.js";
import {typedCustomer} from "../../../lib/serve/typedCustomer.js";
import {madeUpCustomers, madeUpServed} from "./support.js";

const served = madeUpServed("logit");
const names = served.fields.map(({name}) => name);
const customers = madeUpCustomers(served.fields, 3000);
const lines = customers.map((one, i) =>
  JSON.stringify([i + 10, ...names.map((name) => one[name] ?? "")])
    .slice(1, -1)
    .replaceAll('""', "")
);
const header = ["customer_key", ...names].join(",");

it("scores a table as it scores its customers, with a sentence for every row refused", () => {
  const bad = [...lines];
  bad[1] = bad[1].replace(/^(\d+,[^,]*),[^,]*/, "$1,x");
  bad[2500] += ",7";
  const done = finish(scoreTable([header, ...bad, ""].join("\r\n"), served));
  if (!done.ok) throw new Error(done.message);
  const {csv, rows, scored, refused} = done.value;
  expect({rows, scored}).toEqual({rows: 3000, scored: 2998});
  expect(refused).toEqual([
    {row: 2, message: '“frequency” must be a whole number or null, not "x".'},
    {row: 2501, message: "The row has 7 values, the header 6."}
  ]);
  const [first, ...found] = csv.trimEnd().split("\r\n");
  expect(first).toBe("customer_key,probability,label");
  const kept = customers.flatMap((one, i) => (i === 1 || i === 2500 ? [] : [{one, key: i + 10}]));
  found.forEach((line, i) => {
    const prediction = predictor(served).predict(kept[i].one);
    if (!prediction.ok) throw new Error(prediction.message);
    expect(line).toBe(`${kept[i].key},${prediction.value.probability},${prediction.value.label}`);
  });
});

it("refuses a table as a whole where its columns are not those of the model", () => {
  const message = (text: string) => {
    const done = finish(scoreTable(text, served));
    return done.ok ? "" : done.message;
  };
  expect(message("")).toMatch(/^There is no row/);
  expect(message(`${header}\n`)).toMatch(/^There is no row/);
  expect(message(`${header},shoe_size\n${lines[0]},4`)).toMatch(/“shoe_size” is no field/);
  expect(message(`${header},frequency\n${lines[0]},4`)).toBe(
    "Two columns are named “frequency”: leave one out."
  );
  expect(message("frequency\n1")).toMatch(/“monetary_value” is missing/);
});

it("reads a customer as it is typed: JSON, or a header and a row in a spreadsheet's form", () => {
  const text = (customer: string) => typedCustomer(customer, served.fields);
  expect(text('{"frequency": 2}')).toEqual({ok: true, value: {frequency: 2}});
  expect(text("frequency;monetary_value;customer_region;bought_on_black_friday\r\n2;3,5;SE;true")).toEqual({
    ok: true,
    value: {frequency: 2, monetary_value: 3.5, customer_region: "SE", bought_on_black_friday: true}
  });
  expect(text("frequency,avg_review_score\n2,")).toEqual({
    ok: true,
    value: {frequency: 2, avg_review_score: null}
  });
  for (const bad of ["[]", "{", "frequency", "frequency\n1\n2"]) expect(text(bad).ok).toBe(false);
});
