from decimal import Decimal

import pytest

from dashboard.reports.csv_file import csv_file


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "-1+1", "-1\n=1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_is_a_formula(text):
    written = csv_file(["a"], [[text]]).decode("utf-8-sig")
    assert written.split("\r\n", 1)[1].lstrip('"').startswith("'")


def test_negative_numbers_stay_numbers():
    row = [Decimal("-2.50"), "-2.50", -2, None]
    assert csv_file(["a"], [row]).decode("utf-8-sig") == "a\r\n-2.50,-2.50,-2,\r\n"


def test_no_number_has_an_exponent():
    row = [Decimal("0.0000001"), Decimal("1E+3")]
    assert csv_file(["a"], [row]).decode("utf-8-sig") == "a\r\n0.0000001,1000\r\n"
