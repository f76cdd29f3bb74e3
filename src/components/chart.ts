import {html} from "npm:htl";
import {formatCount, keptWhole} from "../lib/format.js";
import type {Tools} from "./chartTools.js";
import {chartTools} from "./chartTools.js";
import {embedIfAsked} from "./embed.js";
import {problem} from "./problem.js";
import type {Rows} from "./rows.js";
import type {TableColumn} from "./table.js";
import {copiesOf, snapshotOf} from "./snapshot.js";
import {isDark, watchTheme} from "./theme.js";
import {placeWord} from "../lib/shop.js";

export interface ChartOptions<Row extends object> {
  /** Unique on the page; names the exported files and remembers the last picture. */
  name: string;
  /** A sentence that says what the chart shows. */
  title: string;
  /** Definition of what is drawn. */
  note: string;
  data: Rows<Row> | Promise<Rows<Row>>;
  /** Draws the rows at a width in pixels. */
  render: (rows: Rows<Row>, size: {width: number; dark: boolean}) => Element;
  /** What was counted, for the note; without it, the rows drawn. @example (rows) => "98,207 orders" */
  counted?: (rows: Rows<Row>) => string;
  /** How the table of the numbers names and formats its columns; without it, all columns as they are. */
  columns?: Readonly<Record<string, TableColumn>>;
  /** What a file of the numbers says of a row; without it, the row as it is. */
  exported?: (row: Row) => object;
  /** SQL to copy; without it, that of the rows, if they carry one. */
  sql?: string;
  /** What to say when there are no rows. */
  empty?: string;
}

/** What a chart's next incarnation on the page starts from. */
interface Memory {
  picture?: Element;
  tableOpen: boolean;
}

const memories = new Map<string, Memory>();

const nothing = `Nothing in this selection: widen the period or choose another ${placeWord.one}.`;

/** Names a picture for screen readers as a whole, in place of its parts. */
function label(picture: Element, title: string, noteId: string): void {
  const svgs = picture.localName === "svg" ? [picture] : [...picture.querySelectorAll("svg")];
  for (const [i, svg] of svgs.entries()) {
    for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
    if (i > 0) svg.setAttribute("aria-hidden", "true");
    else {
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", title);
      svg.setAttribute("aria-describedby", noteId);
    }
  }
}

/**
 * A chart in its frame: title, picture, note with definition and rows counted, table of the numbers, and exports.
 * While a promise of rows is pending it shows the last picture of that name dimmed, or a placeholder; a failure
 * becomes a sentence in the frame and the rest of the page lives on. It redraws when its width or the theme changes.
 * @example chart({name: "late", title: "…", note: "…", data: sql`…`, render: (rows, size) => lateTrend(rows, size)})
 */
export function chart<Row extends object>(options: ChartOptions<Row>): HTMLElement {
  const {name, data, render, counted, empty = nothing} = options;
  const [title, note] = [options.title, options.note].map(keptWhole);
  const id = `chart-${name.replace(/[^\w-]+/g, "-")}`;
  const memory: Memory = memories.get(name) ?? {tableOpen: false};
  memories.set(name, memory);

  const body = html`<div class="chart-body"></div>`;
  const definition = html`<span>${note}</span>`;
  const rowsCounted = html`<span class="chart-rows"></span>`;
  const tools: Tools<Row> = chartTools<Row>({
    name,
    title,
    columns: options.columns,
    exported: options.exported,
    noteText: () => caption.textContent,
    memory
  });
  const caption = html`<figcaption id=${`${id}-note`}>${definition} ${rowsCounted}</figcaption>`;
  const built = memory.picture ? undefined : snapshotOf("chart", name);
  const figure = html`<figure class="card chart" data-chart=${name} aria-labelledby=${`${id}-title`}>
    <div class="chart-head">
      <h2 id=${`${id}-title`}>${title}</h2>
      ${tools.bar}
    </div>
    ${body}${tools.tablePlace}${caption}
  </figure>`;
  embedIfAsked(figure, name);

  let rows: Rows<Row> | undefined;
  const show = (state: "pending" | "stale" | "ready" | "empty" | "error", ...content: Node[]) => {
    figure.dataset.state = state;
    figure.setAttribute("aria-busy", String(state === "pending" || state === "stale"));
    body.replaceChildren(...content);
    if (state !== "ready") tools.update(undefined);
  };

  const draw = () => {
    const width = Math.floor(body.clientWidth);
    if (rows === undefined || width <= 0) return;
    if (rows.length === 0) return show("empty", html`<p class="chart-empty">${empty}</p>`);
    try {
      const picture = render(rows, {width, dark: isDark()});
      label(picture, title, caption.id);
      memory.picture = picture;
      show("ready", picture);
      tools.update({rows, picture, sql: options.sql ?? rows.sql});
    } catch (error) {
      delete memory.picture;
      show("error", problem("This chart could not be drawn", error));
    }
  };

  const settle = (settled: Rows<Row>) => {
    rows = settled;
    rowsCounted.textContent = `${counted?.(rows) ?? `${formatCount(rows.length)} rows`} counted.`;
    draw();
  };

  const builtBody = built?.querySelector(".chart-body");
  if (memory.picture) show("stale", memory.picture);
  else if (builtBody) {
    show("pending", ...copiesOf(builtBody));
    rowsCounted.textContent = built?.querySelector(".chart-rows")?.textContent ?? "";
  } else
    show("pending", html`<div class="chart-skeleton"><span class="visually-hidden">Loading</span></div>`);
  if (data instanceof Promise)
    data.then(settle, (error: unknown) => show("error", problem("This chart has no data", error)));
  else settle(data);

  let width = 0;
  new ResizeObserver(() => {
    if (body.clientWidth === width) return;
    width = body.clientWidth;
    draw();
  }).observe(body);
  figure.addEventListener("themechange", draw);
  watchTheme(figure);
  return figure;
}
