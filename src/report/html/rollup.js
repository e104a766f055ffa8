"use strict";
// Sorting and finding in the picture of all teams. Everything can be read without it.
document.querySelectorAll(".picture").forEach((section) => {
  const tools = section.querySelector(".tools");
  const table = section.querySelector(".matrix");
  const pointed = section.querySelector(".pointed");
  const tool = (name) => tools.querySelector(`[data-tool=${name}]`);
  const bodies = [...table.tBodies].filter((body) => !body.matches(".medians")).map((body) => ({
    body,
    title: body.querySelector(".peers"),
    rows: [...body.rows].filter((row) => !row.matches(".peers")),
  }));
  const all = bodies.flatMap(({ rows }) => rows);
  // What stands above the columns; those in two rows stand beside the others.
  const [bands, names] = table.tHead.rows;
  const heads = [bands.cells[0], bands.cells[1], ...names.cells, bands.cells[bands.cells.length - 1]];

  // A range counts by its middle; what has no level comes last, whatever the order.
  const number = (row, at) => {
    const ends = row.cells[at].textContent.match(/\d+(\.\d+)?/g);
    return ends ? ends.reduce((sum, end) => sum + Number(end), 0) / ends.length : null;
  };
  const name = (row) => row.cells[0].textContent.trim();
  const compare = (at, isDown) => (one, other) => {
    if (at === 0) return name(one).localeCompare(name(other), document.documentElement.lang);
    const [left, right] = [number(one, at), number(other, at)];
    if (left === null || right === null) return (left === null) - (right === null);
    return isDown ? right - left : left - right;
  };

  const apply = () => {
    const [sort, words, most] = [tool("sort").value, tool("find").value.trim().toLowerCase(), tool("most")?.value ?? ""];
    const at = sort === "" ? null : Number(sort);
    const inGroups = at === null || at === 1;
    const isDown = tool("order").value === "down";
    const order = (rows) => (at === null ? (isDown ? rows : [...rows].reverse()) : [...rows].sort(compare(at, isDown)));
    if (inGroups) bodies.forEach(({ body, rows }) => body.append(...order(rows)));
    else bodies[0].body.append(...order(all));
    let found = 0;
    all.forEach((row) => {
      const level = number(row, at === null || at === 0 || at === row.cells.length - 1 ? 1 : at);
      const fits = name(row).toLowerCase().includes(words) && (most === "" || (level !== null && Number(most) >= level));
      row.hidden = !fits;
      found += fits;
    });
    bodies.forEach(({ title, rows }) => {
      if (title) title.hidden = !inGroups || rows.every((row) => row.hidden);
    });
    heads.forEach((head, place) => head.removeAttribute("aria-sort"));
    if (at !== null) heads[at].setAttribute("aria-sort", at === 0 || !isDown ? "ascending" : "descending");
    const status = tools.querySelector(".found");
    status.textContent = `${found} ${status.dataset.of} ${all.length}`;
  };

  tools.hidden = false;
  document.documentElement.classList.add("scripted");
  tools.addEventListener("input", apply);
  table.tHead.addEventListener("click", (event) => {
    const at = heads.indexOf(event.target.closest("th"));
    if (at === -1) return;
    if (tool("sort").value === String(at)) tool("order").value = tool("order").value === "down" ? "up" : "down";
    tool("sort").value = String(at);
    apply();
  });
  table.addEventListener("mouseover", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    const head = heads[cell.cellIndex];
    pointed.textContent = `${name(cell.parentElement)} · ${head ? head.textContent : ""}: ${cell.textContent || "–"}`;
  });
  apply();
});
