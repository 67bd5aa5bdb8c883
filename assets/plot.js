/* Says where the dates, the lines and the points of a chart lie, in px from its left upper corner. */
(() => {
  const DRAWN = "line-";

  const graphOf = (box) => box && box.querySelector(".js-plotly-plot");

  /* What is known at each date, oldest first; dashboard/charts/hover.py writes it. */
  const dates = (graph) => graph?.layout?.meta?.dates || [];

  const area = (graph) => {
    const { width, height } = graph.getBoundingClientRect();
    const { l, r, t, b } = graph.layout.margin;
    return { left: l, top: t, width: width - l - r, height: height - t - b };
  };

  const ends = (graph) => graph.layout.xaxis.range.map((day) => Date.parse(day));

  const x = (graph, day) => {
    const { left, width } = area(graph);
    const [first, last] = ends(graph);
    return left + ((Date.parse(day) - first) / (last - first)) * width;
  };

  const y = (graph, value) => {
    const { top, height } = area(graph);
    const [low, high] = graph.layout.yaxis.range;
    return top + (1 - (value - low) / (high - low)) * height;
  };

  const yearAt = (graph, at) => {
    const { left, width } = area(graph);
    const [first, last] = ends(graph);
    return new Date(first + ((at - left) / width) * (last - first)).getUTCFullYear();
  };

  /* Each line's name and its points in order, null where it is broken. */
  const lines = (graph) =>
    graph.data.filter(({ uid }) => uid && uid.startsWith(DRAWN)).map((trace) => ({
      name: trace.uid.slice(DRAWN.length),
      node: graph.querySelector(`.trace${trace.uid}`),
      points: trace.x.map((day, at) => day && [x(graph, day), y(graph, trace.y[at])]),
    }));

  /* Where an event is, and whether that is within the plot. */
  const place = (graph, event) => {
    const frame = graph.getBoundingClientRect();
    const { left, top, width, height } = area(graph);
    const [across, down] = [event.clientX - frame.left, event.clientY - frame.top];
    const within = across >= left && across <= left + width && down >= top && down <= top + height;
    return { across, down, within };
  };

  const nearest = (graph, across) =>
    dates(graph).reduce((best, { at }, index, all) =>
      Math.abs(x(graph, at) - across) < Math.abs(x(graph, all[best].at) - across) ? index : best, 0);

  window.dashboard = Object.assign({}, window.dashboard, {
    plot: { area, dates, graphOf, lines, nearest, place, x, yearAt },
  });
})();
