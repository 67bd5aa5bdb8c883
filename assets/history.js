/* Draws the overview as a history: a grid of shapes and figures, moved through with the arrows. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const shape = (...given) => window.dashboard.shape(...given);
  const COLUMNS = 12;
  /* From which width how many columns. */
  const ROOM = [[1200, COLUMNS], [900, 8], [600, 6], [360, 5], [0, 4]];
  const LONG = 40;
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  let shown = null;
  let columns = 0;
  let printing = false;

  /* As many columns as a screen holds. */
  const room = () => {
    if (printing) return COLUMNS;
    return ROOM.find(([from]) => window.innerWidth >= from)[1];
  };

  /* The newest columns up to the chosen one, and those after it where there are too few. */
  const visible = (given) => {
    const chosen = given.columns.findIndex((column) => column.chosen);
    const end = Math.max(chosen + 1, columns);
    return [end - columns, end];
  };

  const words = (given) => Object.fromEntries(given.key);

  const cell = (given, row) => (column, index) => {
    const found = row.cells[index];
    const state = column.chosen ? "chosen" : column.later ? "later" : "";
    if (!found) {
      const says = column.later ? "after the chosen quarter" : "no figure";
      return make("td", { class: state, role: "gridcell", "data-label": column.said },
        !column.later && shape("no-figure"),
        make("span", { class: "visually-hidden" }, `${column.said}: ${says}`));
    }
    const [mark, figure, flags] = found;
    const published = flags.includes("p") && "published";
    const corrected = flags.includes("r") && "corrected since";
    /* It begins with what is seen, as the name of a link must. */
    const seen = [figure, published].filter(Boolean).join(" ");
    const says = [seen, words(given)[mark], corrected].filter(Boolean).join(", ");
    return make("td", { class: [state, published].filter(Boolean).join(" "), role: "gridcell", "data-label": column.said },
      make("a", {
        href: row.cell.replace(given.any, column.quarter),
        "data-page": "true",
        "aria-label": `${column.said}: ${says}`,
      },
      shape(mark),
      make("span", { class: corrected ? "figure corrected" : "figure" }, figure),
      published && " ",
      published && make("span", { class: "whose" }, published)));
  };

  const row = (given, [from, to]) => (each) =>
    make("tr", { role: "row", "data-find": each.find },
      make("th", { scope: "row", role: "rowheader" },
        make("a", { href: each.href, "data-page": "true" }, each.name),
        make("span", { class: "sub" }, each.sub)),
      make("td", { class: "starred", role: "gridcell" }, window.dashboard.stars.star(each.href, each.name)),
      ...given.columns.map((column, index) => [column, index]).slice(from, to)
        .map(([column, index]) => cell(given, each)(column, index)),
      make("td", { class: "since", role: "gridcell" },
        make("span", { class: `main ${each.status}` }, each.title),
        each.detail && make("span", { class: "sub" }, each.detail)));

  /* The years over their quarters; years that are columns themselves have none over them. */
  const years = (columns) => {
    const found = [];
    for (const { year } of columns) {
      if (found.at(-1)?.year === year) found.at(-1).span += 1;
      else found.push({ year, span: 1 });
    }
    if (!columns[0].year) return null;
    return make("tr", { class: "years", role: "row" },
      make("td", { role: "presentation" }),
      make("td", { class: "starred", role: "presentation" }),
      ...found.map(({ year, span }) =>
        make("th", { colspan: span, scope: "colgroup", role: "columnheader", "aria-colspan": span }, year)),
      make("td", { role: "presentation" }));
  };

  const heading = (column) =>
    make("th", { class: column.chosen ? "chosen" : "", scope: "col", role: "columnheader", "aria-current": column.chosen && "true" },
      column.href
        ? make("a", { href: column.href, "data-page": "true", "data-stay": "true", "aria-label": `Go to ${column.said}` }, column.name)
        : make("span", {}, column.name));

  const firstOfYear = (columns) => columns.map((column, index) =>
    column.year && column.year !== columns[index - 1]?.year);

  /* The places of a row to go to: of a cell its link or its star, else the cell itself. */
  const targets = (line) =>
    [...line.children].map((each) => each.querySelector("a, button:not(:disabled)") || each);

  const body = (given, range) => (group) => {
    const columns = given.columns.slice(...range);
    const lines = [
      group.heading && make("tr", { class: "group", role: "row" },
        make("th", { colspan: columns.length + 3, scope: "rowgroup", role: "rowheader" }, group.heading)),
      ...group.rows.map(row(given, range)).map(marked(columns)),
    ].filter(Boolean);
    return window.dashboard.parts.numbered(lines, group, columns[0].year ? 2 : 1);
  };

  const marked = (columns) => (line) => {
    firstOfYear(columns).forEach((first, index) => line.children[index + 2].classList.toggle("first", !!first));
    for (const each of targets(line)) each.tabIndex = -1;
    return line;
  };

  const table = (given) => {
    const { parts, stars } = window.dashboard;
    const range = visible(given);
    const columns = given.columns.slice(...range);
    const drawn = make("table", { class: parts.count(given.groups) > LONG ? "long" : "", role: "grid", "aria-label": given.caption },
      make("thead", { role: "rowgroup" },
        years(columns),
        marked(columns)(make("tr", { role: "row" },
          make("th", { scope: "col", role: "columnheader" }, make("span", {}, "Indicator")),
          make("th", { class: "starred", scope: "col", role: "columnheader" },
            make("span", { class: "visually-hidden" }, "My indicators")),
          ...columns.map(heading),
          make("th", { scope: "col", role: "columnheader" }, make("span", {}, "Since when"))))),
      ...parts.list(given.groups, {
        kind: "history",
        find: "table",
        frame: () => make("tbody", { role: "rowgroup" }),
        draw: body(given, range),
        name: ({ name }) => name,
        stood: () => stars.mark(),
        left: () => stops(document.querySelector(".history")),
      }));
    drawn.style.setProperty("--columns", columns.length);
    return parts.told(drawn, given.groups);
  };

  const key = (pairs) =>
    make("ul", { class: "mark-key" }, ...pairs.map(([mark, text]) => make("li", {}, shape(mark), text)));

  const lines = (place) => [...place.querySelectorAll("tr:not(.years, .group)")].map(targets);

  const position = (rows, node) => {
    const line = rows.findIndex((each) => each.includes(node));
    return line < 0 ? null : [line, rows[line].indexOf(node)];
  };

  /* One stop for the Tab key: where the reader was last, at first the first indicator. */
  const stopAt = (place, [line, at]) => {
    const rows = lines(place);
    const target = rows[line]?.[at] || rows[1]?.[0];
    for (const each of rows.flat()) each.tabIndex = -1;
    if (target) target.tabIndex = 0;
    return target;
  };

  /* The stop may have been in rows that were put away. */
  const stops = (place) => place.querySelector("table [tabindex='0']") || stopAt(place, [1, 0]);

  const moved = (event, rows, [line, at]) => {
    if (event.key === "Home" || event.key === "End") {
      const goal = event.ctrlKey ? (event.key === "Home" ? 0 : rows.length - 1) : line;
      return [goal, event.key === "Home" ? 0 : rows[goal].length - 1];
    }
    const [down, across] = STEPS[event.key] || [0, 0];
    return [
      Math.min(Math.max(line + down, 0), rows.length - 1),
      Math.min(Math.max(at + across, 0), rows[line].length - 1),
    ];
  };

  document.addEventListener("keydown", (event) => {
    const place = event.target.closest(".history");
    if (!place || event.altKey || event.metaKey) return;
    if (!STEPS[event.key] && event.key !== "Home" && event.key !== "End") return;
    if (event.key === "End" && event.ctrlKey) window.dashboard.parts.last(place);
    const rows = lines(place);
    const here = position(rows, event.target);
    if (!here) return;
    /* The rows of a table listen to the same arrows. */
    event.stopImmediatePropagation();
    event.preventDefault();
    stopAt(place, moved(event, rows, here))?.focus();
  }, true);

  document.addEventListener("focusin", (event) => {
    const place = event.target.closest(".history");
    const here = place && position(lines(place), event.target);
    if (here) stopAt(place, here);
  });

  /* A step to another quarter keeps the focus on its place in the grid. */
  const fill = (place) => {
    columns = room();
    const { parts } = window.dashboard;
    const here = document.activeElement;
    const before = place.contains(here) && position(lines(place), here);
    const name = before && parts.rowOf(here);
    place.replaceChildren(table(shown), key(shown.key),
      ...shown.notes.map((note) => make("p", { class: "says" }, note)));
    window.dashboard.stars.mark();
    const row = name ? parts.reach(place, name) : null;
    const line = row && position(lines(place), targets(row)[0])[0];
    const target = stopAt(place, before ? [line || before[0], before[1]] : [1, 0]);
    if (before) target?.focus({ preventScroll: true });
  };

  const draw = (given) => {
    shown = given;
    const place = make("div", { class: "history" });
    fill(place);
    return place;
  };

  const again = () => {
    const place = document.querySelector(".history");
    if (place && room() !== columns) fill(place);
  };
  window.addEventListener("resize", again);
  window.addEventListener("beforeprint", () => { printing = true; again(); });
  window.addEventListener("afterprint", () => { printing = false; again(); });

  window.dashboard = Object.assign({}, window.dashboard, { history: draw, markKey: key });
})();
