import {readTyped} from "../reading/typedNumber.js";
import type {Result} from "../result.js";
import {fail} from "../result.js";
import type {MeanArm, ProportionArm} from "./arms.js";
import {checkMeanArms, checkProportionArms} from "./arms.js";

/** The counts that a page begins with. */
export const defaultArms = "control:1000:200,variant:1000:250";

/** The sums that a page begins with: those of 200 and 250 buyers of 1,000, at R$ 160 or so each. */
export const defaultMeanArms = "control:1000:32000:6400000,variant:1000:40000:8000000";

/** The longest text that an address may hold. */
export const longestArmsText = 2000;

const number = /^-?\d{1,25}(\.\d{1,25})?(e[+-]?\d{1,3})?$/i;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function fieldsOf(text: string, count: number, example: string): Result<{name: string; values: number[]}[]> {
  const rows: {name: string; values: number[]}[] = [];
  for (const part of text.split(",").filter((piece) => piece.trim() !== "")) {
    const [encoded, ...fields] = part.trim().split(":");
    const name = decode(encoded);
    if (name === null || fields.length !== count)
      return fail("arms", `“${part.slice(0, 60)}” does not read as an arm: write it like ${example}.`);
    const unclear = fields.find((field) => field.endsWith("?"))?.slice(0, -1);
    const read = unclear === undefined ? null : readTyped(decode(unclear) ?? unclear);
    if (read && !read.ok) return fail("arms", read.message);
    const odd = fields.find((field) => !number.test(field));
    if (odd !== undefined)
      return fail(
        "arms",
        odd === ""
          ? `A number is missing ${name ? `in “${name.slice(0, 40)}”` : "in an arm without a name"}: fill it in.`
          : `“${(decode(odd) ?? odd).slice(0, 40)}” in “${name.slice(0, 40)}” is not a number: write digits alone.`
      );
    rows.push({name, values: fields.map(Number)});
  }
  return {ok: true, value: rows};
}

/**
 * Counts of arms out of a text `name:users:converted,...`, names percent-encoded; the first arm is the control.
 * @example readArms("control:1000:200,variant:1000:250") => ok([{name: "control", users: 1000, converted: 200}, ...])
 */
export function readArms(text: string): Result<ProportionArm[]> {
  const rows = fieldsOf(text, 2, "control:1000:200");
  if (!rows.ok) return rows;
  return checkProportionArms(
    rows.value.map(({name, values: [users, converted]}) => ({name, users, converted}))
  );
}

/** The text that `readArms` reads. @example writeArms([{name: "a,b", users: 5, converted: 1}]) => "a%2Cb:5:1" */
export const writeArms = (arms: readonly ProportionArm[]): string =>
  arms.map(({name, users, converted}) => `${encodeURIComponent(name)}:${users}:${converted}`).join(",");

/**
 * Sums of arms out of a text `name:users:sum:sumSquares,...`.
 * @example readMeanArms("a:2:3:5,b:2:4:10") => ok([{name: "a", users: 2, sum: 3, sumSquares: 5}, ...])
 */
export function readMeanArms(text: string): Result<MeanArm[]> {
  const rows = fieldsOf(text, 3, "control:1000:41234.5:2500000");
  if (!rows.ok) return rows;
  return checkMeanArms(
    rows.value.map(({name, values: [users, sum, sumSquares]}) => ({name, users, sum, sumSquares}))
  );
}

/** The text that `readMeanArms` reads. @example writeMeanArms([{name: "a", users: 2, sum: 3, sumSquares: 5}]) => "a:2:3:5" */
export const writeMeanArms = (arms: readonly MeanArm[]): string =>
  arms
    .map(({name, users, sum, sumSquares}) => `${encodeURIComponent(name)}:${users}:${sum}:${sumSquares}`)
    .join(",");
