import type {StateSpec, StateValues} from "./parameter.js";
import {sharedEntries, sharedNames} from "./shared.js";
import {withVersion} from "./stateVersion.js";

/**
 * The query that stands for a page's state: in the order of its declaration, without defaults, then the filters that
 * other pages share and this one does not use, as they stand in the present address. Empty if nothing is to be said.
 * @param search the present query
 * @example formatState({top: integer(10)}, {top: 20}, "?state=SP&x=1") => "?top=20&state=SP"
 */
export function formatState<S extends StateSpec>(spec: S, values: StateValues<S>, search: string): string {
  const carried = sharedEntries(search).filter(([name]) => !Object.hasOwn(spec, name));
  return query([...written(spec, values), ...carried]);
}

/**
 * The query for a link to another page: only the shared filters.
 * @example formatShared({state: choice("all", ["all", "SP"])}, {state: "SP"}, "?cutoff=2018-03-01") => "?state=SP&cutoff=2018-03-01"
 */
export function formatShared<S extends StateSpec>(spec: S, values: StateValues<S>, search: string): string {
  const own = written(spec, values).filter(([name]) => sharedNames.some((shared) => shared === name));
  const carried = sharedEntries(search).filter(([name]) => !Object.hasOwn(spec, name));
  return query([...own, ...carried]);
}

const written = <S extends StateSpec>(spec: S, values: StateValues<S>): [string, string][] =>
  Object.entries(spec)
    .map(([name, parameter]): [string, string, string] => [
      name,
      parameter.write(values[name]),
      parameter.write(parameter.fallback)
    ])
    .filter(([, text, fallback]) => text !== fallback)
    .map(([name, text]) => [name, text]);

const query = (entries: [string, string][]): string =>
  entries.length === 0 ? "" : `?${new URLSearchParams(withVersion(entries)).toString()}`;
