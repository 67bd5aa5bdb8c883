/* Chooses the chart's drawing that fits the screen; the server has laid out each. */
(() => {
  const narrow = window.matchMedia("(max-width: 700px)");
  const large = window.matchMedia("(min-width: 1700px)");
  let figures = null;

  const fit = () => {
    if (narrow.matches) return figures.narrow;
    return large.matches ? figures.large : figures.wide;
  };

  const fitting = (given) => {
    figures = given;
    return figures ? fit() : window.dash_clientside.no_update;
  };

  for (const query of [narrow, large]) {
    query.addEventListener("change", () => {
      if (figures) window.dash_clientside.set_props("chart", { figure: fit() });
    });
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, { chart: { fitting } });
})();
