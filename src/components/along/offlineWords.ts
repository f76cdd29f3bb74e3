import {formatCount, formatDecimal} from "../../lib/format.js";
import type {OfflineStatus} from "../../lib/offlineMessages.js";

const megabytes = (bytes: number) => `${formatDecimal(Math.round(bytes / 1e5) / 10)} MB`;

/**
 * What is available offline, in a sentence.
 * @param pages how many pages the site has
 */
export const offlineWords = ({kept, keptBytes, of}: OfflineStatus, pages: number): string =>
  kept === of
    ? `Available offline: everything, all ${formatCount(pages)} pages and ${megabytes(keptBytes)} of data and programs.`
    : `Available offline: the ${formatCount(pages)} pages as published${
        kept === 0
          ? ""
          : ` and what was used so far, ${formatCount(kept)} of ${formatCount(of)} files of data and programs (${megabytes(keptBytes)})`
      }.`;

/** On the button that keeps the rest. */
export const keepAllWords = ({keptBytes, ofBytes}: OfflineStatus): string =>
  `Keep everything (${megabytes(ofBytes - keptBytes)} more)`;
