import {proxy} from "comlink";
import type {Result} from "../../lib/result.js";
import {fail, ok} from "../../lib/result.js";
import {toldBy} from "../../lib/marts/whose.js";
import type {Shop} from "../../lib/shop.js";
import type {Imported} from "../../lib/source/importShop.js";
import type {Mapping} from "../../lib/source/transactions/mapping.js";
import type {TaskOptions} from "../../lib/task.js";
import type {OwnApi} from "../../workers/own.worker.js";
import type {NamedBlob} from "../../lib/source/zip/unzip.js";
import {background} from "../background.js";
import {clearKept} from "../resultCache.js";
import {engineParts} from "./engineParts.js";
import type {OwnRecord} from "./record.js";
import {ownRecord, writeRecord} from "./record.js";
import {manifestName} from "./source.js";
import {keepTable, storeKind, sweep} from "./store.js";

/** Whose files are taken in: what is written into their tables is written in its currency. */
let shopTaken: Shop = {};

const importer = background<OwnApi>(
  () => import.meta.resolve("../../workers/own.worker.js"),
  () => 1,
  () => shopTaken
);

function recorded(place: Pick<OwnRecord, "id" | "kept" | "shop">, {manifest}: Imported): Result<OwnRecord> {
  const record: OwnRecord = {
    ...place,
    inUse: true,
    made: Date.now(),
    files: manifest.inputs.filter(({bytes}) => bytes > 0).map(({file, rows}) => ({file, rows})),
    tables: Object.keys(manifest.marts),
    firstPurchase: manifest.first_purchase,
    lastPurchase: manifest.last_purchase
  };
  try {
    writeRecord(record);
    return ok(record);
  } catch (error) {
    return fail(
      "not-kept",
      `This browser would not keep your data (${(error as Error).message}): nothing was changed.`
    );
  }
}

async function takenIn(
  files: readonly NamedBlob[],
  options: TaskOptions,
  mapping?: Mapping
): Promise<Result<Imported>> {
  await sweep(ownRecord()?.id);
  const parts = await engineParts();
  if (!parts.ok) return parts;
  const place = {id: crypto.randomUUID(), kept: await storeKind()};
  const keep = proxy((name: string, bytes: Uint8Array<ArrayBuffer>) => keepTable(place, name, bytes));
  shopTaken = mapping?.shop ?? {};
  const imported = await importer.ask(
    (worker, report) => worker.importFiles(files, parts.value, keep, report, mapping),
    options
  );
  importer.dispose();
  if (!imported.ok) return imported;
  const about = new TextEncoder().encode(JSON.stringify(imported.value.manifest));
  const kept = await keepTable(place, manifestName, about);
  const places = mapping?.shop?.places ?? (imported.value.inBrazil ? "brazilian-states" : "cities");
  const shop = {...mapping?.shop, places, ...toldBy(imported.value.manifest)};
  const switched = kept.ok ? recorded({...place, shop}, imported.value) : kept;
  return switched.ok ? imported : switched;
}

/**
 * Makes a shop of a reader's files and has this browser keep it: all its tables are written aside, then all pages switch
 * to them in one step; with a mapping, of one table of transactions. Whatever fails leaves what was shown before. One tab at a time.
 */
export async function takeIn(
  files: readonly NamedBlob[],
  options: TaskOptions,
  mapping?: Mapping
): Promise<Result<Imported>> {
  const work = async () => {
    const taken = await takenIn(files, options, mapping).catch((error: unknown) =>
      fail(
        "not-taken",
        `The files could not be taken in (${(error as Error).message}): reload the page and try again.`
      )
    );
    await sweep(ownRecord()?.id);
    if (taken.ok) void navigator.storage.persist().catch(() => false);
    return taken;
  };
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("vitrine-own", {ifAvailable: true}, (lock) =>
    lock ? work() : fail<Imported>("other-tab", "Another tab is taking in files: wait until it is done.")
  );
}

/** Deletes the reader's shop from this browser, and with it all results that are kept there. */
export async function forget(): Promise<void> {
  writeRecord(null);
  await Promise.all([sweep(), clearKept()]);
}
