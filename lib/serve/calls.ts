import type {TrainedModel} from "../model/model.js";
import {scoringSql} from "../model/scoringSql.js";
import {identifier, literal} from "../sql/literal.js";
import type {CustomerField} from "./field.js";

/** A customer as it is given. */
export type Customer = Readonly<Record<string, unknown>>;

/** The fields that a score depends on, as JSON on lines of their own. */
export const customerText = (customer: Customer, fields: readonly CustomerField[]): string =>
  JSON.stringify(
    Object.fromEntries(fields.filter(({used}) => used).map(({name}) => [name, customer[name] ?? null])),
    null,
    2
  );

/** JavaScript that scores a customer with a published module. @example javascriptCall(customer, fields, "./xgboost.js").startsWith("import {predict}") => true */
export const javascriptCall = (
  customer: Customer,
  fields: readonly CustomerField[],
  address: string
): string => `import {predict} from ${JSON.stringify(address)};

const customer = ${customerText(customer, fields)};
console.log(predict(customer).probability);
`;

/** The common table expression that a statement reads its one customer from. */
function customerSql(customer: Customer, fields: readonly CustomerField[]): string {
  const columns = fields
    .filter(({used}) => used)
    .map(({name, kind}) => {
      const value = customer[name] ?? null;
      if (kind === "category")
        return `${typeof value === "string" ? literal(value) : "cast(null as varchar)"} as ${identifier(name)}`;
      return `cast(${value === null ? "null" : Number(value)} as double) as ${identifier(name)}`;
    });
  return `with customer as (\n  select\n    ${["1 as customer_key", ...columns].join(",\n    ")}\n)`;
}

/** One statement for DuckDB that scores a customer, without any file. @example sqlCall(model, customer, fields).startsWith("with customer as (") => true */
export function sqlCall(model: TrainedModel, customer: Customer, fields: readonly CustomerField[]): string {
  const columns = model.features.map((name) => {
    const [feature] = name.split("=", 1);
    return {name, feature, kind: feature === name ? ("number" as const) : ("level" as const)};
  });
  return `${customerSql(customer, fields)}\n${scoringSql(model, {table: "customer", key: "customer_key", columns})};\n`;
}

/**
 * Python that scores a customer: XGBoost's own library on the published JSON for trees, plain arithmetic for a logistic
 * regression.
 * @param file name of the published XGBoost JSON
 * @example pythonCall(model, customer, fields, "xgboost.xgboost.json").includes("booster.predict") => true
 */
export function pythonCall(
  model: TrainedModel,
  customer: Customer,
  fields: readonly CustomerField[],
  file: string
): string {
  const given = `customer = json.loads(r"""${customerText(customer, fields)}""")`;
  const uncalibrated = model.calibration ? "  # before calibration, which the format has no room for" : "";
  if (model.kind === "trees")
    return `import json
import numpy
import xgboost

${given}
booster = xgboost.Booster()
booster.load_model(${JSON.stringify(file)})

def value(column):
    name, _, level = column.partition("=")
    known = customer.get(name)
    if level:
        return float(known == level)
    return float("nan") if known is None else float(known)

row = numpy.array([[value(column) for column in booster.feature_names]], dtype="float32")
print(float(booster.predict(xgboost.DMatrix(row, feature_names=booster.feature_names))[0]))${uncalibrated}
`;
  const terms = model.features.flatMap((name, j) =>
    model.coefficients[j] === 0
      ? []
      : [
          `    (${[JSON.stringify(name), model.coefficients[j], model.mean[j], model.deviation[j], model.median[j]].join(", ")}),`
        ]
  );
  return `import json
import math
import struct

${given}
# column, coefficient, mean, deviation, median
terms = [
${terms.join("\n")}
]

score = ${model.intercept}
for column, coefficient, mean, deviation, median in terms:
    name, _, level = column.partition("=")
    known = customer.get(name)
    if level:
        value = float(known == level)
    else:
        value = median if known is None else struct.unpack("f", struct.pack("f", known))[0]
    score += coefficient * (value - mean) / deviation
print(1 / (1 + math.exp(-score)))${uncalibrated}
`;
}
