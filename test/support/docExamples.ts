import {compileFunction} from "node:vm";

/** An example of a doc comment, on one line. */
export interface DocExample {
  /** Where its comment's line stands in the file, from 1. */
  line: number;
  text: string;
}

/** The texts behind `@example` in the doc comments of a TypeScript file. */
export function docExamples(source: string): DocExample[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap((comment) => {
    const start = source.slice(0, comment.index).split("\n").length;
    const examples: DocExample[] = [];
    let open: DocExample | undefined;
    const lines = comment[0].slice(3, -2).split("\n");
    lines.forEach((raw, index) => {
      const [before, ...opened] = raw.replace(/^\s*\* ?/, "").split(/@example\s+/);
      if (open && opened.length === 0 && !before.startsWith("@")) open.text += ` ${before.trim()}`;
      else open = undefined;
      for (const text of opened) examples.push((open = {line: start + index, text: text.trim()}));
    });
    return examples.map(({line, text}) => ({line, text: text.trim()}));
  });
}

const rest = "__rest";

/** An answer as JavaScript: a day is a date, and three dots stand for whatever else is there. */
const answerCode = (answer: string): string =>
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(answer)
    ? `new Date("${answer}")`
    : answer
        .replace(/,\s*(?:\.\.\.|…)\s*\}/g, `, ${rest}: true}`)
        .replace(/,\s*(?:\.\.\.|…)\s*\]/g, `, "${rest}"]`);

const parses = (code: string): boolean => {
  try {
    compileFunction(`return async () => (${code}\n)`);
    return true;
  } catch {
    return false;
  }
};

/** The code of a call and of its answer, at the first arrow that leaves two expressions; nothing where none does. */
export function callAndAnswer(text: string): {call: string; answer: string} | undefined {
  for (let at = text.indexOf("=>"); at >= 0; at = text.indexOf("=>", at + 2)) {
    const call = text.slice(0, at).trim();
    const answer = answerCode(text.slice(at + 2).trim());
    if (call !== "" && answer !== "" && parses(call) && parses(answer)) return {call, answer};
  }
  return undefined;
}

/** Runs code with the names that it may use. */
export const evaluate = (code: string, scope: Record<string, unknown>): Promise<unknown> =>
  (
    compileFunction(`return (async () => (${code}\n))()`, Object.keys(scope)) as (
      ...values: unknown[]
    ) => Promise<unknown>
  )(...Object.values(scope));

/** Half a unit of the last digit that a number is written with, and no less than what arithmetic leaves open. */
function allowance(value: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  const decimals = (digits.split(".")[1] ?? "").length - Number(exponent);
  const written = decimals > 0 ? 0.5 * 10 ** -decimals * (1 + 1e-9) : 0;
  return Math.max(written, 1e-7 * Math.abs(value), 1e-9);
}

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

/**
 * Whether a value is the one that an example says: numbers to the digits written, typed arrays like lists, any text
 * for "…" in a text, and no-break spaces like others.
 */
export function isAnswer(value: unknown, answer: unknown): boolean {
  if (typeof answer === "number" && typeof value === "number")
    return Object.is(value, answer) || Math.abs(value - answer) <= allowance(answer);
  if (typeof answer === "string" && typeof value === "string") {
    const parts = plainSpaces(answer).split(/\s*…/);
    const text = plainSpaces(value);
    if (parts.length === 1) return text === parts[0];
    return text.startsWith(parts[0]) && text.endsWith(parts[parts.length - 1]);
  }
  if (answer instanceof Date) return value instanceof Date && value.getTime() === answer.getTime();
  if (Array.isArray(answer) || ArrayBuffer.isView(answer)) {
    const wanted = Array.from(answer as Iterable<unknown>);
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return false;
    const found = Array.from(value as Iterable<unknown>);
    const open = wanted[wanted.length - 1] === rest;
    if (open) wanted.pop();
    return (
      (open ? found.length >= wanted.length : found.length === wanted.length) &&
      wanted.every((one, index) => isAnswer(found[index], one))
    );
  }
  if (typeof answer === "object" && answer !== null) {
    if (typeof value !== "object" || value === null) return false;
    const names = Object.keys(answer).filter((name) => name !== rest);
    return (
      (rest in answer || Object.keys(value).length === names.length) &&
      names.every((name) =>
        isAnswer((value as Record<string, unknown>)[name], (answer as Record<string, unknown>)[name])
      )
    );
  }
  return value === answer;
}
