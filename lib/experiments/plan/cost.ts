/** What a test costs, in the unit of its inputs. */
export interface TestCost {
  /** Users who see a variant. */
  exposed: number;
  /** Their treatment. */
  treatment: number;
  /** Users who meanwhile get the worse arm, if the assumed effect is true. */
  worseOff: number;
  /** What is lost with them, against giving everybody the better arm from the first day: the regret of the test. */
  regret: number;
}

/**
 * What a test costs, if the assumed effect is true of every variant.
 * @param effect absolute, signed: of a variant against the control
 * @param costEach of treating a user of a variant
 * @param worth of one unit of the metric: of a conversion, or 1 where the metric is money
 * @example testCost({control: 100, variants: 300}, 0.1, 2, 50) => {exposed: 300, treatment: 600, worseOff: 100, regret: 500}
 */
export function testCost(
  {control, variants}: {control: number; variants: number},
  effect: number,
  costEach: number,
  worth: number
): TestCost {
  const worseOff = effect > 0 ? control : variants;
  return {
    exposed: variants,
    treatment: variants * costEach,
    worseOff,
    regret: worseOff * Math.abs(effect) * worth
  };
}
