import {html} from "npm:htl";
import {fileInput} from "../fileInput.js";
import type {UserAnswers} from "../../lib/experiments/userLayout.js";
import {formatCount} from "../../lib/format.js";
import type {Result} from "../../lib/result.js";
import type {FileDescription} from "../../workers/read.worker.js";
import {usersChoices} from "./usersChoices.js";

/** Text of users as it was pasted or dropped. */
export interface GivenText {
  /** Tells one given text from another. */
  id: number;
  /** Where it comes from, for sentences: a file's name. */
  name: string;
  blob: Blob;
  /** What the reader says of how it is to be read. */
  answers: UserAnswers;
}

/** A pasted text longer than this is read without being shown: a text field would take seconds to lay it out. */
const longestShown = 20_000;

/** The largest file that is read, in bytes. */
export const largestFile = 200e6;

const example = "arm,outcome,before,date\ncontrol,0,12.5,2018-03-01\nvariant,1,30,2018-03-01\n…";

/**
 * Where a table of users is pasted, chosen or dropped, and where the reader says what it leaves open. The text stays in
 * this tab; nothing of it is shown as markup. Its value is what was given last, null before.
 * @param describe tells what a given text is made of
 */
export function usersInput(
  describe: (given: GivenText) => Promise<Result<FileDescription>>
): HTMLElement & {value: GivenText | null} {
  let value: GivenText | null = null;
  let given = 0;
  const choices = html`<div></div>`;
  const set = (next: GivenText) => {
    value = next;
    element.dispatchEvent(new Event("input", {bubbles: true}));
    void describe(next).then((described) => {
      if (value !== next) return;
      const focused = choices.querySelector<HTMLElement>("select:focus")?.getAttribute("name");
      const open = choices.querySelector("details")?.open ?? false;
      choices.replaceChildren(
        ...(described.ok
          ? [usersChoices(described.value, next.answers, (answers) => set({...next, answers}))]
          : [])
      );
      choices.querySelector("details")?.toggleAttribute("open", open);
      if (focused) choices.querySelector<HTMLElement>(`select[name="${focused}"]`)?.focus();
    });
  };
  const give = (name: string, blob: Blob) => {
    choices.replaceChildren();
    set({id: ++given, name, blob, answers: {}});
  };
  const area = html`<textarea
    rows="5"
    spellcheck="false"
    placeholder=${example}
    aria-label="Users as comma-, semicolon- or tab-separated text"
  ></textarea>` as HTMLTextAreaElement;
  const file = fileInput("File of users", {
    accept: ".csv,.tsv,.txt,text/csv,text/plain",
    help: "Choose it, or drop it here.",
    take: (chosen) => giveFile(chosen)
  });
  const taken = html`<p role="status"></p>`;
  const element = html`<div class="users-input">
    <p>
      A row for each user: <code>arm</code> and <code>outcome</code> (1 and 0, or an amount); there may be
      <code>user</code> (whose rows count as one), <code>before</code> (the same from before the test),
      <code>date</code> and <code>denominator</code> (for a ratio). It stays in this tab.
    </p>
    ${area} ${taken} ${file} ${choices}
  </div>`;
  const giveFile = (chosen: File | null | undefined) => {
    if (!chosen) return;
    area.value = "";
    taken.textContent = `${chosen.name} has been taken.`;
    give(chosen.name, chosen);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  area.addEventListener("input", (event) => {
    event.stopPropagation();
    taken.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => give("the pasted text", new Blob([area.value])), 300);
  });
  area.addEventListener("paste", (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length <= longestShown) return;
    event.preventDefault();
    clearTimeout(timer);
    area.value = "";
    taken.textContent = `${formatCount(text.length)} characters have been taken from the clipboard; they are too many to show here.`;
    give("the pasted text", new Blob([text]));
  });
  element.addEventListener("dragover", (event: DragEvent) => event.preventDefault());
  element.addEventListener("drop", (event: DragEvent) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    giveFile(event.dataTransfer.files.item(0));
  });
  return Object.defineProperty(element, "value", {get: () => value}) as HTMLElement & {
    value: GivenText | null;
  };
}
