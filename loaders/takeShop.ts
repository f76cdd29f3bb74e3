import {readFileSync} from "node:fs";

/**
 * Puts what the mapping of a build says of its shop, its currency among it, where every process of the build finds it before
 * it loads a module; the importer says what is wrong with a mapping.
 */
export function takeShop(environment: Record<string, string | undefined>): void {
  const {VITRINE_MAPPING: path, VITRINE_SHOP: set} = environment;
  if (path === undefined || set !== undefined) return;
  try {
    const {shop} = JSON.parse(readFileSync(path, "utf8")) as {shop?: unknown};
    if (shop !== undefined) environment.VITRINE_SHOP = JSON.stringify(shop);
  } catch {
    // The importer reads it again and refuses it with a sentence.
  }
}
