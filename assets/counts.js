/* Draws the counts of the overview from plain data; each is a button with an address. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);

  const parts = ({ mark, number, words, status }) => [
    mark && window.dashboard.shape(mark),
    ...(words ? [make("b", { class: status }, number), ` ${words}`] : ["All ", make("b", {}, number)]),
  ];

  const filter = (given) =>
    given.href
      ? make("a", { class: "count", role: "button", href: given.href, "data-page": "true",
        "data-stay": "true", "aria-pressed": String(given.pressed) }, ...parts(given))
      : make("span", { class: "count" }, ...parts(given));

  const draw = (place, given) =>
    place.replaceChildren(...(given ? [make("nav", { "aria-label": "Show" }, ...given.filters.map(filter))] : []));

  /* A button answers to the space bar, a link does not. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== " " || !event.target.matches("a.count")) return;
    event.preventDefault();
    event.target.click();
  });

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { counts: draw });
})();
