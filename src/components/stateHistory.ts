import {dropSnapshots} from "./snapshot.js";

/** Writes a page's address as its reader makes choices. */
export interface AddressWriter {
  /** Takes the present query, whether it may change again at once (a slider on its way) or not. */
  write: (query: string) => void;
  /** The choice is made: the next one is a step of its own for the back button. */
  settle: () => void;
  /** Forgets what is not written yet: the address has changed of itself. */
  reset: () => void;
}

const pause = 1_000;
const interval = 400;

/**
 * One entry of the history per choice: its first change adds an entry, those that follow before it settles replace it,
 * at most every 400 ms, for browsers refuse more. A choice settles of itself after a second of rest.
 */
export function addressWriter(): AddressWriter {
  let settled = true;
  let pending: string | undefined;
  let flushing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(flushing);
    flushing = undefined;
    if (pending !== undefined) history.replaceState(history.state, "", address(pending));
    pending = undefined;
  };
  const settle = () => {
    flush();
    clearTimeout(resting);
    settled = true;
  };
  return {
    write(query) {
      dropSnapshots();
      clearTimeout(resting);
      resting = setTimeout(settle, pause);
      if (settled) history.pushState(null, "", address(query));
      else {
        pending = query;
        flushing ??= setTimeout(flush, interval);
      }
      settled = false;
    },
    settle,
    reset() {
      dropSnapshots();
      pending = undefined;
      settle();
    }
  };
}

const address = (query: string): string => `${location.pathname}${query}${location.hash}`;
