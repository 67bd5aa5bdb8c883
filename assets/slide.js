/* Draws one slide from plain data, with sides for the chart, the commentary and the table. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const CONFIG = { displayModeBar: false, staticPlot: true, responsive: true };

  const head = (slide) => [
    make("div", { class: "over" },
      make("span", {}, slide.over),
      slide.badge && make("span", { class: `verdict ${slide.badge.status}` }, slide.badge.text)),
    make("h1", { tabindex: "-1" }, slide.heading),
  ];

  const travel = (rows) =>
    make("dl", {}, ...rows.flatMap((row) => [
      make("dt", {}, row.label), make("dd", { class: row.status }, row.text)]));

  const facts = (slide) =>
    make("div", { class: "facts" },
      make("p", { class: "large-figure" }, slide.figure.value),
      ...slide.figure.under.map((text) => make("p", { class: "under" }, text)),
      travel(slide.travel));

  const quote = ({ note, quote: { mark, text } }) =>
    make("p", { class: "quote" }, note && `${note} `, mark, text && make("q", {}, text));

  /* Where a slide's chart goes, in words for who cannot see it. */
  const frame = (slide) =>
    make("figure", { role: "img", "aria-label": slide.says }, make("div", { class: "plot" }),
      slide.unit && make("p", { class: "unit" }, slide.unit));

  const plot = (figure, { data, layout }) =>
    window.Plotly.newPlot(figure.firstChild, data, layout, CONFIG);

  /* The library that draws charts arrives after the page. */
  const plotly = async () => {
    while (!window.Plotly) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  const chart = (slide) => {
    const figure = frame(slide);
    const draw = async () => {
      await plotly();
      if (figure.isConnected) plot(figure, slide.chart);
    };
    if (slide.chart) requestAnimationFrame(draw);
    return figure;
  };

  const reading = (slide) => {
    const { heading, by, paragraphs } = slide.commentary;
    return make("div", { class: "reading" }, make("div", { class: "pages" },
      make("h2", {}, heading), by && make("p", { class: "remark" }, by),
      ...paragraphs.map((text) => make("p", {}, text))));
  };

  const SIDES = {
    chart: (slide) => make("div", { class: "body" }, chart(slide), facts(slide), quote(slide)),
    commentary: reading,
    table: (slide) =>
      make("div", { class: "figures", tabindex: "0", role: "region", "aria-label": "The figures" },
        window.dashboard.grid.table(slide.table)),
  };

  /* Names that may be more than the screen holds, turned as a long table is. */
  const runsOn = (...parts) =>
    make("div", { class: "runs-on", tabindex: "0", role: "region", "aria-label": "The names" }, ...parts);

  const KINDS = {
    indicator: (slide, side) => SIDES[side](slide),
    title: (slide) => make("div", { class: "title" }, make("p", { class: "said" }, slide.lead),
      runsOn(make("ul", {}, ...slide.lines.map((text) => make("li", {}, text))))),
    rest: (slide) => runsOn(make("div", { class: "rest" }, slide.lead && make("p", {}, slide.lead),
      ...slide.groups.map((group) => make("section", {}, make("h2", {}, group.heading),
        make("ul", {}, ...group.names.map((name) => make("li", {}, name))))))),
  };

  const draw = (slide, side) =>
    make("div", { class: `slide ${slide.kind}` }, ...head(slide), KINDS[slide.kind](slide, side));

  window.dashboard = Object.assign({}, window.dashboard, { slide: { draw, parts: { facts, frame, plot, plotly } } });
})();
