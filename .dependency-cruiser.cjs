// The four floors of the house: imports point down, never up or sideways into another runtime.
const forbid = (name, comment, from, to) => ({name, comment, severity: "error", from, to});

module.exports = {
  forbidden: [
    forbid("lib-is-pure", "lib/ knows no other floor", {path: "^lib/"}, {path: "^(loaders|src|tools|test)/"}),
    forbid(
      "lib-has-no-io",
      "lib/ does no I/O and knows no DOM, worker or database",
      {path: "^lib/"},
      {
        path: "^(node:|node_modules/(@duckdb|@observablehq/framework|@observablehq/inputs|comlink|parquet-wasm|hyparquet|htl)/)",
        dependencyTypesNot: ["type-only"]
      }
    ),
    forbid("lib-no-core", "lib/ runs in a browser too", {path: "^lib/"}, {dependencyTypes: ["core"]}),
    forbid("loaders-only-lib", "loaders/ may import lib/", {path: "^loaders/"}, {path: "^(src|tools|test)/"}),
    forbid(
      "workers-only-lib",
      "a worker may import lib/",
      {path: "^src/workers/"},
      {path: "^(loaders|src/(components|data)|tools|test)/"}
    ),
    forbid(
      "components-know-workers-by-type",
      "a component names a worker by URL and imports only its type",
      {path: "^src/components/"},
      {path: "^src/workers/", dependencyTypesNot: ["type-only"]}
    ),
    forbid(
      "components-no-loaders",
      "components run in the browser",
      {path: "^src/components/"},
      {path: "^(loaders|tools|test)/"}
    ),
    forbid(
      "data-only-loaders",
      "src/data holds loader entries",
      {path: "^src/data/"},
      {path: "^(src/(components|workers)|tools|test)/"}
    ),
    forbid("no-circular", "no import circles", {}, {circular: true}),
    forbid("not-to-test", "nothing leans on tests", {pathNot: "^test/"}, {path: "^test/"})
  ],
  options: {
    doNotFollow: {path: "node_modules"},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: "tsconfig.json"},
    enhancedResolveOptions: {extensions: [".ts", ".js", ".cjs", ".json"]},
    exclude: {path: "^(src/\\.observablehq|dist|\\.vitrine)/"}
  }
};
