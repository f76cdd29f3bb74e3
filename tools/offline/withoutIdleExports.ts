/** Reads an unsigned number of a WebAssembly program and says where it ends. */
function numberAt(bytes: Uint8Array, at: number): {value: number; end: number} {
  let value = 0;
  for (let shift = 0, end = at; ; shift += 7) {
    const byte = bytes[end++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return {value, end};
  }
}

function numberBytes(value: number): number[] {
  const low = value % 0x80;
  return value < 0x80 ? [low] : [low | 0x80, ...numberBytes(Math.floor(value / 0x80))];
}

const exportSection = 7;

interface Section {
  id: number;
  start: number;
  body: number;
  end: number;
}

function sectionsOf(program: Uint8Array): Section[] {
  const sections: Section[] = [];
  for (let start = 8; start < program.length;) {
    const {value, end: body} = numberAt(program, start + 1);
    sections.push({id: program[start], start, body, end: body + value});
    start = body + value;
  }
  return sections;
}

/**
 * A WebAssembly program that exports only what is named in the script that starts it or, as a program that may be linked
 * imports its own functions, in what it imports; code and data stay as they are. DuckDB's exports all its 75,011 symbols
 * for extensions to link to, and its script puts each into a table before it answers; the site's pages load no extension.
 * @example (await withoutIdleExports(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), "")).length => 8
 */
export async function withoutIdleExports(
  program: Uint8Array<ArrayBuffer>,
  script: string
): Promise<Uint8Array<ArrayBuffer>> {
  const named = new Set(script.match(/[\w$]+/g));
  for (const {name} of WebAssembly.Module.imports(await WebAssembly.compile(program))) named.add(name);
  const parts = [program.subarray(0, 8)];
  for (const {id, start, body, end} of sectionsOf(program)) {
    if (id !== exportSection) {
      parts.push(program.subarray(start, end));
      continue;
    }
    const kept: Uint8Array<ArrayBuffer>[] = [];
    for (let at = numberAt(program, body).end; at < end;) {
      const {value, end: from} = numberAt(program, at);
      const name = new TextDecoder().decode(program.subarray(from, from + value));
      const next = numberAt(program, from + value + 1).end;
      if (named.has(name) || named.has(`_${name}`)) kept.push(program.subarray(at, next));
      at = next;
    }
    const count = numberBytes(kept.length);
    const size = kept.reduce((sum, {length}) => sum + length, count.length);
    parts.push(Uint8Array.of(id, ...numberBytes(size), ...count), ...kept);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
