/** The .975 quantile of the standard normal distribution, for intervals of 95 %. @example normal975 ** 2 => 3.841458820694 */
export const normal975 = 1.959963984540054;
