/* Searches indicators as the user types by hiding those that do not match; the address follows. */
(() => {
  const field = () => document.getElementById("find");

  const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const hideEmpty = (group) => {
    group.hidden = !group.querySelector("[data-find]:not([hidden])");
  };

  /* `text` is the address's; while somebody types, what stands in the field counts. */
  const apply = (text) => {
    const rows = [...document.querySelectorAll("[data-from=rows] [data-find]")];
    const wanted = words(document.activeElement === field() ? field().value : text);
    /* A word is found by how it begins: "men" is not "women". */
    const has = (row) => wanted.every((word) => ` ${row.dataset.find}`.includes(` ${word}`));
    for (const row of rows) row.hidden = !has(row);
    document.querySelectorAll("[data-from=rows] tbody, [data-from=rows] section").forEach(hideEmpty);
    const found = rows.filter((row) => !row.hidden).length;
    document.querySelector("[data-from=rows]").hidden = rows.length > 0 && !found;
    document.getElementById("found").textContent = said(wanted, found, rows.length);
    document.getElementById("find-clear").hidden = !wanted.length;
  };

  const said = (wanted, found, of) => {
    if (!wanted.length || !of) return "";
    if (found) return `${found} of ${of} found.`;
    return `None of ${of} has “${wanted.join(" ")}” in its name or definition.`;
  };

  /* The first row that is left, which Enter opens. */
  const first = () => document.querySelector("[data-from=rows] [data-find]:not([hidden]) a");

  const typing = (node) => node.closest("input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]");

  /* A key of one character can be switched off on the About page (WCAG 2.1.4). */
  const jump = () => {
    if (field().offsetParent) {
      field().focus();
      return;
    }
    window.dashboard.page.focusNext("find");
    document.getElementById("nav-overview").click();
  };

  /* J and K step through the indicators as the links in the line do. */
  const step = (name) => () => document.getElementById(name).click();
  const KEYS = { "/": jump, j: step("indicator-after"), k: step("indicator-before") };

  document.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    const plain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (document.body.classList.contains("presenting")) return;
    if (!act || !plain || typing(event.target) || !window.dashboard.go.keysOn()) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("keydown", (event) => {
    if (event.target === field() && event.key === "Enter" && field().value) first()?.click();
  });

  /* Emptied as by hand, so that the address follows. */
  document.addEventListener("click", (event) => {
    if (event.target.id !== "find-clear") return;
    window.dash_clientside.set_props("find", { value: "" });
    field().focus();
  });

  /* Arrows move from row to row. */
  document.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = way && event.target.closest("[data-from=rows] [data-find] a");
    if (!here) return;
    const links = [...document.querySelectorAll("[data-from=rows] [data-find]:not([hidden]) a")];
    event.preventDefault();
    links[links.indexOf(here) + way]?.focus();
  });

  document.addEventListener("input", (event) => {
    if (event.target === field()) apply(field().value);
  });

  /* The switch for the key, on the About page. */
  const drawSwitch = () => {
    const place = document.getElementById("keys");
    if (place.hasChildNodes()) return;
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", id: "keys-on", className: "form-check-input" });
    box.checked = window.dashboard.go.keysOn();
    box.addEventListener("change", () =>
      window.localStorage.setItem("keys", box.checked ? "on" : "off"));
    const label = document.createElement("label");
    Object.assign(label, { htmlFor: "keys-on", textContent: "Use the keys / J K and, outside fields and sliders, ← →" });
    place.append(box, label);
  };

  window.dashboard = Object.assign({}, window.dashboard, { search: { apply, drawSwitch } });
})();
