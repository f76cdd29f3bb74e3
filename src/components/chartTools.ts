import {html} from "npm:htl";
import type {CsvForm} from "../lib/csv/csvForm.js";
import {excelCsv, plainCsv} from "../lib/csv/csvForm.js";
import {embedCode} from "./embed.js";
import {announce, copyText, download, downloadCsv, fileName, pngOf} from "./exports.js";
import {problem} from "./problem.js";
import type {Rows} from "./rows.js";
import {standaloneSvg} from "./standaloneSvg.js";
import type {TableColumn} from "./table.js";

/** A drawn chart as its tools see it. */
export interface Drawn<Row extends object> {
  rows: Rows<Row>;
  picture: Element;
  sql?: string;
}

export interface Tools<Row extends object> {
  bar: HTMLElement;
  /** Where the table of the numbers unfolds. */
  tablePlace: HTMLElement;
  /** Tells the tools what is on show, or that nothing is. */
  update: (drawn: Drawn<Row> | undefined) => void;
}

interface ToolsOptions<Row extends object> {
  name: string;
  title: string;
  columns?: Readonly<Record<string, TableColumn>>;
  exported?: (row: Row) => object;
  noteText: () => string | null;
  memory: {tableOpen: boolean};
}

/** What the page's badge says of its data, for a picture that leaves the page. */
const dataOrigin = (): string => {
  const text = document.querySelector("#data-badge > summary")?.textContent?.trim();
  return text ? `${text}.` : "";
};

/** The buttons of a chart: the numbers as a table, and exports as PNG, SVG, CSV and SQL. */
export function chartTools<Row extends object>({
  name,
  title,
  columns,
  exported,
  noteText,
  memory
}: ToolsOptions<Row>): Tools<Row> {
  let drawn: Drawn<Row> | undefined;
  const of = html`<span class="visually-hidden">: ${title}</span>`;

  const svgText = ({picture}: Drawn<Row>) =>
    standaloneSvg(picture, {title, note: [noteText(), dataOrigin()].filter(Boolean).join(" ")});
  const item = (text: string, act: (drawn: Drawn<Row>) => void) =>
    html`<button
      type="button"
      onclick=${() => {
        menu.open = false;
        if (drawn) act(drawn);
      }}
    >
      ${text}
    </button>`;
  const savePng = (it: Drawn<Row>) => {
    pngOf(svgText(it)).then(
      (blob) => download(fileName(name, "png"), blob),
      () => announce("The picture could not be made: export it as SVG instead")
    );
  };
  const saveCsv = ({rows}: Drawn<Row>, form: CsvForm) =>
    exported ? downloadCsv(name, rows.map(exported), form) : downloadCsv(name, rows, form, rows.columns);
  const copySql = item("Copy as SQL", (it) => void copyText(it.sql ?? "", "SQL"));
  const copyEmbedCode = () => {
    const height = bar.closest("figure")?.offsetHeight ?? 0;
    return copyText(embedCode(name, {title, height: height + 48}), "Embed code");
  };
  const menu = html`<details class="menu">
    <summary>Export${of.cloneNode(true)}</summary>
    <div class="menu-items">
      ${item("PNG picture", savePng)}
      ${item("SVG picture", (it) => download(fileName(name, "svg"), new Blob([svgText(it)], {type: "image/svg+xml"})))}
      ${item("CSV of the numbers", (it) => saveCsv(it, plainCsv))}
      ${item("CSV for Excel", (it) => saveCsv(it, excelCsv))} ${copySql}
      ${item("Copy embed code", () => void copyEmbedCode())}
    </div>
  </details>` as HTMLDetailsElement;
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  menu.addEventListener("focusout", ({relatedTarget}) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });

  const tablePlace = html`<div class="chart-table"></div>`;
  const toggle = html`<button
    type="button"
    class="tool"
    onclick=${() => {
      memory.tableOpen = !memory.tableOpen;
      void refresh();
    }}
  >
    Table${of}
  </button>`;
  const bar = html`<div class="chart-tools">${toggle}${menu}</div>`;

  const refresh = async () => {
    const [it, open] = [drawn, memory.tableOpen];
    toggle.setAttribute("aria-expanded", String(open && it !== undefined));
    bar.hidden = it === undefined;
    copySql.hidden = !it?.sql;
    if (!open || !it) return tablePlace.replaceChildren();
    try {
      const {table} = await import("./table.js");
      if (it === drawn && memory.tableOpen)
        tablePlace.replaceChildren(
          table(it.rows, {
            caption: `The numbers of “${title}”`,
            name,
            columns,
            rows: 8,
            ...(exported ? {exported: () => it.rows.map(exported)} : {})
          })
        );
    } catch (error) {
      tablePlace.replaceChildren(problem("The table could not be shown", error));
    }
  };
  const update = (now: Drawn<Row> | undefined) => {
    drawn = now;
    void refresh();
  };
  return {bar, tablePlace, update};
}
