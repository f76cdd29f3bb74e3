import type {SchemaElement} from "hyparquet";
import type {ParquetColumn} from "./openParquet.js";

/** Whether a column holds times that say no zone, and whether as INT96, which engines write in clocks that differ. */
function zoneless({type, logical_type: logical, converted_type: is}: SchemaElement): "bare" | "int96" | null {
  if (type === "INT96") return "int96";
  if (logical?.type === "TIMESTAMP") return logical.isAdjustedToUTC ? null : "bare";
  return is === "TIMESTAMP_MILLIS" || is === "TIMESTAMP_MICROS" ? "bare" : null;
}

/**
 * What to note of a Parquet file's times that say no zone: as whose clock they are taken.
 * @param clock the zone of the shop, where somebody said it
 * @example zonelessNotes([{name: "date", element: {name: "date", type: "INT96"}}]) => ["times of date are INT96, which says no zone: taken as the shop’s own clock, though Spark and Hive write UTC there"]
 */
export function zonelessNotes(
  columns: readonly Pick<ParquetColumn, "name" | "element">[],
  clock?: string
): string[] {
  const named = (kind: "bare" | "int96") =>
    columns.filter(({element}) => zoneless(element) === kind).map(({name}) => name);
  const taken = `taken as the shop’s own clock${clock === undefined ? "" : ` (${clock})`}`;
  const [bare, int96] = [named("bare"), named("int96")].map((names) => names.join(", "));
  return [
    ...(bare ? [`times of ${bare} say no zone: ${taken}`] : []),
    ...(int96
      ? [`times of ${int96} are INT96, which says no zone: ${taken}, though Spark and Hive write UTC there`]
      : [])
  ];
}
