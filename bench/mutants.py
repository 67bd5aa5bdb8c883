"""Counts what `mutmut results --all true` says, by module: what the domain's tests notice.

Run by `make mutants`, which hands the list over; fails where fewer than 85% are killed.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable

LEAST = 85
_LINE = re.compile(r"dashboard\.domain\.(?P<module>[\w.]+?)\.x(?:_|ǁ).*: (?P<result>.+)")
KILLED = ("killed", "timeout")


def counted(lines: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How many changes of each module there were, and how many of them a test noticed."""
    found = [match for line in lines if (match := _LINE.search(line))]
    killed = [match["module"] for match in found if match["result"].strip() in KILLED]
    return Counter(match["module"] for match in found), Counter(killed)


def main() -> int:
    """Prints the table; 1 where too few are killed."""
    every, killed = counted(sys.stdin)
    print(f"{'':30} {'killed':>6} {'survived':>9}")
    for module, count in sorted(every.items()):
        share = 100 * killed[module] / count
        print(f"{module:30} {killed[module]:6} {count - killed[module]:9} {share:7.1f}%")
    share = 100 * killed.total() / every.total()
    print(f"{'dashboard.domain':30} {killed.total():6} {(every - killed).total():9} {share:7.1f}%")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
