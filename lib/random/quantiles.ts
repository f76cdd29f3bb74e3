/**
 * A quantile function from a few of its points, straight lines between them: maps a uniform number in [0, 1)
 * to a value. Below the first and above the last probability the end values hold.
 *
 * @param probabilities ascending, in [0, 1]
 * @param values as many, ascending
 * @example quantiles([0, 0.5, 1], [0, 10, 100])(0.75) => 55
 */
export function quantiles(
  probabilities: readonly number[],
  values: readonly number[]
): (probability: number) => number {
  const last = probabilities.length - 1;
  return (probability) => {
    if (probability <= probabilities[0]) return values[0];
    if (probability >= probabilities[last]) return values[last];
    let i = 1;
    while (probabilities[i] < probability) i++;
    const share = (probability - probabilities[i - 1]) / (probabilities[i] - probabilities[i - 1]);
    return values[i - 1] + share * (values[i] - values[i - 1]);
  };
}
