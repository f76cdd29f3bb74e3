import {formatCount, formatShare} from "../format.js";
import type {ReadUsers, RepeatedUsers} from "./readUsers.js";

/** How users were read, without the users. */
export type UsersAccount = Omit<ReadUsers, "users">;

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/**
 * What of the reading of a table of users could have changed the effect, in sentences to stand beside it: rows that were
 * not read, several rows of a user, users in more than one arm. None where nothing could.
 */
export function headlineNotes({rows, bad, repeated}: UsersAccount): string[] {
  const unread = bad
    ? [
        `${formatCount(bad)} of ${counted(rows, "row")} (${formatShare(bad / rows)}) could not be read and ${bad === 1 ? "is" : "are"} not in this.`
      ]
    : [];
  return repeated ? [...unread, ...repeatsNotes(repeated, rows - bad)] : unread;
}

function repeatsNotes({distinct, crossed, how}: RepeatedUsers, rows: number): string[] {
  const who = `${counted(distinct, "user")}, ${counted(rows, "row")}`;
  if (how === "rows")
    return [
      `${who}: each row is counted as if it were a user of its own, so that p is too small.`,
      ...(crossed.users
        ? [
            `${counted(crossed.users, "user")} with rows in more than one arm ${crossed.users === 1 ? "counts" : "count"} in each of them.`
          ]
        : [])
    ];
  const left = crossed.users
    ? [
        `${counted(crossed.users, "user")} with rows in more than one arm (${counted(crossed.rows, "row")}) ${crossed.users === 1 ? "is" : "are"} left out.`
      ]
    : [];
  return [
    `${who}: ${how === "sum" ? "the outcomes of a user are added up" : "a user counts as converted who did at least once"}.`,
    ...left
  ];
}

/** How a table of users was read, in sentences: rows used and not, the control, and what else is to be known. */
export function accountSentences(
  {rows, bad, blank, repeated, undated, control, notes}: UsersAccount,
  name: string
): string[] {
  return [
    `Of ${counted(rows, "row")} in ${name}, ${formatCount(rows - bad)} are read${repeated ? "" : ", each as one user"}; ${bad ? `${formatCount(bad)} are not, named below` : "none is left out"}.`,
    ...(blank ? [`${counted(blank, "blank line")} ${blank === 1 ? "does" : "do"} not count.`] : []),
    ...(undated
      ? [
          `${counted(undated, "row")} without a day that can be read ${undated === 1 ? "counts" : "count"} in all but the effect by day.`
        ]
      : []),
    `The control is “${control.name}”${control.told ? "" : ", as the first row has it: choose another if it is not"}.`,
    ...notes
  ];
}
