/* Goes to the quarter of a point that is clicked, and hides the line whose label is. */
(() => {
  const plot = () => window.dashboard.plot;
  /* How near to a point a click means it, in px. */
  const REACH = 14;
  let down = null;

  /* A date leads to its quarter where the indicator has figures as at it, but for the chosen one. */
  const quarterOf = (found) => {
    const { stops, chosen } = window.dashboard.scrubber.timeline();
    const known = found && stops.some(([id], at) => id === found.quarter && at !== chosen);
    return known ? found.quarter : "";
  };

  const go = (found) => {
    const quarter = quarterOf(found);
    if (quarter) window.dashboard.go.to(window.dashboard.go.atQuarter(quarter));
  };

  const dateAt = (graph, { across, down: depth }) => {
    const near = plot().lines(graph).flatMap(({ points }) => points).filter((point) =>
      point && Math.hypot(point[0] - across, point[1] - depth) <= REACH);
    return near.length ? plot().dates(graph)[plot().nearest(graph, near[0][0])] : null;
  };

  const found = (event) => {
    const graph = plot().graphOf(event.target.closest?.(".chart-box"));
    return graph?.layout ? { graph, place: plot().place(graph, event) } : null;
  };

  /* What the reader has chosen to compare with and whose label an event is on. */
  const compared = () => (window.dashboard.page.state().choices.compare || "").split(",");
  const option = (event) => {
    const label = event.target.closest?.("#chart .annotation");
    const name = label && window.dashboard.readout.labelName(label.closest(".js-plotly-plot"), label);
    return name && compared().includes(name) ? name : "";
  };

  const hide = (name) => {
    const compare = compared().filter((each) => each !== name).join(",") || "none";
    window.dashboard.go.to(window.dashboard.go.here({ compare }));
  };

  document.addEventListener("pointermove", (event) => {
    const here = found(event);
    if (!here) return;
    const leads = option(event) || quarterOf(dateAt(here.graph, here.place));
    here.graph.classList.toggle("leads", Boolean(leads));
  });

  document.addEventListener("pointerdown", (event) => {
    const here = event.pointerType !== "touch" && !event.button && found(event);
    down = here && { ...here, x: event.clientX, y: event.clientY, label: option(event) };
  });

  /* While a button is down plotly lays a cover over everything, so that where it went down counts. */
  document.addEventListener("pointerup", (event) => {
    if (!down || Math.hypot(event.clientX - down.x, event.clientY - down.y) > 4) return;
    if (down.label) hide(down.label);
    else if (down.place.within) go(dateAt(down.graph, down.place));
  });

  window.dashboard = Object.assign({}, window.dashboard, { points: { go } });
})();
