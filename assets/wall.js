/* Draws the overview as a wall: a tile a portfolio, and in it a shape for each indicator. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const SIZES = [54, 40, 32, 26, 21, 16];
  const SMALLEST_LINK = 21;
  const GAP = 4;
  const MOST_ROWS = 6;
  /* A strip no higher than this leaves room for eight tiles on a large screen. */
  const MOST_HEIGHT = MOST_ROWS * (SMALLEST_LINK + GAP);

  const words = (given) => Object.fromEntries(given.key);

  const cell = (labels) => (each) =>
    make("li", { "data-find": each.find },
      make("a", {
        href: each.href,
        "data-page": "true",
        tabindex: "-1",
        "aria-label": `${each.name}: ${labels[each.mark]}`,
      }, window.dashboard.shape(each.mark)));

  const tile = (labels) => (given) =>
    make("section", { class: "tile" },
      make("h2", {},
        make("a", { href: given.href, "data-page": "true", "aria-label": `${given.name}: ${given.count} ${given.words}` },
          make("span", { class: "name" }, given.name),
          " ",
          make("span", { class: "tally" }, given.count),
          " ",
          make("span", { class: "words" }, given.words))),
      make("ul", { class: "marks", "aria-label": "Its indicators" }, ...given.rows.map(cell(labels))),
      make("p", { class: "newest" },
        given.kind && make("b", {}, `${given.kind}: `), given.newest),
      make("p", { class: "pointed", "aria-hidden": "true", hidden: "true" }));

  const columns = (width, size) => Math.max(1, Math.floor((width + GAP) / (size + GAP)));

  /* The largest shapes with which the strip has few rows; those after them where that saves a row,
     since one shape alone under the others looks like another kind. */
  const fit = (strip) => {
    const larger = Number(getComputedStyle(strip).getPropertyValue("--larger"));
    const sizes = SIZES.map((size) => size * larger);
    const rows = (size) => Math.ceil(strip.children.length / columns(strip.clientWidth, size));
    const fits = (size) => rows(size) <= MOST_ROWS && rows(size) * (size + GAP) <= MOST_HEIGHT;
    const largest = sizes.find(fits) || sizes.at(-1);
    const next = sizes[sizes.indexOf(largest) + 1];
    const size = next >= SMALLEST_LINK && rows(next) < rows(largest) ? next : largest;
    strip.style.setProperty("--mark", `${size}px`);
    strip.classList.toggle("small", size < SMALLEST_LINK);
  };

  const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

  const draw = (given) => {
    resized.disconnect();
    const tiles = make("div", { class: "tiles" }, ...given.groups.map(tile(words(given))));
    tiles.querySelectorAll(".marks").forEach((strip) => resized.observe(strip));
    return make("div", { class: "wall" }, tiles, window.dashboard.markKey(given.key));
  };

  /* The name of the shape under the pointer or in focus stands where the news was. */
  const point = (tile, name) => {
    const [newest, pointed] = [".newest", ".pointed"].map((each) => tile.querySelector(each));
    pointed.textContent = name;
    pointed.hidden = !name;
    newest.classList.toggle("covered", !!name);
  };

  const named = (event) => event.target.closest?.(".wall .marks a");
  const over = (event) => {
    const link = named(event);
    if (link) point(link.closest(".tile"), link.getAttribute("aria-label"));
  };
  const out = (event) => {
    const link = named(event);
    if (link) point(link.closest(".tile"), "");
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("pointerout", out);
  document.addEventListener("focusout", out);

  const step = (links, at, key) => {
    const [first, second] = links;
    const below = links.findIndex((link) => link.offsetTop > first.offsetTop);
    const across = below < 0 || !second ? links.length : below;
    return { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - across, ArrowDown: at + across,
      Home: 0, End: links.length - 1 }[key];
  };

  /* → enters the shapes of a tile; ← from the first, or Esc, leads back to the tile. */
  document.addEventListener("keydown", (event) => {
    const tile = event.target.closest(".wall .tile");
    if (!tile || event.altKey || event.ctrlKey || event.metaKey) return;
    const own = tile.querySelector("h2 a");
    const links = [...tile.querySelectorAll("li:not([hidden]) a")];
    const at = links.indexOf(event.target);
    const goal = event.key === "Escape" ? -1 : step(links.length ? links : [own], at, event.key);
    if (goal === undefined || (at < 0 && !["ArrowRight", "End"].includes(event.key))) return;
    /* The rows of a table listen to the same arrows. */
    event.stopImmediatePropagation();
    event.preventDefault();
    if (goal === -1) own.focus();
    else links[Math.min(goal, links.length - 1)]?.focus();
  }, true);

  window.dashboard = Object.assign({}, window.dashboard, { wall: draw });
})();
