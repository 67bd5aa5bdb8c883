/* Draws the plain data of each new screen, and tells the reader what has changed. */
(() => {
  let last = {};

  /* Each place names its drawing and its store, so a new table needs no script. */
  const arrived = () => {
    const now = window.dash_clientside.callback_context.inputs;
    const { ahead, drawings, page, search } = window.dashboard;
    const state = now["page-state.data"];
    for (const place of document.querySelectorAll("[data-draw]")) {
      const key = `${place.dataset.from}.data`;
      if (now[key] !== last[key]) drawings[place.dataset.draw](place, now[key]);
    }
    if (state !== last["page-state.data"]) page.arrived(state);
    ahead.arrived(state);
    search.apply(state.choices.find || "");
    search.drawSwitch();
    last = now;
    return state.drawn;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, { screen: { arrived } });
})();
