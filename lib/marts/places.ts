import {placeMeaning} from "./regions.js";
import {rounded} from "../sql/expressions.js";
import {duckdb} from "../dialect/duckdb.js";
import {double, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

export const places: Mart = {
  name: "places",
  row: "a postal code prefix with a known point",
  columns: [
    text("zip", "first five digits of the postal code"),
    text("state", `${placeMeaning} of most of its points`),
    double("lat", "median latitude of its points", "degrees"),
    double("lng", "median longitude of its points", "degrees"),
    integer("points", "distinct points, once per spelling of their city")
  ],
  inputs: ["staged_geolocation"],
  sql: (_, d = duckdb) =>
    d.spelt(`with by_state as (
  select zip, state, count(*) as points
  from staged_geolocation
  group by zip, state
),
ranked as (
  select zip, state, row_number() over (partition by zip order by points desc, state) as place
  from by_state
),
centres as (
  select zip, cast(count(*) as integer) as points,
    ${rounded("percentile_cont(0.5) within group (order by lat)", 3)} as lat,
    ${rounded("percentile_cont(0.5) within group (order by lng)", 3)} as lng
  from staged_geolocation
  group by zip
)
select c.zip, r.state, c.lat, c.lng, c.points
from centres c
join ranked r on r.zip = c.zip and r.place = 1
order by c.zip`)
};
