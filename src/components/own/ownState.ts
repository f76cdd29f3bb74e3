import {html} from "npm:htl";
import {formatCount, formatDay} from "../../lib/format.js";
import {problem} from "../problem.js";
import type {OwnRecord} from "./record.js";
import {ownInUse, ownRecord, writeRecord} from "./record.js";
import {forget} from "./takeIn.js";

const day = (time: string) => formatDay(new Date(`${time}Z`));

const named = ({shop}: OwnRecord) => shop?.name ?? "your shop";

const shopOf = ({files, firstPurchase, lastPurchase}: OwnRecord) => {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return `${formatCount(rows)} rows of ${formatCount(files.length)} ${files.length === 1 ? "file" : "files"}, with orders from ${day(firstPurchase)} to ${day(lastPurchase)}`;
};

/** Whose data the pages show, in one sentence. */
export function ownAnswer(): string {
  const record = ownRecord();
  if (!record)
    return "Every page can show your own shop: give its files to this page, and nothing leaves your browser.";
  return ownInUse()
    ? `Every page shows ${named(record)}: ${shopOf(record)}, only in this browser.`
    : `The pages show the published data; ${named(record)} is kept in this browser: ${shopOf(record)}.`;
}

/** Buttons that switch between the published data and the reader's, and one that deletes these. */
export function ownButtons(): HTMLElement {
  const record = ownRecord();
  const place = html`<div class="own-buttons"></div>`;
  if (!record) return place;
  const then = (work: () => unknown) => async () => {
    try {
      await work();
      location.reload();
    } catch (error) {
      place.append(problem("This browser would not do it", error));
    }
  };
  const use = (inUse: boolean) => then(() => writeRecord({...record, inUse}));
  place.append(
    ownInUse()
      ? html`<button type="button" onclick=${use(false)}>Show the published data</button>`
      : html`<button type="button" onclick=${use(true)}>Show your data</button>`,
    html`<button type="button" onclick=${then(forget)}>Forget your data</button>`
  );
  return place;
}
