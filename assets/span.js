/* Chooses the chart's years by a drag across it; a double click or Esc brings all of them back. */
(() => {
  const plot = () => window.dashboard.plot;
  /* What is shorter is a click, in px. */
  const LEAST = 24;
  let drag = null;

  const go = (from, to) => window.dashboard.go.to(window.dashboard.go.here({ from, to }));

  const chosen = () => /[?&](from|to)=/.test(window.location.search);

  /* Whole years, as figures are chosen by the year in which they end. */
  const years = ({ graph, start, end }) => {
    const dates = plot().dates(graph);
    const [first, last] = [dates[0], dates.at(-1)].map(({ at }) => Number(at.slice(0, 4)));
    const [from, to] = [Math.min(start, end), Math.max(start, end)].map((at) => plot().yearAt(graph, at));
    return { from: Math.min(Math.max(from, first), last), to: Math.max(Math.min(to, last), first), first, last };
  };

  const draw = () => {
    const mark = drag.box.querySelector(".chosen-years");
    const { left, top, width, height } = plot().area(drag.graph);
    const { from, to } = years(drag);
    const inside = (at) => Math.min(Math.max(at, left), left + width);
    const [begin, finish] = [`${from}-01-01`, `${to}-12-31`].map((day) => inside(plot().x(drag.graph, day)));
    mark.style.left = `${begin}px`;
    mark.style.width = `${finish - begin}px`;
    mark.style.top = `${top}px`;
    mark.style.height = `${height}px`;
    mark.textContent = from === to ? `${from}` : `${from} to ${to}`;
    mark.hidden = false;
  };

  const drop = () => {
    if (drag) drag.box.querySelector(".chosen-years").hidden = true;
    drag = null;
  };

  const isLong = () => Math.abs(drag.end - drag.start) >= LEAST;

  document.addEventListener("pointerdown", (event) => {
    const box = event.target.closest?.(".chart-box");
    const graph = plot().graphOf(box);
    if (event.button || !graph?.layout) return;
    if (plot().dates(graph).length < 2) return;
    const { across, within } = plot().place(graph, event);
    if (within) drag = { box, graph, start: across, end: across };
  });

  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    drag.end = plot().place(drag.graph, event).across;
    if (!isLong()) return;
    draw();
    window.dashboard.readout.hide();
  });

  document.addEventListener("pointerup", () => {
    const found = drag && isLong() ? years(drag) : null;
    drop();
    if (!found) return;
    const { from, to, first, last } = found;
    if (from > first || to < last) go(from, to);
  });

  /* A finger that moves down scrolls the page, and the browser takes it over. */
  document.addEventListener("pointercancel", drop);

  /* A double click, of which plotly lets only the presses through. */
  document.addEventListener("mousedown", (event) => {
    const graph = event.detail === 2 && plot().graphOf(event.target.closest?.(".chart-box"));
    if (graph?.layout && plot().place(graph, event).within && chosen()) go();
  }, true);

  /* From the chart, or where nothing is focused; a list or a menu closes by its own Esc. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const here = event.target.matches("body, main, h1") || event.target.closest(".chart-box");
    if (drag) drop();
    else if (here && chosen() && document.querySelector("#chart")?.offsetParent) go();
  });
})();
