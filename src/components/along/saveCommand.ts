import {download, fileName} from "../exports.js";
import {ownStyles} from "./ownStyles.js";
import {savedPage} from "./savedPage.js";

/** A button that hands the reader the page as it stands, as one file. */
export function saveCommand(): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.textContent = "Save this page";
  const save = async () => {
    const title = document.querySelector("h1")?.textContent ?? document.title;
    const text = savedPage(await ownStyles());
    download(fileName(title, "html"), new Blob([text], {type: "text/html;charset=utf-8"}));
  };
  button.addEventListener("click", () => void save());
  return button;
}
