"""The command line: begin a dataset, check it, load it, build the front-end files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path

from dashboard.settings import ROOT, Settings, from_environment


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no arrows shows question marks instead of nothing at all.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    parser = argparse.ArgumentParser(prog="python -m dashboard", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="list everything wrong with a data folder")
    check.add_argument(
        "folder", nargs="?", type=Path, help="the folder; without one, the app's own"
    )
    new = commands.add_parser("new", help="write an example dataset into a new folder")
    new.add_argument("folder", type=Path)
    new.add_argument("--council", default="", help="its name: tables without an example")
    demo = commands.add_parser("demo", help="write an invented council for trials of scale")
    demo.add_argument("folder", type=Path)
    demo.add_argument("--indicators", type=_whole(1, 2000), default=400)
    demo.add_argument("--areas", type=_whole(4, 1000), default=150)
    demo.add_argument("--years", type=_whole(1, 30), default=10)
    read = commands.add_parser("read", help="take in a printed report, as .docx or .txt")
    read.add_argument("report", type=Path)
    read.add_argument("--data", type=Path, help="the dataset's folder; without one, the app's own")
    read.add_argument("--map", type=Path, help="a CSV of printed names and their indicator ids")
    read.add_argument("--quarter", default="", help="the report's, where no title names it")
    read.add_argument("--write", action="store_true", help="add what is new to the folder")
    report = commands.add_parser("report", help="write a portfolio as Word, slides or data")
    report.add_argument("file", type=Path, help="ends in .docx, .pptx, .xlsx or .csv")
    report.add_argument("--portfolio", default="all", help="its id; without one, all of them")
    report.add_argument("--quarter", help="such as FY2016-17Q3; without one, the newest")
    report.add_argument("--which", default="printed", help="or exceptions, others, all")
    report.add_argument("--no-charts", action="store_true")
    report.add_argument("--address", default="", help="the dashboard's, to be printed at the foot")
    commands.add_parser("guide", help="explain every table and column, with examples")
    commands.add_parser("assets", help="fetch and build the third-party front-end files")
    commands.add_parser("load", help="make the data folder's content the current dataset")
    given = parser.parse_args(arguments)
    settings = from_environment(os.environ)
    if given.command == "new":
        return _new(given.folder, given.council)
    if given.command == "demo":
        return _demo(given.folder, given.indicators, given.areas, given.years)
    if given.command == "guide":
        return _guide()
    if given.command == "read":
        return _read(settings, given)
    if given.command == "report":
        return _report(settings, given)
    if given.command == "check":
        return _check(given.folder or settings.data)
    return _assets(settings) if given.command == "assets" else _load(settings)


def _new(folder: Path, council: str) -> int:
    from dashboard.store.starter import write_starter

    try:
        write_starter(folder, council)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    if council:
        print(f"{folder} is ready for a first report of {council}: read it in with --write.")
    else:
        print(f"{folder} holds one invented example. Put your own rows in its place, then check.")
    return 0


def _report(settings: Settings, given: argparse.Namespace) -> int:
    from dashboard.reports.exporting.command import NoSuchReportError, Wanted, write_report
    from dashboard.store.reading.problem import DatasetError

    wanted = Wanted(
        given.file,
        given.portfolio,
        given.quarter,
        given.which,
        not given.no_charts,
        given.address,
    )
    try:
        print(write_report(settings, wanted))
    except NoSuchReportError as error:
        print(error, file=sys.stderr)
        return 1
    except DatasetError as bad:
        print(bad.report, file=sys.stderr)
        return 1
    return 0


def _read(settings: Settings, given: argparse.Namespace) -> int:
    from dashboard.reports.importing.command import Reading, read_in
    from dashboard.reports.importing.report import NoReportError
    from dashboard.reports.importing.source import UnreadableReportError
    from dashboard.store.reading.problem import DatasetError

    data = given.data or settings.data
    try:
        for line in read_in(Reading(given.report, data, given.map, given.quarter, given.write)):
            print(line)
    except (UnreadableReportError, NoReportError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except DatasetError as bad:
        print(bad.report, file=sys.stderr)
        return 1
    return 0


def _whole(least: int, most: int) -> Callable[[str], int]:
    """What an option takes: a whole number between two others."""

    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"“{text}”: write {least} to {most}.")
        return int(text)

    return read


def _demo(folder: Path, indicators: int, areas: int, years: int) -> int:
    from dashboard.store.demo import Scale, write_demo

    try:
        write_demo(folder, Scale(indicators, areas, years))
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{folder} holds an invented council: {indicators} indicators of {areas} areas.")
    return 0


def _guide() -> int:
    from dashboard.store.guide import guide

    print(guide())
    return 0


def _check(folder: Path) -> int:
    from dashboard.store.reading.problem import DatasetError
    from dashboard.store.reading.validate import read_dataset

    try:
        frames = read_dataset(folder)
    except DatasetError as bad:
        print(bad.report)
        return 1
    rows = sum(len(frame) for frame in frames.values())
    print(f"{folder}: no problems in {rows:,} rows of {len(frames)} tables.")
    return 0


def _assets(settings: Settings) -> int:
    from dashboard.web.frontend import BuildError, build

    try:
        manifest = build(ROOT, settings.vendor)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Built {', '.join(sorted(manifest.values()))} into {settings.vendor}.")
    return 0


def _load(settings: Settings) -> int:
    from dashboard.store.reading.problem import DatasetError
    from dashboard.store.refusal import REFUSED
    from dashboard.store.versions import current_version, publish

    try:
        version = publish(settings.data, settings.var)
    except DatasetError as bad:
        kept = current_version(settings.var)
        after = f"version {kept} stays current" if kept else "there is no dataset yet"
        print(f"{bad.report}\nNothing was loaded: {after}.", file=sys.stderr)
        return REFUSED
    print(f"{settings.data} is the current dataset, version {version}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
