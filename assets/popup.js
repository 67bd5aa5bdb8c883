/* Closes what opened over the page: by a click elsewhere or on one of its links, and by Escape. */
(() => {
  const open = () => document.querySelector("details.popup[open]");

  document.addEventListener("click", (event) => {
    for (const each of document.querySelectorAll("details.popup[open]"))
      if (!each.contains(event.target) || event.target.closest(".popup a")) each.open = false;
  });

  document.addEventListener("keydown", (event) => {
    const here = event.key === "Escape" && open();
    if (!here) return;
    here.open = false;
    here.querySelector("summary").focus();
    event.preventDefault();
  });
})();
