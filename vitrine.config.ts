/** The shop and how its site writes: the one place that names a currency or a locale. */
export const site = {
  name: "Vitrine",
  /** The shop's currency, by its ISO code. */
  currency: "BRL",
  /** How numbers, amounts and days are written, as a BCP 47 tag: "en" or "pt-BR" are tested. */
  locale: "en",
  /** Where the shop is: the day on which something was made is told by its clock. Times in the files have no zone. */
  timeZone: "America/Sao_Paulo"
};
