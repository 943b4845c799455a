"""Answers as files to save: CSV and XLSX for spreadsheets, HTML for the printer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from api.dependencies import (
    AmongParameter,
    AsOfParameter,
    CommitteesParameter,
    DeadlineParameter,
    DocumentParameter,
    DocumentsParameter,
    KindParameter,
    PlaceParameter,
    SettingsParameter,
    SeverityParameter,
    StoreParameter,
    TypesParameter,
    listed,
    short,
)
from api.problems import responses
from graph.errors import TooLarge
from queries.audit import audit as ask_audit
from queries.coverage import coverage as ask_coverage
from queries.impact import impact as ask_impact
from queries.messages import Language
from queries.reports.audit import audit_report
from queries.reports.coverage import coverage_report
from queries.reports.files import FILES
from queries.reports.impact import impact_report
from queries.reports.table import Report

router = APIRouter(prefix="/reports", tags=["reports"])

_MOST = 20_000
"""Rows of a report that is made while somebody waits; the command line has no such limit."""

_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report as a file",
        "content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for _, kind in FILES.values()},
    }
}
_ERRORS = responses(400, 404, 409, 413, 422, 503)


class _Form:
    """Which file is asked for, and where the explorer is that it leads to."""

    def __init__(
        self,
        request: Request,
        format: Annotated[Literal["csv", "html", "xlsx"], Query(description="Kind of file")] = "xlsx",  # noqa: A002
        lang: Annotated[Language, Query(description="Language of the report")] = "vi",
    ) -> None:
        self.format, self.language, self.explorer = format, lang, str(request.base_url)

    def file(self, report: Report, name: str) -> Response:
        write, kind = FILES[self.format]
        headers = {"Content-Disposition": f'attachment; filename="{name}.{self.format}"'}
        return Response(write(report), media_type=kind, headers=headers)


FormParameter = Annotated[_Form, Depends()]


@router.get("/audit", summary="Save the findings of an audit", response_class=Response, responses=_FILE | _ERRORS)
def save_audit(
    store: StoreParameter,
    documents: DocumentsParameter,
    among: AmongParameter,
    form: FormParameter,
    kind: KindParameter = None,
    severity: SeverityParameter = None,
    as_of: AsOfParameter = None,
) -> Response:
    """Give the findings that ``/audit`` lists as a file, a sheet for each kind."""
    kinds, severities = listed(kind), listed(severity)
    first = ask_audit(store, documents, among=among, kinds=kinds, severities=severities, as_of=as_of, limit=1)
    if first.page is not None:
        _check(first.page.total)
    whole = ask_audit(store, documents, among=among, kinds=kinds, severities=severities, as_of=as_of, limit=None)
    return form.file(audit_report(whole, form.language, form.explorer), "audit")


@router.get("/impact", summary="Save what rests on a document", response_class=Response, responses=_FILE | _ERRORS)
def save_impact(
    store: StoreParameter,
    doc: DocumentParameter,
    form: FormParameter,
    types: TypesParameter = None,
    as_of: AsOfParameter = None,
) -> Response:
    """Give what ``/impact`` lists as a file, a sheet for each relation."""
    _check(ask_impact(store, doc, types=listed(types), as_of=as_of, limit=1).page.total)
    whole = ask_impact(store, doc, types=listed(types), as_of=as_of, limit=None)
    return form.file(impact_report(whole, form.language, form.explorer), "impact")


@router.get("/coverage", summary="Save who carries a document out", response_class=Response, responses=_FILE | _ERRORS)
def save_coverage(
    store: StoreParameter,
    settings: SettingsParameter,
    doc: DocumentParameter,
    form: FormParameter,
    level: CommitteesParameter = None,
    place: PlaceParameter = None,
    deadline: DeadlineParameter = None,
    as_of: AsOfParameter = None,
) -> Response:
    """Give what ``/coverage`` lists as a file: late units, those without a document, the others."""
    wanted = None if place is None else short("place", place, settings)
    found = ask_coverage(store, doc, level=level, place=wanted, deadline=deadline, as_of=as_of)
    return form.file(coverage_report(found, form.language, form.explorer), "coverage")


def _check(rows: int) -> None:
    if rows > _MOST:
        raise TooLarge(
            f"Báo cáo có {rows} dòng, quá {_MOST}. Hãy thu hẹp theo địa bàn, cơ quan, loại; hoặc dùng lệnh cancu … "
            "--output TỆP."
        )
