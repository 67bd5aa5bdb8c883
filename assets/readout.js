/* Shows what is known at a date, on every chart of the page at once, and which line is pointed at. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const plot = () => window.dashboard.plot;
  /* How near to a line the pointer is to mean it, in px. */
  const REACH = 12;
  const AIR = 10;

  const boxes = () => [...document.querySelectorAll(".chart-box")].filter((box) => box.offsetParent);

  /* The place among the dates of the one that is shown; -1 for none. */
  let shown = -1;

  const hide = () => {
    shown = -1;
    for (const part of document.querySelectorAll(".readout, .crosshair")) part.hidden = true;
  };

  /* A chart drawn anew may be as at an earlier quarter, which does not know the date any more. */
  const watched = new WeakSet();
  const watch = (graph) => {
    if (watched.has(graph)) return;
    watched.add(graph);
    graph.on("plotly_afterplot", () => window.dashboard.dates.leave());
  };

  /* The labels and the points of the chart, in px from the box's left upper corner. */
  const taken = (box) => {
    const { left, top } = box.getBoundingClientRect();
    const marks = ".textpoint text, .annotation-text, .points path";
    return [...box.querySelectorAll(marks)].map((node) => {
      const mark = node.getBoundingClientRect();
      return { left: mark.left - left, right: mark.right - left, top: mark.top - top, bottom: mark.bottom - top };
    });
  };

  const covered = (one, other) =>
    Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
    Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));

  /* Beside the date, above or below, where it covers least. */
  const settle = (box, readout, at, area) => {
    const { offsetWidth: width, offsetHeight: height } = readout;
    const bound = (left) => Math.max(area.left, Math.min(left, area.left + area.width - width));
    const corners = [at + AIR, at - AIR - width].flatMap((left) =>
      [area.top, area.top + (area.height - height) / 2, area.top + area.height - height]
        .map((top) => ({ left: bound(left), top })));
    const marks = taken(box);
    const cost = ({ left, top }) => {
      const own = { left, top, right: left + width, bottom: top + height };
      const over = own.left < at && at < own.right ? width * height : 0;
      return over + marks.reduce((sum, mark) => sum + covered(own, mark), 0);
    };
    const [best] = corners.map((corner) => [cost(corner), corner]).sort(([one], [two]) => one - two);
    readout.style.left = `${best[1].left}px`;
    readout.style.top = `${best[1].top}px`;
  };

  const showOn = (box, index) => {
    const graph = plot().graphOf(box);
    const found = graph && plot().dates(graph)[index];
    if (!found) return;
    watch(graph);
    const [readout, crosshair] = [".readout", ".crosshair"].map((part) => box.querySelector(part));
    readout.replaceChildren(make("b", {}, found.heading), ...found.texts.map((text) => make("span", {}, text)));
    const [at, area] = [plot().x(graph, found.at), plot().area(graph)];
    crosshair.style.left = `${at}px`;
    crosshair.style.top = `${area.top}px`;
    crosshair.style.height = `${area.height}px`;
    for (const part of [readout, crosshair]) part.hidden = false;
    settle(box, readout, at, area);
  };

  /* Charts under each other have the same dates. */
  const show = (index) => {
    shown = index;
    boxes().forEach((box) => showOn(box, index));
  };

  /* The height of a line where the pointer is; none where it has no joined points. */
  const heightAt = (points, across) => {
    const next = points.findIndex((point, at) => at && point && points[at - 1]
      && points[at - 1][0] <= across && across <= point[0]);
    if (next < 0) return null;
    const [[x0, y0], [x1, y1]] = [points[next - 1], points[next]];
    return x1 === x0 ? y1 : y0 + ((across - x0) / (x1 - x0)) * (y1 - y0);
  };

  const lineAt = (graph, { across, down }) => {
    const near = plot().lines(graph).map(({ name, points }) => [name, Math.abs(heightAt(points, across) - down),
      heightAt(points, across)]).filter(([, away, there]) => there !== null && away <= REACH);
    return near.sort(([, one], [, two]) => one - two)[0]?.[0] || "";
  };

  /* The line pointed at, or whose label is, stands out together with its label. */
  const point = (graph, name) => {
    for (const line of plot().lines(graph)) line.node?.classList.toggle("pointed", line.name === name);
    for (const label of graph.querySelectorAll(".annotation"))
      label.classList.toggle("pointed", Boolean(name) && labelName(graph, label) === name);
  };

  const labelName = (graph, label) => graph.layout.annotations[label.dataset.index]?.name || "";

  const follow = (event) => {
    const box = event.target.closest?.(".chart-box");
    const graph = plot().graphOf(box);
    if (!graph?.layout || !plot().dates(graph).length) {
      hide();
      return;
    }
    const label = event.target.closest(".annotation");
    const place = plot().place(graph, event);
    point(graph, label ? labelName(graph, label) : lineAt(graph, place));
    const held = event.buttons && event.pointerType !== "touch";
    if (place.within && !label && !held) show(plot().nearest(graph, place.across));
    else hide();
  };

  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerdown", follow);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  window.dashboard = Object.assign({}, window.dashboard, { readout: { hide, labelName, show, shown: () => shown } });
})();
