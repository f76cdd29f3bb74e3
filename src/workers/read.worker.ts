import * as Comlink from "comlink";
import type {CsvTable} from "../lib/experiments/csvTable.js";
import {csvTable} from "../lib/experiments/csvTable.js";
import type {SummaryOptions, UserSummary} from "../lib/experiments/read/summarise.js";
import {summariseUsers} from "../lib/experiments/read/summarise.js";
import type {ReadUsers} from "../lib/experiments/readUsers.js";
import {readUsers} from "../lib/experiments/readUsers.js";
import type {ColumnPlaces} from "../lib/experiments/userColumns.js";
import type {UserAnswers, UserQuestion} from "../lib/experiments/userLayout.js";
import {userLayout} from "../lib/experiments/userLayout.js";
import type {Users} from "../lib/experiments/users.js";
import type {UsersAccount} from "../lib/experiments/usersAccount.js";
import {decodeText} from "../lib/reading/decodeText.js";
import type {Result} from "../lib/result.js";
import {fail, ok} from "../lib/result.js";

/** A file of users, told from another by its id, and what the reader says of it. */
export interface UsersFile {
  id: number;
  blob: Blob;
  answers: UserAnswers;
}

/** Users of a file summed up, with an account of how it was read; the users themselves stay in the worker. */
export interface FileSummary {
  account: UsersAccount;
  summary: UserSummary;
}

/** What a file of users is made of, for the reader to choose from. */
export interface FileDescription {
  header: string[];
  places: ColumnPlaces;
  /** What the table does not tell by itself, answered or not. */
  asked: UserQuestion[];
  /** The control first; none where the users cannot be read. */
  arms: string[];
  /** Whether users have several rows, each 1 or 0 or not; null where they do not. */
  repeated: {conversions: boolean} | null;
}

let parsed: {id: number; table: Result<CsvTable>} | undefined;
let last: {key: string; read: Result<ReadUsers>} | undefined;

async function tableOf({id, blob}: UsersFile): Promise<Result<CsvTable>> {
  if (parsed?.id !== id) {
    const decoded = decodeText(new Uint8Array(await blob.arrayBuffer()));
    parsed = {id, table: decoded.ok ? csvTable(decoded.value.text) : fail(decoded.code, decoded.message)};
  }
  return parsed.table;
}

/** The same file with the same answers is read once. */
async function usersOf(file: UsersFile): Promise<Result<ReadUsers>> {
  const key = JSON.stringify([file.id, file.answers]);
  const table = await tableOf(file);
  if (!table.ok) return table;
  if (last?.key !== key) last = {key, read: readUsers(table.value, file.answers)};
  return last.read;
}

const api = {
  ping: () => true,
  summarise: (users: Users, options: SummaryOptions): Result<UserSummary> => summariseUsers(users, options),
  async summariseFile(file: UsersFile, options: SummaryOptions): Promise<Result<FileSummary>> {
    const read = await usersOf(file);
    if (!read.ok) return read;
    const {users, ...account} = read.value;
    const summary = summariseUsers(users, options);
    return summary.ok ? ok({account, summary: summary.value}) : summary;
  },
  async describeFile(file: UsersFile): Promise<Result<FileDescription>> {
    const table = await tableOf(file);
    if (!table.ok) return table;
    const layout = userLayout(table.value, {columns: file.answers.columns});
    if (!layout.ok) return layout;
    const read = await usersOf(file);
    const {users, repeated} = read.ok ? read.value : {users: null, repeated: null};
    return ok({
      header: table.value.header,
      places: layout.value.places,
      asked: layout.value.questions,
      arms: users?.arms ?? [],
      repeated: repeated && {conversions: repeated.conversions}
    });
  }
};

export type ReadApi = typeof api;

Comlink.expose(api);
