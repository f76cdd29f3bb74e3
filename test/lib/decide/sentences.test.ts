import {describe, expect, it} from "vitest";
import {campaignOutcome, campaignPayoff} from "../../../lib/decide/campaign.js";
import {prepareDecision} from "../../../lib/decide/prepareDecision.js";
import {breakEvenSentence, campaignAnswer, campaignAssumptions} from "../../../lib/decide/sentences.js";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const terms = {contactCents: 200, wrongFlagCents: 50, saveRate: 0.5, savedValue: 100_000};
const decision = prepareDecision([1, 0, 1, 0, 0], [0.9, 0.8, 0.7, 0.6, 0.5]);
const answer = (k: number, change = {}) =>
  plain(campaignAnswer(campaignOutcome(decision, {...terms, ...change}, k)));

describe("the sentences on a campaign", () => {
  it("tell what it rests on", () => {
    const [cost, rate, worth] = campaignAssumptions(terms).map(plain);
    expect(cost).toBe(
      "Contacting a customer costs R$ 2.00, and R$ 0.50 more where that customer would have stayed anyway."
    );
    expect(rate).toMatch(/^Of the contacted who would have left, 50\.0 % stay because of it: an assumption/);
    expect(worth).toBe("A customer who is kept is worth R$ 1,000.00.");
    const other = campaignAssumptions({...terms, wrongFlagCents: 0, savedValue: "own"}).map(plain);
    expect(other[0]).toBe("Contacting a customer costs R$ 2.00.");
    expect(other[2]).toMatch(/has brought before/);
  });

  it("tell what it would have brought", () => {
    expect(answer(3)).toBe(
      "Contacting 3 of 5 customers reaches 2 who would have left (66.7 % of the contacted), costs R$ 6.50 and wins R$ 1,000.00: a profit of R$ 993.50. It pays if at least 0.3 % of those can be kept."
    );
    expect(answer(3, {saveRate: 0})).toMatch(/a loss of R\$ 6\.50\./);
    expect(answer(3, {savedValue: 100})).toMatch(/Not even keeping all/);
    expect(answer(3, {savedValue: 0})).toMatch(/Nothing could be won/);
    expect(answer(0)).toBe("With nobody contacted, nothing is spent and nothing is won.");
    expect(campaignAnswer(campaignOutcome(prepareDecision([], []), terms, 3))).toBe(
      "There is nobody to contact."
    );
  });

  it("tell where to draw the line", () => {
    expect(plain(breakEvenSentence(campaignPayoff({...terms, savedValue: 1000})))).toMatch(
      /at least 45\.5 % of/
    );
    expect(breakEvenSentence(campaignPayoff({...terms, savedValue: 1}))).toMatch(/never pays/);
    expect(breakEvenSentence(campaignPayoff({...terms, contactCents: -99}))).toMatch(/every customer pays/);
  });
});
