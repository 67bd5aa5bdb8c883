"""The command line, one function a command.

Each imports what it needs itself, so that none waits for another's libraries.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.settings import ROOT, SettingError, from_environment

if TYPE_CHECKING:
    from dashboard.domain.facts.period import Period

PATH = click.Path(path_type=Path)


class _WholeNumber(click.IntRange):
    """A whole number between two others, with a message that needs no mathematics."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"“{value}”: write {self.min} to {self.max}.", param, ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 2 where the command is not understood."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that has no arrows shows question marks instead of nothing at all.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = cli.main(arguments, prog_name="python -m dashboard", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except Exception as error:
        if not isinstance(error, _expected_errors()):
            raise
        click.echo(error, err=True)
        return 1
    return int(code or 0)


def _expected_errors() -> tuple[type[Exception], ...]:
    """The errors whose message tells the user what to mend."""
    from dashboard.reports.exporting.command import NoSuchReportError
    from dashboard.reports.importing.report import NoReportError
    from dashboard.reports.importing.source import UnreadableReportError
    from dashboard.store.reading.problem import DatasetError
    from dashboard.web.frontend import BuildError

    return (
        BuildError,
        DatasetError,
        NoReportError,
        NoSuchReportError,
        OSError,
        SettingError,
        UnreadableReportError,
    )


@click.group()
def cli() -> None:
    """Begin a dataset, check it, load it, read and write reports, build the front-end files."""


@cli.command()
@click.argument("folder", type=PATH, required=False)
def check(folder: Path | None) -> None:
    """List everything wrong or doubtful in a data folder.

    Without FOLDER, the app's own is checked.
    """
    from dashboard.store.reading.problem import DatasetError
    from dashboard.store.reading.validate import read_folder

    folder = folder or from_environment(os.environ).data
    # The list of problems is what was asked for, so it goes to the standard output.
    try:
        reading = read_folder(folder)
    except DatasetError as bad:
        click.echo(bad.report)
        raise click.exceptions.Exit(1) from bad
    click.echo(reading.report)
    if reading.problems:
        raise click.exceptions.Exit(1)


@cli.command()
@click.argument("folder", type=PATH)
@click.option(
    "--council", default="", help="Its name: writes empty tables, and the example beside them."
)
def new(folder: Path, council: str) -> None:
    """Write an example dataset into a new folder."""
    from dashboard.store.starter import BESIDE, write_starter

    write_starter(folder, council)
    if council:
        click.echo(f"{folder} is ready for a first report of {council}: read it in with --write.")
        click.echo(f"{folder / BESIDE} holds the same tables with one invented example each.")
    else:
        click.echo(
            f"{folder} holds one invented example. Put your own rows in its place, then check."
        )


@cli.command()
@click.argument("folder", type=PATH)
@click.option("--indicators", type=_WholeNumber(1, 2000), default=400, show_default=True)
@click.option("--areas", type=_WholeNumber(4, 1000), default=150, show_default=True)
@click.option("--years", type=_WholeNumber(1, 30), default=10, show_default=True)
def demo(folder: Path, indicators: int, areas: int, years: int) -> None:
    """Write an invented council for trials of scale."""
    from dashboard.store.demo import Scale, write_demo

    write_demo(folder, Scale(indicators, areas, years))
    click.echo(f"{folder} holds an invented council: {indicators} indicators of {areas} areas.")


@cli.command()
@click.argument("report", type=PATH)
@click.option("--data", type=PATH, help="The dataset's folder; without one, the app's own.")
@click.option("--map", "mapping", type=PATH, help="A CSV of printed names and their indicator ids.")
@click.option("--quarter", default="", help="The report's quarter, where no title names it.")
@click.option("--write", is_flag=True, help="Add what is new to the folder.")
@click.option(
    "--council-is-ours", is_flag=True, help="The council that the report names is the dataset's."
)
def read(
    report: Path,
    data: Path | None,
    mapping: Path | None,
    quarter: str,
    write: bool,
    council_is_ours: bool,
) -> None:
    """Take in a printed report (.docx or .txt).

    Shows what is new in it; --write adds that to the data folder.
    """
    from dashboard.reports.importing.command import Reading, read_in

    asked = Reading(
        report=report,
        data=data or from_environment(os.environ).data,
        mapping=mapping,
        quarter=quarter,
        write=write,
        council_is_ours=council_is_ours,
    )
    for line in read_in(asked):
        click.echo(line)


@cli.command()
@click.argument("file", type=PATH)
@click.option("--portfolio", default="all", show_default=True, help="Its id.")
@click.option("--quarter", help="Such as FY2016-17Q3; without one, the newest.")
@click.option(
    "--which",
    default="printed",
    show_default=True,
    help="Which indicators: printed, exceptions, others or all.",
)
@click.option("--no-charts", is_flag=True, help="Leave charts out.")
@click.option("--address", default="", help="The dashboard's own, for the foot of each page.")
def report(
    file: Path, portfolio: str, quarter: str | None, which: str, no_charts: bool, address: str
) -> None:
    """Write a portfolio as Word, slides or data.

    FILE ends in .docx, .pptx, .xlsx or .csv.
    """
    from dashboard.reports.exporting.command import Wanted, write_report

    wanted = Wanted(
        file=file,
        portfolio=portfolio,
        quarter=quarter,
        which=which,
        charts=not no_charts,
        address=_print_page(address, portfolio) if address else None,
    )
    click.echo(write_report(from_environment(os.environ), wanted))


def _print_page(address: str, portfolio: str) -> Callable[[Period], str]:
    """The link to the Print page of a dashboard at this address, once the quarter is known."""
    from dashboard.pages.print_pack.choices import PrintChoices

    def link(quarter: Period) -> str:
        page = PrintChoices(portfolio=portfolio, quarter=quarter.id)
        return f"{address.rstrip('/')}{page.href}"

    return link


@cli.command()
def guide() -> None:
    """Explain every table and column, with examples."""
    from dashboard.store.guide import guide as text

    click.echo(text())


@cli.command()
def assets() -> None:
    """Build the front-end files, our own and those of others, which are fetched."""
    from dashboard.web.frontend import MADE_FROM, build

    settings = from_environment(os.environ)
    manifest = build(ROOT, settings.assets, settings.vendor)
    built = sorted(file for name, file in manifest.items() if name != MADE_FROM)
    click.echo(f"Built {', '.join(built)} into {settings.vendor}.")


@cli.command()
@click.option("--accept", is_flag=True, help="Also where rows that stand today would vanish.")
def load(accept: bool) -> None:
    """Make the data folder the current dataset."""
    from dashboard.store.dataset import Dataset
    from dashboard.store.reading.problem import DatasetError
    from dashboard.store.refusal import REFUSED
    from dashboard.store.versions import current_version, publish

    settings = from_environment(os.environ)
    try:
        version = publish(settings.data, settings.var, accept=accept)
    except DatasetError as bad:
        kept = current_version(settings.var)
        after = f"version {kept} stays current" if kept else "there is no dataset yet"
        click.echo(f"{bad.report}\nNothing was loaded: {after}.", err=True)
        raise click.exceptions.Exit(REFUSED) from bad
    click.echo(f"{settings.data} is the current dataset, version {version}.")
    warnings = len(Dataset(settings.var, version).warnings)
    if warnings:
        click.echo(f"Warnings on loading: {warnings:,}; python -m dashboard check lists them.")


if __name__ == "__main__":
    raise SystemExit(main())
