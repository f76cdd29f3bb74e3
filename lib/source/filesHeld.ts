import type {Result} from "../result.js";
import type {RefusalCode} from "./refusal.js";
import type {Table} from "./tables.js";
import type {Folder} from "./folder.js";
import {fail, ok} from "../result.js";
import {quoted, refuse} from "./refusal.js";
import {fileNames, tables} from "./tables.js";

/** How many of the files that stand in a directory a refusal shows. */
const shownNames = 6;

const listed = (present: readonly string[]) =>
  present
    .slice(0, shownNames)
    .map(quoted)
    .concat(present.length > shownNames ? [`${present.length - shownNames} more`] : [])
    .join(", ");

function refuseNone({name, move, below}: Folder, present: readonly string[] | undefined): Result<never> {
  const folders = below();
  const packed = present?.some((name) => /[.](zip|gz|tgz|tar|7z|rar|bz2|xz|zst)$/i.test(name));
  const found = !present
    ? "is not a folder that can be read"
    : folders.length > 1
      ? `holds none of the nine files, but several folders below have some: ${folders.join(", ")}`
      : `holds none of the nine files${present.length ? `, but ${listed(present)}` : ""}`;
  const problem = present ? found : `holds none of the nine files: it ${found}`;
  return refuse("missing-directory", {
    file: name,
    problem,
    repair: packed ? `unpack what is packed, then ${move}` : move
  });
}

/**
 * The tables whose files stand in a folder; where one lacks that no shop may lack, or stands there packed, a refusal
 * says what the folder holds and what to do.
 * @example (await filesHeld(folder)) => {ok: true, value: [{name: "translation", ...}, ...]}
 */
export async function filesHeld(folder: Folder): Promise<Result<readonly Table[]>> {
  const present = await folder.names();
  const standing = (table: Table) => fileNames(table).filter((name) => present?.includes(name));
  const held = tables.flatMap((table) =>
    standing(table)
      .slice(0, 1)
      .map((file) => ({...table, file}))
  );
  const twice = tables.map(standing).find((names) => names.length > 1);
  if (twice)
    return fail(
      "missing-file" satisfies RefusalCode,
      `${folder.name} has both ${twice.join(" and ")}: take one of them away, as they may differ.`
    );
  if (held.length === 0) return refuseNone(folder, present);
  const isPacked = ({file}: Table) => present?.some((name) => name.startsWith(`${file}.`));
  const missing = tables.filter(
    (table) => !held.some(({name}) => name === table.name) && (!table.optional || isPacked(table))
  );
  if (missing.length === 0) return ok(held);
  const packed = missing.filter(isPacked).map(({file}) => file);
  const hint = packed.length
    ? `unpack ${packed.join(", ")}, so that all stand there`
    : `put ${missing.length > 1 ? "them" : "it"} there too, or none`;
  return fail(
    "missing-file" satisfies RefusalCode,
    `${folder.name} has ${held.length} of the nine files, ${missing.map(({file}) => file).join(", ")} ${missing.length > 1 ? "are" : "is"} missing: ${hint}.`
  );
}
