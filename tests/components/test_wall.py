"""The data of a wall: a tile for each portfolio, whatever of it is shown."""

from dashboard.components.wall import Tile, wall
from dashboard.domain.facts.record import TargetRule
from tests.build import LOOKED_AFTER, finding, record, target


def test_a_tile_counts_all_its_indicators_and_draws_those_to_show():
    missed = finding(
        "FY2016-17Q3", record(LOOKED_AFTER, targets=(target(TargetRule.AT_MOST, "153.8"),))
    )
    other = finding("FY2016-17Q3", record({"FY2016-17Q3": "5"}, id="visits", name="Visits"))
    tile = Tile("Health", "/?portfolio=health", [missed, other], [], [missed])
    given = wall([tile], "Portfolios", lambda name: f"/indicator/{name}", "Nothing.")
    (drawn,) = given["groups"]
    assert (drawn["name"], drawn["href"]) == ("Health", "/?portfolio=health")
    assert (drawn["count"], drawn["words"]) == ("One of two", "is an exception")
    assert drawn["rows"] == [
        {
            "name": "Children looked after",
            "mark": "misses",
            "href": "/indicator/looked-after",
            "find": "children looked after",
        }
    ]
    assert given["key"] == [("misses", "misses its target")]


def test_a_portfolio_without_figures_says_so():
    empty = finding("FY2016-17Q3", record(name="Visits"))
    given = wall([Tile("Health", "/", [empty], [], [empty])], "", lambda name: name, "")
    assert (given["groups"][0]["kind"], given["groups"][0]["newest"]) == ("", "No figures yet")
