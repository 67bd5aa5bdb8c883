/* Saves the chart as an image with its finding, notes and source. */
(() => {
  const NAME = "http://www.w3.org/2000/svg";
  const FAMILY = "Source Sans 3 Variable";
  const EDGE = 24;
  const SCALE = 2;

  /* A picture is paper, on dark screens too; assets/1-tokens.css holds its colours. */
  const token = (name) =>
    getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const lines = (text, width, font) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = font;
    const made = [""];
    for (const word of text.split(/\s+/)) {
      const longer = `${made.at(-1)} ${word}`.trim();
      if (pen.measureText(longer).width <= width) made[made.length - 1] = longer;
      else made.push(word);
    }
    return made;
  };

  /* One block of text in a picture; where it ends is handed on. */
  const write = (svg, text, { top, width, size, weight = 400, colour }) => {
    let y = top;
    for (const line of lines(text, width, `${weight} ${size}px "${FAMILY}", sans-serif`)) {
      y += size * 1.25;
      const node = document.createElementNS(NAME, "text");
      const style = `font: ${weight} ${size}px '${FAMILY}', system-ui, sans-serif; fill: ${colour}`;
      Object.entries({ x: EDGE, y, style }).forEach(([key, value]) => node.setAttribute(key, value));
      node.textContent = line;
      svg.append(node);
    }
    return y + size * 0.5;
  };

  /* A picture shows no font of the page; it must carry it. */
  const fontFace = async () => {
    const link = document.querySelector('link[rel="preload"][as="font"]');
    if (!link) return "";
    const content = await (await fetch(link.href)).blob();
    const data = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.addEventListener("load", () => resolve(reader.result));
      reader.readAsDataURL(content);
    });
    return `@font-face{font-family:'${FAMILY}';font-weight:200 900;src:url(${data})}`;
  };

  const chartOf = async (graph) => {
    const { width, height } = graph.getBoundingClientRect();
    const image = await window.Plotly.toImage(graph, { format: "svg", width, height, imageDataOnly: true });
    const { documentElement } = new DOMParser().parseFromString(image, "image/svg+xml");
    return { chart: documentElement, width, height };
  };

  const texts = () => {
    const { title, said, dataset } = window.dashboard.page.state();
    const unit = document.querySelector("#measure-field:not([hidden]) input:checked + label .sub, "
      + "#value .beside span")?.textContent || "";
    const told = [...document.querySelectorAll("#cautions li, #chart-notes li")]
      .map((note) => note.firstChild.textContent.trim());
    const notes = unit.startsWith("per ") ? [`Figures ${unit}.`, ...told] : told;
    const council = document.querySelector(".council");
    const owner = council.querySelector("img")?.alt || council.textContent;
    return {
      title, said, notes: notes.join(" "),
      source: `${owner} · dataset ${dataset} · ${window.dashboard.page.link()}`,
    };
  };

  const picture = async (graph) => {
    const { chart, width, height } = await chartOf(graph);
    const { title, said, notes, source } = texts();
    const svg = document.createElementNS(NAME, "svg");
    const style = document.createElementNS(NAME, "style");
    style.textContent = await fontFace();
    const ground = document.createElementNS(NAME, "rect");
    svg.append(style, ground);
    const quiet = { width, size: 14, colour: token("paper-secondary") };
    let y = write(svg, title, { ...quiet, top: EDGE / 2, size: 16 });
    y = write(svg, said, { top: y, width, size: 24, weight: 700, colour: token("paper-ink") });
    chart.setAttribute("x", EDGE);
    chart.setAttribute("y", y);
    svg.append(chart);
    y += height;
    if (notes) y = write(svg, notes, { ...quiet, top: y });
    y = write(svg, source, { ...quiet, top: y, size: 12 });
    const whole = { width: width + 2 * EDGE, height: y + EDGE / 2 };
    for (const node of [svg, ground]) {
      node.setAttribute("width", whole.width);
      node.setAttribute("height", whole.height);
    }
    ground.setAttribute("fill", token("paper"));
    return { text: new XMLSerializer().serializeToString(svg), ...whole };
  };

  const png = async ({ text, width, height }) => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: width * SCALE, height: height * SCALE });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  };

  /* Named as the file of figures is: the indicator and the quarter. */
  const fileName = () => {
    const { pathname, searchParams } = new URL(document.getElementById("csv-link").href);
    return `${pathname.split("/").at(-1).replace(".csv", "")}-${searchParams.get("quarter")}.png`;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("#picture");
    if (!button) return;
    try {
      const graph = document.querySelector("#chart .js-plotly-plot");
      window.dashboard.save(await png(await picture(graph)), fileName());
      window.dashboard.copy.tell(button, "Saved");
    } catch {
      window.dashboard.copy.tell(button, "The picture could not be made");
    }
  });
})();
