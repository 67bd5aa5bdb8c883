from dataclasses import replace

import plotly.graph_objects as go
import pytest

from dashboard.charts.chart_model import chart_model
from dashboard.charts.choices import ALONE
from dashboard.charts.description import chart_words
from dashboard.charts.hover import hover_dates
from dashboard.charts.index_chart import indexed
from dashboard.charts.style import SIZES
from dashboard.charts.time_series import time_series
from dashboard.domain.judgements.index_numbers import NoBase
from tests.build import LOOKED_AFTER, finding, indicator, record

REFERRALS = indicator(id="referrals", name="Referrals", noun="referral/referrals", said="")


def model(given, shown=None, **changes):
    made = record(given)
    if shown:
        made = replace(made, indicator=shown)
    rows = [replace(row, **changes.get(row.period.id, {})) for row in made.observations]
    return chart_model(finding("FY2016-17Q3", replace(made, observations=tuple(rows))), ALONE)


def both(**changes):
    given = {"FY2015-16": ("884.8", 2549), "FY2016-17Q3": ("1059.4", 3039)}
    return indexed(model(LOOKED_AFTER), model(given, REFERRALS, **changes))


def test_each_line_is_a_share_of_its_figure_in_the_base_period():
    drawn = both()
    texts = {line.name: [mark.text for mark in line.points] for line in drawn.lines}
    assert texts == {
        "Children looked after": ["96.1", "100.0", "104.3", "107.9", "107.3"],
        "Referrals": ["100.0", "119.7"],
    }
    assert "the figures for 2015/16 are 100" in drawn.notes[0]
    assert drawn.targets == ()


def test_a_date_tells_the_figures_themselves():
    assert hover_dates(both())[-1].texts == (
        "Children looked after 107.3 (174.7)",
        "Referrals 119.7 (1,059.4)",
    )


def test_the_chart_in_words_names_the_indicators():
    said = chart_words(both(), "501 children looked after")
    assert "Children looked after: from 96.1 (2014/15) to 107.3 (Q3 2016/17)." in said
    assert "Referrals: from 100.0 (2015/16) to 119.7 (Q3 2016/17)." in said


def test_figures_from_before_a_new_definition_are_left_out_and_told():
    drawn = indexed(
        model(
            {"FY2014-15": "10", "FY2015-16": "20", "FY2016-17Q3": "22"},
            **{"FY2015-16": {"mark": "b"}},
        ),
        model(LOOKED_AFTER, REFERRALS),
    )
    assert [mark.text for mark in drawn.lines[0].points] == ["100.0", "110.0"]
    assert drawn.notes[0].endswith("Figures from before a new definition are left out.")


def test_without_a_figure_there_is_nothing_to_index():
    assert indexed(model(LOOKED_AFTER), model({}, REFERRALS)) == NoBase(
        "one of them has no figure in these years"
    )


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
def test_every_property_is_one_that_plotly_knows(size):
    figure = time_series(both(), size)
    assert len(go.Figure(figure).data) == len(figure["data"])
