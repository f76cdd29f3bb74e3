import {download, fileName} from "../exports.js";
import {savedPage} from "./savedPage.js";

/** A button that hands the reader the page as it stands, as one file. */
export function saveCommand(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool save-page";
  button.textContent = "Save this page";
  button.addEventListener("click", () => {
    const title = document.querySelector("h1")?.textContent ?? document.title;
    download(fileName(title, "html"), new Blob([savedPage()], {type: "text/html;charset=utf-8"}));
  });
  return button;
}
