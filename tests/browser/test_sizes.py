"""Every page at every size: nothing cut, nothing over anything else, no scrolling sideways."""

from __future__ import annotations

import csv

import pytest

from dashboard.settings import ROOT
from tests.addresses import addresses
from tests.browser.drawn import settled
from tests.browser.measured import wrong

# The last two are a laptop at 200% and at 400%.
SIZES = [
    (1280, 720),
    (1366, 768),
    (1920, 1080),
    (768, 1024),
    (390, 844),
    (640, 360),
    (320, 180),
]
with (ROOT / "data" / "indicators.csv").open(encoding="utf-8", newline="") as file:
    INDICATORS = [row["indicator_id"] for row in csv.DictReader(file)]
PAGES = [
    *(address for address in addresses() if not address.startswith(("/present", "/indicator"))),
    "/?portfolio=all&form=charts",
    "/?portfolio=all&form=table",
    "/?portfolio=all&form=history&span=years",
    *(f"/?portfolio={name}" for name in ("schools", "economy")),
]
CHARTS = [
    *(f"/indicator/{name}" for name in INDICATORS),
    *(a for a in addresses() if a.startswith("/indicator") and a != "/indicator/nothing"),
    "/indicator/referrals?span=long&compare=england,north-west,stat-neighbours,published",
    "/indicator/looked-after?measure=number",
    "/indicator/claimant-count",
    "/indicator/looked-after?quarter=FY2024-25Q4&compare=england,stat-neighbours,reported",
    "/indicator/repeat-protection-plans?quarter=FY2017-18Q4",
    "/indicator/repeat-protection-plans?quarter=FY2016-17Q2",
    "/indicator/referrals?quarter=FY2016-17Q1",
    "/indicator/annual-reviews?quarter=FY2013-14Q4",
    "/indicator/looked-after?beside=referrals",
    "/indicator/adult-obesity?from=2016&to=2021&beside=healthy-life-male",
]


@pytest.mark.parametrize("addresses", [PAGES, CHARTS], ids=["pages", "charts"])
def test_nothing_is_cut_overflows_or_overlaps(opened, page, addresses):
    found = {}
    for address in addresses:
        page.set_viewport_size({"width": 1280, "height": 720})
        opened(address)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            settled(page)
            if said := wrong(page):
                found[f"{address} at {width}"] = said
    assert found == {}


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 640)])
def test_opened_at_its_size_nothing_is_cut_either(opened, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    found = {}
    for address in ("/", "/?form=charts", "/indicator/looked-after", "/print", "/present"):
        opened(address)
        settled(page)
        if said := wrong(page):
            found[address] = said
    assert found == {}
