import * as Comlink from "comlink";
import type {SummaryOptions, UserSummary} from "../lib/experiments/read/summarise.js";
import {summariseUsers} from "../lib/experiments/read/summarise.js";
import type {ReadUsers} from "../lib/experiments/readUsers.js";
import {readUsers} from "../lib/experiments/readUsers.js";
import type {Users} from "../lib/experiments/users.js";
import type {Result} from "../lib/result.js";
import {ok} from "../lib/result.js";

/** Users of a file summed up, with an account of how it was read; the users themselves stay in the worker. */
export interface FileSummary {
  account: Omit<ReadUsers, "users">;
  summary: UserSummary;
}

let last: {id: number; read: Result<ReadUsers>} | undefined;

const api = {
  ping: () => true,
  summarise: (users: Users, options: SummaryOptions): Result<UserSummary> => summariseUsers(users, options),
  /** @param id tells one file from another, so that the same one is parsed once */
  async summariseFile(id: number, file: Blob, options: SummaryOptions): Promise<Result<FileSummary>> {
    if (last?.id !== id) last = {id, read: readUsers(await file.text())};
    const {read} = last;
    if (!read.ok) return read;
    const {users, ...account} = read.value;
    const summary = summariseUsers(users, options);
    return summary.ok ? ok({account, summary: summary.value}) : summary;
  }
};

export type ReadApi = typeof api;

Comlink.expose(api);
