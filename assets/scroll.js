/* Brings back the scroll place with the page: when the browser would, the page is not drawn yet. */
(() => {
  const kept = () => window.history.state?.scrolled ?? null;
  /* Where the page that is on its way was left; none for one that a link leads to. */
  let wanted = kept();
  /* Else a browser may bring back another row's place over ours. */
  window.history.scrollRestoration = "manual";

  window.addEventListener("popstate", ({ state }) => {
    wanted = state?.scrolled ?? null;
  });

  const keep = () => {
    if (wanted === null) window.history.replaceState({ ...window.history.state, scrolled: window.scrollY }, "");
  };
  document.addEventListener("scrollend", keep);

  const arrived = () => {
    if (wanted === null) return;
    const top = wanted;
    requestAnimationFrame(() => setTimeout(() => {
      window.scrollTo({ top, behavior: "instant" });
      wanted = null;
    }));
  };

  window.dashboard = Object.assign({}, window.dashboard, { scroll: { arrived, keep } });
})();
