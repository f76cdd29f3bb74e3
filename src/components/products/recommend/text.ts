import {formatCount, formatDay, formatMoneyWhole, formatNumber, formatShare} from "../../../lib/format.js";
import type {BasketRevenue} from "../../../lib/recommend/basketRevenue.js";
import type {MeanInterval} from "../../../lib/recommend/meanInterval.js";
import {recommenderLabels} from "../../../lib/recommend/modelList.js";
import type {ItemLevel} from "../../../lib/recommend/purchasesAt.js";
import type {Reason} from "../../../lib/recommend/recommender.js";
import type {RecommendStudy, StudiedRecommender, StudyChoice} from "../../../lib/recommend/study.js";
import {claimedHitRate} from "../../../lib/recommend/study.js";
import {dateOf} from "../../../lib/days.js";
import {inBrief, placeWord} from "../../../lib/shop.js";

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

/** The model whose list has to be shortest for the brief's share of people to find something in it. */
export const shortestOf = ({models}: RecommendStudy): StudiedRecommender | undefined =>
  models
    .filter(({name}) => name !== "chance")
    .sort((a, b) => a.longEnough - b.longEnough)
    .at(0);

/** A length as far as it can be told from some hundred people. @example about(1716) => "1,700" */
const about = (length: number): string => formatCount(length < 100 ? length : Number(length.toPrecision(2)));

/** What the brief's share would take, as a sentence; empty where it is reached, and of a shop that the brief does not speak of. */
function claimSentence(study: RecommendStudy): string {
  if (!inBrief) return "";
  const [best, shortest] = [bestOf(study), shortestOf(study)];
  if (!best || !shortest || best.metrics.hitRate.mean >= claimedHitRate) return "";
  return `Reaching the ${formatShare(claimedHitRate, 0)} that the brief claims takes a list of about ${about(shortest.longEnough)} of ${formatCount(study.items)} ${levelNames[study.choice.level].many}, even by the model that needs fewest (${recommenderLabels[shortest.name]}).`;
}

/** The page's answer. */
export function recommendAnswer(study: RecommendStudy): string {
  const [best, popularity] = [bestOf(study), named(study, "popularity")];
  if (!best || !popularity) return "No model could be fitted.";
  const {k, level} = study.choice;
  const {one, many} = levelNames[level];
  const others = study.models.filter(({name}) => name !== "chance" && name !== "popularity");
  const beats = others.filter(({against}) => against && against.hitRate.low > 0).length;
  const head =
    beats === 0
      ? "No model is measurably better than popularity."
      : `${formatCount(beats)} of ${formatCount(others.length)} models ${beats === 1 ? "is" : "are"} measurably better than popularity.`;
  return `${head} The ${k} most popular ${many}, the same for everyone, include ${/^[aeiou]/.test(one) ? "an" : "a"} ${one} bought later by ${withInterval(popularity.metrics.hitRate)} of the ${formatCount(study.evaluated)} people who came back for one; ${recommenderLabels[best.name]}, the highest of ${formatCount(others.length)} models, reaches ${withInterval(best.metrics.hitRate)}. ${claimSentence(study)}`.trim();
}

/** How people were split and who could be evaluated, in sentences. */
export function protocolText(study: RecommendStudy): string {
  const {choice, evaluable, evaluated, onlyRepeats, people, strangers, lines, targets, newItems, items} =
    study;
  const {one, many} = levelNames[choice.level];
  const dated = choice.by === "date";
  const learned = dated
    ? `The models learn from the ${formatCount(lines.train)} purchases before ${formatDay(dateOf(choice.from))} and are tested on the ${formatCount(lines.test)} of that day and later, as far as these are by people known before.`
    : `The models learn from ${formatCount(lines.train)} purchases and are tested on everyone’s last order (${formatCount(lines.test)} purchases). They learn from what others bought later, which can flatter them, and where someone’s last two orders are of one day, so does that.`;
  const who = `${strangers > 0 ? `${formatCount(strangers)} of the ${formatCount(people)} people bought only from that day on, so nothing is known of them. ` : ""}${formatCount(evaluable)} ${dated ? "bought before and after" : `of ${formatCount(people)} people have an order before their last`}${onlyRepeats > 0 ? `; ${formatCount(onlyRepeats)} of them bought no other ${one} later, which leaves ${formatCount(evaluated)} to evaluate` : ""}.`;
  const ranked = `Every model ranks all ${formatCount(items)} ${many}, not a sample${choice.filterBought ? ", without what the person had bought already" : ""}.`;
  const ceiling =
    newItems > 0
      ? ` Of the ${formatCount(targets)} purchases to find, ${formatCount(newItems)} are of ${many} that nobody had bought before; no model here can know those, so that at most ${formatCount(study.reachable)} people (${formatShare(study.reachable / Math.max(1, evaluated), 0)}) could be served.`
      : "";
  return `${learned} ${who} ${ranked}${ceiling}`;
}

/** What it would take to reach the hit rate that the brief claims. */
export function claimText(study: RecommendStudy): string {
  const best = bestOf(study);
  if (!best || !inBrief) return "";
  const {many} = levelNames[study.choice.level];
  const now = best.metrics.hitRate;
  const brief = `The brief claims a hit rate of ${formatShare(claimedHitRate, 0)} and gives no protocol.`;
  return now.mean >= claimedHitRate
    ? `${brief} At this level the best model reaches ${withInterval(now)}: there are only ${formatCount(study.items)} ${many} to choose from.`
    : `${brief} Here the best model reaches ${withInterval(now)}. ${now.mean > 0 ? `It would take about ${formatCount(Math.round(claimedHitRate / now.mean))} times as many people with a hit. ` : ""}${claimSentence(study)}`;
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
      const among = {
        all: "",
        recent: " recently",
        state: ` in the ${placeWord.one}`,
        category: " in its category"
      }[reason.among];
      return `no. ${formatCount(reason.rank)}${among}${reason.among === "recent" ? "" : ` (bought by ${formatCount(reason.count)} people)`}`;
    }
    case "similar":
      return `also bought by people who bought ${items(reason.bought)}`;
    case "parts":
      return `scored mainly from ${items(reason.bought)}`;
    case "rule":
      return `in ${formatCount(reason.rule.count)} of ${formatCount(Math.round(reason.rule.count / reason.rule.confidence))} orders with ${name(reason.rule.from)}, lift ${formatNumber(reason.rule.lift, 1)}`;
    case "content":
      return [
        reason.sameCategory > 0
          ? `${formatShare(reason.sameCategory, 0)} of what they bought is of its category`
          : "",
        reason.samePriceBand > 0 ? `${formatShare(reason.samePriceBand, 0)} in its price band` : ""
      ]
        .filter(Boolean)
        .join(", ");
    case "blend":
      return `no. ${reason.ranks.map((rank) => formatCount(rank)).join(" by kNN, no. ")} by own categories`;
    case "chance":
      return "drawn at random";
  }
}

/** What recommendations add, and what the brief's claim would take, in both ways of reading it. */
export function revenueText({revenue, share: part, needed}: BasketRevenue): string {
  const brief = formatShare(claimedHitRate, 0);
  const claim = Number.isFinite(needed.ofAll)
    ? `The brief claims “${brief} cross-sell revenue increase”. Read as ${brief} of all revenue, it takes ${formatNumber(needed.ofAll, 0)} added items for every 100 buyers who are shown recommendations; read as ${brief} more than orders hold beyond their dearest product, ${formatNumber(needed.ofBeyond, 1)}.`
    : `Under these assumptions no number of items reaches the ${brief} that the brief claims.`;
  const added = `Under these assumptions recommendations add ${formatMoneyWhole(revenue)} a year, ${formatShare(part, 2)} of revenue.`;
  return inBrief ? `${added} ${claim}` : added;
}
