/* Goes to the quarter of a point that is clicked or tapped, and hides the line whose label is. */
(() => {
  const plot = () => window.dashboard.plot;
  /* How near to a point a click or a finger means it, and how far either may slip, in px. */
  const REACH = { mouse: 14, touch: 22 };
  const SLIP = { mouse: 4, touch: 10 };
  const kind = ({ pointerType }) => (pointerType === "touch" ? "touch" : "mouse");
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

  const indexAt = (event, { graph, place: { across, down: depth } }) => {
    const away = ([x, y]) => Math.hypot(x - across, y - depth);
    const points = plot().lines(graph).flatMap(({ points: each }) => each).filter(Boolean);
    const [near] = points.toSorted((one, other) => away(one) - away(other));
    return near && away(near) <= REACH[kind(event)] ? plot().nearest(graph, near[0]) : -1;
  };
  const dateAt = (event, here) => plot().dates(here.graph)[indexAt(event, here)] || null;

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
    const leads = option(event) || quarterOf(dateAt(event, here));
    here.graph.classList.toggle("leads", Boolean(leads));
  });

  /* A finger cannot hover: its first tap on a point shows the date, the next one leads there. */
  const isKnown = (event, here) =>
    kind(event) === "mouse" || window.dashboard.readout.shown() === indexAt(event, here);

  document.addEventListener("pointerdown", (event) => {
    const here = !event.button && found(event);
    down = here && { ...here, x: event.clientX, y: event.clientY, known: isKnown(event, here),
      label: kind(event) === "mouse" && option(event) };
  });

  /* While a button is down plotly lays a cover over everything, so that where it went down counts. */
  document.addEventListener("pointerup", (event) => {
    if (!down || Math.hypot(event.clientX - down.x, event.clientY - down.y) > SLIP[kind(event)]) return;
    if (down.label) hide(down.label);
    else if (down.place.within && down.known) go(dateAt(event, down));
  });

  window.dashboard = Object.assign({}, window.dashboard, { points: { go } });
})();
