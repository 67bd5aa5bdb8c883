/* Lets the arrow keys step through a chart's dates like the mouse, and reads each one aloud. */
(() => {
  const HINT = "Arrow keys step through the dates, Enter goes to the quarter";
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  const places = new WeakMap();

  const datesOf = (slider) =>
    window.dashboard.plot.dates(window.dashboard.plot.graphOf(document.getElementById(slider.dataset.chart)));

  const tell = (slider, place, dates) => {
    const { heading, texts } = dates[place];
    slider.setAttribute("aria-valuemax", dates.length);
    slider.setAttribute("aria-valuenow", place + 1);
    slider.setAttribute("aria-valuetext", `${heading}: ${texts.join("; ")}`);
  };

  const moved = (key, place, last) => {
    if (key === "Home") return 0;
    if (key === "End" || place === undefined) return last;
    return Math.min(Math.max(place + STEPS[key], 0), last);
  };

  document.addEventListener("keydown", (event) => {
    const slider = event.target.closest(".dates");
    if (!slider || event.altKey || event.ctrlKey || event.metaKey) return;
    const dates = datesOf(slider);
    if (!dates.length) return;
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && places.has(slider)) window.dashboard.points.go(dates[places.get(slider)]);
    if (!(event.key in STEPS || event.key === "Home" || event.key === "End")) return;
    event.preventDefault();
    const place = moved(event.key, places.get(slider), dates.length - 1);
    places.set(slider, place);
    tell(slider, place, dates);
    window.dashboard.readout.show(place);
  });

  /* The next visit begins with the latest date again. */
  const leave = () => {
    for (const slider of document.querySelectorAll(".dates")) {
      places.delete(slider);
      slider.setAttribute("aria-valuenow", slider.getAttribute("aria-valuemax"));
      slider.setAttribute("aria-valuetext", HINT);
    }
    window.dashboard.readout.hide();
  };

  document.addEventListener("focusout", (event) => {
    if (event.target.closest(".dates")) leave();
  });

  window.dashboard = Object.assign({}, window.dashboard, { dates: { leave } });
})();
