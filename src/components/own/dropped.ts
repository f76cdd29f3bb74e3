import type {NamedBlob} from "../../lib/source/zip/unzip.js";

/** How many files are looked at in what was dropped. */
const most = 2_000;

/** Files as they are taken in, without those that a system hides. */
export const namedBlobs = (files: Iterable<File>): NamedBlob[] =>
  [...files].filter(({name}) => !name.startsWith(".")).map((file) => ({name: file.name, blob: file}));

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

const some = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

async function filesOf(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= most) return;
  if (entry.isFile) {
    found.push(await fileOf(entry as FileSystemFileEntry));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (let entries = await some(reader); entries.length > 0; entries = await some(reader))
    for (const inner of entries) await filesOf(inner, found);
}

/** The files that were dropped, those of dropped folders too. */
export async function droppedFiles(data: DataTransfer): Promise<NamedBlob[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return namedBlobs(data.files);
  const found: File[] = [];
  for (const entry of entries) await filesOf(entry, found);
  return namedBlobs(found);
}
