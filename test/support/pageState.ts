import {readFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {runInThisContext} from "node:vm";
import {pagePath} from "../../lib/pages.js";
import type {StateSpec} from "../../lib/state/parameter.js";

/** The code of a page's blocks. */
const codeOf = (markdown: string): string =>
  [...markdown.matchAll(/^```js[^\n]*\n([\s\S]*?)^```/gm)].map(([, code]) => code).join("\n");

/** Names that code uses, but for texts, and keys and members of objects. */
const words = (code: string): Set<string> =>
  new Set(code.replace(/"[^"]*"|(?<!\.\.)\.\w+|\b\w+:/g, "").match(/[A-Za-z_$][\w$]*/g));

/** What stands between an opening bracket at `from` and its counterpart. */
function within(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    if ("([{".includes(code[at])) depth++;
    else if (")]}".includes(code[at]) && --depth === 0) return code.slice(from + 1, at);
  }
  throw new RangeError("bracket without an end");
}

/**
 * The state that a page declares in its own source by `pageState(...)`; undefined where it declares none.
 * @param given values of the page's constants that would have to be loaded: the manifest as `about`
 */
export async function declaredState(
  page: string,
  given: Record<string, unknown>
): Promise<StateSpec | undefined> {
  const file = resolve("src", `${pagePath(page)}.md`);
  const code = codeOf(readFileSync(file, "utf8"));
  const call = /\bpageState\((?!\w*spec)/.exec(
    code.replace(/^import [^;]*;/gm, (text) => " ".repeat(text.length))
  );
  if (!call) return;
  const declaration = within(code, call.index + "pageState".length);
  const constants = new Map(
    [...code.matchAll(/^const (?:(\w+)) = ([\s\S]*?);$/gm)].map(([whole, name]) => [name, whole])
  );
  const imports = new Map(
    [...code.matchAll(/^import \{([^}]*)\} from "([^"]+)";/gm)].flatMap(([, names, from]) =>
      names
        .split(",")
        .map((text) => text.trim().split(/\s+as\s+/))
        .filter(([name]) => name)
        .map(([name, alias = name]): [string, {name: string; from: string}] => [alias, {name, from}])
    )
  );
  const statements: string[] = [];
  const names = new Map<string, unknown>();
  const need = async (text: string): Promise<void> => {
    for (const word of words(text)) {
      if (names.has(word)) continue;
      const [constant, imported] = [constants.get(word), imports.get(word)];
      if (word in given) names.set(word, given[word]);
      else if (constant) {
        names.set(word, undefined);
        await need(constant);
        statements.push(constant);
      } else if (imported) {
        const path = resolve(dirname(file), imported.from.replace(/\.js$/, ".ts"));
        const module = (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
        names.set(word, module[imported.name]);
      }
    }
  };
  await need(declaration);
  const own = new Set(statements.map((text) => /^const (\w+)/.exec(text)?.[1]));
  const taken = [...names].filter(([name]) => !own.has(name));
  const build = runInThisContext(
    `(async (${taken.map(([name]) => name).join(", ")}) => { ${statements.join("\n")}\nreturn (${declaration}); })`
  ) as (...values: unknown[]) => Promise<StateSpec>;
  return build(...taken.map(([, value]) => value));
}
