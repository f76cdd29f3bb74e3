/**
 * What DuckDB is told in the tab before it answers: no query reads or writes a file or an address, as a worker does not
 * keep to its page's content-security policy; and a function that needs an extension does not take the engine down.
 */
export const engineSettings: string = [
  "autoload_known_extensions=false",
  "autoinstall_known_extensions=false",
  "enable_external_access=false",
  "lock_configuration=true"
]
  .map((setting) => `SET ${setting}`)
  .join("; ");
