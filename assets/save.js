/* Saves what the browser has made or fetched as a file. */
(() => {
  /* Until then the browser may still be reading it. */
  const KEPT = 60_000;

  const save = (content, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  };

  window.dashboard = Object.assign({}, window.dashboard, { save });
})();
