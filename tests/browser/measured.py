"""What is measured on a drawn page: texts that overlap, are cut or stand outside."""

from typing import Any

from playwright.sync_api import Page

# Of every chart: text boxes outside the drawing, and pairs that lie over one another.
CHART_TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
  const svg = plot.querySelector('.main-svg');
  const frame = svg && svg.getBoundingClientRect();
  if (!frame || !frame.width) return [];
  const texts = [...plot.querySelectorAll(
    '.annotation-text, .textpoint text, .xtick text, .ytick text')]
    .filter(node => node.textContent.trim())
    .map(node => [node.textContent, node.getBoundingClientRect()]);
  const outside = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
    .map(([text]) => `outside: ${text}`);
  const over = [];
  texts.forEach(([a, one], i) => texts.slice(i + 1).forEach(([b, two]) => {
    const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
    const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
    if (across > 1 && down > 4) over.push(`over: ${a} / ${b}`);
  }));
  return [...outside, ...over];
})"""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *, .shown-line label')]
  .filter(node => node.offsetParent
    && !node.closest('.visually-hidden, .js-plotly-plot, .points, .quarter-bars, .pages, .counts')
    && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline')
  .map(node => `cut: ${node.tagName}.${node.className}: ${node.textContent.slice(0, 60)}`)"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"


def wrong(page: Page) -> list[Any]:
    """Everything on the page that is cut, overlaps or makes it scroll sideways."""
    over = page.evaluate(OVERFLOW)
    return [
        *([f"{over} px too wide"] if over > 0 else []),
        *page.evaluate(CHART_TEXTS),
        *page.evaluate(CUT),
    ]
