/* Moves between pages without a full reload, and tells the reader what has changed. */
(() => {
  let path = null;
  let byLink = false;
  let wanted = null;
  let current = {};
  const HEARD = 8000;

  const plainClick = (event) =>
    !event.defaultPrevented && event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-page]");
    if (!link || !plainClick(event)) return;
    event.preventDefault();
    /* A step in the line stays where the reader is. */
    byLink = !link.dataset.stay && link.href !== window.location.href;
    window.dashboard.go.to(link.href);
  });

  const inLine = () => document.activeElement && document.activeElement.closest(".shown-line");

  const focusHeading = () => {
    const heading = document.querySelector("main > section:not([hidden]) h1");
    const target = wanted ? document.getElementById(wanted) : heading;
    if (target) target.focus({ preventScroll: true });
    wanted = null;
    if (byLink) window.scrollTo(0, 0);
    byLink = false;
  };

  const link = () =>
    current.link ? window.location.origin + current.link : window.location.href;

  /* What stands at the foot of every printed page. */
  const foot = ({ title, dataset }) => {
    const today = new Date().toLocaleDateString("en-GB", { dateStyle: "medium" });
    const text = `${title} · printed ${today} · dataset ${dataset} · ${link()}`;
    document.documentElement.style.setProperty("--printed", JSON.stringify(text));
  };

  /* Said once, and gone when it has been heard: nobody should find it at the page's end. */
  let silence = null;
  const say = (text) => {
    const live = document.getElementById("live");
    live.textContent = text;
    clearTimeout(silence);
    silence = setTimeout(() => {
      live.textContent = "";
    }, HEARD);
  };

  const mark = () => {
    for (const tab of document.querySelectorAll(".page-tab"))
      if (tab.classList.contains("active")) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    /* Where plotly measures its texts. */
    document.getElementById("js-plotly-tester")?.setAttribute("aria-hidden", "true");
  };

  /* A new page takes the focus to its heading; from a filter, and within a page, it is read out. */
  const arrived = (state) => {
    const { said } = current;
    current = state;
    foot(state);
    mark();
    document.title = `${state.title} - ${document.querySelector(".product").textContent}`;
    const before = path;
    path = window.location.pathname;
    if (before === null) return;
    const lost = () => document.activeElement === document.body && byLink;
    if (before !== path && inLine()) say(`${state.title}. ${state.said}`);
    else if (before !== path) requestAnimationFrame(() => setTimeout(focusHeading));
    else {
      requestAnimationFrame(() => setTimeout(() => lost() && focusHeading()));
      if (said !== state.said) say(state.said);
    }
  };

  /* Where the focus goes on the next page, instead of to its heading. */
  const focusNext = (id) => {
    wanted = id;
  };

  window.dashboard = Object.assign({}, window.dashboard, { page: { arrived, focusNext, link, say, state: () => current } });
})();
