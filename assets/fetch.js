/* What the page asks of the server: it says which chart fits, and a failure is never silent.

   A banner shows from a failed update until the next success, and can try again. */
(() => {
  const send = window.fetch;
  let lost = null;

  const say = (failed) => {
    const banner = document.getElementById("failed");
    if (banner) banner.hidden = !failed;
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
    try {
      const answer = await send(target, withSize(options));
      lost = answer.ok ? null : options.body;
      say(!answer.ok);
      return answer;
    } catch (error) {
      lost = options.body;
      say(true);
      throw error;
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
