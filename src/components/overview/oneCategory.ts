import {ofCategory} from "../../lib/marts/ofCategory.js";
import {martNamed} from "../../lib/marts/index.js";
import {sql} from "../sql.js";

/** The rows of a mart worked out of one category's lines, by DuckDB. */
export async function oneCategory<T>(name: string, category: string): Promise<readonly T[]> {
  const mart = martNamed(name);
  if (!mart) throw new RangeError(`unknown mart: ${name}`);
  return [...(await sql(ofCategory(mart, category)))] as unknown as T[];
}
