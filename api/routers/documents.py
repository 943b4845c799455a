"""Documents: all of them, one of them, its text, and those that fit a search."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response

from api import examples
from api.dependencies import (
    DOCUMENT,
    AsOfParameter,
    CursorParameter,
    DocumentParameter,
    LimitParameter,
    SettingsParameter,
    StoreParameter,
    short,
)
from api.problems import responses
from graph.open import open_originals
from queries.document import document as ask_document
from queries.documents import documents as ask_documents
from queries.original import original as ask_original
from queries.results import DocumentDetail, DocumentList, SearchResult, TextResult
from queries.search import search as ask_search
from queries.text import text as ask_text

router = APIRouter(tags=["documents"])

_ORIGINAL: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The bytes of the file",
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}}
            for kind in ("application/pdf", "image/png", "image/jpeg", "application/octet-stream")
        },
    }
}
_SHOWS_ONLY = "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""Lets a browser show a PDF or a picture, and nothing that stands in it run or load."""


@router.get(
    "/documents",
    summary="List documents, newest first",
    responses=examples.ok(examples.DOCUMENTS) | responses(400, 422, 503),
)
def list_documents(
    store: StoreParameter,
    limit: LimitParameter,
    level: Annotated[
        Literal["central", "province", "district", "ward"] | None,
        Query(description="Level of the issuing body", examples=["ward"]),
    ] = None,
    type: Annotated[str | None, Query(description="Type code", examples=["KH"])] = None,  # noqa: A002 - the wire name
    ingested: Annotated[bool | None, Query(description="Only ingested ones, or only cited ones")] = None,
    cursor: CursorParameter = None,
    as_of: AsOfParameter = None,
) -> DocumentList:
    """List the documents of the store, ingested and only cited."""
    return ask_documents(store, level=level, type=type, ingested=ingested, limit=limit, cursor=cursor, as_of=as_of)


@router.get(
    "/documents/{doc:path}",
    summary="Show one document",
    responses=examples.ok(examples.DOCUMENT) | responses(404, 409, 413, 422, 503),
)
def show_document(
    store: StoreParameter,
    settings: SettingsParameter,
    doc: Annotated[str, Path(description=DOCUMENT, examples=["10/KH-UBND"])],
    as_of: AsOfParameter = None,
) -> DocumentDetail:
    """Show all that is known of one document: header, validity, mentions, counts of its relations."""
    return ask_document(store, short("doc", doc, settings), as_of=as_of)


@router.get(
    "/text",
    summary="Give the text of an ingested document",
    responses=examples.ok(examples.DOCUMENT_TEXT) | responses(404, 409, 413, 422, 503),
)
def show_text(store: StoreParameter, doc: DocumentParameter) -> TextResult:
    """Give the text as read; all offsets of the API point into it. 404 when the document is only cited."""
    return ask_text(store, doc)


@router.get(
    "/originals/{source}",
    summary="Give the file that a text was read from",
    response_class=Response,
    responses=_ORIGINAL | responses(404, 422, 503),
)
def show_original(
    store: StoreParameter,
    settings: SettingsParameter,
    source: Annotated[str, Path(description="sha256 of the file", pattern="^[0-9a-f]{64}$", examples=["0" * 64])],
) -> Response:
    """Give the file as it came. A browser shows PDF and pictures (`#page=3` opens a page); the rest is saved."""
    found = ask_original(store, open_originals(settings.store), source)
    kind = "inline" if found.shown else "attachment"
    headers = {
        "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(found.name, safe='')}",
        "Content-Security-Policy": _SHOWS_ONLY if found.shown else "sandbox; default-src 'none'",
    }
    return Response(found.data, media_type=found.media_type, headers=headers)


@router.get(
    "/search",
    summary="Search documents, with or without diacritics",
    responses=examples.ok(examples.SEARCH) | responses(400, 413, 422, 503),
)
def search_documents(
    store: StoreParameter,
    settings: SettingsParameter,
    limit: LimitParameter,
    q: Annotated[str, Query(description="Symbol, words of the title, or issuer", examples=["dan chu o co so"])],
    cursor: CursorParameter = None,
    as_of: AsOfParameter = None,
) -> SearchResult:
    """Search by symbol, title and issuer, best first."""
    return ask_search(store, short("q", q, settings), limit=limit, cursor=cursor, as_of=as_of)
