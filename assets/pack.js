/* Fetches and draws a portfolio's printed pages, and prints once all are ready. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const over = (...given) => window.dashboard.paper.over(...given);
  const sheet = (...parts) => window.dashboard.paper.sheet(...parts);
  const AT_ONCE = 4;
  /* More sheets than these stand only near the window, or on paper. */
  const MANY = 30;
  let latest = null;
  let wanted = false;

  const place = () => document.querySelector("[data-draw=sheets]");

  const missed = ({ heading, groups }) => [
    make("h2", {}, heading),
    ...groups.map((group) => make("section", {}, make("h3", {}, group.heading),
      make("ul", {}, ...group.names.map((name) => make("li", {}, name))))),
  ];

  /* What the pack does not show stands with its contents: alone on a sheet it would be lost. */
  const first = ({ over: text, heading, lead }, contents, rest) => sheet(
    over(text),
    make("h1", { tabindex: "-1" }, heading),
    make("p", { class: "finding" }, lead),
    contents.groups.length
      ? make("div", { class: "judged" }, window.dashboard.grid.table(contents))
      : make("p", {}, "No indicator is shown by this choice."),
    ...(rest.groups.length ? missed(rest) : []));

  const lacked = (lacking, of) => lacking && make("p", { class: "not-ready" },
    `${lacking} of ${of} sheets ${lacking === 1 ? "was not ready and is" : "were not ready and are"} `
    + "left out of this print: wait until the page says that all are ready, then print again.");

  /* How far the pack is, for the screen; for paper, what would be missing if it were printed now. */
  const tell = (pack) => {
    const of = pack.length;
    const ready = pack.filter((each) => each.ready).length;
    const done = ready === of;
    place().classList.toggle("fetching", !done);
    place().querySelector("button").disabled = !done;
    place().querySelector("[role=status]").textContent =
      done && of ? `${of === 1 ? "The page is" : `All ${of} pages are`} ready.` : "";
    place().querySelector(".far").textContent = done ? "" : `${ready} of ${of}`;
    place().querySelector("progress").hidden = done;
    place().querySelector("progress").value = ready;
    place().querySelector(".not-ready")?.remove();
    const lacking = lacked(pack.filter((each) => !each.drawing).length, of);
    if (lacking) place().querySelector("h1").after(lacking);
    if (done && of && wanted) setTimeout(() => window.print());
    wanted &&= !done;
  };

  /* Who chose "Print or PDF" in the menu has asked once already. */
  document.addEventListener("click", ({ target }) => {
    wanted = Boolean(target.closest('#files a[href^="/print"]'));
  });

  const bar = (of) => {
    const button = make("button", { type: "button", class: "action" }, "Print");
    button.addEventListener("click", () => window.print());
    return make("div", { class: "print-bar" }, button,
      make("progress", { max: Math.max(of, 1), "aria-label": "Pages ready" }),
      make("span", { class: "far", "aria-hidden": "true" }), make("span", { role: "status" }));
  };

  /* Puts a sheet's content in its place, and its chart, once. */
  const draw = (each) => {
    each.drawing ??= (async () => {
      const { paper, slide: { parts } } = window.dashboard;
      const figure = each.slide.chart && parts.frame(each.slide);
      const made = paper.indicator(each.slide, figure);
      each.place.replaceWith(made);
      each.place = made;
      if (figure) await parts.plot(figure, each.slide.chart);
      if (latest.length > MANY) window.dashboard.parts.keep(made, "[data-draw=sheets]");
    })();
    return each.drawing;
  };

  const fill = async (each) => {
    const { chart, paper, slide: { parts } } = window.dashboard;
    each.slide ??= await paper.fetched(each.search, chart.paper());
    if (each.slide.chart) await parts.plotly();
    await draw(each);
    each.ready = true;
  };

  const missing = (each, retry) => {
    const again = make("button", { type: "button", class: "action" }, "Try again");
    again.addEventListener("click", retry);
    each.drawing = null;
    each.place.replaceChildren(make("p", { role: "alert" }, "This page could not be fetched. "), again);
    each.place.classList.add("waiting");
  };

  /* A few at a time, in order; another choice meanwhile ends it. */
  const fillAll = async (pack) => {
    const one = async (each) => {
      try {
        await fill(each);
      } catch {
        missing(each, () => one(each));
      }
      if (pack === latest) tell(pack);
    };
    const queue = [...pack];
    const work = async () => {
      while (queue.length && pack === latest) await one(queue.shift());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  /* A browser that prints does not wait: what has come is drawn, what has not is told. */
  const printed = () => {
    if (!latest) return;
    for (const each of latest)
      if (each.slide && (window.Plotly || !each.slide.chart)) draw(each);
    tell(latest);
  };

  const waiting = () => {
    const node = sheet(make("p", { class: "quiet" }, "One moment …"));
    node.classList.add("waiting");
    return node;
  };

  const arrived = (_, given) => {
    latest = given && given.sheets.map((search) => ({ search, place: waiting() }));
    if (!latest) {
      place().replaceChildren();
      return;
    }
    place().replaceChildren(bar(latest.length), first(given.first, given.contents, given.last),
      ...latest.map((each) => each.place));
    tell(latest);
    fillAll(latest);
  };

  window.addEventListener("beforeprint", printed);

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { sheets: arrived });
})();
