/* Prints an indicator's page as its sheet of the pack, with the quarter that the page shows.

   The sheet is fetched when the page has come to rest, for a browser that prints does not wait;
   it is drawn only then, since a second chart would cost every reader its time. Until it has come
   the page prints as it is. */
(() => {
  const IDLE = 250;
  let place = null;
  let wanted = "";
  let slide = null;
  let waiting = null;

  const keep = async (given) => {
    const asked = wanted;
    try {
      const found = await window.dashboard.paper.fetched(given.sheet, "paper");
      if (asked === wanted) slide = found;
    } catch {
      /* Meanwhile the page itself is printed; the next screen asks again. */
      if (asked === wanted) wanted = "";
    }
  };

  const draw = () => {
    if (!slide) return;
    const { paper, slide: { parts } } = window.dashboard;
    const figure = slide.chart && window.Plotly && parts.frame(slide);
    place.replaceChildren(paper.indicator(slide, figure));
    if (figure) parts.plot(figure, slide.chart);
  };

  /* Another indicator, quarter or dataset is on the page; without data, another page. */
  const arrived = (here, given) => {
    const now = JSON.stringify(given ?? "");
    if (now === wanted) return;
    place = here;
    wanted = now;
    slide = null;
    clearTimeout(waiting);
    if (given) waiting = setTimeout(keep, IDLE, given);
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest('a[href="#print"]')) return;
    event.preventDefault();
    window.print();
  });

  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", () => place?.replaceChildren());

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { paper: arrived });
})();
