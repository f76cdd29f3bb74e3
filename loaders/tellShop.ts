import type {Manifest} from "../lib/marts/manifest.js";

/** Adds to what a build says of its shop what its tables turned out to tell of, for the pages' heads. */
export function tellShop(
  {places, lacks}: Pick<Manifest, "places" | "lacks">,
  environment: Record<string, string | undefined>
): void {
  if (places === undefined && lacks === undefined) return;
  const told = JSON.parse(environment.VITRINE_SHOP ?? "{}") as object;
  environment.VITRINE_SHOP = JSON.stringify({
    ...told,
    ...(places && {placeNames: places}),
    ...(lacks && {lacks})
  });
}
