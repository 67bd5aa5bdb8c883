/* Draws the authorities of a ranking: a strip to walk along, a list, and a funnel. Text only. */
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  const make = (...given) => window.dashboard.grid.make(...given);

  const shape = (tag, props, text = "") => {
    const node = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
    if (text) node.textContent = text;
    return node;
  };

  const across = (node, x) => {
    node.style.left = `${x}%`;
    return node;
  };

  const centred = ({ text, x }) => across(make("span", { class: "centred" }, text), x);

  /* A label near an end keeps to it, so that it never leaves the card. */
  const within = (label) => {
    if (label.x >= 18 && label.x <= 82) return centred(label);
    const node = make("span", {}, label.text);
    node.style[label.x < 18 ? "left" : "right"] = "0";
    return node;
  };

  const acts = (place, full) => {
    if (place.ours) return "the council";
    if (place.there) return "in the chart: take it out";
    return place.href ? "draw its line in the chart" : full;
  };

  const ticks = (places) => places.map((place) => shape("line", {
    x1: `${place.x}%`, x2: `${place.x}%`, y1: 5, y2: 25, class: place.there ? "tick there" : "tick",
  }));

  const strip = (given, follow) => {
    const { places } = given;
    const marks = ticks(places);
    const tip = make("div", { class: "tip", hidden: "hidden" });
    const half = across(make("span", { class: "half" }), given.half[0]);
    half.style.width = `${given.half[1] - given.half[0]}%`;
    const drawing = shape("svg", { "aria-hidden": "true" });
    drawing.append(...marks);
    const walk = make("div", {
      class: "track walk", role: "slider", tabindex: "0", "aria-label": given.label,
      "aria-valuemin": "1", "aria-valuemax": String(places.length), "aria-valuenow": "1",
      "aria-valuetext": "Arrow keys step through the authorities",
    }, half, across(make("span", { class: "median" }), given.median), drawing,
    across(make("span", { class: "mark" }), given.ours.x), tip);
    let at = -1;

    const leave = () => {
      marks[at]?.classList.remove("at");
      at = -1;
      tip.hidden = true;
    };

    const show = (number) => {
      leave();
      at = number;
      const place = places[at];
      marks[at].classList.add("at");
      tip.replaceChildren(make("b", {}, `${place.name} ${place.text}`), `${place.rank}, ${acts(place, given.full)}`);
      tip.style.left = place.x < 50 ? `${place.x}%` : "auto";
      tip.style.right = place.x < 50 ? "auto" : `${100 - place.x}%`;
      tip.hidden = false;
      walk.setAttribute("aria-valuenow", at + 1);
      walk.setAttribute("aria-valuetext", `${place.name} ${place.text}, ${place.rank}; ${acts(place, given.full)}`);
    };

    const nearest = (event) => {
      const box = walk.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * 100;
      const far = places.map((place) => Math.abs(place.x - x));
      return far.indexOf(Math.min(...far));
    };

    walk.addEventListener("pointermove", (event) => show(nearest(event)));
    walk.addEventListener("pointerleave", leave);
    walk.addEventListener("blur", leave);
    walk.addEventListener("click", (event) => {
      show(nearest(event));
      follow(places[at].id);
    });
    walk.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const last = places.length - 1;
      const ours = places.findIndex((place) => place.ours);
      if (event.key === "Escape") leave();
      else if (event.key === "Enter" && at >= 0) follow(places[at].id);
      else if (event.key === "Home") show(0);
      else if (event.key === "End") show(last);
      else if (event.key in STEPS) {
        show(at < 0 ? Math.max(ours, 0) : Math.min(Math.max(at + STEPS[event.key], 0), last));
      } else return;
      event.preventDefault();
    });

    return make("div", { class: "strip" },
      make("div", { class: "ours" }, within(given.ours)), walk,
      make("div", { class: "quartiles" }, ...given.quartiles.map(centred)),
      make("div", { class: "ends" }, ...given.ends.map((text) => make("span", {}, text))));
  };

  const row = (place) =>
    make("tr", { class: place.ours ? "ours" : "" },
      make("td", {}, place.rank), make("th", { scope: "row" }, place.name),
      make("td", {}, place.text),
      make("td", {}, place.href && make("a", {
        href: place.href, "data-page": "true", "data-area": place.id,
        "aria-label": `${place.there ? "Take out" : "Draw in the chart"}: ${place.name}`,
      }, place.there ? "Take out" : "Draw in the chart")));

  const list = (given) =>
    make("details", { "data-fold": "list" }, make("summary", {}, "All authorities by name"),
      make("div", { class: "rows", tabindex: "0", role: "region", "aria-label": given.label },
        make("table", {},
          make("thead", {}, make("tr", {}, ...["Rank", "Authority", "Figure", "In the chart"]
            .map((text) => make("th", { scope: "col" }, text)))),
          make("tbody", {}, ...given.order.map((number) => row(given.places[number]))))));

  const curve = ({ kind, at }) => at.slice(1).map(([x, y], index) => shape("line", {
    x1: `${at[index][0]}%`, y1: `${at[index][1]}%`, x2: `${x}%`, y2: `${y}%`, class: kind,
  }));

  const funnel = (plot, places) => {
    const named = new Map(places.map((place) => [place.id, place]));
    const drawing = shape("svg", { "aria-hidden": "true" });
    drawing.append(...plot.curves.flatMap(curve),
      shape("line", { x1: 0, x2: "100%", y1: `${plot.pooled}%`, y2: `${plot.pooled}%`, class: "pooled" }));
    const ours = ([, , id]) => id === plot.ours;
    for (const point of plot.points.toSorted((one, other) => ours(one) - ours(other))) {
      const [x, y, id] = point;
      const there = named.get(id)?.there;
      const circle = shape("circle", { cx: `${x}%`, cy: `${y}%`, r: ours(point) ? 7 : there ? 5 : 3.5,
        class: ours(point) ? "ours" : there ? "there" : "" });
      circle.append(shape("title", {}, `${named.get(id)?.name} ${named.get(id)?.text}`));
      drawing.append(circle);
    }
    drawing.append(
      ...plot.across.map(([x, text]) => shape("text", { x: `${x}%`, y: "100%", dy: 20, class: "across" }, text)),
      shape("text", { x: "50%", y: "100%", dy: 40, class: "across" }, "What the figure is of"),
      ...plot.up.map(([y, text]) => shape("text", { x: -8, y: `${y}%`, dy: 5, class: "up" }, text)));
    return make("details", { "data-fold": "funnel" },
      make("summary", {}, "Large and small authorities apart (funnel)"),
      make("p", {}, plot.said),
      make("figure", { class: "funnel", role: "img", "aria-label": plot.said }, drawing),
      make("p", { class: "quiet" }, "Dashed: 95% limits. Solid: 99.8% limits. Level: all authorities together."),
      make("details", { class: "why" }, make("summary", {}, "Why?"),
        make("ul", {}, ...plot.why.map((line) => make("li", {}, line)))));
  };

  /* Choosing an authority draws the card anew: what was open stays open, and focus where it was. */
  const kept = (place) => {
    const focus = document.activeElement;
    return {
      open: [...place.querySelectorAll("details[open]")].map((each) => each.dataset.fold),
      walked: place.contains(focus) && focus.classList.contains("walk"),
      area: place.contains(focus) ? focus.dataset.area : "",
    };
  };

  const draw = (place, given) => {
    if (!given) return place.replaceChildren();
    const before = kept(place);
    const follow = (id) => place.querySelector(`[data-area="${CSS.escape(id)}"]`)?.click();
    place.replaceChildren(...[
      strip(given, follow), make("p", {}, given.ends_named),
      given.full && make("p", { class: "quiet" }, given.full), list(given),
      given.funnel && funnel(given.funnel, given.places),
    ].filter(Boolean));
    for (const each of place.querySelectorAll("details")) each.open = before.open.includes(each.dataset.fold);
    if (before.walked) place.querySelector(".walk").focus({ preventScroll: true });
    else if (before.area) place.querySelector(`[data-area="${CSS.escape(before.area)}"]`)?.focus({ preventScroll: true });
    return undefined;
  };

  window.dashboard = Object.assign({}, window.dashboard);
  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { authorities: draw });
})();
