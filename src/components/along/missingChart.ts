import {atRest} from "./atRest.js";

/** Says so where the address asks for a chart that the page does not have. */
export async function missingChart(name: string): Promise<void> {
  await atRest({busy: "[data-at-work], observablehq-loading:not(.snapshot)"}); // Charts out of sight never draw.
  if (document.querySelector(".embedded")) return;
  const words = document.createElement("p");
  words.className = "problem embed-missing";
  const address = new URL(location.href);
  address.searchParams.delete("embed");
  const link = Object.assign(document.createElement("a"), {
    href: address.href,
    target: "_blank",
    rel: "noopener"
  });
  link.textContent = document.title;
  words.append(
    `This page shows no chart named “${name}” now: open it and copy the embed code of one that it shows. `,
    link
  );
  document.querySelector("#observablehq-main")?.prepend(words);
}
