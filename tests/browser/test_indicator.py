"""An indicator's page as it is drawn: what fits its card, and what opens over it."""

from __future__ import annotations

import pytest

Q2, Q3 = "quarter=FY2016-17Q2", "quarter=FY2016-17Q3"

# How many lines each row of the direction of travel takes, and how far it is from its card's edge.
ROWS = """() => {
  const card = document.querySelector('#travel').getBoundingClientRect();
  return [...document.querySelectorAll('.travel tr')]
    .map(row => row.getBoundingClientRect())
    .map(row => [Math.round(row.height / 26), row.right < card.right]);
}"""


@pytest.mark.parametrize(
    "address",
    [
        f"/indicator/repeat-protection-plans?{Q2}",
        "/indicator/referrals?quarter=FY2016-17Q1",
        f"/indicator/looked-after?{Q3}",
    ],
)
def test_the_direction_of_travel_has_a_line_a_row_within_its_card(opened, page, address):
    page.set_viewport_size({"width": 1280, "height": 720})
    opened(address)
    rows = page.evaluate(ROWS)
    assert len(rows) >= 5
    assert rows == [[1, True]] * len(rows)


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_reasons_of_the_target_open_within_their_card(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    opened(f"/indicator/looked-after?{Q3}")
    page.locator(".against .why summary").click()
    card, box = (page.locator(each).bounding_box() for each in (".chart-sheet", ".against .why ul"))
    assert card["x"] < box["x"]
    assert box["x"] + box["width"] < card["x"] + card["width"]
