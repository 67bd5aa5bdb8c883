/* Chooses the chart's size for this screen and sends it to the server with every request. */
(() => {
  const tiny = window.matchMedia("(max-width: 370px)");
  const narrow = window.matchMedia("(max-width: 700px)");
  const large = window.matchMedia("(min-width: 1700px)");
  /* By the window's height, the lowest first; 4-chart.css keeps as much room for the chart. */
  const heights = [
    ["flat", window.matchMedia("(max-height: 699px)")],
    ["low", window.matchMedia("(max-height: 759px)")],
    ["middle", window.matchMedia("(max-height: 839px)")],
  ];
  const wall = window.matchMedia("(min-width: 1200px)");

  const size = () => {
    if (tiny.matches) return "tiny";
    if (narrow.matches) return "narrow";
    if (window.location.pathname === "/present" && wall.matches)
      return large.matches ? "large-stage" : "stage";
    const low = heights.find(([, height]) => height.matches);
    if (low) return low[0];
    return large.matches ? "large" : "wide";
  };

  /* On paper: as wide as a sheet, unless the screen is a phone's. */
  const paper = () => (tiny.matches || narrow.matches ? size() : "paper");

  /* Another size: the address is said once more, and the server draws the chart anew. */
  const redraw = () =>
    window.dash_clientside.set_props("url", { search: window.location.search });

  tiny.addEventListener("change", redraw);
  narrow.addEventListener("change", redraw);
  large.addEventListener("change", redraw);
  for (const [, height] of heights) height.addEventListener("change", redraw);
  wall.addEventListener("change", () => window.location.pathname === "/present" && redraw());

  window.dashboard = Object.assign({}, window.dashboard, { chart: { paper, size } });
})();
