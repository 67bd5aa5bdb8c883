/* Unpacks a table whose texts stand once each; a row is made of them only when it is drawn. */
(() => {
  const NAMES = ["main", "sub", "status", "href"];

  const cell = (texts) => (places) => {
    const said = places.map((place) => texts[place]);
    const made = Object.fromEntries(NAMES.map((name, at) => [name, said[at]]).filter(([, text]) => text));
    return said.length > NAMES.length ? { ...made, why: said.slice(NAMES.length) } : made;
  };

  const row = (texts) => (cells) => ({ get cells() { return cells.map(cell(texts)); } });

  const unpacked = ({ texts, groups, ...grid }) => ({
    ...grid,
    groups: groups.map(({ rows, ...group }) => ({ ...group, rows: JSON.parse(rows).map(row(texts)) })),
  });

  window.dashboard = Object.assign({}, window.dashboard, { unpacked });
})();
