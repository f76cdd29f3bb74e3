/** Flaws of the published geolocation file: shares, and counts at scale 1. */
export const geolocation = {
  /** Chance that a point repeats an earlier one of its prefix, digit for digit. */
  repeated: 0.27,
  /** Share of prefixes whose city is spelled in more than one way. */
  mixedSpelling: 0.8,
  /** Chance of a spelling with the state behind the name, in those. */
  strangeSpelling: 0.004,
  /** Points outside Brazil. */
  abroad: 42,
  /** Prefixes that stand under two states. */
  twoStates: 8
};

/** Prefixes that the geolocation file lacks: people, and sellers. */
export const unlistedZips = {people: 269, sellers: 7};

/** Flaws of the catalogue, at scale 1. */
export const catalogueFlaws = {zeroWeight: 4, withoutSizes: 2, dirtySellers: 26};

/** Flaws of orders and their rows, at scale 1. */
export const orderFlaws = {
  deliveredWithoutApproval: 14,
  deliveredWithoutDate: 8,
  deliveredWithoutHandover: 2,
  /** Beside those handed over before the purchase. */
  approvedAfterHandover: 1193,
  handoverBeforePurchase: 166,
  deliveredBeforeHandover: 23,
  withoutPayment: 1,
  zeroPayment: 6,
  notDefined: 3,
  zeroInstallments: 2,
  withoutFirstPayment: 80,
  paidMore: 232,
  paidLess: 17,
  paidAboutRight: 54,
  zeroFreight: 383,
  shippingLimit2020: 4,
  secondReview: 551,
  reviewBeforePurchase: 74,
  spacesOnly: 9,
  blankLines: 18
};
