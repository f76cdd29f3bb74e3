import "./tools/offline/install.js";

const csp = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data: ws:",
  "form-action 'none'",
  "base-uri 'self'",
  "object-src 'none'"
].join("; ");

export default {
  title: "Vitrine",
  root: "src",
  output: "dist",
  theme: "dashboard",
  head: `<meta http-equiv="Content-Security-Policy" content="${csp}">`,
  footer: "Vitrine, a customer-analytics workbench that runs in this tab.",
  globalStylesheets: [],
  duckdb: {extensions: {json: null, parquet: null}},
  preserveExtension: true,
  search: false,
  toc: false
};
