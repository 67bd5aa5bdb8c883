"""A long table has every text once, and cells tell where it stands."""

from __future__ import annotations

from dashboard.components.grid import Cell, Grid, GridRow, Group
from dashboard.components.packed import packed


def test_a_text_stands_once_and_an_empty_end_is_left_out():
    same = Cell("Fits", status="good", why=("Both are the same.", "Method: none."))
    rows = (GridRow((Cell("One", href="/one"), same)), GridRow((Cell("Two"), same)))
    made = packed(Grid("Checked", ("What", "Verdict"), (Group("Figures", rows), Group("None", ()))))
    assert made == {
        "form": "table",
        "caption": "Checked",
        "columns": [{"name": "What"}, {"name": "Verdict"}],
        "empty": "",
        "groups": [
            {
                "heading": "Figures",
                "rows": "[[[1,0,0,2],[3,0,4,0,5,6]],[[7],[3,0,4,0,5,6]]]",
            }
        ],
        "texts": [
            "",
            "One",
            "/one",
            "Fits",
            "good",
            "Both are the same.",
            "Method: none.",
            "Two",
        ],
    }
