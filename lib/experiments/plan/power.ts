/** How a comparison of one variant with the control is tested. */
export interface TestDesign {
  /** Chance of a false alarm that this one comparison may have, 0 < alpha < 1. */
  alpha: number;
  /** 1 asks only whether the variant moves in the direction of the effect. */
  sides: 1 | 2;
  /** Users in the variant for each user in the control. */
  ratio: number;
}

/**
 * The chance that a comparison is significant with so many users in the control (fractions allowed), when the
 * variant's metric is the control's plus `effect` (absolute, signed, not 0). Grows with both.
 */
export type PowerFunction = (users: number, effect: number) => number;

/** 1/n of the control plus 1/n of the variant. @example inverseUsers(100, 1) => 0.02 */
export const inverseUsers = (users: number, ratio: number): number => (1 + 1 / ratio) / users;
