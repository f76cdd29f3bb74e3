import {afterEach, beforeEach, expect, it, vi} from "vitest";
import type {Result} from "../../../lib/result.js";
import {fail, ok} from "../../../lib/result.js";
import type {OwnRecord} from "../../../src/components/own/record.js";
import {ownRecord, writeRecord} from "../../../src/components/own/record.js";
import {keepTable, keptTable, storeKind, sweep} from "../../../src/components/own/store.js";
import {takeIn} from "../../../src/components/own/takeIn.js";
import {MemoryFolder} from "./files.js";

type Keep = (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Result<undefined>>;

const {database, importing} = vi.hoisted(() => ({
  database: new Map<string, unknown>(),
  importing: {work: undefined as unknown as (keep: Keep) => Promise<unknown>}
}));

vi.mock("idb-keyval", () => ({
  createStore: () => database,
  get: (key: string) => Promise.resolve(database.get(key)),
  set: (key: string, value: unknown) => Promise.resolve(void database.set(key, value)),
  keys: () => Promise.resolve([...database.keys()]),
  delMany: (keys: string[]) => Promise.resolve(keys.forEach((key) => database.delete(key))),
  clear: () => Promise.resolve(database.clear())
}));
vi.mock("../../../src/components/own/engineParts.js", () => ({
  engineParts: () => Promise.resolve({ok: true, value: {}})
}));
vi.mock("../../../src/components/resultCache.js", () => ({clearKept: () => Promise.resolve()}));
vi.mock("../../../src/components/background.js", () => ({
  background: () => ({
    ask: (question: (worker: unknown) => unknown) =>
      question({importFiles: (_: unknown, _parts: unknown, keep: Keep) => importing.work(keep)}),
    dispose: () => undefined
  })
}));

const bytes = (text: string) => new TextEncoder().encode(text);
const before: OwnRecord = {
  ...{id: "before", kept: "opfs", inUse: true, made: 0, files: [], tables: ["orders"]},
  ...{firstPurchase: "2017-01-01", lastPurchase: "2017-02-01"}
};
const imported = ok({
  files: [],
  manifest: {inputs: [], marts: {orders: {}}, first_purchase: "2011-01-01", last_purchase: "2011-02-01"}
});

let root: MemoryFolder;
let busy: boolean;
const folders = async () => [
  ...(await root.getDirectoryHandle("vitrine-own", {create: true})).entries.keys()
];

beforeEach(async () => {
  root = new MemoryFolder();
  busy = false;
  database.clear();
  const storage = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key)
  });
  vi.stubGlobal(
    "FileSystemFileHandle",
    class {
      createWritable() {
        return undefined;
      }
    }
  );
  vi.stubGlobal("navigator", {
    storage: {getDirectory: () => Promise.resolve(root), persist: () => Promise.resolve(true)},
    locks: {
      request: (_: string, _options: unknown, work: (lock: unknown) => unknown) => work(busy ? null : {})
    }
  });
  await keepTable(before, "orders", bytes("old"));
  writeRecord(before);
});
afterEach(() => vi.unstubAllGlobals());

const taken = () => takeIn([], {});

/** Nothing but the shop from before is there, whole. */
async function expectUnchanged() {
  expect(ownRecord()).toEqual(before);
  expect(await folders()).toEqual(["before"]);
  expect(new TextDecoder().decode(await keptTable(before, "orders"))).toBe("old");
}

it("switches to a shop once all of it is kept, and deletes the one before", async () => {
  importing.work = async (keep) => {
    await keep("orders", bytes("new"));
    expect(ownRecord()).toEqual(before);
    return imported;
  };
  expect((await taken()).ok).toBe(true);
  const record = ownRecord();
  expect(record?.inUse).toBe(true);
  expect(await folders()).toEqual([record?.id]);
});

it("says that a browser has no room, and keeps the shop from before", async () => {
  root.room = 5;
  importing.work = async (keep) => {
    await keep("customers", bytes("four"));
    const kept = await keep("orders", bytes("too much"));
    return kept.ok ? imported : kept;
  };
  const result = await taken();
  expect(result).toMatchObject({ok: false, code: "quota"});
  expect(!result.ok && result.message).toContain("no room left");
  await expectUnchanged();
});

it("keeps the shop from before where the last file, which tells of the others, does not fit", async () => {
  root.room = 3;
  importing.work = async (keep) => {
    await keep("orders", bytes("new"));
    return imported;
  };
  expect(await taken()).toMatchObject({ok: false, code: "quota"});
  await expectUnchanged();
});

it("keeps the shop from before where an import is cancelled or breaks", async () => {
  importing.work = async (keep) => {
    await keep("orders", bytes("half"));
    return fail("cancelled", "Cancelled.");
  };
  expect(await taken()).toMatchObject({code: "cancelled"});
  await expectUnchanged();
  importing.work = () => Promise.reject(new Error("lost"));
  expect(await taken()).toMatchObject({ok: false, code: "not-taken"});
  await expectUnchanged();
});

it("shows nothing of a tab that closed half-way, and deletes what it left", async () => {
  await keepTable({id: "half", kept: "opfs"}, "orders", bytes("half"));
  expect(await folders()).toEqual(["before", "half"]);
  expect(ownRecord()?.id).toBe("before");
  await sweep("before");
  await expectUnchanged();
});

it("waits for another tab that is taking files in, and says so", async () => {
  busy = true;
  importing.work = () => Promise.reject(new Error("asked"));
  expect(await taken()).toMatchObject({ok: false, code: "other-tab"});
  await expectUnchanged();
});

it("keeps tables in the browser's database where it has no private files that a page can write", async () => {
  expect(await storeKind()).toBe("opfs");
  vi.stubGlobal("FileSystemFileHandle", class {});
  expect(await storeKind()).toBe("indexeddb");
  importing.work = async (keep) => {
    await keep("orders", bytes("new"));
    return imported;
  };
  expect((await taken()).ok).toBe(true);
  const record = ownRecord();
  expect(record?.kept).toBe("indexeddb");
  expect(record && new TextDecoder().decode(await keptTable(record, "orders"))).toBe("new");
  expect([...database.keys()].sort()).toEqual([`${record?.id}/manifest`, `${record?.id}/orders`]);
  expect(await folders()).toEqual([]);
  await sweep();
  expect(database.size).toBe(0);
  await expect(keptTable({id: "gone", kept: "indexeddb"}, "orders")).rejects.toThrow();
});

it("keeps tables in the database where private files are refused, as in a private window", async () => {
  Object.assign(navigator.storage, {
    getDirectory: () => Promise.reject(new DOMException("no", "SecurityError"))
  });
  expect(await storeKind()).toBe("indexeddb");
});
