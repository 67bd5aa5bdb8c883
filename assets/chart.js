/* Chooses the chart's drawing that fits the screen; the server has laid out both. */
(() => {
  const small = window.matchMedia("(max-width: 700px)");
  let figures = null;

  const fit = () => (small.matches ? figures.narrow : figures.wide);

  const fitting = (given) => {
    figures = given;
    return figures ? fit() : window.dash_clientside.no_update;
  };

  small.addEventListener("change", () => {
    if (figures) window.dash_clientside.set_props("chart", { figure: fit() });
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { chart: { fitting } });
})();
