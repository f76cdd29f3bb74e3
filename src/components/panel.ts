import {html} from "npm:htl";
import type {Result} from "../lib/result.js";
import {fail} from "../lib/result.js";
import type {TaskOptions} from "../lib/task.js";
import {messageOf, problem} from "./problem.js";
import {progress} from "./progress.js";
import {formatNumber} from "../lib/format.js";
import {copiesOf, dropSnapshots, snapshotOf} from "./snapshot.js";

/** Milliseconds in which a choice of the reader's has reached all that it changes. */
const settling = 150;

export interface PanelOptions<Choice, Outcome> {
  /** On the button: "Train". */
  verb: string;
  /** What is being done: "Training the models". */
  label: string;
  run: (choice: Choice, options: TaskOptions) => Promise<Result<Outcome>>;
  /** How it ended, in a sentence. */
  summary: (outcome: Outcome) => string;
  /** Run as soon as the first choice is made. */
  begin?: boolean;
  /** The outcome of a choice that was published with the site, null where there is none; shown without running. */
  published?: (choice: Choice) => Promise<Outcome | null>;
  /** Run by itself when a choice of the reader's leaves what was published. */
  follows?: boolean;
  /** Where a published outcome comes from, in a sentence. */
  publishedWords?: (outcome: Outcome) => string;
  /** How an outcome compares with the published one, as the end of a sentence. */
  same?: (published: Outcome | null, outcome: Outcome) => string;
  /** What is on the button instead while nothing runs: "Resume". */
  verbNow?: () => string;
  /** Called with true when a run begins, with false when the choice is no longer what was run. */
  onRan?: (ran: boolean) => void;
}

/** A button with all that comes of pressing it. */
export interface LabPanel<Choice, Outcome> {
  /**
   * An input: its value is the last outcome, null before there is one. While a first run that begins by itself is under
   * way, or what was published is being read, there is no value yet, so that what waits for it keeps what the page was
   * built with.
   */
  element: HTMLElement & {value: Outcome | null | undefined};
  /** Says what the next run is to be; an outcome of another choice is marked as such. */
  choose: (choice: Choice) => void;
  dispose: () => void;
}

/**
 * Runs something long when asked: progress with Cancel, and a sentence where it fails, in which case the last outcome
 * stays where it was.
 */
export function labPanel<Choice, Outcome>(options: PanelOptions<Choice, Outcome>): LabPanel<Choice, Outcome> {
  const {verb, label, run, summary, begin, published, follows, onRan, verbNow = () => verb} = options;
  let choice: Choice | undefined;
  let ran: string | undefined;
  let running: AbortController | undefined;
  /** Whether the outcome in sight was published with the site. */
  let ready = false;

  /** What stands beside the button while the inputs are those of the outcome in sight. */
  let said = "";

  const words = `Computed when the site was built: press ${verb} to run it here.`;
  const before = begin ? undefined : snapshotOf("panel", label);
  const button = html`<button type="button" class="train" onclick=${() => void go()}>${verb}</button>`;
  const status = html`<div class="train-status" role="status">Nothing has run yet.</div>`;
  const work = html`<div class="train-work"></div>`;
  const nothing: Outcome | null | undefined = begin || published ? undefined : null;
  const element: LabPanel<Choice, Outcome>["element"] = Object.assign(
    html`<section class="card training" aria-label=${label}>
      <div class="train-head">${button} ${status}</div>
      ${work}
    </section>`,
    {value: nothing}
  );
  if (published) element.dataset.panel = label;
  const told = published && before?.querySelector(".train-status");
  if (told) status.replaceChildren(...copiesOf(told));
  const set = (state: "idle" | "built" | "running" | "stale" | "ready") => {
    element.dataset.state = state;
    element.setAttribute("aria-busy", String(state === "running"));
  };
  const rest = () => {
    button.textContent = verbNow();
    const stale = ran !== undefined && ran !== JSON.stringify(choice);
    if (ran !== undefined && !stale) status.textContent = said;
    if (ready && !stale) return set("built");
    set(stale ? "stale" : element.value ? "ready" : "idle");
    if (!stale) return;
    status.textContent = `The inputs have changed since: press ${verbNow()} again.`;
    onRan?.(false);
  };

  function choose(next: Choice) {
    const first = choice === undefined;
    choice = next;
    if (first && begin) void go();
    else if (running) return;
    else if (published && ran !== JSON.stringify(next)) void take(next);
    else rest();
  }

  /** Shows what was published for a choice; where nothing was, a choice that leaves a published outcome is run. */
  async function take(mine: Choice) {
    const found = await published?.(mine).catch((error: unknown) => {
      status.textContent = `What was published could not be read: ${messageOf(error)}`;
      return null;
    });
    if (running || JSON.stringify(choice) !== JSON.stringify(mine)) return;
    if (found) {
      ready = true;
      ran = JSON.stringify(mine);
      element.value = found;
      said = options.publishedWords?.(found) ?? words;
      work.replaceChildren();
      rest();
    } else if (ready && follows) {
      ready = false;
      setTimeout(() => !running && void go(), settling);
      return;
    } else if (element.value === undefined) {
      element.value = null;
      dropSnapshots();
      rest();
    } else return rest();
    element.dispatchEvent(new Event("input", {bubbles: true}));
  }

  async function go() {
    if (choice === undefined) return;
    running?.abort();
    const mine = choice;
    const bar = progress(label);
    const controller = new AbortController();
    running = controller;
    bar.signal.addEventListener("abort", () => controller.abort());
    onRan?.(true);
    set("running");
    status.textContent = "";
    work.replaceChildren(bar.element);
    const before = performance.now();
    const result = await Promise.race([
      cancelled(controller.signal),
      run(mine, {signal: controller.signal, onProgress: bar.onProgress}).catch((error: unknown) =>
        fail<Outcome>("bug", messageOf(error))
      )
    ]);
    if (running !== controller) return;
    running = undefined;
    ready = false;
    if (!result.ok) {
      bar.finish(result.message);
      onRan?.(false);
      if (result.code !== "cancelled")
        work.replaceChildren(problem(`${label} did not succeed`, result.message));
      if (element.value === undefined) {
        element.value = null;
        dropSnapshots();
        element.dispatchEvent(new Event("input", {bubbles: true}));
      }
      return rest();
    }
    ran = JSON.stringify(mine);
    said = "";
    element.value = result.value;
    const seconds = formatNumber((performance.now() - before) / 1000, 1);
    const earlier = (await published?.(mine).catch(() => null)) ?? null;
    const same = options.same?.(earlier, result.value) ?? "";
    bar.finish(`${summary(result.value)} in ${seconds} s${same}.`);
    rest();
    element.dispatchEvent(new Event("input", {bubbles: true}));
  }

  return {
    element,
    choose,
    dispose: () => running?.abort()
  };
}

/** Cancelled is cancelled, whatever the work itself still has in hand. */
const cancelled = (signal: AbortSignal) =>
  new Promise<Result<never>>((resolve) =>
    signal.addEventListener("abort", () => resolve(fail("cancelled", "Cancelled.")), {once: true})
  );
