"""Serve downloads by plain GET requests, for readers and scripts alike."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Response, request, send_file
from plotly.io.json import to_json_plotly

from dashboard.charts.style import SIZES, WIDE
from dashboard.choices import query_texts
from dashboard.findings import portfolio_findings
from dashboard.pages.present.choices import PresentChoices
from dashboard.pages.present.page import slide_data
from dashboard.pages.print_pack.choices import PrintChoices
from dashboard.reports.dataset_tables import dataset_zip, table_csv, table_spec
from dashboard.reports.exporting.content import WHICH, file_name
from dashboard.reports.exporting.files import KINDS
from dashboard.reports.exporting.in_subprocess import (
    BusyError,
    NotMadeError,
    Order,
    making,
)
from dashboard.reports.indicator_figures import indicator_csv
from dashboard.selection import Filters, read_quarter, select
from dashboard.store.dataset import Dataset, Store
from dashboard.store.listed import ALL, listed_by
from dashboard.web.progress import NOT_MADE, File, in_the_making, wants_progress, whole

log = logging.getLogger(__name__)


def indicator_download(store: Store) -> Callable[[str], Response]:
    """`/indicator/<id>.csv?quarter=…`: an indicator's figures, by default for the latest quarter.

    Unlike a page, it answers 400 for a bad quarter, because a script would not see a note.
    """

    def download(name: str) -> Response:
        dataset = store.current()
        catalogue = dataset.catalogue
        indicator = catalogue.indicator(name)
        if indicator is None:
            return _said(f"There is no indicator “{name}”.", 404)
        known = catalogue.quarters()
        text = request.args.get("quarter", "")[:40]
        quarter = catalogue.latest_quarter(indicator.portfolio_id)
        if text:
            quarter, problem = read_quarter(text, known)
            if quarter is None:
                return _said(f"{problem} Write it as {known[0].id}.", 400)
        quarter = quarter or known[0]
        indicator = catalogue.at(quarter).indicator(name)
        if indicator is None:
            return _said(f"“{name}” was not listed in {quarter.label}.", 404)
        found = portfolio_findings(dataset, indicator.portfolio_id, quarter)
        finding = next(each for each in found if each.indicator.id == name)
        response = Response(indicator_csv(finding, dataset.version), mimetype="text/csv")
        return _named(response, file_name("figures", name, finding.quarter, "csv"))

    return download


def table_download(store: Store) -> Callable[[str], Response]:
    """`/data/<table>.csv`: one table of the current dataset, with all periods."""

    def download(name: str) -> Response:
        dataset, spec = store.current(), table_spec(name)
        if spec is None:
            return _said(f"There is no table “{name}”.", 404)
        response = Response(table_csv(dataset, spec), mimetype="text/csv")
        return _named(response, f"{name}-{dataset.version}.csv")

    return download


def dataset_download(store: Store) -> Callable[[], Response]:
    """`/data/dataset.zip`: all tables of the current dataset."""

    def download() -> Response:
        dataset = store.current()
        response = send_file(dataset_zip(dataset), mimetype="application/zip", max_age=0)
        return _named(response, f"dataset-{dataset.version}.zip")

    return download


def _named(response: Response, file: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response


def report_download(store: Store) -> Callable[[str], Response]:
    """`/report.<kind>?portfolio=…&ids=…&quarter=…&which=…&indicator=…&charts=no`: what is listed.

    `portfolio` and `ids` are as in a page's address. With an `indicator` it holds that one alone.
    Like an indicator's download, it answers with an error for a bad quarter or portfolio. Who
    asks for the progress of what takes long (web/progress.py) is answered at once.
    """

    def download(kind: str) -> Response:
        asked = _asked_for(store.current(), kind)
        if isinstance(asked, Response):
            return asked
        order, file = asked
        try:
            heard = making(order)
            told = wants_progress() and KINDS[kind].long
            return in_the_making(heard, file) if told else whole(heard, file)
        except BusyError as busy:
            answer = _said(str(busy), 503)
            answer.headers["Retry-After"] = "5"
            return answer
        except NotMadeError:
            log.exception("%s could not be made", request.full_path)
            return _said(NOT_MADE, 500)

    return download


def _asked_for(dataset: Dataset, kind: str) -> tuple[Order, File] | Response:
    """What the request orders, and the file it will be; else the answer that says what is wrong."""
    asked, catalogue = request.args, dataset.catalogue
    filters, _ = Filters.read({"portfolio": ALL} | asked.to_dict())
    which = asked.get("which", WHICH[0])
    listed, unknown = listed_by(filters.portfolio, filters.own or (), catalogue)
    if listed is None or unknown:
        return _said("There is no such report.", 404)
    quarter, problem = catalogue.latest_quarter_of(listed.holds) or catalogue.quarters()[0], ""
    if asked.get("quarter"):
        found, problem = read_quarter(asked["quarter"][:40], catalogue.quarters())
        quarter = found or quarter
    # An own list's indicators may have had another portfolio then.
    then = catalogue.at(quarter) if listed.indicator_ids is not None else catalogue
    portfolios = listed.portfolios(then)
    if kind not in KINDS or not portfolios:
        return _said("There is no such report.", 404)
    if problem or which not in WHICH:
        return _said(problem or f"“which” is one of {', '.join(WHICH)}.", 400)
    indicator = asked.get("indicator", "")[:100]
    if indicator and catalogue.at(quarter).indicator(indicator) is None:
        return _said(f"“{indicator}” was not listed in {quarter.label}.", 404)
    printed = filters.to(PrintChoices, quarter=quarter.id)
    order = Order(
        var=str(dataset.var.resolve()),
        version=dataset.version,
        kind=kind,
        portfolios=tuple(portfolio.id for portfolio in portfolios),
        quarter=quarter.id,
        which=which,
        only=(indicator,) if indicator else (),
        charts=asked.get("charts") != "no",
        address=request.host_url.rstrip("/") + printed.href,
        own=listed.indicator_ids,
    )
    whose = indicator or listed.file_part
    name = file_name(KINDS[kind].what, whose, quarter, kind)
    return order, File(name, KINDS[kind].mimetype)


def _said(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, mimetype="text/plain")


def slide_download(store: Store) -> Callable[[], Response]:
    """`/present/slide.json?…`: the content of one slide, which the browser fetches in advance."""

    def download() -> Response:
        dataset = store.current()
        choices, _ = PresentChoices.read(
            query_texts(request.query_string.decode("utf-8", "replace"))
        )
        size = SIZES.get(request.args.get("size", ""), WIDE)
        content = slide_data(select(dataset, choices), size)
        if content is None:
            return _said("There is no such slide.", 404)
        return Response(to_json_plotly(content), mimetype="application/json")

    return download
