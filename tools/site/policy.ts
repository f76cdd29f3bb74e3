/**
 * The content-security policy of every page: it asks nobody but its own origin, whatever a page or a library tries.
 * @param editing whether Framework's preview serves it, which evaluates blocks anew when they are edited and speaks to
 *   the page over a socket
 */
export const policyOf = (editing = false): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:${editing ? " 'unsafe-eval'" : ""}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob: data:${editing ? " ws://127.0.0.1:* ws://localhost:*" : ""}`,
    "form-action 'none'",
    "base-uri 'self'",
    "object-src 'none'"
  ].join("; ");
