import type {Channels, Showing} from "./resultShape.js";

export interface PageParts {
  title: string;
  query: string;
  show: Showing;
  channels: Channels;
}

/** Text within backticks of JavaScript. */
const templated = (text: string): string => text.replace(/[\\`]|\$(?=\{)/g, "\\$&");

const marks: Readonly<Record<Exclude<Showing, "table">, string>> = {bar: "barY", line: "lineY", dot: "dot"};

/**
 * A page of the site, as the Markdown file to save in a folder of src/: a query, its picture if one was chosen, its rows.
 * @example pageText({title: "Sellers", query: "from sellers", show: "table", channels}).startsWith("---\ntitle: \"Sellers\"") => true
 */
export function pageText({title, query, show, channels}: PageParts): string {
  const heading = title.replace(/\s+/g, " ").trim() || "A query";
  const imports = [...(show === "table" ? [] : ["chart"]), "pending", "sql", "table"].join(", ");
  const parts = [
    `---\ntitle: ${JSON.stringify(heading)}\n---`,
    `# ${heading.replace(/[\\`*_{}[\]<>#$&|]/g, "\\$&")}`,
    fenced(`import {${imports}} from "../components/index.js";`),
    fenced(`const found = {rows: sql\`${templated(query)}\`};`),
    ...(show === "table" ? [] : [fenced(drawing(heading, show, channels))]),
    fenced(
      `display(pending("rows", found.rows, (rows) => table(rows, {caption: ${JSON.stringify(heading)}, name: "rows"})));`
    )
  ];
  return `${parts.join("\n\n")}\n`;
}

const fenced = (code: string): string => `\`\`\`js\n${code}\n\`\`\``;

function drawing(title: string, show: Exclude<Showing, "table">, {x, y, color}: Channels): string {
  const paint = `${show === "line" ? "stroke" : "fill"}: ${JSON.stringify(color || "var(--color-accent)")}`;
  return `display(
  chart({
    name: "picture",
    title: ${JSON.stringify(title)},
    note: "The rows of this page's query.",
    data: found.rows,
    render: (rows, {width}) =>
      Plot.plot({
        width,
        marginLeft: 70,
        marginBottom: 60,
        color: {legend: ${String(color !== "")}},
        marks: [Plot.${marks[show]}(rows, {x: ${JSON.stringify(x)}, y: ${JSON.stringify(y)}, ${paint}})]
      })
  })
);`;
}
