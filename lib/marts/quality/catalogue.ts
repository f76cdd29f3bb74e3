import {quote} from "../../sql/expressions.js";
import type {Check} from "./check.js";

/** The columns whose published names are misspelt. */
const lengths = ["product_name_length", "product_description_length"];

const product = (condition: string, detail: string) => `select product_id as key, ${detail} as detail
  from staged_products where ${condition}`;

export const catalogueChecks: readonly Check[] = [
  {
    name: "file with something to read over: byte order mark, spelling, encoding, dates or separators",
    table: "files",
    of: "staged_files",
    failing: "select file as key, notes as detail from staged_files where notes <> ''",
    action: "read all the same; what was found stands in the manifest"
  },
  {
    name: "column name misspelt 'lenght'",
    table: "products",
    of: `(${lengths.map((name) => `select ${quote(name)}`).join(" union all ")})`,
    failing: lengths
      .map(
        (
          name
        ) => `select '${name.replace("length", "lenght")}' as key, 'read as ${name}' as detail from staged_files
    where table_name = 'products' and notes like '%${name.replace("length", "lenght")}%'`
      )
      .join("\n  union all\n  "),
    action: "either spelling is read; the marts write length"
  },
  {
    name: "product without category",
    table: "products",
    of: "staged_products",
    failing: product("category is null", "'no category, name, description nor photos'"),
    action: "category '(none)', group other"
  },
  {
    name: "product without measures",
    table: "products",
    of: "staged_products",
    failing: product(
      "weight_g is null or length_cm is null or height_cm is null or width_cm is null",
      "concat('category ', coalesce(category, '(none)'))"
    ),
    action: "kept; counts 0 in the weight and volume of an order"
  },
  {
    name: "product that weighs nothing",
    table: "products",
    of: "staged_products",
    failing: product("weight_g = 0", "concat('category ', coalesce(category, '(none)'))"),
    action: "kept as written"
  },
  {
    name: "category without translation",
    table: "translation",
    of: "(select distinct category from staged_products where category is not null)",
    failing: `select p.category as key, concat(cast(count(*) as varchar), ' products') as detail
  from staged_products p left join staged_translation t on t.category = p.category
  where p.category is not null and t.category is null
  group by p.category`,
    action: "gets an English label of our own; a category that is new to us, its key in tidy words"
  },
  {
    name: "misspelt English category",
    table: "translation",
    of: "staged_translation",
    failing: `select category as key, english as detail from staged_translation
  where english like '%costruction%' or english like '%confort%' or english like 'fashio!_%' escape '!'`,
    action: "the Portuguese key stays, the label is written anew"
  },
  {
    name: "zip in more than one state",
    table: "geolocation",
    of: "(select distinct zip from staged_geolocation)",
    failing: `select zip as key, concat(min(state), ', ', max(state)) as detail
  from staged_geolocation group by zip having min(state) <> max(state)`,
    action: "takes the state of most of its points"
  },
  {
    name: "zip with more than one spelling of its city",
    table: "geolocation",
    of: "(select distinct zip from staged_geolocation)",
    failing: `select zip as key, concat(min(city), ', ', max(city)) as detail
  from staged_geolocation group by zip having min(city) <> max(city)`,
    action: "cities of this table are not used"
  }
];
