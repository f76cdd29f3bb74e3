type Entry = MemoryFile | MemoryFolder;

/** What a browser's private files throw where they are full. */
const full = () => new DOMException("no room", "QuotaExceededError");

class MemoryFile {
  bytes = new Uint8Array<ArrayBuffer>(new ArrayBuffer(0));
  constructor(readonly root: MemoryFolder) {}

  createWritable() {
    let written = this.bytes;
    return Promise.resolve({
      write: (bytes: Uint8Array<ArrayBuffer>) => {
        if (bytes.length > this.root.room) return Promise.reject(full());
        this.root.room -= bytes.length;
        written = bytes;
        return Promise.resolve();
      },
      close: () => {
        this.bytes = written;
        return Promise.resolve();
      }
    });
  }

  getFile() {
    return Promise.resolve(new Blob([this.bytes]));
  }
}

/** The private files of a browser, in memory, with `room` for so many bytes. */
export class MemoryFolder {
  readonly entries = new Map<string, Entry>();
  room = Infinity;
  constructor(readonly root?: MemoryFolder) {}

  private entry<T extends Entry>(name: string, create: boolean | undefined, make: () => T): Promise<T> {
    const found = this.entries.get(name) as T | undefined;
    if (!found && !create) return Promise.reject(new DOMException("not there", "NotFoundError"));
    const entry = found ?? make();
    this.entries.set(name, entry);
    return Promise.resolve(entry);
  }

  getDirectoryHandle(name: string, {create}: {create?: boolean} = {}) {
    return this.entry(name, create, () => new MemoryFolder(this.root ?? this));
  }

  getFileHandle(name: string, {create}: {create?: boolean} = {}) {
    return this.entry(name, create, () => new MemoryFile(this.root ?? this));
  }

  removeEntry(name: string) {
    this.entries.delete(name);
    return Promise.resolve();
  }

  async *keys() {
    await Promise.resolve();
    yield* [...this.entries.keys()];
  }
}
