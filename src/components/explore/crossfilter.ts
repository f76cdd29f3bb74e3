import {Coordinator, Selection, clauseNone, makeClient} from "@uwdata/mosaic-core";
import type {ClauseSource, Connector, MosaicClient, SelectionClause} from "@uwdata/mosaic-core";
import {Query, column, count, isBetween, isIn, literal, sum, verbatim} from "@uwdata/mosaic-sql";
import type {FilterExpr} from "@uwdata/mosaic-sql";
import {bandsOf} from "../../lib/explore/bands.js";
import type {Chosen} from "../../lib/explore/chosen.js";
import type {Condition, Conditions} from "../../lib/explore/conditions.js";
import {conditionSql, isOpen} from "../../lib/explore/conditions.js";
import type {Dimension} from "../../lib/explore/dimensions.js";
import type {Range} from "../../lib/explore/range.js";
import {atWork} from "../atWork.js";
import {explored} from "./explored.js";
import {sparing} from "./sparing.js";

/** How many orders a dimension's values, or bands by number, have; null stands for those without one. */
export type Counts = ReadonlyMap<string | number | null, number>;

export interface Totals {
  orders: number;
  /** Sum of order values, in units of the currency. */
  value: number;
}

/** Views of the table `explored` that filter each other, each all but itself. */
export interface Crossfilter {
  /** Shows a dimension's counts now and after every change. */
  view(dimension: Dimension, show: (counts: Counts) => void): void;
  /** Shows what is selected now and after every change, with the conditions that select it. */
  totals(show: (totals: Totals, conditions: Conditions) => void): void;
  /** Narrows a dimension, or lifts that. */
  narrow(dimension: Dimension, condition: Condition): void;
  /** Says whether a dimension's view is in sight: one that is not may follow a brush once that rests. */
  sight(dimension: Dimension, isSeen: boolean): void;
  /** Has Mosaic count ahead what a reader who begins to narrow a dimension will need. */
  foresee(dimension: Dimension): void;
}

interface Sources {
  parameter: string;
  clients: Set<MosaicClient>;
  /** Whole bands and values are counted ahead; a range that ends within a band is not. */
  counted: ClauseSource;
  exact: ClauseSource;
}

/** Mosaic's crossfilter (Heer and Moritz 2024) over the tab's own engine, with its counting ahead. */
export function crossfilter(
  cuts: ReadonlyMap<string, readonly number[]>,
  failed: (error: unknown) => void
): Crossfilter {
  // Views group by different columns, so that nothing is to be merged, and merging would wait for a frame.
  const coordinator = new Coordinator(connector, {logger: null, consolidate: false});
  const selection = Selection.crossfilter();
  const sources = new Map<string, Sources>();
  const sourcesOf = ({name, parameter}: Dimension): Sources => {
    const found = sources.get(name) ?? {parameter, clients: new Set(), counted: {}, exact: {}};
    sources.set(name, found);
    return found;
  };
  const spared = sparing();
  const connect = (query: (filter: FilterExpr) => Query, show: (rows: Record<string, unknown>[]) => void) => {
    // A view that asks for itself, not for a change elsewhere, is given no filter where it made the last change.
    const filterOf = (filter: FilterExpr | undefined): FilterExpr =>
      filter ?? (selection.predicate(client, true) as FilterExpr);
    const client: MosaicClient = makeClient({
      coordinator,
      selection,
      query: (filter) => query(filterOf(filter)),
      queryResult: (table) => show((table as {toArray(): Record<string, unknown>[]}).toArray()),
      queryError: failed
    });
    return client;
  };
  const clauseOf = (dimension: Dimension, condition: Condition): SelectionClause => {
    const {clients, counted, exact} = sourcesOf(dimension);
    const {name, kind} = dimension;
    if (kind === "set") {
      const field = column(name);
      const values = (condition as Chosen).map((value) => literal(value));
      return {
        source: counted,
        clients,
        fields: [field],
        value: condition,
        predicate: isIn(field, values),
        meta: point
      };
    }
    const bands = bandsOf(cuts.get(name) ?? [], condition as Range, dimension.whole);
    const predicate = verbatim(conditionSql(dimension, condition));
    if (!bands) return {source: exact, clients, fields: [], value: condition, predicate};
    const field = column(`${name}_band`);
    return {
      source: counted,
      clients,
      fields: [field],
      value: condition,
      predicate: isBetween(field, [...bands]),
      meta: point
    };
  };

  /** What filters the views now: Mosaic begins with a change when all have drawn the one before. */
  const filtering = (): Conditions => {
    const found: Record<string, Condition> = {};
    for (const {parameter, counted, exact} of sources.values())
      for (const {source, value} of selection.clauses)
        if ((source === counted || source === exact) && value !== null) found[parameter] = value as Condition;
    return found;
  };
  const wanted = new Map<string, Condition>();
  const isAsWanted = () => {
    const now = filtering();
    return (
      Object.keys(now).length === wanted.size &&
      [...wanted].every(([name, condition]) => now[name] === condition)
    );
  };

  /** Until the views in sight show the selection; how long that took stands among the page's own timings. */
  const redrawn = async () => {
    const start = performance.now();
    await selection.pending("value");
    while (!isAsWanted()) {
      await new Promise((resolve) => setTimeout(resolve));
      await selection.pending("value");
    }
    // What is wanted may be on its way only, begun when the change before it was drawn.
    await selection.pending("value");
    performance.measure("explore-redraw", {start});
  };

  return {
    view(dimension, show) {
      const key = dimension.kind === "set" ? dimension.name : `${dimension.name}_band`;
      const client = connect(
        (filter) =>
          Query.from("explored")
            .select({key: column(key), orders: count()})
            .where(filter)
            .groupby(column(key)),
        (rows) => show(new Map(rows.map(({key, orders}) => [key as string | number | null, Number(orders)])))
      );
      sourcesOf(dimension).clients.add(client);
    },
    totals(show) {
      connect(
        (filter) =>
          Query.from("explored")
            .select({orders: count(), value: sum("value")})
            .where(filter),
        ([row]) => show({orders: Number(row?.orders ?? 0), value: Number(row?.value ?? 0)}, filtering())
      );
    },
    narrow(dimension, condition) {
      const {counted, exact} = sourcesOf(dimension);
      const clause = isOpen(condition) ? null : clauseOf(dimension, condition);
      if (clause) wanted.set(dimension.parameter, condition);
      else wanted.delete(dimension.parameter);
      const lifted = [counted, exact].filter(
        (source) => source !== clause?.source && selection.clauses.some((one) => one.source === source)
      );
      if (!clause && lifted.length === 0) return;
      spared.hold();
      for (const source of lifted) selection.update(clauseNone(source));
      if (clause) selection.update(clause);
      void atWork(redrawn());
    },
    sight(dimension, isSeen) {
      for (const client of sourcesOf(dimension).clients) spared.sight(client, isSeen);
    },
    foresee(dimension) {
      const all = dimension.kind === "set" ? [""] : {low: null, high: null};
      selection.activate(clauseOf(dimension, all));
    }
  };
}

const point = {type: "point"};

/** Gives Mosaic the tab's engine, where the table is, or is made again. */
const connector: Connector = {
  query: (async ({type, sql}: {type: string; sql: string}) => {
    const bytes = await (await explored()).engine.arrow(sql);
    return type === "exec" ? undefined : bytes;
  }) as Connector["query"]
};
