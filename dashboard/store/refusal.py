"""Stores why a data folder was refused, for the log and the About page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.store.files import replacing
from dashboard.store.reading.problem import Problem

_FILE = "refusal.json"
REFUSED = 3
"""The exit code of `python -m dashboard load` where the data were refused or held back."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """When a data folder was refused (in UTC), and every problem in it.

    `held_back` says that it is valid, but would lose what stands today until a person accepts.
    """

    when: datetime
    problems: tuple[Problem, ...]
    held_back: bool = False


def write_refusal(var: Path, problems: Sequence[Problem], *, held_back: bool = False) -> None:
    """Stores the problems with the present time, in place of any stored before."""
    content = {
        "when": datetime.now(UTC).isoformat(timespec="seconds"),
        "held_back": held_back,
        "problems": [asdict(problem) for problem in problems],
    }
    with replacing(var / _FILE) as name:
        Path(name).write_text(json.dumps(content), encoding="utf-8")


def read_refusal(var: Path) -> Refusal | None:
    """The stored refusal; None if the last load succeeded."""
    try:
        content = json.loads((var / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    problems = tuple(
        Problem(**problem | {"more_rows": tuple(problem["more_rows"])})
        for problem in content["problems"]
    )
    return Refusal(datetime.fromisoformat(content["when"]), problems, content["held_back"])


def forget_refusal(var: Path) -> None:
    """Deletes the stored refusal after a successful load."""
    (var / _FILE).unlink(missing_ok=True)
