import {html} from "npm:htl";
import {pageHref} from "../links.js";

/** The pages that read the same arms. */
const pages = {
  read: "Read it with p-values and intervals",
  bayes: "Read it, Bayesian",
  sequential: "Look at it while it runs"
} as const;

export interface SharedArms {
  metric: "proportion" | "mean";
  /** Text of `writeArms`. */
  arms: string;
  /** Text of `writeMeanArms`. */
  meanArms: string;
}

/** The address of a page with these arms. @example armsHref("bayes", {metric: "proportion", arms: "a:5:1,b:5:2", meanArms: ""}) => "./bayes.html?metric=proportion&arms=…" */
export function armsHref(page: keyof typeof pages, {metric, arms, meanArms}: SharedArms): string {
  const search = new URLSearchParams({metric, ...(metric === "proportion" ? {arms} : {meanArms})});
  return pageHref(page, `?${search.toString()}`);
}

/**
 * Links from a page to the others that read the same arms.
 * @param here the page that they stand on, which is left out
 * @example display(armsLinks("read", {metric, arms, meanArms}))
 */
export function armsLinks(here: keyof typeof pages, shared: SharedArms): HTMLElement {
  const others = (Object.keys(pages) as (keyof typeof pages)[]).filter((page) => page !== here);
  return html`<nav class="arms-links" aria-label="The same arms on other pages">
    The same arms: ${others.map((page) => html`<a href=${armsHref(page, shared)}>${pages[page]}</a> `)}
  </nav>`;
}
