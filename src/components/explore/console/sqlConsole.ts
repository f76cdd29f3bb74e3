import {html} from "npm:htl";
import {formatCount, formatNumber} from "../../../lib/format.js";
import {tableSource} from "../../martsSource.js";
import {problem} from "../../problem.js";
import {stopEngine} from "../../sqlEngine.js";
import type {Rows} from "../../sql.js";
import {sqlEditor} from "./editor.js";
import {queryHistory} from "./queryHistory.js";
import type {Outcome} from "./runQuery.js";
import {runQuery} from "./runQuery.js";

/** An editor with its buttons and what it says; its value is the query that was run last. */
export type SqlConsole = HTMLElement & {value: string};

/**
 * The console: runs what stands in its editor, one query at a time, which the next one ends, and can cancel it.
 * @param answer where the outcome is said in a sentence
 * @param shown called with the rows of each query that gave some; null while there are none
 */
export function sqlConsole(answer: HTMLElement, shown: (rows: Rows | null) => void): SqlConsole {
  let value = "";
  let running = 0;
  const editor = sqlEditor(() => submit());
  const run = html`<button type="button" onclick=${() => submit()}>Run</button>` as HTMLButtonElement;
  const cancel = html`<button type="button" disabled onclick=${() => stop()}>
    Cancel
  </button>` as HTMLButtonElement;
  const said = html`<div></div>`;
  const past = queryHistory((query) => {
    editor.text = query;
    editor.goTo(0);
  });
  const element = html`<div class="sql-console">
    ${editor.element}
    <p class="explore-tools">
      ${run}${cancel}<span class="sql-hint">Ctrl+Enter runs, Ctrl+Space completes.</span>
    </p>
    ${said}${past.element}
  </div>`;

  const say = (sentence: string) => (answer.textContent = sentence);
  const start = async (query: string) => {
    const turn = ++running;
    // DuckDB in a tab answers one query after the other: a new one would wait for all of the one before.
    if (!cancel.disabled) stopEngine();
    cancel.disabled = false;
    said.replaceChildren();
    say("The query runs …");
    const outcome = await runQuery(query, () => turn !== running);
    if (turn !== running) return;
    cancel.disabled = true;
    tell(outcome);
  };
  const tell = (outcome: Outcome) => {
    if (outcome.kind === "rows") {
      const {rows, ms, query} = outcome;
      past.add(query);
      say(
        `${formatCount(rows.length)} ${rows.length === 1 ? "row" : "rows"} of ${formatCount(rows.columns.length)} ${rows.columns.length === 1 ? "column" : "columns"} in ${ms < 1000 ? `${formatCount(ms)} ms` : `${formatNumber(ms / 1000, 1)} s`}.`
      );
      return shown(rows);
    }
    shown(null);
    if (outcome.kind !== "refused") return;
    const {message, position} = outcome;
    say("The query was refused.");
    const place = position
      ? ` Line ${formatCount(position.line)}, column ${formatCount(position.column)}.`
      : "";
    said.replaceChildren(problem("This query cannot be run", `${message}${place}`));
    if (position && element.contains(document.activeElement)) editor.goTo(position.at);
  };
  const submit = () => {
    value = editor.text;
    element.dispatchEvent(new Event("input", {bubbles: true}));
    element.dispatchEvent(new Event("change", {bubbles: true}));
    void start(value);
  };
  const stop = () => {
    running++;
    cancel.disabled = true;
    stopEngine();
    say("Cancelled; DuckDB starts anew with the next query.");
    shown(null);
    run.focus();
  };
  for (const type of ["input", "change"])
    editor.element.addEventListener(type, (event) => event.stopPropagation());
  say(`Ask ${formatCount(tableSource().names.length)} tables in SQL; the query runs in this tab.`);
  return Object.defineProperty(element, "value", {
    get: () => value,
    set: (query: string) => {
      if (query === value) return;
      value = query;
      editor.text = query;
      if (query !== "") void start(query);
    }
  }) as SqlConsole;
}
