// The four floors of the house: imports point down, never up or sideways into another runtime.
const forbid = (name, comment, from, to) => ({name, comment, severity: "error", from, to});

/**
 * The floors inside lib/, the lowest first: a folder may import those on lower floors, never one on its own floor or
 * above. A folder is one with its subfolders, except where a subfolder has a floor of its own here. The files right in
 * lib/ (results, formats, progress) lie below all.
 */
const floors = [
  ["csv", "dashboard", "reading", "sql", "stats"],
  ["dialect"],
  ["random", "text"],
  ["distributions", "metrics"],
  ["calibrate", "cluster", "decide", "inequality", "learn", "rfm"],
  ["learn/kernels", "learn/search", "learn/trees", "learn/validation", "marts", "survival"],
  ["features", "learn/resample", "learn/select", "model", "source", "state"],
  ["explore"],
  ["experiments", "explain", "recommend", "retention", "reviews", "value"],
  ["experiments/bandit", "experiments/bayes", "experiments/plan", "experiments/read", "pipeline", "journeys"],
  [
    "delivery",
    "drift",
    "experiments/practice",
    "experiments/sequential",
    "insights",
    "pipeline/leakage",
    "scores"
  ],
  ["lab", "serve"],
  ["monitor"]
];
const folders = floors.flat();

/** The files of a folder, without those of subfolders that have a floor of their own. */
const filesOf = (folder) => {
  const apart = folders
    .filter((other) => other.startsWith(`${folder}/`))
    .map((other) => other.slice(folder.length + 1));
  return apart.length === 0 ? `^lib/${folder}/` : `^lib/${folder}/(?!(${apart.join("|")})/)`;
};

const floorRules = [
  forbid(
    "lib-root-lowest",
    "a file right in lib/ leans on no folder of lib/",
    {path: "^lib/[^/]+$"},
    {path: "^lib/[^/]+/"}
  ),
  forbid(
    "lib-folder-without-floor",
    "give a new folder of lib/ its floor in the table of .dependency-cruiser.cjs",
    {},
    {path: "^lib/[^/]+/", pathNot: folders.map((folder) => `^lib/${folder}/`)}
  ),
  ...floors.flatMap((floor, level) =>
    floor.flatMap((folder) => {
      const shut = floors
        .slice(level)
        .flat()
        .filter((other) => other !== folder);
      const name = `lib-floor-${folder.replaceAll("/", "-")}`;
      return shut.length === 0
        ? []
        : [
            forbid(
              name,
              `lib/${folder} may import lower floors only`,
              {path: filesOf(folder)},
              {path: shut.map(filesOf)}
            )
          ];
    })
  )
];

module.exports = {
  forbidden: [
    ...floorRules,
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
