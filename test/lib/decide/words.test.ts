import {describe, expect, it} from "vitest";
import {campaignOutcome, campaignPayoff} from "../../../lib/decide/campaign.js";
import {prepareDecision} from "../../../lib/decide/prepareDecision.js";
import {breakEvenSentence, campaignAnswer, campaignAssumptions} from "../../../lib/decide/sentences.js";
import {arrivingLate, returning} from "../../../lib/decide/words.js";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const terms = {contactCents: 200, wrongFlagCents: 50, saveRate: 0.5, savedValue: 100_000};
const outcome = campaignOutcome(prepareDecision([1, 0, 1], [0.9, 0.8, 0.7]), terms, 2);

describe("the sentences on a campaign that saves nobody from leaving", () => {
  it("speak of one more order of those who come back", () => {
    const [cost, rate, worth] = campaignAssumptions(terms, returning).map(plain);
    expect(cost).toBe(
      "Contacting a customer costs R$ 2.00, and R$ 0.50 more where that customer would not have come back."
    );
    expect(rate).toMatch(
      /^Of the contacted who would have come back, 50\.0 % order once more than they would/
    );
    expect(worth).toBe("One more order is worth R$ 1,000.00.");
    expect(plain(campaignAnswer(outcome, returning))).toMatch(
      /reaches 1 who would have come back \(50\.0 % of the contacted\).* if at least 0\.4 % of those order once more/
    );
  });
  it("speak of orders where deliveries are rushed", () => {
    expect(plain(campaignAnswer(outcome, arrivingLate))).toMatch(
      /^Contacting 2 of 3 orders reaches 1 that would have come late .* of those can be made punctual\.$/
    );
    expect(plain(campaignAssumptions({...terms, savedValue: "own"}, arrivingLate)[2])).toBe(
      "An order that comes in time after all is worth its price."
    );
    expect(breakEvenSentence(campaignPayoff({...terms, savedValue: 1}), 0, arrivingLate)).toBe(
      "At these costs flagging an order never pays."
    );
  });
});
