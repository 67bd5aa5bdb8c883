"""How long a choice of another quarter takes, measured in the page that makes it."""

from __future__ import annotations


def change_script(arrived: str) -> str:
    """A script for `[quarter, wanted]`: ms from the choice to the frame after it has arrived.

    `arrived` is an expression of what then stands in the page, by `wanted`.
    """
    return f"""([quarter, wanted]) => new Promise((done) => {{
  const start = performance.now();
  const look = () => {{
    if ({arrived}) requestAnimationFrame(() => done(performance.now() - start));
    else requestAnimationFrame(look);
  }};
  window.dashboard.go.to(window.dashboard.go.atQuarter(quarter));
  look();
}})"""
