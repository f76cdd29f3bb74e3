/** The currencies that browsers know, by their ISO codes, with their English names. */
export const currencyNames = (): (readonly [code: string, name: string])[] => {
  const named = new Intl.DisplayNames("en", {type: "currency"});
  return Intl.supportedValuesOf("currency").map((code) => [code, named.of(code) ?? code]);
};

/** The time zones that browsers know, by their IANA names. */
export const timeZones = (): string[] => Intl.supportedValuesOf("timeZone");

/** Whether a text names a time zone. @example isTimeZone("Europe/Berlin") => true */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", {timeZone: name}).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
