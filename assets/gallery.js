/* Draws the overview as small charts from plain data, with HTML labels over each image. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);

  const label = (given) => {
    const node = make("span", { class: `label ${given.role.replace(" ", "-")}` }, given.text);
    node.style.left = `${given.x}%`;
    node.style.top = `${given.y}%`;
    return node;
  };

  const chart = (card) =>
    make("div", { class: "small-chart", role: "img", "aria-label": card.says },
      make("img", { src: card.image, alt: "", loading: "lazy" }), ...card.labels.map(label));

  const text = (cell, status) =>
    make("p", { class: status },
      cell.main && make("span", { class: "main" }, cell.main),
      cell.sub && make("span", { class: "sub" }, cell.sub));

  /* A card is a level under the heading of its group, or under the page's own. */
  const draw = (level) => (card) =>
    make("li", { class: `card ${card.status}`, "data-find": card.find },
      make(level, { class: "name" }, window.dashboard.shape(card.mark), make("a", { href: card.href, "data-page": "true" }, card.name)),
      make("p", { class: "sub" }, card.polarity),
      text(card.figure, "value"),
      card.image && chart(card),
      text(card.verdict, card.verdict.status));

  const group = (given) =>
    make("section", { class: "group" },
      given.heading && make("h2", {}, given.heading),
      make("ul", { class: "cards" }, ...given.cards.map(draw(given.heading ? "h3" : "h2"))));

  const gallery = (given) => make("div", { class: "gallery" }, ...given.groups.map(group));

  window.dashboard = Object.assign({}, window.dashboard, { gallery });
})();
