import fc from "fast-check";

const rows = Array.from({length: 300}, (_, i) => i);

/** Two scores with ties and labels that lean on both, by a formula that any language writes the same way. */
export const formula = {
  a: rows.map((i) => ((i * 7919) % 101) / 101),
  b: rows.map((i) => ((i * 5081) % 53) / 53),
  labels: rows.map((i) =>
    Number((i * i * 31 + 7 * i) % 97 < 15 + (30 * ((i * 7919) % 101)) / 101 + (25 * ((i * 5081) % 53)) / 53)
  )
};

/** Rows of a label and a few probabilities in eighths, so that ties are common. */
export const labelled = (models = 1, minLength = 1, maxLength = 40) =>
  fc.array(
    fc.tuple(
      fc.integer({min: 0, max: 1}),
      ...Array.from({length: models}, () => fc.integer({min: 0, max: 8}).map((d) => d / 8))
    ),
    {minLength, maxLength}
  );
