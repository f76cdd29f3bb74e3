import {
  formatCount,
  formatDay,
  formatFine,
  formatMoneyWhole,
  formatNumber,
  formatShare
} from "../../../lib/format.js";
import type {MeanInterval} from "../../../lib/recommend/meanInterval.js";
import {recommenderLabels} from "../../../lib/recommend/modelList.js";
import type {ItemLevel} from "../../../lib/recommend/purchasesAt.js";
import type {Reason} from "../../../lib/recommend/recommender.js";
import type {RecommendStudy, StudiedRecommender, StudyChoice} from "../../../lib/recommend/study.js";
import {claimedHitRate} from "../../../lib/recommend/study.js";
import {dateOf} from "../../../lib/days.js";

export const levelNames: Record<ItemLevel, {one: string; many: string}> = {
  product: {one: "product", many: "products"},
  seller: {one: "seller", many: "sellers"},
  category: {one: "category", many: "categories"}
};

const share = (value: number) => formatShare(value);
/** A share with its interval. @example "2.5 % (95 % interval 1.3 % to 3.8 %)" */
export const withInterval = ({mean, low, high}: MeanInterval): string =>
  `${share(mean)} (95 % interval ${share(low)} to ${share(high)})`;

/** What a study is called where kept results are listed. */
export const studyName = ({level, by, from, k, filterBought, mergeDays}: StudyChoice): string =>
  `Evaluation: ${levelNames[level].many}, ${by === "date" ? `purchases from ${formatDay(dateOf(from))}` : "last orders"}, ${k} each${filterBought ? "" : ", repeats kept"}${mergeDays ? ", orders of one day as one" : ""}`;

const named = ({models}: RecommendStudy, name: StudiedRecommender["name"]) =>
  models.find((model) => model.name === name);

/** The model that finds something for most people, other than those it is held against. */
export const bestOf = ({models}: RecommendStudy): StudiedRecommender | undefined =>
  models
    .filter(({name}) => name !== "chance" && name !== "popularity")
    .sort((a, b) => b.metrics.hitRate.mean - a.metrics.hitRate.mean)
    .at(0);

/** The page's answer. */
export function recommendAnswer(study: RecommendStudy): string {
  const [best, popularity] = [bestOf(study), named(study, "popularity")];
  if (!best || !popularity) return "No model could be fitted.";
  const {k, level} = study.choice;
  const {one, many} = levelNames[level];
  const beats = study.models.filter(({against}) => against && against.hitRate.low > 0);
  const head =
    beats.length === 0
      ? `No model is better than popularity: the same ${k} ${many} for everyone`
      : `${formatCount(beats.length)} of ${formatCount(study.models.length - 2)} models ${beats.length === 1 ? "is" : "are"} better than popularity: the same ${k} ${many} for everyone`;
  return `${head} hold a ${one} that was bought next for ${withInterval(popularity.metrics.hitRate)} of ${formatCount(study.evaluated)} people, the best model’s (${recommenderLabels[best.name]}) for ${withInterval(best.metrics.hitRate)}. The ${formatShare(claimedHitRate, 0)} that the brief claims would take a list of ${formatCount(best.longEnough)} ${many}.`;
}

/** How people were split and who could be evaluated, in sentences. */
export function protocolText(study: RecommendStudy): string {
  const {choice, evaluable, evaluated, onlyRepeats, people, strangers, lines, targets, newItems, items} =
    study;
  const {one, many} = levelNames[choice.level];
  const learned =
    choice.by === "date"
      ? `The models learn from the ${formatCount(lines.train)} purchases before ${formatDay(dateOf(choice.from))}, and have to find those of that day and later (${formatCount(lines.test)}).`
      : `The models learn from ${formatCount(lines.train)} purchases and have to find everyone’s last order (${formatCount(lines.test)} purchases). This split learns from what others bought later: it flatters models.`;
  const who = `Of ${formatCount(people)} people, ${formatCount(evaluable)} have a purchase on both sides${strangers > 0 ? ` (${formatCount(strangers)} bought only later: nothing is known of them)` : ""}${onlyRepeats > 0 ? `; ${formatCount(onlyRepeats)} of these bought no other ${one} and are left out` : ""}. ${formatCount(evaluated)} are evaluated.`;
  const ranked = `Every model ranks all ${formatCount(items)} ${many}, not a sample${choice.filterBought ? `, without what the person had bought already` : ""}. Of the ${formatCount(targets)} purchases to find, ${formatCount(newItems)} are of ${many} that nobody had bought before: no model but chance can find those.`;
  return `${learned} ${who} ${ranked}`;
}

/** What it would take to reach the hit rate that the brief claims. */
export function claimText(study: RecommendStudy): string {
  const best = bestOf(study);
  if (!best) return "";
  const {many} = levelNames[study.choice.level];
  const now = best.metrics.hitRate;
  const times = now.mean > 0 ? `${formatFine(claimedHitRate / now.mean)} times as many hits, or ` : "";
  return now.low > claimedHitRate
    ? `The brief claims a hit rate of ${formatShare(claimedHitRate, 0)}; at this level the best model is above it, ${withInterval(now)}, as there are only ${formatCount(study.items)} ${many} to choose from.`
    : `The brief claims a hit rate of ${formatShare(claimedHitRate, 0)} and gives no protocol. Here the best model reaches ${withInterval(now)}. To reach the claim it would take ${times}a list of ${formatCount(best.longEnough)} of ${formatCount(study.items)} ${many}.`;
}

/** Why an item is recommended, in a few words. */
export function reasonText(reason: Reason, name: (item: number) => string): string {
  const items = (links: readonly {item: number}[]) =>
    links
      .slice(0, 2)
      .map(({item}) => name(item))
      .join(" and ");
  switch (reason.kind) {
    case "popularity": {
      const among = {all: "", recent: " of late", state: " in the state", category: " in its category"}[
        reason.among
      ];
      return `number ${formatCount(reason.rank)}${among}${reason.among === "recent" ? "" : `, ${formatCount(reason.count)} people`}`;
    }
    case "similar":
      return `bought with ${items(reason.bought)}`;
    case "parts":
      return `follows from ${items(reason.bought)}`;
    case "rule":
      return `${formatShare(reason.rule.confidence)} of ${formatCount(Math.round(reason.rule.count / reason.rule.confidence))} baskets with ${name(reason.rule.from)} have it, lift ${formatNumber(reason.rule.lift, 1)}`;
    case "content":
      return [
        reason.sameCategory > 0
          ? `${formatShare(reason.sameCategory, 0)} of purchases are of its category`
          : "",
        reason.samePriceBand > 0 ? `${formatShare(reason.samePriceBand, 0)} of its price band` : ""
      ]
        .filter(Boolean)
        .join(", ");
    case "blend":
      return `places ${reason.ranks.map((rank) => formatCount(rank)).join(" and ")} of its parts`;
    case "chance":
      return "drawn at random";
  }
}

/** What recommendations add, in a sentence. */
export const revenueText = ({
  revenue,
  part,
  needed
}: {
  revenue: number;
  part: number;
  needed: number;
}): string =>
  `Under these assumptions recommendations add ${formatMoneyWhole(revenue)} a year, ${formatShare(part, 2)} of revenue. The ${formatShare(claimedHitRate, 0)} more cross-sell revenue that the brief claims would take ${needed > 1 ? `more items than buyers: ${formatCount(Math.ceil(100 * needed))} for every 100 who are shown one` : `${formatShare(needed)} of those who are shown one adding an item`}.`;
