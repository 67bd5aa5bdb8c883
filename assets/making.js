/* Has files made while the reader goes on: how far each is, how to stop it, what went wrong.

   A file that is there within PATIENCE shows nothing. dashboard/web/progress.py says what is read. */
(() => {
  const make = (...given) => window.dashboard.grid.make(...given);
  const PROGRESS = "application/x-file-in-the-making";
  const PATIENCE = 500;
  const NEWLINE = 10;
  const place = () => document.getElementById("making");

  /* What the server said, in a sentence for the reader. */
  class SaidError extends Error {}

  const joined = (one, other) => {
    const both = new Uint8Array(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  };

  /* The whole lines at the beginning of some bytes, and the rest; after a file's line all is file. */
  const split = (bytes) => {
    const news = [];
    let rest = bytes;
    while (rest.includes(NEWLINE) && !news.at(-1)?.file) {
      const end = rest.indexOf(NEWLINE);
      if (end) news.push(JSON.parse(new TextDecoder().decode(rest.subarray(0, end))));
      rest = rest.slice(end + 1);
    }
    return { news, rest };
  };

  const received = async (body, tell) => {
    const reader = body.getReader();
    const parts = [];
    let rest = new Uint8Array();
    let file = null;
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      if (file) {
        parts.push(value);
        continue;
      }
      const heard = split(joined(rest, value));
      rest = heard.rest;
      for (const each of heard.news)
        if (each.problem) throw new SaidError(each.problem);
        else if (each.file) file = each;
        else tell(each);
      if (file) parts.push(rest);
    }
    const content = new Blob(parts, { type: file?.type });
    if (content.size !== file?.bytes) throw new TypeError("The file is cut short.");
    return { name: file.file, content };
  };

  /* A short file comes without progress, and so does one from behind what does not let it through. */
  const whole = async (answer) => {
    const [, name] = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition")) || [];
    if (!name) throw new SaidError("The answer is not a file: you may have to sign in anew.");
    return { name, content: await answer.blob() };
  };

  const isType = (answer, type) => (answer.headers.get("Content-Type") || "").startsWith(type);

  const refused = async (answer) =>
    new SaidError(isType(answer, "text/plain") ? await answer.text() : `The server answered ${answer.status}.`);

  /* Where all places are taken it waits for its turn. */
  const fetched = async (href, signal, tell) => {
    const answer = await fetch(href, { headers: { Accept: PROGRESS }, signal });
    const turn = answer.headers.get("Retry-After");
    if (answer.status === 503 && turn) {
      tell({ waits: true });
      await new Promise((resolve) => setTimeout(resolve, turn * 1000));
      return fetched(href, signal, tell);
    }
    if (!answer.ok) throw await refused(answer);
    return isType(answer, PROGRESS) ? received(answer.body, tell) : whole(answer);
  };

  const far = ({ done, of, waits }) => {
    if (waits) return "waits until another file is made";
    if (!of) return "reading the figures";
    return `${done} of ${of} indicators${done === of ? ", writing the file" : ""}`;
  };

  const button = (text, what, action) => {
    const node = make("button", { type: "button", "aria-label": `${text}: ${what}` }, text);
    node.addEventListener("click", action);
    return node;
  };

  /* The focus of who has just pressed a button that goes stays near it. */
  const swap = (card, ...parts) => {
    const inside = card.contains(document.activeElement);
    card.replaceChildren(...parts);
    if (!parts.length) card.remove();
    place().hidden = !place().children.length;
    if (inside) (place().querySelector("button") || document.getElementById("main")).focus();
  };

  /* What is read out: that it is being made, and that half of it is. */
  const announcer = (what) => {
    let half = false;
    return ({ done, of }) => {
      if (half || !of || done * 2 < of || done === of) return;
      half = true;
      window.dashboard.page.say(`${what}: ${done} of ${of} indicators`);
    };
  };

  /* The card of one file: shown, kept up to date, and ended. */
  const carded = ({ what, where }, stop) => {
    const card = make("div", { class: "file", role: "group", "aria-label": `${what}, ${where}` });
    const text = make("p", {});
    const bar = make("progress", { "aria-label": what });
    const announce = announcer(what);
    const tell = (news) => {
      text.textContent = `${what}: ${far(news)}`;
      bar.setAttribute("aria-valuetext", far(news));
      if (news.of) Object.assign(bar, { max: news.of, value: news.done });
      if (card.isConnected) announce(news);
    };
    const show = () => {
      place().append(card);
      swap(card, text, make("p", { class: "quiet" }, where), bar, button("Stop", what, stop));
      window.dashboard.page.say(`${text.textContent}. You can go on meanwhile, or stop it.`);
    };
    tell({});
    return { card, tell, show };
  };

  const why = (error, what) => error instanceof SaidError
    ? `${what} was not made. ${error.message.trim()}`
    : `${what} did not arrive: the connection was lost. Try again once it is back.`;

  const failed = (card, file, error) => {
    place().append(card);
    swap(card, make("p", { role: "alert" }, why(error, file.what)), make("p", { class: "quiet" }, file.where),
      button("Try again", file.what, () => {
        swap(card);
        begin(file);
      }),
      make("a", { href: file.href, download: "true" }, "Without progress"),
      button("Close", file.what, () => swap(card)));
  };

  const begin = async (file) => {
    const leaves = new AbortController();
    const { card, tell, show } = carded(file, () => {
      leaves.abort();
      swap(card);
      window.dashboard.page.say(`${file.what}: stopped`);
    });
    const patience = setTimeout(show, PATIENCE);
    try {
      const { name, content } = await fetched(file.href, leaves.signal, tell);
      if (leaves.signal.aborted) return;
      window.dashboard.save(content, name);
      if (card.isConnected) window.dashboard.page.say(`${file.what}: saved as ${name}`);
      swap(card);
    } catch (error) {
      if (!leaves.signal.aborted) failed(card, file, error);
    } finally {
      clearTimeout(patience);
    }
  };

  const plainClick = (event) =>
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest('#files a[href^="/report."]');
    if (!link || !plainClick(event)) return;
    event.preventDefault();
    /* The menu closes over the link that had the focus. */
    document.querySelector("#download summary").focus();
    const { title } = window.dashboard.page.state();
    begin({ href: link.href, what: link.firstChild.textContent, where: title });
  });
})();
