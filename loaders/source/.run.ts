import {DuckDBInstance} from "@duckdb/node-api";
import {stage} from "/work/main/loaders/source/stage.js";
const db = await DuckDBInstance.create(":memory:"); const c = await db.connect();
const a=performance.now();
const r = await stage(c, process.argv[2] ?? "/work/shared/olist", {onProgress: (s: unknown) => console.log(s)});
console.log(JSON.stringify(r).slice(0,3000), (performance.now()-a)|0, "ms", (process.resourceUsage().maxRSS/1024)|0,"MB");
if(r.ok) for (const t of ["customers","orders","items","payments","reviews","products","sellers","geolocation","translation"]) console.log(t, JSON.stringify((await c.runAndReadAll(`select count(*) n, sum(hash(t)) from staged_${t} t`)).getRowsJson()));
for (const q of process.argv.slice(3)) console.log(q, JSON.stringify((await c.runAndReadAll(q)).getRowsJson()));
