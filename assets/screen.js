/* Draws the plain data of each new screen, and tells the reader what has changed. */
(() => {
  let last = {};
  let held = null;

  const said = (node) => node.getAttribute("aria-label") || node.textContent || node.value;

  /* What had the focus and how it was called then; a click leaves it on purpose. */
  document.addEventListener("focusin", ({ target }) => {
    held = target.closest("main") && { node: target, name: said(target) };
  });
  document.addEventListener("pointerdown", () => {
    held = null;
  });

  /* What Dash draws anew keeps the focus likewise, once it is drawn. */
  const kept = () => {
    const { node, name } = held || {};
    if (!node || document.activeElement !== document.body || document.contains(node)) return;
    [...document.querySelectorAll(`main ${node.localName}`)]
      .find((each) => each.offsetParent && said(each) === name)?.focus({ preventScroll: true });
  };

  /* What is drawn anew keeps the focus on what is called the same, in the row of the same name. */
  const drawn = (place, data) => {
    const here = document.activeElement;
    const { parts } = window.dashboard;
    const name = place.contains(here) && said(here);
    const row = name && parts.rowOf(here);
    window.dashboard.drawings[place.dataset.draw](place, data);
    if (!name || document.contains(here)) return;
    const there = row ? parts.reach(place, row) : null;
    const found = [...(there || place).querySelectorAll(here.localName)].find((node) => said(node) === name);
    found?.focus({ preventScroll: Boolean(there) });
    /* At once: a smooth way would end where the row was before others had their height. */
    there?.scrollIntoView({ block: "nearest", behavior: "instant" });
  };

  const rows = () => document.querySelector("[data-from=rows]");

  /* Other words are looked for in the rows that have come. */
  const find = (text) => {
    const { search } = window.dashboard;
    const data = last["rows.data"];
    if (search.want(text)) drawn(rows(), data);
    search.tell(data);
  };

  /* Each place names its drawing and its store, so a new table needs no script. */
  const arrived = () => {
    const now = window.dash_clientside.callback_context.inputs;
    const { ahead, page, scroll, search } = window.dashboard;
    const state = now["page-state.data"];
    const others = search.want(state.choices.find || "");
    for (const place of document.querySelectorAll("[data-draw]")) {
      const key = `${place.dataset.from}.data`;
      if (now[key] !== last[key] || (others && place === rows())) drawn(place, now[key]);
    }
    if (state !== last["page-state.data"]) {
      page.arrived(state);
      scroll.arrived();
    }
    ahead.arrived(state);
    search.tell(now["rows.data"]);
    search.drawSwitch();
    last = now;
    requestAnimationFrame(() => setTimeout(kept));
    return state.drawn;
  };

  window.dashboard = Object.assign({}, window.dashboard, { screen: { find } });
  window.dash_clientside = Object.assign({}, window.dash_clientside, { screen: { arrived } });
})();
