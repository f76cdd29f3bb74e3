import type {Manifest} from "../../lib/marts/manifest.js";
import type {TableSource} from "../tableSource.js";
import type {OwnRecord} from "./record.js";
import {keptTable} from "./store.js";

/** Under this name stands what tells of a shop's tables. */
export const manifestName = "manifest";

async function kept(record: OwnRecord, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await keptTable(record, name);
  } catch (error) {
    throw new Error(
      "Your data are no longer in this browser: go back to the published data, or choose your files again on the page “Your data”.",
      {cause: error}
    );
  }
}

/** The tables of a reader's own shop, as this browser keeps them. */
export const ownSource = (record: OwnRecord): TableSource => ({
  names: record.tables,
  bytes: (name) => kept(record, name),
  manifest: async () => JSON.parse(new TextDecoder().decode(await kept(record, manifestName))) as Manifest
});
