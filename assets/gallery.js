/* Draws the overview as small charts from plain data, with HTML labels over each drawing. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);

  const label = (given) => {
    const node = make("span", { class: `label ${given.role}` }, given.text);
    node.style.left = `${given.x}%`;
    node.style.top = `${given.y}%`;
    return node;
  };

  const chart = ({ chart: given, says }) =>
    make("div", { class: "small-chart" }, window.dashboard.sparkline(given, says), ...given.labels.map(label));

  const text = (cell, status) =>
    make("p", { class: status },
      cell.main && make("span", { class: "main" }, cell.main),
      cell.sub && make("span", { class: "sub" }, cell.sub));

  /* A card is a level under the heading of its group, or under the page's own. */
  const card = (level) => (given) =>
    make("li", { class: "card", "data-find": given.find },
      window.dashboard.shape(given.mark, given.alt),
      make(level, { class: "name" }, make("a", { href: given.href, "data-page": "true" }, given.name)),
      make("p", { class: "sub" }, given.polarity),
      text(given.figure, "value"),
      text(given.verdict, `verdict ${given.verdict.status}`),
      given.chart && chart(given));

  /* A list of which only a part stands says which cards these are, and of how many. */
  const numbered = (cards, { before, of }) => {
    if (of) cards.forEach((each, index) => {
      each.setAttribute("aria-posinset", before + index + 1);
      each.setAttribute("aria-setsize", of);
    });
    return cards;
  };

  const group = (level, dress) => (given) => [
    given.heading && make("h2", {}, given.heading),
    make("ul", { class: "cards" }, ...numbered(given.rows.map(card(level)).map(dress), given)),
  ].filter(Boolean);

  const gallery = (given, { dress, stood }) =>
    make("div", { class: "gallery" }, ...window.dashboard.parts.list(given.groups, {
      kind: "gallery",
      find: ".gallery",
      frame: () => make("section", { class: "group" }),
      draw: group(given.groups.some(({ heading }) => heading) ? "h3" : "h2", dress),
      name: ({ name }) => name,
      stood,
    }));

  window.dashboard = Object.assign({}, window.dashboard, { gallery });
})();
