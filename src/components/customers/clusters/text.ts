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
      ? "no clearly separate groups"
      : own.silhouette < reasonable
        ? "weakly separated groups"
        : "clearly separated groups";
  const found =
    own.stability < stable
      ? `another sample of such customers would often be split differently (adjusted Rand index ${formatNumber(own.stability, 2)}, middle 95 % of resampled pairs ${formatNumber(own.low, 2)} to ${formatNumber(own.high, 2)})`
      : `another sample of such customers is split in much the same way (adjusted Rand index ${formatNumber(own.stability, 2)}, middle 95 % of resampled pairs ${formatNumber(own.low, 2)} to ${formatNumber(own.high, 2)})`;
  const gap = best.gap === 1 ? " By its rule, the gap statistic keeps a single cluster." : "";
  return `${formatCount(customers)} customers in ${formatCount(k)} clusters show ${structure} (mean silhouette ${formatNumber(own.silhouette, 2)}, no interval), and ${found}.${gap}`;
}

/** How the clusters go with the RFM segments. */
export function agreementText({segments}: CustomerClusters): string {
  if (!segments || segments.agreement === null) return "";
  const words =
    segments.agreement < 0.4 ? "divide customers differently" : "divide customers in much the same way";
  return `Clusters and RFM segments ${words} (adjusted Rand index ${formatNumber(segments.agreement, 2)}; 1 would be full agreement, 0 chance; no interval is given).`;
}

/** What was left out because it tells nobody apart. */
export const leftOutText = ({leftOut}: CustomerClusters, label: (name: string) => string): string =>
  leftOut.length === 0
    ? ""
    : `Left out, because all customers have the same value: ${leftOut.map(({name}) => label(name)).join(", ")}.`;

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
  const way = most > 0 ? ` The largest move was from ${from} to ${to} (${formatCount(most)} customers).` : "";
  return `Of ${formatCount(before)} customers on the earlier day, ${formatCount(stayed)} (${formatShare(before > 0 ? stayed / before : null)}) are in the same segment at the cutoff; ${formatCount(fresh)} more are new.${way} Scores are quintiles of all customers on each day, so customers can change segment without ordering, simply because time passes and others order. These are counts, so there is no interval.`;
}
