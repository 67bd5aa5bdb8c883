/* Searches indicators as the user types: of the data, so that rows are found that do not stand yet. */
(() => {
  let wanted = [];
  /* How many rows are left of how many. */
  let told = [0, 0];
  const field = () => document.getElementById("find");

  const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /* `text` is the address's; while somebody types, what stands in the field counts. Whether other
     words are looked for than before. */
  const want = (text) => {
    const before = wanted.join(" ");
    wanted = words(document.activeElement === field() ? field().value : text);
    return wanted.join(" ") !== before;
  };

  /* A word is found by how it begins: "men" is not "women". */
  const has = ({ find }) => wanted.every((word) => ` ${find}`.includes(` ${word}`));

  /* The same list with the rows that are looked for, and without the groups that have none. */
  const left = (given) => {
    const { count } = window.dashboard.parts;
    const groups = given.groups.map((group) => ({ ...group, rows: group.rows.filter(has) }))
      .filter((group) => group.rows.length || !wanted.length);
    told = [count(groups), count(given.groups)];
    return { ...given, groups };
  };

  const tell = (given) => {
    const [found, of] = given?.groups.length ? told : [0, 0];
    document.querySelector("[data-from=rows]").hidden = of > 0 && !found;
    document.getElementById("found").textContent = said(found, of);
    document.getElementById("find-clear").hidden = !wanted.length;
  };

  const said = (found, of) => {
    if (!wanted.length || !of) return "";
    if (found) return `${found} of ${of} found.`;
    return `None of ${of} has “${wanted.join(" ")}” in its name or definition.`;
  };

  /* The first row that is left, which Enter opens. */
  const first = () => document.querySelector("[data-from=rows] [data-find] a");

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
    const links = [...document.querySelectorAll("[data-from=rows] [data-find] a")];
    event.preventDefault();
    links[links.indexOf(here) + way]?.focus();
  });

  document.addEventListener("input", (event) => {
    if (event.target === field()) window.dashboard.screen.find(field().value);
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

  window.dashboard = Object.assign({}, window.dashboard, { search: { drawSwitch, left, tell, want } });
})();
