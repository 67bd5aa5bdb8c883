/* Brings what a reader unfolds into the window, so that nobody opens what is out of sight. */
(() => {
  const GAP = 8;

  /* What is fixed to the window's foot covers it. */
  const foot = () => {
    const below = document.querySelector(".below");
    const fixed = below && getComputedStyle(below).position === "sticky" && below.offsetHeight;
    return window.innerHeight - (fixed || 0) - GAP;
  };

  const show = (opened) => {
    if (!opened.open) return;
    const { top, bottom } = opened.getBoundingClientRect();
    const hidden = bottom - foot();
    if (hidden > 0) window.scrollBy({ top: Math.min(hidden, top - GAP) });
  };

  /* The keys of a summary are clicks as well; it is open only after them. */
  document.addEventListener("click", ({ target }) => {
    const summary = target.closest("main summary");
    if (summary) requestAnimationFrame(() => show(summary.parentElement));
  });
})();
