"""How long a choice of another quarter takes, measured in the page that makes it."""

from __future__ import annotations

OURS = "window.dashboard.go.to(window.dashboard.go.atQuarter(quarter))"
SELECT = """{
    const field = document.getElementById('quarter');
    field.value = quarter;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }"""
DASH = "window.dash_clientside.set_props('quarter', { value: quarter })"
"""What chooses a quarter in the product, in a page with a select, and in a plain page of Dash."""


def change_script(arrived: str, choose: str = OURS) -> str:
    """A script for `[quarter, wanted]`: ms from the choice to the frame after it has arrived.

    `arrived` is an expression of what then stands in the page, by `wanted`.
    """
    return f"""([quarter, wanted]) => new Promise((done) => {{
  const start = performance.now();
  const look = () => {{
    if ({arrived}) requestAnimationFrame(() => done(performance.now() - start));
    else requestAnimationFrame(look);
  }};
  {choose};
  look();
}})"""
