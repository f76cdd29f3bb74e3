import {formatCount, formatNumber, formatShare} from "../../../lib/format.js";
import type {Migration} from "../../../lib/cluster/migration.js";
import type {CustomerClusters} from "../../../lib/retention/clusterCustomers.js";

const weak = 0.25;
const reasonable = 0.5;
const stable = 0.8;

/** The page's answer: whether there are groups at all, and how many. */
export function clusterAnswer({customers, k, criteria, best}: CustomerClusters): string {
  const own = criteria.find((one) => one.k === k);
  if (!own) return `${formatCount(customers)} customers in ${formatCount(k)} clusters.`;
  const structure =
    own.silhouette < weak
      ? "no separate groups: the clusters cut one cloud into parts"
      : own.silhouette < reasonable
        ? "weakly separated groups"
        : "clearly separated groups";
  const found =
    own.stability < stable
      ? `other customers of the same kind would often be cut in another way (adjusted Rand index ${formatNumber(own.stability, 2)})`
      : `the same clusters are found in other customers of the kind (adjusted Rand index ${formatNumber(own.stability, 2)})`;
  const gap = best.gap === 1 ? " The gap statistic prefers a single cluster." : "";
  return `${formatCount(customers)} customers in ${formatCount(k)} clusters form ${structure} (mean silhouette ${formatNumber(own.silhouette, 2)}); ${found}.${gap}`;
}

/** How the clusters go with the RFM segments. */
export function agreementText({segments}: CustomerClusters): string {
  if (!segments || segments.agreement === null) return "";
  const words =
    segments.agreement < 0.1
      ? "hardly anything in common"
      : segments.agreement < 0.4
        ? "something in common"
        : "much in common";
  return `Clusters and RFM segments have ${words} (adjusted Rand index ${formatNumber(segments.agreement, 2)}; 1 would be the same, 0 chance).`;
}

/** What was left out because it tells nobody apart. */
export const leftOutText = ({leftOut}: CustomerClusters, label: (name: string) => string): string =>
  leftOut.length === 0
    ? ""
    : `Left out, as all customers are alike in it: ${leftOut.map(({name}) => label(name)).join(", ")}.`;

/** Who moved, in a sentence. */
export function migrationText({stayed, counts, arrived, segments}: Migration<string>): string {
  const before = counts.flat().reduce((sum, count) => sum + count, 0);
  const fresh = arrived.reduce((sum, count) => sum + count, 0);
  let [most, from, to] = [0, "", ""];
  counts.forEach((row, i) =>
    row.forEach((count, j) => {
      if (i !== j && count > most) [most, from, to] = [count, segments[i], segments[j]];
    })
  );
  const way = most > 0 ? ` The widest way led from ${from} to ${to} (${formatCount(most)}).` : "";
  return `Of ${formatCount(before)} customers at the first day, ${formatCount(stayed)} (${formatShare(before > 0 ? stayed / before : null)}) are in the same segment at the second; ${formatCount(fresh)} came new.${way} Scores are fifths of the customers of a day, so that segments keep their size while people grow older in them: most moves are of people who did nothing.`;
}
