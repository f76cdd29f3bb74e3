import type {Column} from "./tables.js";
import {isAbsent} from "./absentSql.js";
import {oneOf} from "./values.js";

/**
 * SQL of a cell in its type where it is written as in the published files, NULL otherwise; bounds are not
 * looked at. Cheap to compute: what it gives up on is typed again by the tolerant reading.
 */
export function plain({kind}: Column, cell: string): string {
  switch (kind.is) {
    case "id":
      return `if(strlen(${cell}) = 32 AND NOT contains(${cell}, ' '), ${cell}, NULL)`;
    case "category":
      return `if(${cell} = trim(${cell}) AND NOT ${isAbsent(cell)}, ${cell}, NULL)`;
    case "name":
    case "text":
    case "state":
      return cell;
    case "choice":
      return `if(${oneOf(cell, kind.values)}, ${cell}, NULL)`;
    case "zip":
      return `if(regexp_full_match(${cell}, '[0-9]{5}'), ${cell}, NULL)`;
    case "time":
      return `if(${cell} LIKE '____-__-__ __:__:__' AND substr(${cell}, 12, 2) < '24', try_cast(${cell} AS TIMESTAMP), NULL)`;
    case "money":
      return `if(regexp_full_match(${cell}, '[0-9]{1,6}[.][0-9]{2}'),
        CAST(CAST(${cell} AS DECIMAL(9, 2)) * 100 AS INTEGER), NULL)`;
    case "integer":
      return `if(regexp_full_match(${cell}, '[0-9]{1,7}'), CAST(${cell} AS INTEGER), NULL)`;
    case "degrees":
      return `if(regexp_full_match(${cell}, '-?[0-9]{1,3}([.][0-9]{1,20})?'), CAST(${cell} AS DOUBLE) + 0, NULL)`;
  }
}
