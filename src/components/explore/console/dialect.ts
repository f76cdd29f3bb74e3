import {SQLDialect} from "@codemirror/lang-sql";

/** What DuckDB reserves, and its commonest words. */
export const keywords =
  "select from where group by order having limit offset with recursive as on using join left right full outer inner cross natural asof semi anti union intersect except all distinct values case when then else end and or not in is null between like ilike exists cast asc desc nulls first last over partition rows range window qualify filter pivot unpivot describe show summarize tables exclude replace sample interval date timestamp true false lateral unnest rollup cube grouping sets materialized";

const functions =
  "count sum avg min max median mode stddev stddev_samp var_samp quantile_cont quantile_disc approx_quantile count_if any_value arg_max arg_min max_by min_by string_agg list corr regr_slope histogram coalesce nullif greatest least round floor ceil abs ln log exp sqrt power date_trunc date_diff date_part extract year month day hour isodow dayname monthname strftime strptime lower upper length trim substr replace regexp_matches regexp_extract contains starts_with split_part concat row_number rank dense_rank lag lead first_value last_value ntile cume_dist percent_rank range generate_series list_filter len typeof";

/** DuckDB's SQL as an editor completes it. */
export const duckdb = SQLDialect.define({
  keywords,
  builtin: functions,
  types: "integer bigint double decimal varchar boolean date timestamp interval hugeint float",
  caseInsensitiveIdentifiers: true,
  doubleDollarQuotedStrings: true
});
