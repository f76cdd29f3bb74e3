import type {StateStep} from "./stateVersion.js";
import {stateSteps, stateVersion, versionName} from "./stateVersion.js";

export interface Upgraded {
  /** The query as this release would have written it. */
  search: string;
  /** A sentence where the address is of a release that this one cannot know. */
  problems: string[];
}

/**
 * Brings the query of an address that any earlier release wrote to the version of this one.
 * @param page the page's name, such as "train": a parameter may have changed on one page only
 * @example upgradeState("?top=3", "segments") => {search: "?top=3", problems: []}
 */
export function upgradeState(
  search: string,
  page: string,
  {version = stateVersion, steps = stateSteps}: {version?: number; steps?: readonly StateStep[]} = {}
): Upgraded {
  const parameters = new URLSearchParams(search);
  const text = parameters.get(versionName) ?? "1";
  const written = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
  if (written === version || (written === undefined && version === 1 && !parameters.has(versionName)))
    return {search, problems: []};
  parameters.delete(versionName);
  const query = () => (parameters.size > 0 ? `?${parameters.toString()}` : "");
  if (written === undefined || written > version)
    return {
      search: query(),
      problems: [
        written === undefined
          ? `“${versionName}” in the address must be the number of a version; it is read as one of this release.`
          : "This address was made by a later release of this site: what this one does not know of it is left out. Open it in that release."
      ]
    };
  for (const {to, change} of steps) if (to > written && to <= version) change(parameters, page);
  return {search: query(), problems: []};
}
