/** A download that brings nothing for so long, in milliseconds, is given up. */
const patience = 30_000;

/** What comes of a step of a download; rejects, with words for a sentence, where nothing comes for half a minute. */
export async function patient<T>(step: Promise<T>, wait = patience): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("nothing came for a while")), wait);
  });
  try {
    return await Promise.race([step, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** All the bytes of a download; given up, and rejected, where nothing comes for half a minute. */
export async function downloaded(
  opening: Promise<ReadableStream<Uint8Array>>,
  wait = patience
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = (await patient(opening, wait)).getReader();
  const parts: Uint8Array[] = [];
  try {
    for (;;) {
      const {done, value} = await patient(reader.read(), wait);
      if (done) break;
      parts.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    throw error;
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
