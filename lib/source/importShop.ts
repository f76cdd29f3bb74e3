import type {Manifest} from "../marts/manifest.js";
import type {Mart} from "../marts/mart.js";
import type {Result} from "../result.js";
import type {Connection} from "./connection.js";
import type {LedgerLine} from "./ledger.js";
import type {MartFile} from "./manifestOf.js";
import type {Staged} from "./stage.js";
import {marts} from "../marts/index.js";
import {ok} from "../result.js";
import {spanOf} from "./cutoff.js";
import {manifestOf} from "./manifestOf.js";

/** What a shop's files became: what tells of its marts, and a line of the ledger for each file. */
export interface Imported {
  manifest: Manifest;
  files: LedgerLine[];
  /** Whether orders name states of Brazil, as those of Olist's files do. */
  inBrazil: boolean;
}

interface ImportOptions {
  /** Fills the staged tables. */
  stage: () => Promise<Result<Staged>>;
  /** Writes a mart's file from a SELECT. */
  write: (mart: Mart, select: string) => Promise<{rows: number; bytes: number}>;
  /** UTC, ISO. */
  builtAt: string;
  /** Gets the mart that is written next, and how many were. */
  onMart?: (mart: Mart, done: number) => void;
}

/** Every mart of a shop's files, for an engine that has one thread: it works on the next while one is written. */
export async function importShop(
  connection: Connection,
  {stage, write, builtAt, onMart}: ImportOptions
): Promise<Result<Imported>> {
  const staged = await stage();
  if (!staged.ok) return staged;
  const span = await spanOf(connection);
  if (!span.ok) return span;
  const parameters = {cutoff: span.value.cutoff};
  const read = new Set(marts.flatMap(({inputs}) => inputs));
  const written: MartFile[] = [];
  let writing: Promise<MartFile> | undefined;
  for (const mart of marts) {
    onMart?.(mart, marts.indexOf(mart));
    const select = mart.sql(parameters);
    if (read.has(mart.name)) await connection.run(`create or replace table "${mart.name}" as ${select}`);
    const from = read.has(mart.name) ? `from "${mart.name}"` : select;
    const next = write(mart, from).then((file): MartFile => ({mart, ...file}));
    next.catch(() => {});
    if (writing) written.push(await writing);
    writing = next;
  }
  if (writing) written.push(await writing);
  const manifest = await manifestOf(connection, {
    source: {kind: "real"},
    span: span.value,
    marts: written,
    builtAt
  });
  const [{named}] = (await connection.rows("select count(state) as named from orders")) as [{named: number}];
  return ok({manifest, files: staged.value.files, inBrazil: named > 0});
}
