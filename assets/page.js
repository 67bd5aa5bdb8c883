/* Moving between pages without loading anew, and telling the reader what has changed. */
(() => {
  let path = null;
  let byLink = false;
  let wanted = null;
  let current = {};

  const plainClick = (event) =>
    !event.defaultPrevented && event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-page]");
    if (!link || !plainClick(event)) return;
    event.preventDefault();
    if (link.href === window.location.href) return;
    byLink = true;
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });

  const inFilter = () => document.activeElement && document.activeElement.closest(".filters");

  const focusHeading = () => {
    if (inFilter()) return;
    const heading = document.querySelector("main > section:not([hidden]) h1");
    const target = wanted ? document.getElementById(wanted) : heading;
    if (target) target.focus({ preventScroll: true });
    wanted = null;
    if (byLink) window.scrollTo(0, 0);
    byLink = false;
  };

  /* What stands at the foot of every printed page. */
  const told = ({ title, dataset }) => {
    const foot = `${title} · dataset ${dataset} · ${window.location.href}`;
    document.documentElement.style.setProperty("--printed", JSON.stringify(foot));
  };

  /* A new page takes the focus to its heading; a change within a page is read out. */
  const arrived = (state) => {
    current = state;
    told(state);
    document.title = `${state.title} - ${document.querySelector(".product").textContent}`;
    const before = path;
    path = window.location.pathname;
    if (before !== null && before !== path) requestAnimationFrame(() => setTimeout(focusHeading));
    else if (before !== null) document.getElementById("live").textContent = state.said;
  };

  /* Where the focus goes on the next page, instead of to its heading. */
  const focusNext = (id) => {
    wanted = id;
  };

  window.dashboard = Object.assign({}, window.dashboard, { page: { arrived, focusNext, state: () => current } });
})();
