"""How files for Office look, in one place: type, colours as they write them, sizes in EMU."""

from __future__ import annotations

from dashboard.charts import style

FONT = "Calibri"
LANGUAGE = "en-GB"
INK = style.INK.removeprefix("#").upper()
QUIET = style.SECONDARY.removeprefix("#").upper()
TONES = {"good": "0B6E6E", "bad": "A8321A", "same": "5B6572"}
RULE = "D5DAE1"
PX_OF_POINT = 96 / 72
EMU_OF_PX = 9525
