/* Fetches the screens of neighbouring quarters ahead, and answers Dash with them without a request. */
(() => {
  const FRESH = 60_000;
  const MOST = 16;
  const IDLE = 250;
  let screens = new Map();
  let shown = {};
  let waiting = null;

  /* An answer holds what differs from the screen that was drawn when it was asked for. */
  const key = (href, drawn) => `${drawn} to ${href}`;

  const forget = (name) => screens.delete(name);

  const keep = (href) => {
    const name = key(href, shown.drawn);
    if (screens.has(name)) return;
    const query = new URLSearchParams({ at: href, from: shown.drawn, size: window.dashboard.chart.size() });
    const asked = fetch(`/screen.json?${query}`).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    });
    const held = { text: null };
    screens.set(name, held);
    asked.then((text) => {
      held.text = text;
      setTimeout(forget, FRESH, name);
    }, () => forget(name));
    if (screens.size > MOST) forget(screens.keys().next().value);
  };

  /* An answer depends on the address alone where nothing but the address has moved. */
  const answer = (options) => {
    const { changedPropIds, inputs, state } = JSON.parse(options.body);
    if (!changedPropIds?.length || !changedPropIds.every((id) => id.startsWith("url."))) return null;
    const [pathname, search] = ["pathname", "search"].map((name) =>
      inputs.find(({ id, property }) => id === "url" && property === name)?.value || "");
    const { value } = state.find(({ id }) => id === "page-state");
    const held = screens.get(key(pathname + search, value.drawn));
    if (!held?.text) return null;
    return new Response(held.text, { headers: { "Content-Type": "application/json" } });
  };

  const neighbours = () => {
    const { near, timeline } = window.dashboard.scrubber;
    const { stops, chosen } = timeline();
    const wanted = new Set([near(chosen, -1), near(chosen, 1)]);
    wanted.delete(chosen);
    return [...wanted].map((at) => window.dashboard.go.atQuarter(stops[at][0]));
  };

  /* When the page has come to rest; a new dataset makes all that was fetched old. */
  const arrived = (state) => {
    if (state.dataset !== shown.dataset) screens = new Map();
    shown = state;
    clearTimeout(waiting);
    waiting = setTimeout(() => neighbours().forEach(keep), IDLE);
  };

  window.dashboard = Object.assign({}, window.dashboard, { ahead: { answer, arrived } });
})();
