/* Moves through the quarters by drag, click, key and play; every step is the page as at that quarter. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const PLAY_STEP = 1200;
  const MOST_DOTS = 24;
  /* What stands beside the track, in px, at most. */
  const BESIDE = 360;
  const NOTHING = "nothing new";
  const NONE = { stops: [], chosen: 0, href: "", any: "" };
  let given = NONE;
  let start = null;
  let playing = null;

  const timeline = () => given;
  const said = ([, label, , brought]) => `${label}, ${brought}`;
  const hasNew = ([, , , brought]) => brought !== NOTHING;

  /* The stop that many stops with something new away; the last one where there are fewer. */
  const near = (from, way) => {
    for (let at = from + way; given.stops[at]; at += way) if (hasNew(given.stops[at])) return at;
    return from;
  };

  const show = (at, options) => {
    if (!given.stops[at]) return;
    window.dashboard.go.to(window.dashboard.go.atQuarter(given.stops[at][0]), options);
  };

  const stop = () => {
    clearTimeout(playing);
    playing = null;
    for (const button of document.querySelectorAll(".scrubber .play")) drawPlay(button);
  };

  const drawPlay = (button) => {
    button.textContent = playing ? "❚❚" : "▶";
    button.setAttribute("aria-label", playing ? "Stop" : "Play the quarters up to this one");
  };

  /* From the first quarter with something new to the one that was chosen. */
  const play = () => {
    const last = given.chosen;
    let at = near(-1, 1);
    const step = () => {
      show(at, { replace: true });
      if (at >= last) stop();
      else {
        at = Math.min(near(at, 1), last);
        playing = setTimeout(step, PLAY_STEP);
      }
    };
    playing = setTimeout(step, 0);
  };

  /* The track's ends leave room for half of a label, in px. */
  const END = 44;
  const percent = (at) => (given.stops.length > 1 ? (at / (given.stops.length - 1)) * 100 : 50);
  const across = (at) => `calc(${END}px + (100% - ${2 * END}px) * ${percent(at) / 100})`;

  const mark = (stops, at) => label("", at, `stop ${stops[at][3].replace(" ", "-")}`);

  /* As many years' names as there is room for, and the chosen quarter's always. */
  const label = (text, at, name) => {
    const node = make("span", { class: name }, text);
    node.style.left = across(at);
    return node;
  };

  const yearEnds = (width) => {
    const ends = given.stops.flatMap(([, name, year], at) => (name.startsWith("Q4") ? [[year, at]] : []));
    const every = Math.ceil((ends.length * 72) / Math.max(width, 72));
    return ends.filter((_, index) => (ends.length - 1 - index) % every === 0);
  };

  /* The chosen quarter's name and half of a year's, in rem. */
  const APART = 5;
  const clear = (width) => {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const least = (APART * rem * 100) / Math.max(width - 2 * END, 1);
    return ([, at]) => Math.abs(percent(at) - percent(given.chosen)) > least;
  };

  const slider = (width) => {
    const { stops, chosen } = given;
    const room = (width || window.innerWidth) - BESIDE;
    const track = make("div", { class: "track", role: "slider", tabindex: "0", "aria-label": "Quarter",
      "aria-valuemin": "1", "aria-valuemax": String(stops.length), "aria-valuenow": String(chosen + 1),
      "aria-valuetext": said(stops[chosen]) });
    const marks = stops.map((_, at) => at)
      .filter((at) => stops.length <= MOST_DOTS || hasNew(stops[at])).map((at) => mark(stops, at));
    const passed = make("span", { class: "passed" });
    passed.style.width = across(chosen);
    const handle = label("", chosen, "handle");
    const years = yearEnds(room).filter(clear(room))
      .map(([year, at]) => label(year, at, "year"));
    track.append(make("span", { class: "rail" }), passed, ...marks, handle, ...years,
      label(stops[chosen][1], chosen, "year chosen"));
    return track;
  };

  const draw = (place) => {
    place.hidden = given.stops.length < 2;
    if (place.hidden) return;
    const held = place.contains(document.activeElement) && document.activeElement.className;
    const button = make("button", { type: "button", class: "play" });
    drawPlay(button);
    place.replaceChildren(button, slider(place.clientWidth), make("span", { class: "legend" },
      make("span", { class: "stop council-return" }), "council return",
      make("span", { class: "stop published" }), "published"));
    if (held) place.querySelector(`.${held}`)?.focus({ preventScroll: true });
  };

  const nearest = (track, x) => {
    const { left, width } = track.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (x - left - END) / (width - 2 * END)));
    return Math.round(share * (given.stops.length - 1));
  };

  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".scrubber .play")) return;
    stop();
    const track = event.target.closest(".scrubber .track");
    if (!track || event.button) return;
    event.preventDefault();
    track.focus({ preventScroll: true });
    start = { place: track.parentElement, href: window.location.href };
    show(nearest(track, event.clientX), { replace: true });
  });

  document.addEventListener("pointermove", (event) => {
    if (start) show(nearest(start.place.querySelector(".track"), event.clientX), { replace: true });
  });

  /* Released, the whole drag is one entry. */
  const release = () => {
    if (!start) return;
    const end = window.location.href;
    if (end !== start.href) {
      window.history.replaceState({}, "", start.href);
      window.history.pushState({}, "", end);
    }
    start = null;
  };
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);

  document.addEventListener("click", (event) => {
    if (!event.target.closest(".scrubber .play")) return;
    if (playing) stop();
    else play();
    for (const button of document.querySelectorAll(".scrubber .play")) drawPlay(button);
  });

  /* The address runs ahead of the page where keys come faster than answers. */
  const headed = () => {
    const asked = new URL(window.location.href).searchParams.get("quarter");
    const at = given.stops.findIndex(([id]) => id === asked);
    return at < 0 ? given.chosen : at;
  };

  const STEPS = {
    ArrowLeft: (shift) => (shift ? headed() - 1 : near(headed(), -1)),
    ArrowRight: (shift) => (shift ? headed() + 1 : near(headed(), 1)),
    Home: () => near(-1, 1),
    End: () => near(given.stops.length, -1),
  };

  /* What uses the arrows itself: fields, sliders, grids, open lists, and what scrolls sideways. */
  const USES = "input:not([type=checkbox]), select, textarea, [contenteditable], [role=slider], "
    + "[role=grid], [role=region][tabindex], [role=dialog], dialog, .wall";

  /* Everywhere else the arrows work as well; Home and End scroll then. */
  const listens = (event) => {
    if (event.target.closest(".scrubber .track")) return true;
    return !event.target.closest(USES) && event.key.startsWith("Arrow") && window.dashboard.go.keysOn()
      && !document.body.classList.contains("presenting")
      && [...document.querySelectorAll(".scrubber")].some((place) => place.offsetParent);
  };

  document.addEventListener("keydown", (event) => {
    if (event.target.closest(".scrubber .play")) return;
    stop();
    if (!STEPS[event.key] || event.altKey || event.ctrlKey || event.metaKey || !listens(event)) return;
    event.preventDefault();
    show(STEPS[event.key](event.shiftKey), {});
  });

  const arrived = (place, quarters) => {
    given = quarters || NONE;
    draw(place);
  };

  window.dashboard = Object.assign({}, window.dashboard, { scrubber: { timeline, near } });
  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { scrubber: arrived });
})();
