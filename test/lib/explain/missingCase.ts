import {modelOf} from "./support.js";

const NA = NaN;

/**
 * Two trees that XGBoost 1.7.4 grew (exact, depth 4, eta .5, base_score .3) on 400 rows of four columns with a quarter
 * of the values missing, and what its pred_contribs and pred_interactions say of four rows.
 */
export const missingCase = {
  model: modelOf(
    [
      {
        feature: 0,
        below: 2.5,
        missingLeft: false,
        left: {
          feature: 0,
          below: 1.5,
          missingLeft: false,
          left: {
            feature: 3,
            below: 0.5,
            missingLeft: true,
            left: {value: -2.2924862e-8, cover: 4.2000003},
            right: {
              feature: 2,
              below: 1.5,
              missingLeft: true,
              left: {value: -0.29411766, cover: 5.46},
              right: {value: -0.6104651, cover: 5.88}
            }
          },
          right: {value: 0.41769037, cover: 7.1400003}
        },
        right: {
          feature: 2,
          below: 3.5,
          missingLeft: true,
          left: {value: 1.5993944, cover: 38.640003},
          right: {
            feature: 1,
            below: 2.5,
            missingLeft: true,
            left: {value: 1.4225134, cover: 11.97},
            right: {
              feature: 0,
              below: 6.5,
              missingLeft: false,
              left: {value: -0.34768212, cover: 5.04},
              right: {value: 0.7421289, cover: 5.67}
            }
          }
        }
      },
      {
        feature: 0,
        below: 1.5,
        missingLeft: false,
        left: {
          feature: 1,
          below: 5.5,
          missingLeft: false,
          left: {value: -0.4161438, cover: 7.718805},
          right: {value: -0.024747878, cover: 5.539841}
        },
        right: {
          feature: 2,
          below: 3.5,
          missingLeft: true,
          left: {value: 0.67071915, cover: 46.032795},
          right: {
            feature: 0,
            below: 4.5,
            missingLeft: false,
            left: {value: -0.1767089, cover: 6.876323},
            right: {
              feature: 1,
              below: 4.5,
              missingLeft: true,
              left: {value: 0.7170312, cover: 13.860839},
              right: {value: -0.07025139, cover: 5.5578227}
            }
          }
        }
      }
    ],
    4,
    {base: Math.log(0.3 / 0.7)}
  ),
  rows: [
    [NA, 2, 5, 1],
    [3, NA, NA, 7],
    [NA, NA, NA, NA],
    [6, 4, 0, NA]
  ],
  /** Four columns and the base. */
  contributions: [
    [0.746727467, 0.362746209, -0.317501307, -0.0127230389, 0.512997448],
    [0.411827832, 0.136933237, 0.371144027, -0.0100868074, 0.512997448],
    [0.578166902, 0.11886242, 0.185554594, 0.0272343811, 0.512997448],
    [0.489609629, -0.0962431729, 0.48921746, 0.0272343811, 0.512997448]
  ],
  /** Of the first row. */
  interactions: [
    [0.65968287, 0.010705024, 0.0629819185, 0.013357684],
    [0.0107050836, 0.178399712, 0.173641413, 0.0],
    [0.0629819036, 0.173641443, -0.552220702, -0.00190394325],
    [0.0133576989, 0.0, -0.00190393627, -0.0241768025]
  ]
};
