/* Sends the chart size with each request, and reports any that fail.

   A banner is shown from a failed update until the next success, with a button to try again. */
(() => {
  const send = window.fetch;
  const PATIENCE = 400;
  let lost = null;
  let waiting = 0;
  let patience = null;

  const say = (failed) => {
    const banner = document.getElementById("failed");
    if (banner) banner.hidden = !failed;
  };

  /* An answer that takes its time shows a bar; a quick one shows nothing but itself. */
  const show = (slow) => {
    document.getElementById("busy").hidden = !slow;
    document.getElementById("main").setAttribute("aria-busy", slow);
  };

  const busy = (by) => {
    waiting += by;
    if (by > 0 && waiting === 1) patience = setTimeout(show, PATIENCE, true);
    if (waiting) return;
    clearTimeout(patience);
    show(false);
  };

  const asks = (target, what) => String(target.url || target).includes(what);

  const withSize = (options) => {
    const headers = new Headers(options && options.headers);
    headers.set("X-Chart-Size", window.dashboard.chart.size());
    return { ...options, headers };
  };

  window.fetch = async (target, options) => {
    if (asks(target, "_dash-layout")) return send(target, withSize(options));
    if (!asks(target, "_dash-update-component")) return send(target, options);
    const ahead = window.dashboard.ahead.answer(options);
    if (ahead) return ahead;
    busy(1);
    try {
      const answer = await send(target, withSize(options));
      lost = answer.ok ? null : options.body;
      say(!answer.ok);
      return answer;
    } catch (error) {
      lost = options.body;
      say(true);
      throw error;
    } finally {
      busy(-1);
    }
  };

  /* Sets the inputs that had changed once more, which asks the server once more. */
  const tryAgain = () => {
    const request = JSON.parse(lost);
    const again = {};
    for (const input of request.inputs) {
      if (!request.changedPropIds.includes(`${input.id}.${input.property}`)) continue;
      again[input.id] = { ...again[input.id], [input.property]: input.value };
    }
    for (const [id, props] of Object.entries(again)) window.dash_clientside.set_props(id, props);
  };

  document.addEventListener("click", (event) => {
    if (event.target.id === "retry" && lost) tryAgain();
  });
})();
