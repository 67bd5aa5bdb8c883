/* Draws the shape of an indicator's status: told apart without colour, coloured by the style sheet. */
(() => {
  const NAME = "http://www.w3.org/2000/svg";
  const SQUARE = "M6 2H22Q26 2 26 6V22Q26 26 22 26H6Q2 26 2 22V6Q2 2 6 2Z";
  const CROSS = "M9 9L19 19M19 9L9 19";
  const TICK = "M8.5 14.5L12.5 18.5L19.5 10";
  const DIAMOND = "M14 2L26 14L14 26L2 14Z";
  const DISC = "M14 2A12 12 0 1 1 14 26A12 12 0 1 1 14 2Z";
  const RING = "M14 4A10 10 0 1 1 14 24A10 10 0 1 1 14 4Z";
  /* The names are those of domain/portfolio/mark.py; each part is a class and a path. */
  const SHAPES = {
    misses: [["fill", SQUARE], ["sign", CROSS]],
    worse: [["fill", DIAMOND]],
    near: [["line", "M4 4H24V24H4Z"], ["line", "M14 8.5V15.5M14 19V20"]],
    "perhaps-worse": [["line", "M14 4L24 14L14 24L4 14Z"]],
    meets: [["fill", DISC], ["sign", TICK]],
    better: [["thick", RING]],
    "no-worse": [["thin", RING]],
    unjudged: [["fill", "M6 12H22V16H6Z"]],
    "no-figure": [["fill", "M14 11A3 3 0 1 1 14 17A3 3 0 1 1 14 11Z"]],
  };

  /* Without a label it is an ornament beside words that say the same. */
  const shape = (mark, label = "") => {
    const svg = document.createElementNS(NAME, "svg");
    svg.setAttribute("viewBox", "0 0 28 28");
    svg.setAttribute("class", `shape ${mark}`);
    if (label) {
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", label);
    } else svg.setAttribute("aria-hidden", "true");
    for (const [part, d] of SHAPES[mark]) {
      const path = document.createElementNS(NAME, "path");
      path.setAttribute("class", part);
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  };

  window.dashboard = Object.assign({}, window.dashboard, { shape });
})();
