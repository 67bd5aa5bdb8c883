"""A folder that would lose what stands today waits for a person's word."""

import random
import shutil

import pytest

from dashboard.__main__ import main
from dashboard.store.dataset import Store
from dashboard.store.losses import HeldBackError
from dashboard.store.publishing import publish_in_subprocess
from dashboard.store.reading.problem import DatasetError
from dashboard.store.refusal import read_refusal
from dashboard.store.versions import current_version, publish
from tests.conftest import DATA
from tests.pages.screens import screen
from tests.store.folders import QUARTERS, area, figure, target, write

FIVE = [
    figure(period, value)
    for period, value in zip(QUARTERS[:5], (91.2, 90.4, 92.0, 91.0, 90.8), strict=True)
]


@pytest.fixture
def var(tmp_path):
    return tmp_path / "var"


@pytest.fixture
def folder(tmp_path, var):
    made = write(tmp_path / "data", observations=FIVE, targets=[target("FY2021-22", 95)])
    publish(made, var)
    return made


def test_lost_figures_hold_a_folder_back_until_they_are_accepted(folder, var):
    before = current_version(var)
    write(folder, observations=FIVE[:3], targets=[target("FY2021-22", 95)])
    with pytest.raises(HeldBackError) as held:
        publish(folder, var)
    (problem,) = held.value.problems
    assert problem.sentence == (
        "observations.csv: 2 figures of potholes are no longer there: "
        "wexmouth FY2021-22Q4 reported FY2021-22Q4, wexmouth FY2022-23Q1 reported FY2022-23Q1. "
        "Put them back; if they are meant to go, accept it with: python -m dashboard load --accept."
    )
    assert current_version(var) == before
    with pytest.raises(HeldBackError):
        publish_in_subprocess(folder, var)
    after = publish(folder, var, accept=True)
    assert current_version(var) == after != before
    assert read_refusal(var) is None


def test_a_lost_target_holds_back_too(folder, var):
    write(folder, observations=FIVE)
    with pytest.raises(HeldBackError, match="1 target of potholes is no longer there: FY2021-22"):
        publish(folder, var)


def test_new_corrected_and_restated_figures_are_no_loss(folder, var):
    rows = [FIVE[0] | {"value": 91.3}, *FIVE[1:], FIVE[0] | {"release": "FY2021-22Q2"}]
    levels = [target("FY2021-22", 95, level="target"), target("FY2021-22", 98, level="stretch")]
    write(folder, observations=rows, targets=levels)
    assert publish(folder, var) == current_version(var)


def test_a_figure_that_was_not_due_and_another_council_are_no_loss(folder, var):
    waiting = figure(QUARTERS[5], "", symbol="not_due", release=QUARTERS[4])
    targets = [target("FY2021-22", 95)]
    write(folder, observations=[*FIVE, waiting], targets=targets)
    publish(folder, var)
    write(folder, observations=[*FIVE, figure(QUARTERS[5], 91.5)], targets=targets)
    publish(folder, var)
    ours = [area("drymouth", "Drymouth", "council")]
    write(folder, observations=[FIVE[0] | {"area_id": "drymouth"}], areas=ours)
    assert publish(folder, var) == current_version(var)


def test_about_and_checks_say_what_would_vanish(folder, var):
    write(folder, observations=FIVE[:4], targets=[target("FY2021-22", 95)])
    with pytest.raises(HeldBackError):
        publish(folder, var)
    dataset = Store(var).current()
    for address, place in (("/about", "about-text"), ("/checks", "checks-head")):
        told = screen(dataset, address).texts[f"{place}.children"]
        assert "are held back, because rows that stand here would vanish." in told
        assert "1 figure of potholes is no longer there: wexmouth FY2022-23Q1" in told


def test_load_says_how_to_accept_and_accepts(folder, var, monkeypatch, capsys):
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    monkeypatch.setenv("DASHBOARD_VAR", str(var))
    write(folder, observations=FIVE[:4], targets=[target("FY2021-22", 95)])
    assert main(["load"]) == 3
    said = capsys.readouterr().err
    assert "held back, because rows that stand today would vanish." in said
    assert "python -m dashboard load --accept" in said
    assert "stays current" in said
    assert main(["load", "--accept"]) == 0


def test_no_cut_of_a_file_goes_live(tmp_path, var):
    """As a file may lie there while a program still writes it: cut anywhere, none is published."""
    folder = shutil.copytree(DATA, tmp_path / "shipped")
    whole = publish(folder, var)
    content = (DATA / "observations.csv").read_bytes()
    places = random.Random(13).sample(range(2_000, len(content)), 9)
    for place in (*places, len(content) - 1, content.index(b"\n", 40_000) + 1):
        (folder / "observations.csv").write_bytes(content[:place])
        with pytest.raises(DatasetError):
            publish(folder, var)
        assert current_version(var) == whole, place


def test_a_lost_narrative_is_named_by_its_portfolio(tmp_path, var):
    empty = dict.fromkeys(("indicator_id", "summary", "see", "author", "written_at"), "")
    said = {"portfolio_id": "place", "period": "FY2021-22Q3", "version": 1, "body": "Mild."}
    rows = [figure("FY2021-22Q3", 91.2)]
    told = [empty | said | {"source": "the director"}]
    folder = write(tmp_path / "told", observations=rows, commentary=told)
    publish(folder, var)
    write(folder, observations=rows)
    with pytest.raises(HeldBackError, match="1 commentary of place is no longer there"):
        publish(folder, var)


@pytest.mark.parametrize("symbol", ["x", "c", "not_due"])
def test_a_figure_that_became_a_symbol_is_a_loss(folder, var, symbol):
    now = FIVE[4] | {"value": "", "symbol": symbol}
    write(folder, observations=[*FIVE[:4], now], targets=[target("FY2021-22", 95)])
    with pytest.raises(HeldBackError) as held:
        publish(folder, var)
    (problem,) = held.value.problems
    assert problem.what == (
        "1 figure of potholes is now a symbol without a value: "
        "wexmouth FY2022-23Q1 reported FY2022-23Q1."
    )
    publish(folder, var, accept=True)
    write(folder, observations=FIVE, targets=[target("FY2021-22", 95)])
    publish(folder, var)


def test_events_and_actions_that_are_gone_are_a_loss(tmp_path, var):
    event = {"date": "2021-10-01", "words": "Storm", "indicator_id": "", "portfolio_id": ""}
    event |= {"rebase": "", "source": "a return"}
    events = [
        event,
        event | {"words": "New depot", "portfolio_id": "place"},
        event | {"words": "New crew", "indicator_id": "potholes"},
    ]
    action = {"indicator_id": "potholes", "period": "FY2021-22Q3", "action": "Hire"}
    actions = [action | {"state": "planned", "source": "a return"}]
    folder = write(tmp_path / "told", observations=FIVE, events=events, actions=actions)
    publish(folder, var)
    (folder / "events.csv").unlink()
    (folder / "actions.csv").unlink()
    with pytest.raises(HeldBackError) as held:
        publish(folder, var)
    assert [problem.what for problem in held.value.problems] == [
        "1 event of all is no longer there: 2021-10-01 Storm.",
        "1 event of place is no longer there: 2021-10-01 New depot.",
        "1 event of potholes is no longer there: 2021-10-01 New crew.",
        "1 action of potholes is no longer there: FY2021-22Q3 Hire.",
    ]
