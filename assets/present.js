/* Moves through the slides by key, button or swipe, and fetches the next one in advance. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const place = () => document.querySelector("[data-draw=slides]");
  const KEYS = [
    ["→ or PageDown", "next slide, or next page of the commentary"],
    ["← or PageUp", "the one before"],
    ["Home, End", "first and last slide"],
    ["C", "on an indicator’s slide, its commentary and back"],
    ["T", "on an indicator’s slide, its table and back"],
    ["F", "full screen and back"],
    ["?", "this help"],
    ["Esc", "back to where you were"],
    ["Swipe", "left for the next slide, right for the one before"],
  ];
  let deck = null;
  let at = 0;
  let side = "chart";
  let page = 0;
  let ahead = new Map();

  const query = (number) => deck.slides[number].href.split("?")[1] || "";

  /* A slide's content, asked for once; what fails is asked again the next time. */
  const content = (number) => {
    if (!ahead.has(number)) {
      const size = window.dashboard.chart.size();
      const asked = fetch(`/present/slide.json?${query(number)}&size=${size}`)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
      asked.catch(() => ahead.delete(number));
      ahead.set(number, asked);
    }
    return ahead.get(number);
  };

  const address = () => {
    const { href } = deck.slides[at];
    return side === "chart" ? href : `${href}${href.includes("?") ? "&" : "?"}side=${side}`;
  };

  const pagesOf = (reading) => {
    const gap = parseFloat(getComputedStyle(reading.firstChild).columnGap) || 0;
    const step = reading.clientWidth + gap;
    return { step, count: Math.max(1, Math.round((reading.firstChild.scrollWidth + gap) / step)) };
  };

  /* The page of a long commentary; `last` for the way back into it. */
  const turn = (wanted) => {
    const reading = place().querySelector(".reading");
    if (!reading) return false;
    const { step, count } = pagesOf(reading);
    if (wanted < 0 || wanted >= count) return false;
    page = wanted;
    reading.firstChild.style.transform = `translateX(${-page * step}px)`;
    const said = place().querySelector(".position");
    said.textContent = `${position()}${count > 1 ? `, page ${page + 1} of ${count}` : ""}`;
    return true;
  };

  const position = () => deck.slides[at].position;

  /* The quarters lead to this slide as it was then. */
  const quarters = () => {
    const track = make("div", { class: "scrubber" });
    window.dashboard.drawings.scrubber(track, { ...deck.quarters, href: deck.slides[at].timeline });
    return track;
  };

  /* The commentary in the largest letters with which it is on one page, in em of the slide's. */
  const FITS = [1.9, 1.7, 1.5, 1.35, 1.2, 1.1, 1];
  const fit = () => {
    const reading = place().querySelector(".reading");
    if (!reading) return;
    for (const size of FITS) {
      reading.style.fontSize = `${size}em`;
      if (pagesOf(reading).count === 1) return;
    }
  };

  const button = (text, name, action) => {
    const node = make("button", { type: "button", "aria-label": name }, text);
    node.addEventListener("click", action);
    return node;
  };

  const bar = (slide) => {
    const sided = slide.kind === "indicator";
    return make("div", { class: "bar" },
      make("span", { class: "position" }, position()), quarters(),
      make("div", { class: "keys", role: "group", "aria-label": "Slides" },
        button("←", "Slide before", back), button("→", "Next slide", forward),
        sided && button("Commentary", "Commentary", () => showSide("commentary")),
        sided && button("Table", "Table", () => showSide("table")),
        button("Full screen", "Full screen", fullScreen),
        button("?", "Help", help), button("Close", "Close the presentation", leave)));
  };

  const drawn = (slide) => {
    const pressed = place().contains(document.activeElement)
      && document.activeElement.closest("button")?.getAttribute("aria-label");
    place().replaceChildren(window.dashboard.slide.draw(slide, side), bar(slide));
    for (const [name, text] of [["commentary", "Commentary"], ["table", "Table"]])
      place().querySelector(`[aria-label="${text}"]`)?.setAttribute("aria-pressed", side === name);
    fit();
    turn(0);
    /* Who presses a button may want to press it again. */
    const again = pressed && place().querySelector(`button[aria-label="${pressed}"]`);
    (again || place().querySelector("h1")).focus({ preventScroll: true });
    place().scrollTo(0, 0);
    const product = document.querySelector(".product").textContent;
    document.title = `${slide.heading} - ${product}`;
    const told = { chart: "", commentary: "Commentary. ", table: "Table. " }[side];
    const heading = again ? `: ${slide.heading}` : "";
    window.dashboard.page.say(`${told}Slide ${at + 1} of ${deck.slides.length}${heading}`);
  };

  const show = async (number, wantedSide) => {
    try {
      const slide = await content(number);
      at = number;
      side = slide.kind === "indicator" ? wantedSide : "chart";
      page = 0;
      window.history.replaceState({}, "", address());
      document.getElementById("failed").hidden = true;
      drawn(slide);
      for (const near of [at + 1, at - 1]) if (deck.slides[near]) content(near).catch(() => null);
    } catch {
      document.getElementById("failed").hidden = false;
    }
  };

  const move = (number) => {
    if (number >= 0 && number < deck.slides.length && number !== at) show(number, "chart");
  };
  /* A table longer than the screen is paged too. */
  const scroll = (way) => {
    const figures = place().querySelector(".figures, .runs-on");
    if (!figures) return false;
    const before = figures.scrollTop;
    figures.scrollBy({ top: way * figures.clientHeight * 0.8, behavior: "instant" });
    return Math.abs(figures.scrollTop - before) > 1;
  };

  const forward = () => turn(page + 1) || scroll(1) || move(at + 1);
  const back = () => turn(page - 1) || scroll(-1) || move(at - 1);
  const showSide = (wanted) => show(at, side === wanted ? "chart" : wanted);

  const fullScreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => null);
  };

  const leave = () => {
    const from = window.sessionStorage.getItem("from") || deck.out;
    if (document.fullscreenElement) document.exitFullscreen();
    window.dashboard.go.to(from);
  };

  const help = () => {
    const dialog = make("dialog", { "aria-labelledby": "help-heading" },
      make("h2", { id: "help-heading" }, "Keys"),
      make("dl", {}, ...KEYS.flatMap(([key, does]) => [make("dt", {}, key), make("dd", {}, does)])),
      make("p", {}, "C, T, F and ? can be switched off under About the data."),
      button("Close", "Close the help", () => dialog.close()));
    dialog.addEventListener("close", () => dialog.remove());
    place().append(dialog);
    dialog.showModal();
  };

  const ALWAYS = {
    ArrowRight: () => forward(), PageDown: () => forward(),
    ArrowLeft: () => back(), PageUp: () => back(),
    Home: () => move(0), End: () => move(deck.slides.length - 1), Escape: () => leave(),
  };
  const LETTERS = {
    c: () => place().querySelector(".indicator") && showSide("commentary"),
    t: () => place().querySelector(".indicator") && showSide("table"),
    f: fullScreen, "?": help,
  };

  document.addEventListener("keydown", (event) => {
    if (!deck || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea, .scrubber")) return;
    const open = place().querySelector("dialog");
    if (open) {
      /* A clicker has no Esc: whatever moves on closes the help. */
      if (["?", "ArrowRight", "PageDown", "ArrowLeft", "PageUp"].includes(event.key)) open.close();
      return;
    }
    const letters = window.dashboard.go.keysOn() ? LETTERS : {};
    const act = ALWAYS[event.key] || letters[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  let touch = null;
  document.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 ? event.touches[0].clientX : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!deck || touch === null || event.target.closest(".figures")) return;
    const way = event.changedTouches[0].clientX - touch;
    if (Math.abs(way) > 60) (way < 0 ? forward : back)();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("#nav-present"))
      window.sessionStorage.setItem("from", window.location.href);
  }, true);

  /* A slide on paper is as wide as the sheet. */
  const SHEET = 700;
  window.addEventListener("beforeprint", () => {
    if (deck) place().style.zoom = Math.min(1, SHEET / window.innerWidth);
  });
  window.addEventListener("afterprint", () => {
    place().style.zoom = "";
  });

  /* A deck has come with the slide of its address; null when the page is another one. */
  const arrived = (_, given) => {
    deck = given;
    document.body.classList.toggle("presenting", Boolean(deck));
    // What lies under a slide cannot be seen, so it cannot be focused.
    for (const under of document.querySelectorAll(".skip, .top, .shown-line, .foot"))
      under.inert = Boolean(deck);
    if (!deck) {
      place().replaceChildren();
      return;
    }
    ahead = new Map([[deck.at, Promise.resolve(deck.slide)]]);
    show(deck.at, deck.side);
  };

  window.dashboard.drawings = Object.assign({}, window.dashboard.drawings, { slides: arrived });
})();
