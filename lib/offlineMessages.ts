/** What a page asks of the service worker; all but the last are answered by an `OfflineStatus`. */
export type OfflineAsked =
  | {kind: "status"}
  /** To keep files by their addresses, or all of the release. */
  | {kind: "keep"; addresses: readonly string[] | "all"}
  /** To stand in for the worker of the release before. */
  | {kind: "take over"};

/** What is at hand without a network, beside the shell of all pages. */
export interface OfflineStatus {
  release: string;
  /** Files, and bytes as they lie on the host. */
  kept: number;
  keptBytes: number;
  /** The same of all that the release has beside the shell. */
  of: number;
  ofBytes: number;
}
