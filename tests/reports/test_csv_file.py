from decimal import Decimal

import pytest

from dashboard.reports.csv_file import csv_file


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_is_a_formula(text):
    written = csv_file(["a"], [[text]]).decode("utf-8-sig")
    assert written.split("\r\n", 1)[1].lstrip('"').startswith("'")


def test_negative_numbers_stay_numbers():
    assert csv_file(["a"], [[Decimal("-2.50"), None]]).decode("utf-8-sig") == "a\r\n-2.50,\r\n"
