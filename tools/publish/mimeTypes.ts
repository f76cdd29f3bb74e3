/** What a file's ending asks of the type that a host gives it; undefined where any will do. */
const asked: Record<string, {types: RegExp; words: string}> = {
  html: {types: /^text\/html\b/, words: "text/html"},
  js: {types: /^(?:text|application)\/(?:x-)?javascript\b/, words: "text/javascript"},
  css: {types: /^text\/css\b/, words: "text/css"},
  json: {types: /^application\/json\b/, words: "application/json"},
  webmanifest: {
    types: /^(?:application\/(?:manifest\+json|json|octet-stream)|text\/plain)\b/,
    words: "application/manifest+json"
  },
  wasm: {types: /^application\/(?:wasm|octet-stream)\b/, words: "application/wasm"},
  // Any type but one that a browser, or a proxy that rewrites pages, takes for text.
  parquet: {
    types: /^application\/(?:vnd\.apache\.parquet|octet-stream)\b/,
    words: "application/vnd.apache.parquet or application/octet-stream"
  }
};

/**
 * What is wrong with the type that a host gives a file, as a sentence; undefined where nothing is.
 * @example typeProblem("a.wasm", "text/html") => "a.wasm comes as text/html: have the host send application/wasm."
 */
export function typeProblem(path: string, type: string | null): string | undefined {
  const expected = asked[path.slice(path.lastIndexOf(".") + 1)];
  if (!expected || expected.types.test(type ?? "")) return;
  return `${path} comes as ${type || "no type"}: have the host send ${expected.words}.`;
}
