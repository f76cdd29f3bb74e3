/**
 * Of what addresses say. An address without a version is of the first: a default is not written. Whoever renames a
 * parameter, drops one or gives it another meaning counts on and adds a step to `stateSteps`, so that addresses that are
 * out in the world keep their meaning.
 */
export const stateVersion = 1;

/** The name under which an address carries its version. */
export const versionName = "v";

/** What became of addresses from one version to the next. */
export interface StateStep {
  /** The version that the step leads to. */
  to: number;
  /** Changes the parameters of a page's address in place. */
  change: (parameters: URLSearchParams, page: string) => void;
}

/** The steps since the first version, in their order. */
export const stateSteps: readonly StateStep[] = [];

/**
 * The parameters of an address with the version that they are of; none where there are none.
 * @example withVersion([["top", "3"]], 2) => [["top", "3"], ["v", "2"]]
 */
export const withVersion = (entries: [string, string][], version = stateVersion): [string, string][] =>
  entries.length === 0 || version === 1 ? entries : [...entries, [versionName, String(version)]];
