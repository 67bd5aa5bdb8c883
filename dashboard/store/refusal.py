"""What was wrong with data that were not taken, kept beside the dataset that stayed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.store.files import replacing

FILE = "refused.json"
REFUSED = 3
"""How `python -m dashboard load` exits where the data were refused, and not for another reason."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """When a folder was refused, and every problem as a sentence."""

    when: datetime
    problems: tuple[str, ...]


def write_refusal(var: Path, problems: Sequence[str]) -> None:
    """Keeps the problems of now; the last ones are forgotten."""
    content = {"when": datetime.now(UTC).isoformat(timespec="seconds"), "problems": list(problems)}
    with replacing(var / FILE) as name:
        Path(name).write_text(json.dumps(content), encoding="utf-8")


def read_refusal(var: Path) -> Refusal | None:
    """The refusal since which nothing good has been loaded, if there is one."""
    try:
        content = json.loads((var / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Refusal(datetime.fromisoformat(content["when"]), tuple(content["problems"]))


def forget_refusal(var: Path) -> None:
    """Good data have been loaded."""
    (var / FILE).unlink(missing_ok=True)
