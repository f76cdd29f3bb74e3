import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {predictor} from "../../../lib/serve/predictor.js";
import {customerSchema, recommendSchema, segmentSchema} from "../../../lib/serve/schema.js";
import {madeUpCustomers, madeUpServed} from "./support.js";

const served = madeUpServed("logit");
const {predict, predictBatch} = predictor(served);
const ajv = new Ajv2020({allowUnionTypes: true});
const admits = ajv.compile(customerSchema("logit", served.fields));
const names = served.fields.map(({name}) => name);
const [good] = madeUpCustomers(served.fields, 1);

const message = (customer: unknown): string => {
  const answer = predict(customer);
  return answer.ok ? "" : answer.message;
};

/** Anything that JSON may have in a field. */
const anything = fc.oneof(
  fc.double({noNaN: true, noDefaultInfinity: true}),
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.constantFrom(null, 0, 1, 1e39, -1e39, 3.4028234663852886e38, "SE", [], {})
);

describe("a customer is checked", () => {
  it("as the JSON Schema says, whatever is given", () => {
    const field = fc.constantFrom(...names, "customer_key", "shoe_size");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(field, anything), {maxLength: 4}),
        fc.subarray(names, {maxLength: 1}),
        (changes, left) => {
          const customer: Record<string, unknown> = {...good, ...Object.fromEntries(changes)};
          for (const name of left) delete customer[name];
          expect(predict(customer).ok).toBe(admits(customer));
        }
      ),
      {numRuns: 2000}
    );
  });

  it("with a sentence for each thing that can be wrong", () => {
    expect(message({...good, frequensy: 1})).toBe(
      "“frequensy” is no field of this model: did you mean “frequency”?"
    );
    expect(message({...good, shoe_size: 1})).toBe(
      "“shoe_size” is no field of this model: leave it out, or see the schema for the 5 fields there are."
    );
    const {frequency, ...without} = good;
    expect(frequency).toBeDefined();
    expect(message(without)).toBe("“frequency” is missing: give a number, or null where it is not known.");
    expect(message({...good, frequency: "two"})).toBe(
      '“frequency” must be a whole number or null, not "two".'
    );
    expect(message({...good, frequency: 1.5})).toBe("“frequency” must be a whole number or null, not 1.5.");
    expect(message({...good, monetary_value: 1e39})).toBe(
      "“monetary_value” must be a number or null that 32 bits hold, not 1e+39."
    );
    expect(message({...good, customer_region: 3})).toBe("“customer_region” must be a text or null, not 3.");
    expect(message({...good, bought_on_black_friday: 2})).toBe(
      "“bought_on_black_friday” must be 0, 1, false, true or null, not 2."
    );
    for (const none of [null, [good], "x", 3, new Float32Array(3)])
      expect(message(none)).toMatch(/^A customer is an object of fields/);
  });

  it("by what is its own: names that every object has are missing or unknown like others", () => {
    expect(message(Object.create(good))).toMatch(/is missing/);
    expect(message({...good, constructor: 1})).toMatch(/“constructor” is no field/);
  });

  it("and a level that the model does not know is none, and said", () => {
    const odd = predict({...good, customer_region: "elsewhere"});
    const none = predict({...good, customer_region: null});
    if (!odd.ok || !none.ok) throw new Error("not scored");
    expect(odd.value.probability).toBe(none.value.probability);
    expect(odd.value.unseen).toEqual(["customer_region"]);
  });
});

describe("columns are checked", () => {
  const columns = Object.fromEntries(names.map((name) => [name, [good[name], good[name]]]));
  const refused = (changed: Record<string, unknown>) => {
    const answer = predictBatch({...columns, ...changed} as Record<string, ArrayLike<unknown>>);
    return answer.ok ? "" : answer.message;
  };

  it("as customers are, with the row counted from 1", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), anything, (name, value) => {
        const answer = predictBatch({...columns, [name]: [good[name], value]});
        expect(answer.ok).toBe(admits({...good, [name]: value}));
      }),
      {numRuns: 500}
    );
    expect(refused({frequency: [1, "x"]})).toBe(
      'Row 2: “frequency” must be a whole number or null, not "x".'
    );
  });

  it("and may be typed arrays, of one length", () => {
    expect(refused({frequency: Float32Array.of(1, NaN)})).toBe("");
    expect(refused({frequency: BigInt64Array.of(1n, 2n)})).toBe("");
    expect(refused({frequency: Float64Array.of(1, Infinity)})).toMatch(/^Row 2: “frequency” must be/);
    expect(refused({frequency: [1]})).toBe("“frequency” holds 1 values, “monetary_value” 2.");
    expect(refused({frequency: 3})).toBe("“frequency” must be a list of values, one for each customer.");
    expect(refused({shoe_size: [1, 2]})).toMatch(/“shoe_size” is no field/);
  });
});

it("the schemas are schemas of draft 2020-12", () => {
  for (const schema of [customerSchema("x", served.fields), segmentSchema(), recommendSchema()])
    expect(ajv.validateSchema(schema)).toBe(true);
});
