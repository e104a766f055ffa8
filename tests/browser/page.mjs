// What is measured inside the page; each function is sent there and returns what is wrong.

/** Elements that stick out of the window to the right, apart from what only screen readers are told. */
export function outside() {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  const isMeant = (element) => !element.closest(".unseen, thead, title, desc");
  const out = [...document.querySelectorAll("article *")].filter((element) => {
    const box = element.getBoundingClientRect();
    return isMeant(element) && box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
  });
  return wide.concat(out.map((element) => `${element.tagName}.${element.className?.baseVal ?? element.className}: ${element.textContent.slice(0, 60)}`));
}

/** Labels of pictures that are cut off or lie on one another. */
export function labelProblems() {
  const problems = [];
  const pictures = [...document.querySelectorAll("figure svg")].filter((svg) => svg.getBoundingClientRect().width > 0);
  for (const svg of pictures) {
    const view = svg.viewBox.baseVal;
    const labels = [...svg.querySelectorAll(".name, .said")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
    for (const { text, box } of labels) {
      const fits = box.x >= view.x - 0.5 && box.x + box.width <= view.x + view.width + 0.5
        && box.y >= view.y - 2 && box.y + box.height <= view.y + view.height + 2;
      if (!fits) problems.push(`cut off: ${text}`);
    }
    labels.forEach((one, at) => labels.slice(at + 1).forEach((other) => {
      const across = Math.min(one.box.x + one.box.width, other.box.x + other.box.width) - Math.max(one.box.x, other.box.x);
      const down = Math.min(one.box.y + one.box.height, other.box.y + other.box.height) - Math.max(one.box.y, other.box.y);
      // Letters are lower than their line: lines may share a little of it.
      if (across > 1 && down > 4) problems.push(`collide: ${one.text} / ${other.text}`);
    }));
  }
  return problems;
}

/** Titles of folded parts that have no room for a word. */
export function squeezed() {
  const titles = [...document.querySelectorAll("summary .title")].filter((title) => title.getClientRects().length);
  return titles.filter((title) => title.getBoundingClientRect().width < 100).map((title) => `${title.textContent}: ${title.getBoundingClientRect().width}`);
}

/** Paragraphs on the page of which the last line has one or two characters alone. */
export function lone() {
  const last = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const lines = new Map();
    for (const { top, width } of range.getClientRects()) lines.set(Math.round(top), (lines.get(Math.round(top)) ?? 0) + width);
    return lines.size > 1 ? [...lines].sort(([one], [other]) => one - other).at(-1)[1] : Infinity;
  };
  const plain = [...document.querySelectorAll("p")].filter((it) => !it.children.length && it.getClientRects().length);
  return plain.filter((it) => last(it) < 2.2 * parseFloat(getComputedStyle(it).fontSize)).map((it) => it.textContent);
}
