import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, dirname, join} from "node:path";

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Links of built pages to files of the site that are not there, a sentence each: hosts that rewrite nothing answer 404. */
export function brokenLinks(directory: string): string[] {
  const problems: string[] = [];
  const pages = readdirSync(directory, {recursive: true, encoding: "utf8"}).filter((file) =>
    file.endsWith(".html")
  );
  for (const page of pages) {
    const html = readFileSync(join(directory, page), "utf8");
    const links = [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, link]) =>
      link.replaceAll("&amp;", "&")
    );
    for (const link of new Set(links)) {
      if (/^[a-z][a-z+.-]*:|^\/\/|^#/i.test(link)) continue;
      const path = decoded(link.replace(/[?#].*$/, ""));
      const from = path.startsWith("/") ? directory : join(directory, dirname(page));
      const target = join(from, path || page);
      const file =
        path === "" || !existsSync(target) || !statSync(target).isDirectory()
          ? target
          : join(target, "index.html");
      if (path !== "" && !existsSync(file))
        problems.push(`${join(directory, page)} links to ${link}, which is not there`);
    }
  }
  return problems;
}

/** Pages that the site's modules link to by `pageHref("name")` and that are not there, a sentence each. */
export function brokenPageHrefs(directory: string): string[] {
  const files = readdirSync(directory, {recursive: true, encoding: "utf8"});
  const pages = new Set(
    files.filter((file) => file.endsWith(".html")).map((file) => basename(file, ".html"))
  );
  return files
    .filter((file) => /\.(html|js)$/.test(file) && !/^_(npm|node|observablehq)\b/.test(file))
    .flatMap((file) => {
      const code = readFileSync(join(directory, file), "utf8");
      const names = [...code.matchAll(/\bpageHref\(\s*"([^"]+)"/g)].map(([, name]) => name);
      return [...new Set(names)]
        .filter((name) => !pages.has(name))
        .map((name) => `${join(directory, file)} links to the page ${name}, which is not there`);
    });
}
