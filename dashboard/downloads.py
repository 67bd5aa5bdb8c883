"""The plain GET downloads, which a script can follow as well as a reader."""

from __future__ import annotations

from collections.abc import Callable

from flask import Response, request

from dashboard.findings import portfolio_findings
from dashboard.reports.indicator_figures import indicator_csv
from dashboard.selection import read_quarter
from dashboard.store.dataset import Store


def indicator_download(store: Store) -> Callable[[str], Response]:
    """`/indicator/<id>.csv?quarter=…`: without a quarter, the portfolio's latest.

    Unlike a page it does not fall back from a bad quarter: a script would not see the note.
    """

    def download(name: str) -> Response:
        dataset = store.current()
        catalogue = dataset.catalogue
        indicator = catalogue.indicator(name)
        if indicator is None:
            return Response(f"There is no indicator “{name}”.\n", 404, mimetype="text/plain")
        known = catalogue.quarters()
        text = request.args.get("quarter", "")[:40]
        quarter = catalogue.latest_quarter(indicator.portfolio_id)
        if text:
            quarter, problem = read_quarter(text, known)
            if quarter is None:
                return Response(
                    f"{problem} Write it as {known[0].id}.\n", 400, mimetype="text/plain"
                )
        found = portfolio_findings(dataset, indicator.portfolio_id, quarter or known[0])
        finding = next(each for each in found if each.indicator.id == name)
        response = Response(indicator_csv(finding, dataset.version), mimetype="text/csv")
        file = f"{name}-{finding.quarter.id}.csv"
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
        return response

    return download
