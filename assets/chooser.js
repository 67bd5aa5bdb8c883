/* Opens lists under their buttons, with a search: what the line shows, and what stands beside it. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const SEARCHED_FROM = 8;
  const NAMES = { portfolio: "Choose a portfolio", indicator: "Choose an indicator", quarter: "Choose a quarter",
    another: "Choose another indicator" };
  let lists = {};
  /* The other indicators that can stand beside that of the page. */
  let others = null;
  let button = null;

  const panel = () => document.getElementById("chooser");

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  const link = ([text, href, mark, chosen]) =>
    make("a", { href, "data-page": "true", "data-stay": "true", "aria-current": chosen && "true",
      "data-find": text.toLowerCase() }, mark && window.dashboard.shape(mark), make("span", {}, text));

  /* A year of quarters; but for the chosen one's they are folded, so that the list is short. */
  const year = (name, stops, chosen) => {
    const links = stops.map(([id, label]) =>
      link([label, window.dashboard.go.atQuarter(id), "", id === chosen]));
    if (links.length === 1) return links[0];
    const open = stops.some(([id]) => id === chosen);
    return make("details", { open }, make("summary", {}, name), ...links);
  };

  const kind = (heading, stops, chosen) => {
    const years = Map.groupBy(stops.toReversed(), ([, , name]) => name);
    return stops.length && make("section", {}, make("h2", {}, heading),
      ...[...years].map(([name, held]) => year(name, held, chosen)));
  };

  const quarters = () => {
    const { stops, chosen } = window.dashboard.scrubber.timeline();
    const [id] = stops[chosen];
    const of = (brought) => stops.filter(([, , , what]) => what === brought);
    const only = stops.filter((stop) => stop[0] === id && stop[3] === "nothing new");
    return [
      kind("Council returns", of("council return"), id),
      kind("Published only", of("published"), id),
      kind("Nothing new", only, id),
    ];
  };

  const everywhere = () =>
    make("a", { href: "/?portfolio=all&form=table", "data-page": "true", class: "everywhere" },
      "Search all portfolios");

  /* A portfolio, and the box that ticks it to be shown together with others. */
  const portfolio = (each, index) => {
    const { ids, shown } = lists.together;
    if (ids.length < 2 || !ids[index]) return link(each);
    const box = make("input", { type: "checkbox", "data-together": ids[index],
      "aria-label": `${each[0]}, together with others` });
    box.checked = shown.includes(ids[index]);
    return make("div", { class: "ticked", "data-find": each[0].toLowerCase() }, make("label", {}, box), link(each));
  };

  /* Where those that are ticked are shown together; two at least. */
  const together = () => {
    const ticked = [...panel().querySelectorAll("[data-together]:checked")].map((box) => box.dataset.together);
    const { href, any } = lists.together;
    const leads = panel().querySelector(".together");
    leads.hidden = ticked.length < 2;
    leads.href = href.replace(any, ticked.join(","));
    leads.textContent = `Show these ${ticked.length} together`;
  };

  const own = () => {
    const { href, kept } = window.dashboard.stars;
    return link([`My indicators (${kept().length})`, href(), "", Boolean(lists.own.shown)]);
  };

  const portfolios = () => [
    make("section", {}, ...lists.portfolio.map(portfolio), own()),
    make("a", { class: "together", hidden: "true", href: "/", "data-page": "true", "data-stay": "true" }),
  ];

  const beside = () => [
    make("section", {}, link(["None", others.none, "", !others.chosen])),
    ...others.groups.map(({ heading, rows }) => make("section", {}, make("h2", {}, heading),
      ...rows.map(([name, id]) => link([name, others.href.replace(others.any, id), "", id === others.chosen])))),
  ];

  const contents = (what) => {
    if (what === "another") return beside();
    if (what === "quarter") return quarters();
    if (what === "portfolio") return portfolios();
    return [make("section", {}, ...lists[what].map(link)), everywhere()];
  };

  const shown = () => [...panel().querySelectorAll("a, summary")].filter((node) => node.offsetParent);

  /* The link itself, or that beside a box. */
  const linkOf = (node) => (node?.matches("a") ? node : node?.querySelector("a"));

  const filter = (text) => {
    const wanted = words(text);
    for (const node of panel().querySelectorAll("[data-find]"))
      node.hidden = !wanted.every((word) => node.dataset.find.includes(word));
    for (const group of panel().querySelectorAll("details, section:has(h2)")) {
      if (wanted.length) group.open = true;
      group.hidden = !group.querySelector("[data-find]:not([hidden])");
    }
    const none = !panel().querySelector("[data-find]:not([hidden])");
    panel().querySelector("[role=status]").textContent = none ? "Nothing by that name here." : "";
    const all = panel().querySelector(".everywhere");
    if (all) all.href = `/?portfolio=all&form=table&find=${encodeURIComponent(text)}`;
  };

  const close = (back) => {
    if (!button) return;
    panel().hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
    button = null;
  };

  /* Under its button, but within the window. */
  const place = () => {
    const { left, bottom } = button.getBoundingClientRect();
    const line = document.getElementById("line").getBoundingClientRect();
    panel().style.left = `${Math.max(8, Math.min(left, window.innerWidth - panel().offsetWidth - 8))}px`;
    panel().style.top = `${bottom - line.top + 4}px`;
  };

  const open = (pressed) => {
    button = pressed;
    const what = button.dataset.list;
    const search = make("input", { type: "search", "aria-label": NAMES[what], placeholder: "Type to find", autocomplete: "off" });
    panel().setAttribute("aria-label", NAMES[what]);
    panel().replaceChildren(search, make("div", { role: "status" }), ...contents(what).filter(Boolean));
    panel().hidden = false;
    button.setAttribute("aria-expanded", "true");
    search.hidden = what !== "quarter" && panel().querySelectorAll("[data-find]").length < SEARCHED_FROM;
    place();
    panel().scrollIntoView({ block: "nearest" });
    const current = panel().querySelector("[aria-current]");
    current?.scrollIntoView({ block: "nearest" });
    (search.hidden ? current || shown()[0] : search).focus();
  };

  const move = (by) => {
    const nodes = shown();
    const at = nodes.indexOf(linkOf(document.activeElement.closest(".ticked")) || document.activeElement);
    const next = nodes[Math.max(0, Math.min(nodes.length - 1, at + by))];
    if (at === 0 && by < 0) panel().querySelector("input[type=search]:not([hidden])")?.focus();
    else next?.focus();
  };

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("[data-list]");
    if (pressed) {
      const again = pressed === button;
      close(again);
      if (!again) open(pressed);
    } else if (button && (!event.target.closest("#chooser") || event.target.closest("#chooser a"))) close(true);
  });

  document.addEventListener("keydown", (event) => {
    if (!button || !event.target.closest("#chooser, [data-list]")) return;
    if (event.key === "Escape") close(true);
    else if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && event.target.matches("[data-together]"))
      panel().querySelector(".together:not([hidden])")?.click();
    else if (event.key === "Enter" && event.target.matches("[type=search]"))
      linkOf(panel().querySelector("[data-find]:not([hidden])"))?.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  document.addEventListener("input", (event) => {
    if (event.target.matches("#chooser [type=search]")) filter(event.target.value);
    else if (event.target.matches("#chooser [data-together]")) together();
  });

  document.addEventListener("focusin", (event) => {
    if (button && !event.target.closest("#chooser, [data-list]")) close(false);
  });

  /* The folds of a small screen: the pages, and all of the line but its steps. */
  document.addEventListener("click", (event) => {
    const fold = event.target.closest(".menu, .fold");
    if (!fold) return;
    const open = fold.getAttribute("aria-expanded") !== "true";
    fold.setAttribute("aria-expanded", open);
    if (fold.matches(".fold")) fold.textContent = open ? "Close" : "Choose";
  });

  /* A menu of files closes as a list does. */
  const menu = () => document.querySelector("#download[open]");
  document.addEventListener("click", (event) => {
    const open = menu();
    if (open && (!open.contains(event.target) || event.target.closest("#files a"))) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && menu();
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });

  const arrived = (_, given) => {
    lists = given || {};
    close(false);
    if (given) window.dashboard.stars.arrived(given);
  };

  /* The button stays, and so the focus on it. */
  const another = (holder, given) => {
    others = given;
    holder.hidden = !given;
    if (!holder.firstChild)
      holder.append(make("button", { type: "button", class: "picker", "data-list": "another",
        "aria-haspopup": "dialog", "aria-expanded": "false" }));
    holder.firstChild.replaceChildren(make("span", {}, "With "),
      make("span", {}, given?.name || "another indicator"));
  };

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { another, chooser: arrived });
})();
