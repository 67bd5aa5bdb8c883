/* Copies the finding as a sentence, or the page's address. */
(() => {
  const BACK_AFTER = 2500;

  /* The whole address: one without a quarter shows another one next quarter. */
  const link = () => window.dashboard.page.link();

  const TEXTS = { sentence: () => window.dashboard.page.state().sentence, link };

  /* Without encryption a browser keeps its clipboard to itself, but for what is selected. */
  const bySelection = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "visually-hidden";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  const copied = async (text) => {
    if (!navigator.clipboard) return bySelection(text);
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return bySelection(text);
    }
  };

  const tell = (button, text) => {
    const before = button.dataset.name || button.textContent;
    button.dataset.name = before;
    button.textContent = text;
    window.dashboard.page.say(`${before}: ${text}`);
    clearTimeout(button.backAgain);
    button.backAgain = setTimeout(() => {
      button.textContent = before;
    }, BACK_AFTER);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const done = await copied(TEXTS[button.dataset.copy]());
    button.focus();
    tell(button, done ? "Copied" : "The browser does not allow it");
  });

  window.dashboard = Object.assign({}, window.dashboard, { copy: { tell } });
})();
