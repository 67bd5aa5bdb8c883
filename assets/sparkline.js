/* Draws the small line of a table cell from plain data; a click on a dot opens its quarter. */
(() => {
  const NAME = "http://www.w3.org/2000/svg";

  const node = (tag, props) => {
    const made = document.createElementNS(NAME, tag);
    for (const [name, value] of Object.entries(props)) made.setAttribute(name, value);
    return made;
  };

  const RADII = { latest: 5, point: 2.75, country: 3.5 };

  const dot = ([name, cx, cy, quarter]) => {
    const made = node("circle", { class: name, cx, cy, r: RADII[name] });
    if (name !== "country") made.dataset.at = quarter;
    return made;
  };

  const sparkline = ({ box: [width, height], shade: [from, to], paths, dots }, says) => {
    const svg = node("svg", { class: "sparkline", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": says });
    svg.append(
      node("rect", { class: "year", x: from, y: 0, width: Math.max(0, to - from), height }),
      ...paths.map(([name, d]) => node("path", { class: name, d })),
      ...dots.map(dot));
    return svg;
  };

  document.addEventListener("click", (event) => {
    const at = event.target.closest(".sparkline [data-at]");
    if (!at) return;
    const there = new URL(at.closest("[data-find]").querySelector("a").href);
    there.searchParams.set("quarter", at.dataset.at);
    window.dashboard.go.to(there.href);
  });

  window.dashboard = Object.assign({}, window.dashboard, { sparkline });
})();
