/**
 * The quantile of Student's t distribution for a whole number of degrees of freedom, by bisection of the closed form
 * of its distribution function (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
 * @param share between 0.5 and 1, both excluded
 * @example studentQuantile(0.975, 9) => 2.262157162798
 */
export function studentQuantile(share: number, degrees: number): number {
  let low = 0;
  let high = 1;
  while (centralShare(high, degrees) < 2 * share - 1) high *= 2;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (centralShare(middle, degrees) < 2 * share - 1) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How likely |T| < t. */
function centralShare(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = odd && degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
