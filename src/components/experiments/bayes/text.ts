import {html} from "npm:htl";
import {formatChance} from "../../../lib/experiments/bayes/words.js";
import {formatEffect} from "../../../lib/experiments/bayes/readMeans.js";
import {
  formatCount,
  formatFine,
  formatNumber,
  formatPoints,
  formatShare,
  withUnit
} from "../../../lib/format.js";
import type {Result} from "../../../lib/result.js";
import {problem} from "../../problem.js";
import type {BayesReading} from "./reading.js";
import {priorRows} from "./reading.js";

/** A share with so many decimals that two digits show. */
export const fineShare = (share: number): string => withUnit(formatFine(share * 100), "%");

/** An effect of the reading in the unit that the reader chose. */
export const effectText = ({metric, kind}: BayesReading, effect: number): string =>
  metric === "proportion" && kind === "absolute" ? formatPoints(effect) : formatEffect(effect, kind);

/** A loss of the reading: of a rate in points, of a mean as its effects are. */
export const lossText = (reading: BayesReading, loss: number): string =>
  reading.metric === "proportion" ? formatPoints(loss) : formatEffect(loss, reading.kind);

/** A level as a share. @example levelText(0.95) => "95 %" */
export const levelText = (level: number): string =>
  formatShare(level, Number.isInteger(Math.round(level * 1e6) / 1e4) ? 0 : 1);

const countText = (count: number) => (Number.isInteger(count) ? formatCount(count) : formatFine(count));

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

/** The sentences that the page begins with, the most important first. */
export function bayesSentences(reading: BayesReading): string[] {
  const {choice, kind, found} = reading;
  const {decision} = found;
  const level = levelText(choice.level);
  const best = found.arms.reduce((top, arm) => (arm.chance > top.chance ? arm : top));
  const effects =
    reading.metric === "proportion"
      ? reading.found.arms.flatMap(({name, lift}) =>
          lift ? [{name, expected: kind === "absolute" ? lift.expected : null, ...lift[kind]}] : []
        )
      : reading.found.arms.flatMap(({name, effect}) =>
          effect?.interval ? [{name, expected: effect.expected, ...effect.interval}] : []
        );
  return [
    `“${best.name}” is the best of ${formatCount(found.arms.length)} arms with a chance of ${formatChance(best.chance)}. ${decision.sentence}`,
    ...effects.map(({name, expected, low, high}) => {
      const between = `with a chance of ${level} between ${signed(low, effectText(reading, low))} and ${signed(high, effectText(reading, high))}`;
      const over = `“${found.arms[0].name}”`;
      return expected === null
        ? `The lift of “${name}” over ${over} is ${between}.`
        : `“${name}” less ${over} is ${signed(expected, effectText(reading, expected))}, ${between}.`;
    }),
    ...(kind === choice.kind
      ? []
      : [
          `“${found.arms[0].name}” converted nobody: a share of its rate could be anything, so effects are told as differences.`
        ])
  ];
}

/** The page's answer, or what keeps it from one. */
export function bayesAnswer(result: Result<BayesReading>): HTMLElement {
  if (!result.ok)
    return html`<div class="answer">${problem("This cannot be read yet", result.message)}</div>`;
  const [first, ...rest] = bayesSentences(result.value);
  return html`<div>
    <p class="answer">${first}</p>
    ${rest.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}

/** Which formula the figures come from, and why. */
export function bayesMethod(reading: BayesReading): HTMLElement {
  const {choice, found} = reading;
  const text =
    reading.metric === "proportion"
      ? `Beta-binomial model: each rate has the prior Beta(${countText(reading.prior.a)}; ${countText(reading.prior.b)}), to which its conversions and other users are added. ${
          found.method === "closed form"
            ? "With two arms and a whole-numbered count, the chance is Evan Miller’s sum and the loss Chris Stucchio’s, both exact."
            : "The chance of being best and the expected loss are integrals over the arms’ beta distributions (Gauss-Legendre on the log odds), accurate to seven digits."
        } Intervals of differences come from the same quadrature; nothing is simulated.`
      : `Normal model (GrowthBook’s): a mean of many users is nearly normal, so that the effect is its estimate ± its standard error${reading.kind === "relative" ? ", for a share of the control by the delta method" : ""}, ${choice.effect_prior ? `weighed against a normal prior of mean ${formatFine(choice.effect_mean)} and standard deviation ${formatFine(choice.effect_sd)} by one over the variances` : "with no prior"}. ${
          found.method === "effect"
            ? "With two arms, chance and loss are those of the effect’s normal distribution, in closed form."
            : `With ${formatCount(found.arms.length)} arms, the chance of being best and the loss are integrals over the arms’ normal distributions, without a prior.`
        } With few users or very skewed values, trust it less.`;
  return html`<p class="method">${text}</p>`;
}

/** What each kind of prior makes of the same data; empty for means, whose prior is seen in the effect. */
export function priorTable(reading: BayesReading): HTMLElement {
  if (reading.metric === "mean")
    return html`<p>
      ${
        reading.choice.effect_prior
          ? "The prior pulls the effect towards its own mean, the more so the fewer the users: switch it off above to see what the data say alone."
          : "No prior is used: the effect is what the data say alone. A sceptical prior (mean 0, a small standard deviation) would pull it towards nothing, the more so the fewer the users."
      }
    </p>`;
  const rows = priorRows(reading);
  const {name} = reading.found.decision.choice;
  const chances = rows.map(({chance}) => chance);
  const spread = Math.max(...chances) - Math.min(...chances);
  return html`<div>
    <p>
      ${
        spread < 0.01
          ? `Whichever of these priors is taken, the chance that “${name}” is best hardly moves: the data outweigh them.`
          : `The chance that “${name}” is best moves by ${formatNumber(100 * spread, 1)} percentage points from prior to prior: the data do not outweigh it yet, so say which one you used.`
      }
    </p>
    <div
      class="result-table"
      tabindex="0"
      role="group"
      aria-label="What each prior makes of the data, scrollable"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Prior of each rate</th>
            <th scope="col">Beta</th>
            <th scope="col">Rate of ${name}</th>
            <th scope="col">Chance of best</th>
            <th scope="col">Expected loss</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({prior, a, b, mean, chance, loss}) =>
              html`<tr>
                <th scope="row">${prior}</th>
                <td>${countText(a)}; ${countText(b)}</td>
                <td>${fineShare(mean)}</td>
                <td>${formatChance(chance)}</td>
                <td>${formatPoints(loss)}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
