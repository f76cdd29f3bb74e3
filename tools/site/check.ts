import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";

const files = (directory: string, ending: RegExp): string[] =>
  readdirSync(directory, {recursive: true, encoding: "utf8"})
    .filter((file) => ending.test(file))
    .map((file) => join(directory, file))
    .filter((file) => statSync(file).isFile());

const text = (html: string) => html.replace(/<[^>]*>/g, "").trim();

/** What Framework builds without complaint although a page is broken or leaves its own origin, a sentence each. */
export function siteProblems(directory: string): string[] {
  const problems: string[] = [];
  for (const file of files(directory, /\.html$/)) {
    const html = readFileSync(file, "utf8");
    for (const [, message] of html.matchAll(/observablehq--error"[^>]*>([\s\S]*?)<\//g))
      problems.push(`${file}: ${text(message)}`);
    if (/<main\b[^>]*>\s*<hr>\s*<h2 [^>]*>(?:<a [^>]*>)?\w+:/.test(html))
      problems.push(`${file}: its front matter is not YAML (a title with a colon needs quotes)`);
    for (const [, url] of html.matchAll(/<(?!a\s)[a-z]+\s[^>]*?(?:src|href)="((?:https?:)?\/\/[^"]+)"/g))
      problems.push(`${file} loads ${url}, which is not of this site`);
  }
  for (const file of files(directory, /\.css$/))
    for (const [, url] of readFileSync(file, "utf8").matchAll(
      /(?:url\(|@import\s+)["']?((?:https?:)?\/\/[^"')]+)/g
    ))
      problems.push(`${file} loads ${url}, which is not of this site`);
  for (const file of files(directory, /\.m?js$/))
    for (const [, url] of readFileSync(file, "utf8").matchAll(
      /(?:\bfrom\s*|\bimport\s*\(?\s*)["']((?:https?:)?\/\/[^"']+)["']/g
    ))
      problems.push(`${file} imports ${url}, which is not of this site`);
  return problems;
}
