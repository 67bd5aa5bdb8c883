/* Fetches and draws a portfolio's printed pages, and prints once all are ready. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const over = (...given) => window.dashboard.paper.over(...given);
  const sheet = (...parts) => window.dashboard.paper.sheet(...parts);
  const AT_ONCE = 4;
  let latest = null;

  const place = () => document.querySelector("[data-draw=sheets]");

  const first = ({ over: text, heading, lead, counts }, contents) => sheet(
    over(text),
    make("h1", { tabindex: "-1" }, heading),
    make("p", { class: "finding" }, lead),
    make("ul", { class: "counts" }, ...counts.map((said) => make("li", {}, said))),
    contents.groups.length
      ? make("div", { class: "judged" }, window.dashboard.grid.table(contents))
      : make("p", {}, "No indicator is shown by this choice."));

  const last = ({ over: text, heading, groups }) => sheet(
    over(text),
    make("h2", {}, heading),
    ...groups.map((group) => make("section", {}, make("h3", {}, group.heading),
      make("ul", {}, ...group.names.map((name) => make("li", {}, name))))));

  const said = (ready, of) => {
    const button = place().querySelector("button");
    button.disabled = ready < of;
    place().querySelector("[role=status]").textContent =
      ready < of ? "" : `${of === 1 ? "The page is" : `All ${of} pages are`} ready.`;
    place().querySelector(".count").textContent = ready < of ? `${ready} of ${of}` : "";
    place().querySelector("progress").hidden = ready >= of;
    place().querySelector("progress").value = ready;
  };

  const bar = (of) => {
    const button = make("button", { type: "button", class: "action" }, "Print");
    button.addEventListener("click", () => window.print());
    return make("div", { class: "print-bar" }, button,
      make("progress", { max: of, "aria-label": "Pages ready" }),
      make("span", { class: "count", "aria-hidden": "true" }), make("span", { role: "status" }));
  };

  const fill = async (waiting, search) => {
    const { chart, paper, slide: { parts } } = window.dashboard;
    const slide = await paper.fetched(search, chart.paper());
    const shelve = () => window.dashboard.parts.keep(made, "[data-draw=sheets]");
    const made = paper.indicator(slide, slide.chart && parts.chart(slide, shelve));
    waiting.replaceWith(made);
    if (!slide.chart) shelve();
  };

  const missing = (waiting, retry) => {
    const again = make("button", { type: "button", class: "action" }, "Try again");
    again.addEventListener("click", retry);
    waiting.replaceChildren(make("p", { role: "alert" }, "This page could not be fetched. "), again);
  };

  /* A few at a time, in order; another choice meanwhile ends it. */
  const fetchAll = async (pack, waiting) => {
    let ready = 0;
    const one = async (number) => {
      try {
        await fill(waiting[number], pack.sheets[number]);
        ready += 1;
        if (pack === latest) said(ready, waiting.length);
      } catch {
        missing(waiting[number], () => one(number));
      }
    };
    const queue = waiting.map((_, number) => number);
    const work = async () => {
      while (queue.length && pack === latest) await one(queue.shift());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };

  const arrived = (_, pack) => {
    latest = pack;
    if (!pack) {
      place().replaceChildren();
      return;
    }
    const waiting = pack.sheets.map(() => sheet(make("p", { class: "quiet" }, "One moment …")));
    const lacking = pack.last.groups.length ? [last(pack.last)] : [];
    place().replaceChildren(bar(waiting.length), first(pack.first, pack.contents), ...waiting,
      ...lacking);
    said(0, waiting.length);
    fetchAll(pack, waiting);
  };

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { sheets: arrived });
})();
