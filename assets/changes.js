/* Draws what changed since the quarter before: lists of indicators, each with its headline. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);

  const link = (text, href) => make("a", { href, "data-page": "true" }, text);

  const row = ([name, href, headline]) => make("li", {}, link(name, href), `: ${headline}`);

  const list = ({ name, rows, only }) =>
    make("section", {}, make("h2", {}, name, only && make("span", {}, link("Show these only", only))),
      make("ul", {}, ...rows.map(row)));

  const draw = (place, given) => {
    if (!given) place.replaceChildren();
    else place.replaceChildren(make("details", { class: "popup" }, make("summary", {}, given.summary),
      make("div", { class: "files wide" }, ...given.lists.map(list))));
  };

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { changes: draw });
})();
