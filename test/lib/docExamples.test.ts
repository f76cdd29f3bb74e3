import {readdirSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {describe, expect, it} from "vitest";
import {callAndAnswer, docExamples, evaluate, isAnswer} from "../support/docExamples.js";

type Module = Record<string, unknown>;

const sources = Object.fromEntries(
  readdirSync("lib", {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".ts") && !file.includes("assembly"))
    .map((file) => [`lib/${file}`, readFileSync(`lib/${file}`, "utf8")])
);

const load = (path: string) => import(pathToFileURL(resolve(path)).href) as Promise<Module>;

/** The one file of lib/ that exports a function or constant of a name. */
const homes = new Map<string, string | null>();
for (const [path, source] of Object.entries(sources))
  for (const [, name] of source.matchAll(/^export (?:async )?(?:function\*?|const) (\w+)/gm))
    homes.set(name, homes.has(name) ? null : path);

/** What an example may name: all of its own module, and the functions of others that it calls. */
async function scopeOf(path: string, text: string): Promise<Module> {
  const scope: Module = {};
  for (const [, name] of text.matchAll(/(?<![.\w])(\w+)(?=\()/g)) {
    const home = homes.get(name);
    const found = home ? (await load(home))[name] : undefined;
    if (typeof found === "function") scope[name] = found;
  }
  return {...scope, ...(await load(path))};
}

/** Examples that name what only a reader can imagine ("finish(kMeans(points, options))") are not run. */
const imagined = (error: unknown) => error instanceof ReferenceError;

describe("the examples of doc comments hold", () => {
  for (const [path, source] of Object.entries(sources)) {
    const examples = docExamples(source);
    if (examples.length === 0) continue;
    it(path, async () => {
      for (const {line, text} of examples) {
        const parts = callAndAnswer(text);
        if (!parts) continue;
        const scope = await scopeOf(path, text);
        let value: unknown;
        let answer: unknown;
        try {
          [value, answer] = [await evaluate(parts.call, scope), await evaluate(parts.answer, scope)];
        } catch (error) {
          if (imagined(error)) continue;
          throw new Error(`line ${line}: ${text}`, {cause: error});
        }
        if (!isAnswer(value, answer))
          expect({line, call: parts.call, gives: value}).toEqual({line, call: parts.call, gives: answer});
      }
    });
  }
});
