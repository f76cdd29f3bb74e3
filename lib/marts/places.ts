import {double, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";

/** The extreme points of mainland Brazil: what lies outside is a slip of the keyboard. */
export const insideBrazil = "lat between -33.75116944 and 5.27438888 and lng between -73.98283055 and -34.79314722";

export const places: Mart = {
  name: "places",
  row: "a postal code prefix with at least one point inside Brazil",
  columns: [
    text("zip", "first five digits of the postal code"),
    text("state", "state (UF) of most of its points"),
    double("lat", "median latitude of its points", "degrees"),
    double("lng", "median longitude of its points", "degrees"),
    integer("points", "points inside Brazil")
  ],
  inputs: ["staged_geolocation"],
  sql: () => `with by_state as (
  select zip, state, count(*) as points
  from staged_geolocation
  where ${insideBrazil}
  group by zip, state
),
ranked as (
  select zip, state, row_number() over (partition by zip order by points desc, state) as place
  from by_state
),
centres as (
  select zip, cast(count(*) as integer) as points,
    round(percentile_cont(0.5) within group (order by lat), 3) as lat,
    round(percentile_cont(0.5) within group (order by lng), 3) as lng
  from staged_geolocation
  where ${insideBrazil}
  group by zip
)
select c.zip, r.state, c.lat, c.lng, c.points
from centres c
join ranked r on r.zip = c.zip and r.place = 1
order by c.zip`
};
