/* Draws an indicator's sheet of A4 from the content of its slide. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);

  const over = (text, badge) =>
    make("p", { class: "over" }, make("span", {}, text),
      badge && make("b", { class: badge.status }, badge.text));

  const sheet = (...parts) => make("article", { class: "paper" }, ...parts);

  const writing = ({ heading, by, paragraphs }) =>
    make("section", { class: "writing" }, make("h3", {}, heading), by && make("p", { class: "quiet" }, by),
      ...paragraphs.map((text) => make("p", {}, text)));

  /* With the figure that holds its chart, if it has one. */
  const indicator = (slide, figure) =>
    sheet(
      over(slide.over, slide.badge),
      make("h2", {}, slide.heading),
      window.dashboard.slide.parts.facts(slide),
      figure,
      make("p", { class: "quiet" }, [slide.note, ...slide.notes].filter(Boolean).join(" ")),
      slide.table.groups.length > 0 && make("div",
        { class: "points", tabindex: "0", role: "region", "aria-label": slide.table.caption },
        window.dashboard.grid.table(slide.table)),
      writing(slide.commentary));

  /* What a sheet shows: the query is the server's, the size one of its charts'. */
  const fetched = async (search, size) => {
    const answer = await fetch(`/present/slide.json${search}&size=${size}`);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  window.dashboard = Object.assign({}, window.dashboard, { paper: { fetched, indicator, over, sheet } });
})();
