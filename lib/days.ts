export const millisecondsPerDay = 86_400_000;

/** A day's number, counted from 1 January 1970. @example dayOf(new Date("1970-01-03")) => 2 */
export const dayOf = (date: Date): number => Math.floor(date.getTime() / millisecondsPerDay);

/** The day of a number, at midnight UTC. @example dateOf(2) => 1970-01-03 */
export const dateOf = (day: number): Date => new Date(day * millisecondsPerDay);

/** The ISO day of a time, in UTC. @example isoDay(new Date("2018-08-30T11:00:00Z")) => "2018-08-30" */
export const isoDay = (time: Date | number): string => new Date(time).toISOString().slice(0, 10);

/** Midnight, in UTC, of an ISO day or time. @example midnightOf("2018-08-30T11:00:00") => 2018-08-30 */
export const midnightOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);
