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
  const draw = (level) => (card) =>
    make("li", { class: "card", "data-find": card.find },
      window.dashboard.shape(card.mark, card.alt),
      make(level, { class: "name" }, make("a", { href: card.href, "data-page": "true" }, card.name)),
      make("p", { class: "sub" }, card.polarity),
      text(card.figure, "value"),
      text(card.verdict, `verdict ${card.verdict.status}`),
      card.chart && chart(card));

  const group = (given) =>
    make("section", { class: "group" },
      given.heading && make("h2", {}, given.heading),
      make("ul", { class: "cards" }, ...given.cards.map(draw(given.heading ? "h3" : "h2"))));

  const gallery = (given) => make("div", { class: "gallery" }, ...given.groups.map(group));

  window.dashboard = Object.assign({}, window.dashboard, { gallery });
})();
