import {duckdb} from "../dialect/duckdb.js";
import {double, integer, text} from "./mart.js";
import type {Mart} from "./mart.js";
import {placeMeaning, regionMeaning, regionSql} from "./regions.js";

export const sellers: Mart = {
  name: "sellers",
  row: "a seller",
  columns: [
    integer("seller_key", "the seller"),
    text("city", "city as written in the file"),
    text("state", placeMeaning),
    text("region", regionMeaning),
    text("zip3", "first three digits of the postal code"),
    double("lat", "latitude of the postal code's centre; null where unknown", "degrees"),
    double("lng", "longitude of the postal code's centre; null where unknown", "degrees")
  ],
  inputs: ["staged_sellers", "places"],
  sql: (_, d = duckdb) =>
    d.spelt(`select s.seller_key, s.city, s.state, ${regionSql("s.state")} as region,
  substr(s.zip, 1, 3) as zip3, p.lat, p.lng
from staged_sellers s
left join places p on p.zip = s.zip
order by s.seller_key`)
};
