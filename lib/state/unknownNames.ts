import {shortened} from "./parseState.js";
import type {StateSpec} from "./parameter.js";
import {sharedNames} from "./shared.js";
import {versionName} from "./stateVersion.js";

/** Names that no page declares and every page knows, and those that tools which count visits put into links. */
const known = /^(embed|ref|utm_\w+|\w*clid)$/;

const most = 3;

/**
 * A sentence on the names of an address that stand for nothing on a page, which would otherwise pass for choices; empty
 * where there are none. Filters that other pages share are carried, not used.
 * @example unknownNames({state: choice("all", ["all"])}, "?staet=SP") => ["“staet” in the address is no choice of this page and does nothing."]
 */
export function unknownNames(spec: StateSpec, search: string): string[] {
  const shared: readonly string[] = [...sharedNames, versionName];
  const names = [...new Set(new URLSearchParams(search).keys())].filter(
    (name) => name !== "" && !Object.hasOwn(spec, name) && !shared.includes(name) && !known.test(name)
  );
  if (names.length === 0) return [];
  const shown = names.slice(0, most).map((name) => `“${shortened(name)}”`);
  const all = names.length > most ? [...shown, `${names.length - most} more`] : shown;
  const listed = all.length === 1 ? all[0] : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
  return [
    names.length === 1
      ? `${listed} in the address is no choice of this page and does nothing.`
      : `${listed} in the address are no choices of this page and do nothing.`
  ];
}
