const namespace = "http://www.w3.org/2000/svg";
const family = "system-ui, sans-serif";
const margin = 16;

const create = (name: string, attributes: Record<string, string | number>, text?: string): SVGElement => {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
};

/** Breaks text into lines of at most so many characters, at spaces. @example wrap("one two three", 8) => ["one two", "three"] */
export const wrap = (text: string, characters: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** The pictures' copy with every colour that leans on the page written out. */
function selfContained(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    for (const name of ["fill", "stroke", "stop-color"]) {
      const value = element.getAttribute(name);
      if (value?.includes("var(") || value === "currentColor")
        element.setAttribute(name, getComputedStyle(originals[i]).getPropertyValue(name));
    }
    for (const name of ["aria-describedby", "aria-hidden"]) element.removeAttribute(name);
  }
  return copy;
}

/**
 * A drawn chart as one SVG document that needs nothing else: colours written out, background, title above, note
 * below.
 * @param picture the chart as it stands on the page: an svg, or an element that holds some
 * @param text title and note to print
 */
export function standaloneSvg(picture: Element, {title, note}: {title: string; note: string}): string {
  const pictures = [picture, ...picture.querySelectorAll("svg")].filter(
    (node): node is SVGSVGElement => node.localName === "svg" && !node.parentElement?.closest("svg")
  );
  const size = (svg: SVGSVGElement, name: "width" | "height") => Number(svg.getAttribute(name)) || 0;
  const inner = Math.max(320, ...pictures.map((svg) => size(svg, "width")));
  const style = getComputedStyle(picture);
  const ink = style.color;
  const root = create("svg", {"font-family": family, color: ink, role: "img"});
  const background = create("rect", {width: "100%", height: "100%", fill: groundOf(picture)});
  root.append(create("title", {}, title), create("desc", {}, note), background);

  let y = margin;
  const print = (text: string, fontSize: number, attributes: Record<string, string | number>) => {
    for (const line of wrap(text, inner / (fontSize * (attributes["font-weight"] ? 0.64 : 0.58)))) {
      y += fontSize * 1.3;
      root.append(create("text", {x: margin, y, fill: ink, "font-size": fontSize, ...attributes}, line));
    }
    y += 8;
  };
  print(title, 15, {"font-weight": 600});
  for (const svg of pictures) {
    const copy = selfContained(svg);
    copy.setAttribute("x", String(margin));
    copy.setAttribute("y", String(y));
    root.append(copy);
    y += size(svg, "height") + 4;
  }
  print(note, 11, {"fill-opacity": 0.8});

  const [width, height] = [inner + 2 * margin, Math.ceil(y + margin / 2)];
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return new XMLSerializer().serializeToString(root);
}

/** The colour that the picture stands on. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const ground = getComputedStyle(at).backgroundColor;
    if (ground && ground !== "transparent" && ground !== "rgba(0, 0, 0, 0)") return ground;
  }
  return "#ffffff";
}
