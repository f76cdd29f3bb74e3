import type {Progress} from "../../driven.js";
import {driven} from "../../driven.js";
import type {Campaign, Planted} from "./campaign.js";
import {prepareCampaign} from "./campaign.js";
import type {PracticeTable} from "./drawCampaign.js";
import {drawCampaign} from "./drawCampaign.js";
import type {Population} from "./population.js";
import type {CampaignReading} from "./readCampaign.js";
import {readCampaign} from "./readCampaign.js";
import type {Repeats} from "./repeatCampaign.js";
import {repeatCampaign} from "./repeatCampaign.js";
import type {Result} from "../../result.js";
import {ok} from "../../result.js";

/** Draws a campaign once: its users, and the truth about it. */
export function draw(
  population: Population,
  campaign: Campaign,
  firstDay: number
): Result<{users: PracticeTable; planted: Planted}> {
  const prepared = prepareCampaign(population, campaign);
  if (!prepared.ok) return prepared;
  return ok({users: drawCampaign(prepared.value, firstDay), planted: prepared.value.planted});
}

/** Draws a campaign once and reads it: no users come back. */
export function read(
  population: Population,
  campaign: Campaign
): Result<{reading: CampaignReading; planted: Planted}> {
  const drawn = draw(population, campaign, 0);
  if (!drawn.ok) return drawn;
  const reading = readCampaign(drawn.value.users, campaign);
  return reading.ok ? ok({reading: reading.value, planted: drawn.value.planted}) : reading;
}

/** Draws a campaign many times over and reads each draw, telling the share done. */
export function repeat(
  population: Population,
  campaign: Campaign,
  times: number,
  report: (progress: Progress) => unknown
): Result<Repeats> {
  const prepared = prepareCampaign(population, campaign);
  return prepared.ok ? driven(repeatCampaign(prepared.value, times), report) : prepared;
}

/** How many campaigns are run where many are asked for. */
export const repeatTimes = 200;

/** Many draws of a campaign, with the truth about them. */
export interface Repeated extends Repeats {
  planted: Planted;
}
