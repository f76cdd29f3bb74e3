/** The text of all style sheets of the page that the browser lets it read. */
export const ownStyles = (): string =>
  [...document.styleSheets]
    .filter(({ownerNode}) => !(ownerNode instanceof Element && ownerNode.closest("#observablehq-main")))
    .map((sheet) => {
      try {
        return [...sheet.cssRules].map(({cssText}) => cssText).join("\n");
      } catch {
        return "";
      }
    })
    .join("\n");
