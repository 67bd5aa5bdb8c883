/* Goes to another address without a full reload, as a link does, and knows those of other quarters. */
(() => {
  /* A step of a drag replaces the entry, so that Back undoes the whole move. */
  const to = (href, { replace = false } = {}) => {
    if (new URL(href, window.location).href === window.location.href) return;
    /* A link may be followed while the page still scrolls. */
    if (!replace) window.dashboard.scroll.keep();
    window.history[replace ? "replaceState" : "pushState"]({}, "", href);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };

  /* This address with some of its choices set anew; one that is empty is left out. */
  const here = (choices) => {
    const there = new URL(window.location.href);
    for (const [name, value] of Object.entries(choices))
      if (value) there.searchParams.set(name, value);
      else there.searchParams.delete(name);
    return there.pathname + there.search.replaceAll("%2C", ",");
  };

  /* The same page as at another quarter, in the words of the server's own links. */
  const atQuarter = (id) => {
    const { href, any } = window.dashboard.scrubber.timeline();
    return href.replace(any, id);
  };

  /* A key of one character, or an arrow outside fields, can be switched off (WCAG 2.1.4). */
  const keysOn = () => window.localStorage.getItem("keys") !== "off";

  window.dashboard = Object.assign({}, window.dashboard, { go: { to, atQuarter, here, keysOn } });
})();
