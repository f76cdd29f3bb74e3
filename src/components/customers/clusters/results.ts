import {placeWord} from "../../../lib/shop.js";
import {html} from "npm:htl";
import {formatCount, formatFine, formatNumber, formatShare, formatTyped} from "../../../lib/format.js";
import type {Migration} from "../../../lib/cluster/migration.js";
import {migration} from "../../../lib/cluster/migration.js";
import type {Result} from "../../../lib/result.js";
import {fail} from "../../../lib/result.js";
import {segmentNames} from "../../../lib/rfm/segments.js";
import type {CustomerClusters} from "../../../lib/retention/clusterCustomers.js";
import {clusterName} from "../../../lib/retention/clusterCustomers.js";
import type {ClusterChoice} from "../../../lib/retention/clusterParameters.js";
import {columnsOf} from "../../../lib/retention/clusterParameters.js";
import {customerColumnLabels, customerColumns} from "../../../lib/retention/customerColumns.js";
import type {Purchases} from "../../../lib/retention/purchases.js";
import {customersAsked} from "../../../lib/retention/customersAsked.js";
import {dayOf} from "../../../lib/days.js";
import {segmentsAt} from "../../../lib/retention/segmentsAt.js";
import {chart} from "../../chart.js";
import {bandLines} from "../../charts/bandLines.js";
import {tickDecimals} from "../../charts/tickDecimals.js";
import {clusterScatter} from "../../charts/clusterScatter.js";
import {flowBands} from "../../charts/flowBands.js";
import {profileMap} from "../../charts/profileMap.js";
import {color, segmentColor} from "../../colors.js";
import {table} from "../../table.js";
import {askCustomers} from "../worker.js";
import {agreementText, leftOutText, migrationText} from "./text.js";

const mostClusters = 8;
const newcomers = "Not yet a customer";

/** Clusters customers in the worker. */
export function clustersOf(
  all: Purchases,
  {cutoff, state, columns, k, seed}: Omit<ClusterChoice, "before">,
  signal: AbortSignal
): Promise<Result<CustomerClusters>> {
  const asked = customersAsked(all, {cutoff, state, delivered: true, merge: false});
  if (!asked.ok) return Promise.resolve(asked);
  const {purchases: orders, starts, end} = asked.value;
  const wanted = new Set(columnsOf(columns));
  const compared = customerColumns(orders, starts, end).filter(({name}) => wanted.has(name));
  const segmentOf = segmentsAt(all, end);
  const segments = Array.from(starts.subarray(0, -1), (row) => segmentOf.get(orders.person[row]) ?? null);
  return askCustomers(
    (worker, report) =>
      worker.clusters(
        [
          compared,
          {k: k === "auto" ? 0 : Number(k), most: mostClusters, seed, segments, segmentOrder: segmentNames}
        ],
        report
      ),
    {signal}
  );
}

const counted =
  ({customers}: CustomerClusters) =>
  () =>
    `${formatCount(customers)} customers`;

const range = (values: readonly number[]) =>
  `${formatNumber(Math.min(...values), 2)} and ${formatNumber(Math.max(...values), 2)}`;

/** The three criteria by the number of clusters. */
export function criteriaCharts(found: CustomerClusters): HTMLElement {
  const {criteria, gaps, best} = found;
  const frame = {
    columns: {
      x: {label: "Clusters"},
      y: {label: "Value", format: formatFine},
      low: {label: "From", format: formatFine},
      high: {label: "To", format: formatFine}
    }
  };
  const drawn = (
    name: string,
    title: string,
    note: string,
    points: {line: string; x: number; y: number; low?: number; high?: number}[],
    y: string,
    judged: number
  ) =>
    chart({
      ...{
        name,
        title,
        note,
        data: points,
        counted: () => `${formatCount(judged)} of ${formatCount(found.customers)} customers`
      },
      columns: frame.columns,
      render: (rows, {width}) => {
        const ends = rows.flatMap(({y: value, low = value, high = value}) => [low, high]);
        const decimals = tickDecimals(Math.min(...ends), Math.max(...ends), 5);
        return bandLines(rows, {
          ...{width, x: "Clusters", y, height: 230, zero: false},
          format: (value) => formatNumber(value, decimals)
        });
      }
    });
  return html`<div class="grid grid-cols-3">
    ${drawn(
      "cluster-silhouette",
      `The mean silhouette lies between ${range(criteria.map(({silhouette}) => silhouette))}, highest for ${formatCount(best.silhouette)} clusters`,
      `How much closer customers are to their own cluster than to the next, from −1 to 1; below ${formatTyped(0.25)} there is no substantial structure (Kaufman and Rousseeuw 1990). No interval is given; other customers drawn may favour another number.`,
      criteria.map(({k, silhouette}) => ({line: "Silhouette", x: k, y: silhouette})),
      "Mean silhouette",
      found.judged.silhouette
    )}
    ${drawn(
      "cluster-gap",
      best.gap === null
        ? `The gap statistic still rises at ${mostClusters} clusters`
        : `By its rule of the first k, the gap statistic keeps ${formatCount(best.gap)} cluster${best.gap === 1 ? "" : "s"}`,
      "How much tighter the clusters are than clusters of evenly spread points (Tibshirani, Walther and Hastie 2001); shaded: one standard error. The rule takes the first k whose gap is no more than a standard error below that of k + 1.",
      gaps.map(({k, gap, error: gapError}) => ({
        line: "Gap",
        x: k,
        y: gap,
        low: gap - gapError,
        high: gap + gapError
      })),
      "Gap",
      found.judged.gap
    )}
    ${drawn(
      "cluster-stability",
      `Stability lies between ${range(criteria.map(({stability}) => stability))}`,
      "How similarly two bootstrap resamples are clustered: mean adjusted Rand index of 20 pairs (1 is the same, 0 chance); shaded: the middle 95 % of pairs.",
      criteria.map(({k, stability, low, high}) => ({line: "Stability", x: k, y: stability, low, high})),
      "Adjusted Rand index",
      found.judged.stability
    )}
  </div>`;
}

const label = (name: string) => customerColumnLabels[name] ?? name;

/** What each cluster is like. */
export function profilePart(found: CustomerClusters, columns: string): HTMLElement {
  const names = columnsOf(columns);
  const {profiles, customers} = found;
  const heads = profiles.map(({cluster}) => clusterName(cluster));
  const cells = profiles.flatMap(({means, scores}, i) =>
    names.map((name, j) => ({
      cluster: heads[i],
      feature: label(name),
      score: scores[j],
      mean: means[j],
      text: means[j] === null ? "–" : formatNumber(means[j], means[j] < 10 ? 2 : 0)
    }))
  );
  const strongest = cells
    .filter(({score}) => score !== null)
    .sort((a, b) => Math.abs(b.score ?? 0) - Math.abs(a.score ?? 0))
    .at(0);
  return html`<div>
    ${chart({
      name: "cluster-profiles",
      title: strongest
        ? `Farthest from the mean: cluster ${strongest.cluster} in ${strongest.feature.toLowerCase()}, ${formatNumber(Math.abs(strongest.score ?? 0), 1)} standard deviations ${(strongest.score ?? 0) < 0 ? "below" : "above"}`
        : "What the clusters are like",
      note: `Mean of each cluster, in the feature’s own unit; cluster sizes are in the table below. Orange: above the mean of all customers; blue: below. Colours are strongest from two standard deviations (on the log scale for amounts and counts). No intervals are given. ${leftOutText(found, label)}`,
      data: cells,
      counted: counted(found),
      columns: {
        cluster: {label: "Cluster"},
        feature: {label: "Feature"},
        mean: {label: "Mean", format: (value: number | null) => formatFine(value)},
        score: {
          label: "Standard deviations from the mean of all",
          format: (value: number | null) => formatNumber(value, 2)
        },
        text: {label: "As drawn"}
      },
      render: (rows, {width}) => profileMap(rows, {width, features: names.map(label), clusters: heads})
    })}
    ${table(
      profiles.map(({cluster, customers: own, silhouette}) => ({
        cluster: clusterName(cluster),
        customers: own,
        share: own / customers,
        silhouette
      })),
      {
        caption: "Clusters",
        name: "clusters",
        columns: {
          cluster: {label: "Cluster"},
          customers: {label: "Customers"},
          share: {label: "Share", format: (share: number) => formatShare(share)},
          silhouette: {label: "Mean silhouette", format: (value: number | null) => formatNumber(value, 2)}
        }
      }
    )}
  </div>`;
}

/** Customers drawn at random in the plane of two components. */
export function pictureChart(found: CustomerClusters): HTMLElement {
  const [first, second] = found.ratios;
  const share = formatShare(first + second, 0);
  return chart({
    name: "cluster-picture",
    title: `Two principal components show ${share} of the variance between customers`,
    note: `${formatCount(found.picture.length)} customers drawn at random. Clusters that overlap here may be separate in the ${formatShare(1 - first - second, 0)} of the variance that is not shown.`,
    data: found.picture.map(({cluster, ...dot}) => ({...dot, cluster: clusterName(cluster)})),
    counted: (rows) => `${formatCount(rows.length)} of ${formatCount(found.customers)} customers`,
    render: (rows, {width}) =>
      clusterScatter(rows, {
        width,
        axes: [`First component, ${formatShare(first, 0)}`, `Second component, ${formatShare(second, 0)}`]
      })
  });
}

/** Clusters by RFM segment. */
export function segmentPart(found: CustomerClusters): HTMLElement {
  if (!found.segments) return html`<div></div>`;
  const {table: counts} = found.segments;
  const rows = counts.rows.map((cluster, i) => ({
    cluster,
    customers: counts.rowSizes[i],
    ...Object.fromEntries(counts.columns.map((name, j) => [name, counts.shares[i][j]]))
  }));
  const share = (value: number | null) => formatShare(value, 0);
  return html`<div>
    <p>${agreementText(found)}</p>
    ${table(rows, {
      caption: "Share of each cluster by RFM segment",
      name: "clusters-by-segment",
      columns: {
        cluster: {label: "Cluster"},
        customers: {label: "Customers"},
        ...Object.fromEntries(
          counts.columns.map((name) => [name, {label: name, align: "right" as const, format: share}])
        )
      }
    })}
  </div>`;
}

/** Segments at two days. */
export function migrationOf(all: Purchases, from: Date, to: Date): Result<Migration<string>> {
  const [first, second] = [dayOf(from), dayOf(to)];
  if (first >= second) return fail("days", "The earlier day must be before the cutoff: choose another.");
  const [before, after] = [segmentsAt(all, first), segmentsAt(all, second)];
  const people = [...after.keys()];
  return migration<string>(
    people.map((person) => before.get(person) ?? null),
    people.map((person) => after.get(person) ?? null),
    segmentNames
  );
}

/** The flow between segments. */
export function migrationPart(found: Migration<string>): HTMLElement {
  const {segments, counts, arrived} = found;
  const rows = [
    ...segments.flatMap((from, i) => segments.map((to, j) => ({from, to, people: counts[i][j]}))),
    ...segments.map((to, j) => ({from: newcomers, to, people: arrived[j]}))
  ].filter(({people}) => people > 0);
  const before = counts.flat().reduce((sum, count) => sum + count, 0);
  return html`<div>
    <p>${migrationText(found)}</p>
    ${chart({
      name: "segment-migration",
      title:
        before > 0
          ? `${formatShare(found.stayed / before, 0)} of ${formatCount(before)} customers stayed in their segment`
          : "Nobody was a customer on the earlier day",
      note: `RFM segments on two days: the earlier day on the left, the cutoff on the right; the wider a band, the more customers it has. Everyone who was a customer on the earlier day still counts as one at the cutoff. Customers of all ${placeWord.many} are counted, whichever ${placeWord.one} is chosen above.`,
      data: rows,
      counted: (some) => `${formatCount(some.reduce((sum, {people}) => sum + people, 0))} customers`,
      columns: {
        from: {label: "On the earlier day"},
        to: {label: "At the cutoff"},
        people: {label: "Customers"}
      },
      render: (some, {width}) =>
        flowBands(some, {
          width,
          names: [...segments, newcomers],
          fill: (name) => (name === newcomers ? color("other") : segmentColor(name)),
          label: (name, people) => (width < 480 ? name : `${name} ${formatCount(Math.round(people))}`)
        })
    })}
  </div>`;
}
