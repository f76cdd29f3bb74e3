import {html} from "npm:htl";
import type {Summaries} from "./data.js";
import {featuresAnswer, tookText} from "./text.js";

/** The page's answer, and how long the tab took. */
export const answerOf = ({people, milliseconds}: Summaries, day: string): HTMLElement =>
  html`<p class="answer">
    ${featuresAnswer(people, day)} <small>Worked out in this tab in ${tookText(milliseconds)}.</small>
  </p>`;
