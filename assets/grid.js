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

  const group = (columns) => (given) =>
    make("tbody", { role: "rowgroup" },
      given.heading && make("tr", { class: "group", role: "row" },
        make("th", { colspan: columns.length, scope: "rowgroup", role: "rowheader" },
          given.heading)),
      ...given.rows.map(row(columns)));

  /* A heading that sorts is a link, and says how it sorts now. */
  const heading = ({ name, href, sort, ticks = [] }) =>
    make("th", { scope: "col", role: "columnheader", "aria-sort": sort },
      href ? make("a", { href, "data-page": "true", "data-stay": "true" }, name) : make("span", {}, name),
      ticks.length && make("span", { class: "ticks", "aria-hidden": "true" }, ...ticks.map(([text, at]) => {
        const node = make("span", {}, text);
        node.style.left = `${at}%`;
        return node;
      })));

  const table = (grid) =>
    make("table", { role: "table" },
      make("caption", { class: "visually-hidden" }, grid.caption),
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
        ...grid.columns.map(heading))),
      ...grid.groups.map(group(grid.columns)));

  const draw = (place, grid) => {
    if (!grid) place.replaceChildren();
    else if (grid.groups.length) {
      /* Table and charts share a sheet; the other forms have a look of their own. */
      const { gallery, history, wall } = window.dashboard;
      const own = { history, wall }[grid.form];
      if (place.dataset.from === "rows") {
        place.classList.toggle("scorecard", !own);
        place.classList.toggle("sheet", grid.form !== "wall");
      }
      place.replaceChildren((own || { charts: gallery }[grid.form] || table)(grid));
    } else place.replaceChildren(make("p", { class: "quiet" }, grid.empty));
    window.dashboard.stars.add(place);
  };

  window.dashboard = Object.assign({}, window.dashboard, { grid: { make, table } });
  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { grid: draw });
})();
