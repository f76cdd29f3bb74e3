import type {Manifest} from "../lib/marts/manifest.js";
import {toldBy} from "../lib/marts/whose.js";

/** Adds to what a build says of its shop what its tables turned out to tell of, for the pages' heads. */
export function tellShop(about: Manifest, environment: Record<string, string | undefined>): void {
  const told = toldBy(about);
  if (Object.keys(told).length === 0) return;
  const said = JSON.parse(environment.VITRINE_SHOP ?? "{}") as object;
  environment.VITRINE_SHOP = JSON.stringify({...said, ...told});
}
