/* Lets the arrow keys step through a chart's dates like the mouse, and reads each one aloud. */
(() => {
  const HINT = "Arrow keys step through the dates";
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  const places = new WeakMap();

  const plot = (slider) =>
    document.getElementById(slider.dataset.chart).querySelector(".js-plotly-plot");

  /* The trace that holds every date; charts/hover.py writes it. */
  const datesOf = (graph) => {
    const number = graph && graph.data ? graph.data.findIndex((trace) => trace.customdata) : -1;
    return number < 0 ? null : { number, dates: graph.data[number].customdata };
  };

  const tell = (slider, place, dates) => {
    const [heading, texts] = dates[place];
    slider.setAttribute("aria-valuemax", dates.length);
    slider.setAttribute("aria-valuenow", place + 1);
    slider.setAttribute("aria-valuetext", `${heading}: ${texts.replaceAll("<br>", "; ")}`);
  };

  const moved = (key, place, last) => {
    if (key === "Home") return 0;
    if (key === "End" || place === undefined) return last;
    return Math.min(Math.max(place + STEPS[key], 0), last);
  };

  document.addEventListener("keydown", (event) => {
    const slider = event.target.closest(".dates");
    if (!slider || event.altKey || event.ctrlKey || event.metaKey) return;
    const graph = plot(slider);
    const found = datesOf(graph);
    if (!found) return;
    if (event.key === "Escape") leave(slider);
    if (!(event.key in STEPS || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    const place = moved(event.key, places.get(slider), found.dates.length - 1);
    places.set(slider, place);
    tell(slider, place, found.dates);
    window.Plotly.Fx.hover(graph, [{ curveNumber: found.number, pointNumber: place }]);
  });

  /* The next visit begins with the latest date again. */
  const leave = (slider) => {
    places.delete(slider);
    slider.setAttribute("aria-valuenow", slider.getAttribute("aria-valuemax"));
    slider.setAttribute("aria-valuetext", HINT);
    const graph = plot(slider);
    if (graph && window.Plotly) window.Plotly.Fx.unhover(graph);
  };

  document.addEventListener("focusout", (event) => {
    const slider = event.target.closest(".dates");
    if (slider) leave(slider);
  });
})();
