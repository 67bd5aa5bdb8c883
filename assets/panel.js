/* A panel has arrived: draws its tables, and tells the reader what has changed. */
(() => {
  let last = [];

  const arrived = (...now) => {
    const [state, rows, points, definitions, deck, pack, checked] = now;
    const { page, grid, present, search, pack: paper } = window.dashboard;
    const isNew = (index) => now[index] !== last[index];
    if (isNew(1)) grid.draw("rows-table", rows);
    if (isNew(2)) grid.draw("points-table", points);
    if (isNew(3)) grid.draw("definitions-table", definitions);
    if (isNew(4)) present.arrived(deck);
    if (isNew(5)) paper.arrived(pack);
    if (isNew(6)) grid.draw("checked-table", checked);
    if (isNew(0)) page.arrived(state);
    search.apply(state.find);
    search.drawSwitch();
    last = now;
    return state.drawn;
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, { panel: { arrived } });
})();
