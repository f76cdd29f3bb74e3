/**
 * Black Friday of a year, the day after the fourth Thursday of November: in Brazil as where it comes from.
 * @example blackFriday(2017) => 2017-11-24T00:00:00.000Z
 */
export function blackFriday(year: number): Date {
  const november = new Date(Date.UTC(year, 10, 1));
  const thursday = 1 + ((11 - november.getUTCDay()) % 7);
  return new Date(Date.UTC(year, 10, thursday + 22));
}

/** Every Black Friday between two days, both included. @example blackFridays(new Date("2016-09-04"), new Date("2018-10-17")).length => 2 */
export function blackFridays(from: Date, to: Date): Date[] {
  const years = to.getUTCFullYear() - from.getUTCFullYear() + 1;
  return Array.from({length: Math.max(0, years)}, (_, i) => blackFriday(from.getUTCFullYear() + i)).filter(
    (day) => day >= from && day <= to
  );
}
