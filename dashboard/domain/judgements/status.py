"""The sign and the tone of a judgement: the same word for good and bad wherever it is drawn."""

from __future__ import annotations

from dashboard.domain.facts.indicator import Judgement
from dashboard.domain.judgements.target import TargetVerdict

TONES = {
    Judgement.BETTER: "good",
    Judgement.WORSE: "bad",
    Judgement.SAME: "same",
    Judgement.NONE: "none",
}
SIGNS = {TargetVerdict.MET: "✔ ", TargetVerdict.MISSED: "✖ "}
TARGET_TONES = {TargetVerdict.MET: "good", TargetVerdict.MISSED: "bad"}
