/* Holds long lists in parts: those near the window stand in the page, the others keep their height.

   A list of many rows costs every reader the time of drawing them, though few are looked at. Find,
   print and keyboard still reach all: search goes over the data, paper and the browser's own find
   have every part stand, and beside the part in focus its neighbours do. */
(() => {
  const SIZE = 60;
  /* A list up to this long stands as a whole. */
  const LONG = 2 * SIZE;
  const NEAR = "1000px 0px";
  const GUESS = 80;
  const nothing = () => null;
  const held = new WeakMap();
  /* How high a row was of late, by the kind of list. */
  const heights = {};
  /* Those that stand because of the focus, wherever the window is. */
  const called = new Set();
  let printing = false;
  let seeking = false;
  let ending = false;

  const parts = (place) => [...place.querySelectorAll("[data-part]")];

  const stand = (node) => {
    const part = held.get(node);
    if (part.stands) return;
    part.contents ||= part.draw();
    part.stands = true;
    node.classList.remove("away");
    node.removeAttribute("aria-hidden");
    node.style.height = "";
    node.append(...part.contents);
    part.stood();
  };

  const away = (node, height) => {
    node.classList.add("away");
    node.setAttribute("aria-hidden", "true");
    node.style.height = `${height}px`;
  };

  const beside = (node) => {
    const all = parts(held.get(node).list());
    const at = all.indexOf(node);
    return [all[at - 1], all[at], all[at + 1]].filter(Boolean);
  };

  /* What is put away keeps its nodes, and so what a reader had opened in them. */
  const leave = (node, height) => {
    const part = held.get(node);
    const focused = document.activeElement.closest("[data-part]");
    if (!part.stands || printing || seeking) return;
    if (focused && beside(focused).includes(node)) {
      called.add(node);
      return;
    }
    part.contents = [...node.childNodes];
    part.stands = false;
    away(node, height);
    node.replaceChildren();
    part.left();
  };

  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect: { height } } of entries)
      if (isIntersecting) stand(target);
      else leave(target, height);
  }, { rootMargin: NEAR });

  /* Where a part is, is asked anew. */
  const look = (node) => {
    near.unobserve(node);
    if (node.dataset.part !== "0") near.observe(node);
  };

  const call = (node) => {
    called.add(node);
    stand(node);
  };

  /* The first part says how high the rows are of those that were never drawn. */
  const measure = (first) => {
    const { list, kind, rows } = held.get(first);
    const height = first.getBoundingClientRect().height / rows.length;
    if (!height || height === heights[kind]) return;
    heights[kind] = height;
    for (const node of parts(list())) {
      const part = held.get(node);
      if (!part.contents) node.style.height = `${height * part.rows.length}px`;
    }
  };
  const measured = new ResizeObserver((entries) => entries.forEach(({ target }) => measure(target)));

  /* `above` counts the rows of the table before a part, headings among them; `before` and `of` are
     of the rows of its group. */
  const cut = (groups) => {
    let above = 0;
    return groups.flatMap(({ rows, heading, ...group }) =>
      Array.from({ length: Math.ceil(rows.length / SIZE) }, (_, number) => {
        const before = number * SIZE;
        const part = { ...group, heading: number ? "" : heading, rows: rows.slice(before, before + SIZE), above, before, of: rows.length };
        above += part.rows.length + (part.heading ? 1 : 0);
        return part;
      }));
  };

  const count = (groups) => groups.reduce((sum, { rows }) => sum + rows.length, 0);

  const isLong = (groups) => count(groups) > LONG;

  /* A long table says how many rows it has, since only some stand in it, and each row which it is. */
  const told = (table, groups) => {
    if (!isLong(groups)) return table;
    const headings = groups.filter(({ heading }) => heading).length;
    table.setAttribute("aria-rowcount", table.tHead.rows.length + headings + count(groups));
    [...table.tHead.rows].forEach((row, index) => row.setAttribute("aria-rowindex", index + 1));
    return table;
  };

  const numbered = (rows, { above }, head) => {
    if (above !== undefined) rows.forEach((row, index) => row.setAttribute("aria-rowindex", head + above + index + 1));
    return rows;
  };

  /* The nodes of a list's groups. `frame` makes the node of one, `draw` what stands in it, `list`
     finds the node that holds all of them, and `name` says what a row is called. */
  const list = (groups, { kind, frame, draw, find, name, stood = nothing, left = nothing }) => {
    seeking = false;
    const long = isLong(groups);
    return (long ? cut(groups) : groups).map((group, number) => {
      const node = frame(group);
      if (!long) {
        node.append(...draw(group));
        return node;
      }
      node.dataset.part = number;
      const part = { kind, rows: group.rows, name, stood, left, draw: () => draw(group), list: () => node.closest(find) };
      held.set(node, part);
      if (!number || printing) stand(node);
      else away(node, (heights[kind] || GUESS) * group.rows.length);
      if (number) near.observe(node);
      else measured.observe(node);
      return node;
    });
  };

  /* A node that stands already is put away while it is far off. */
  const keep = (node, find) => {
    node.dataset.part = "";
    held.set(node, { rows: [], stands: true, stood: nothing, left: nothing, list: () => node.closest(find) });
    near.observe(node);
  };

  const all = () => parts(document).forEach(stand);

  /* The row of a name, where a part holds it, which then stands. */
  const reach = (place, wanted) => {
    for (const node of parts(place)) {
      const { name, rows } = held.get(node);
      const at = rows.findIndex((row) => name(row) === wanted);
      if (at < 0) continue;
      call(node);
      return node.querySelectorAll("[data-find]")[at];
    }
    return null;
  };

  /* The name of the row that holds a node. */
  const rowOf = (node) => {
    const part = held.get(node.closest("[data-part]"));
    const row = node.closest("[data-find]");
    if (!part || !row) return "";
    const rows = [...node.closest("[data-part]").querySelectorAll("[data-find]")];
    return part.name(part.rows[rows.indexOf(row)]);
  };

  const last = (place) => {
    const found = parts(place).at(-1);
    if (found) call(found);
  };

  document.addEventListener("focusin", ({ target }) => {
    const part = target.closest("[data-part]");
    const now = part ? beside(part) : [];
    for (const node of called) {
      if (now.includes(node)) continue;
      called.delete(node);
      look(node);
    }
    now.forEach(call);
  });

  /* Parts that a smooth way to the end has passed are higher or lower than they were thought to be. */
  document.addEventListener("keydown", ({ key, target }) => {
    if (key === "End" && !target.matches("input, textarea")) ending = parts(document).length > 0;
  });
  document.addEventListener("scrollend", () => {
    if (ending) window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    ending = false;
  });

  /* The browser's find, and the choice of all, are of the whole page. */
  const isOfAll = ({ key, ctrlKey, metaKey, target }) =>
    key === "F3" || ((ctrlKey || metaKey) && (key === "f" || (key === "a" && !target.matches("input, textarea"))));

  document.addEventListener("keydown", (event) => {
    if (!isOfAll(event)) return;
    seeking = true;
    all();
  });

  window.addEventListener("beforeprint", () => {
    printing = true;
    all();
  });
  window.addEventListener("afterprint", () => {
    printing = false;
    parts(document).forEach(look);
  });

  window.dashboard = Object.assign({}, window.dashboard, { parts: { count, keep, last, list, numbered, reach, rowOf, told } });
})();
