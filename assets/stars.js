/* The reader's own indicators: starred, kept in this browser, listed by the address of their list. */
(() => {
  const NAME = "http://www.w3.org/2000/svg";
  const STAR = "M12 2.6L14.9 8.8L21.7 9.6L16.7 14.2L18 20.9L12 17.6L6 20.9L7.3 14.2L2.3 9.6L9.1 8.8Z";
  const make = (...given) => window.dashboard.grid.make(...given);
  /* What the server says of own lists; the one on the screen is `shown`, null on other pages. */
  let list = null;
  /* The place of a star that was taken from the list on the screen: the next gets the focus. */
  let taken = null;

  const kept = () => (window.localStorage.getItem("mine") || "").split(",").filter(Boolean);
  const keep = (ids) => window.localStorage.setItem("mine", ids.join(","));

  const href = () => (kept().length ? list.href.replace(list.any, kept().join(",")) : list.empty);

  const buttons = () => [...document.querySelectorAll("[data-star]")];
  const rowButtons = () => [...document.querySelectorAll("[data-from=rows] [data-star]")];

  const mark = () => {
    const ids = kept();
    const full = Boolean(list) && ids.length >= list.most;
    for (const button of buttons()) {
      const has = ids.includes(button.dataset.star);
      button.setAttribute("aria-pressed", has);
      button.disabled = full && !has;
      button.title = button.disabled ? `My indicators is full: it holds ${list.most}` : button.getAttribute("aria-label");
    }
  };

  const icon = () => {
    const svg = document.createElementNS(NAME, "svg");
    const path = document.createElementNS(NAME, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", STAR);
    svg.append(path);
    return svg;
  };

  const opened = (href) => decodeURIComponent(new URL(href, window.location).pathname.split("/")[2]);

  const star = (href, name) =>
    make("button", { type: "button", class: "star", "data-star": opened(href), "aria-label": `Keep ${name} in My indicators` }, icon());

  /* The list on the screen follows the star only if it is the reader's own: it may be another's. */
  const toggle = (button) => {
    const before = kept();
    const id = button.dataset.star;
    const own = list.shown && list.shown.toSorted().join() === before.toSorted().join() && button.closest("[data-from=rows]");
    keep(before.includes(id) ? before.filter((each) => each !== id) : [...before, id]);
    mark();
    if (!own) return;
    taken = rowButtons().indexOf(button);
    window.dashboard.go.to(href(), { replace: true });
  };

  /* A star for a row or card that opens an indicator; a history draws its own, in a column. A wall
     has none: a shape there is too small for a second thing to press. */
  const add = (row) => {
    const link = row.querySelector("a[href^='/indicator/']");
    if (link) (row.matches("tr") ? row.cells[1] : row).append(star(link.href, link.textContent));
    return row;
  };

  const drawn = () => {
    mark();
    if (taken === null) return;
    const left = rowButtons();
    (left[Math.min(taken, left.length - 1)] || document.querySelector("main > section:not([hidden]) h1")).focus();
    taken = null;
  };

  /* The star of the page's own indicator, which stays while it is the same, and so the focus on it. */
  const addHere = (indicators) => {
    const place = document.getElementById("star-here");
    const [name, href] = indicators.find(([, , , chosen]) => chosen) || [];
    const id = href && opened(href);
    if (place.firstChild?.dataset.star === id) return;
    place.replaceChildren(...(id ? [star(href, name)] : []));
  };

  /* A list's address without ids is the reader's own; ids that are no indicator's are forgotten. */
  const arrived = ({ own, indicator }) => {
    list = own;
    addHere(indicator);
    if (list.unknown.length) keep(kept().filter((id) => !list.unknown.includes(id)));
    if (list.shown && !list.shown.length && kept().length)
      setTimeout(() => window.dashboard.go.to(href(), { replace: true }));
    mark();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-star]");
    if (button) toggle(button);
  });

  /* Another tab's star counts here too. */
  window.addEventListener("storage", (event) => event.key === "mine" && mark());

  window.dashboard = Object.assign({}, window.dashboard, { stars: { add, arrived, drawn, href, kept, mark, star } });
})();
