/* A failed update is never silent: the banner shows until the next success, and can try again. */
(() => {
  const send = window.fetch;
  let lost = null;

  const say = (failed) => {
    const banner = document.getElementById("failed");
    if (banner) banner.hidden = !failed;
  };

  const isUpdate = (target) => String(target.url || target).includes("_dash-update-component");

  window.fetch = async (target, options) => {
    if (!isUpdate(target)) return send(target, options);
    try {
      const answer = await send(target, options);
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
