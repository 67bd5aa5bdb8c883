/* Draws tables from plain data, because Dash is slow with large trees. Text only, no markup. */
(() => {
  const make = (tag, props, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(props))
      if (value || name === "alt") node.setAttribute(name, value);
    node.append(...children.filter(Boolean));
    return node;
  };

  /* Roles are given because a narrow screen lays the table out as cards, which would lose them. */
  const filling = (cell) => {
    const parts = [];
    if (cell.mark) parts.push(window.dashboard.shape(cell.mark, cell.alt));
    if (cell.line) parts.push(window.dashboard.sparkline(cell.line, cell.alt));
    if (cell.href) parts.push(make("a", { href: cell.href, "data-page": "true" }, cell.main));
    else if (cell.main) parts.push(make("span", { class: "main" }, cell.main));
    if (cell.sub) parts.push(make("span", { class: "sub" }, cell.sub));
    if (cell.why) {
      parts.push(make("details", {}, make("summary", {}, "Why?"),
        make("ul", {}, ...cell.why.map((line) => make("li", {}, line)))));
    }
    return parts;
  };

  const row = (columns) => (given) =>
    make("tr", { class: given.status, role: "row", "data-find": given.find }, ...given.cells.map((cell, index) =>
      make(index ? "td" : "th", {
        class: [cell.status, Object.keys(cell).length ? "" : "blank"].filter(Boolean).join(" "),
        scope: index ? "" : "row",
        role: index ? "cell" : "rowheader",
        "data-label": index ? columns[index].name : "",
      }, ...filling(cell))));

  const group = (columns, dress) => (given) =>
    window.dashboard.parts.numbered([
      given.heading && make("tr", { class: "group", role: "row" },
        make("th", { colspan: columns.length, scope: "rowgroup", role: "rowheader" },
          given.heading)),
      ...given.rows.map(row(columns)).map(dress)].filter(Boolean), given, 1);

  /* A heading that sorts is a link, and says how it sorts now. */
  const heading = ({ name, href, sort, ticks = [] }) =>
    make("th", { scope: "col", role: "columnheader", "aria-sort": sort },
      href ? make("a", { href, "data-page": "true", "data-stay": "true" }, name) : make("span", {}, name),
      ticks.length && make("span", { class: "ticks", "aria-hidden": "true" }, ...ticks.map(([text, at]) => {
        const node = make("span", {}, text);
        node.style.left = `${at}%`;
        return node;
      })));

  /* `dress` puts more into a row than its cells. */
  const table = (grid, { dress = (drawn) => drawn, stood } = {}) =>
    window.dashboard.parts.told(
      make("table", { role: "table" },
        make("caption", { class: "visually-hidden" }, grid.caption),
        make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
          ...grid.columns.map(heading))),
        ...window.dashboard.parts.list(grid.groups, {
          kind: `table of ${grid.columns.length}`,
          find: "table",
          frame: () => make("tbody", { role: "rowgroup" }),
          draw: group(grid.columns, dress),
          name: ({ cells: [{ main }] }) => main,
          stood,
        })),
      grid.groups);

  /* Table and charts share a sheet; the other forms have a look of their own. */
  const rows = (place, given) => {
    const { gallery, history, search, stars, wall } = window.dashboard;
    const own = { history, wall }[given.form];
    place.classList.toggle("scorecard", !own);
    place.classList.toggle("sheet", given.form !== "wall");
    const starred = { dress: stars.add, stood: stars.mark };
    return (own || { charts: gallery }[given.form] || table)(search.left(given), starred);
  };

  const draw = (place, grid) => {
    if (!grid) place.replaceChildren();
    else if (!grid.groups.length) place.replaceChildren(make("p", { class: "quiet" }, grid.empty));
    else if (place.dataset.from === "rows") place.replaceChildren(rows(place, grid));
    else place.replaceChildren(table(grid.texts ? window.dashboard.unpacked(grid) : grid));
    if (place.dataset.from === "rows") window.dashboard.stars.drawn();
  };

  window.dashboard = Object.assign({}, window.dashboard, { grid: { make, table } });
  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { grid: draw });
})();
