"""What routes take from a request: the store, the settings, and the parameters that several of them share."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from api.settings import Settings
from graph.errors import StoreError, TooLarge, UsageError
from graph.store import Store
from queries.scope import Among


def settings_of(request: Request) -> Settings:
    """Return the settings of the service."""
    settings: Settings = request.app.state.settings
    return settings


def store_of(request: Request) -> Store:
    """Return the open store of the service."""
    store: Store | None = request.app.state.store
    if store is None:
        raise StoreError("Kho chưa mở hoặc đã đóng. Hãy thử lại sau.")
    return store


DOCUMENT = "A key, a symbol, or the name of an ingested file"
SettingsParameter = Annotated[Settings, Depends(settings_of)]
StoreParameter = Annotated[Store, Depends(store_of)]


def checked(name: str, value: int, most: int) -> int:
    """Return ``value`` when it lies within 1 and the configured limit ``most``."""
    if not 1 <= value <= most:
        raise UsageError(f"{name} phải từ 1 đến {most}.")
    return value


def short(name: str, value: str, settings: Settings) -> str:
    """Return ``value`` when it is not longer than a name or query may be."""
    if len(value) > settings.max_query_characters:
        raise TooLarge(f"{name} dài quá {settings.max_query_characters} ký tự. Hãy viết ngắn hơn.")
    return value


def listed(value: str | None) -> list[str] | None:
    """Read a list written with commas; ``None`` when nothing is in it."""
    return [part.strip() for part in (value or "").split(",") if part.strip()] or None


def _document(
    settings: SettingsParameter, doc: Annotated[str, Query(description=DOCUMENT, examples=["10/KH-UBND"])]
) -> str:
    return short("doc", doc, settings)


def _optional_document(
    settings: SettingsParameter, doc: Annotated[str | None, Query(description=DOCUMENT, examples=["10/KH-UBND"])] = None
) -> str | None:
    return None if doc is None else short("doc", doc, settings)


def _limit(
    settings: SettingsParameter,
    limit: Annotated[int, Query(description="Items of a page; at most CANCU_MAX_PAGE", examples=[50])] = 50,
) -> int:
    return checked("limit", limit, settings.max_page)


def _documents(
    settings: SettingsParameter,
    doc: Annotated[
        list[str] | None, Query(description=f"{DOCUMENT}; may be given again", examples=[["10/KH-UBND"]])
    ] = None,
) -> list[str] | None:
    return None if doc is None else [short("doc", name, settings) for name in doc]


def _among(
    settings: SettingsParameter,
    place: Annotated[
        str | None, Query(description="Name or id of a place; what lies in it counts", examples=["Hải Phòng"])
    ] = None,
    body: Annotated[
        str | None, Query(description="Name or key of a body; its subordinates count", examples=["UBND tỉnh Hà Giang"])
    ] = None,
    level: Annotated[
        Literal["central", "province", "district", "ward"] | None, Query(description="Level of the issuing body")
    ] = None,
    since: Annotated[dt.date | None, Query(description="First date of the documents", examples=["2024-01-01"])] = None,
    until: Annotated[dt.date | None, Query(description="Last date of the documents", examples=["2024-12-31"])] = None,
) -> Among:
    return Among(
        place=None if place is None else short("place", place, settings),
        body=None if body is None else short("body", body, settings),
        level=level,
        since=since,
        until=until,
    )


DocumentParameter = Annotated[str, Depends(_document)]
OptionalDocumentParameter = Annotated[str | None, Depends(_optional_document)]
DocumentsParameter = Annotated[list[str] | None, Depends(_documents)]
AmongParameter = Annotated[Among, Depends(_among)]
KindParameter = Annotated[str | None, Query(description="Kinds of finding with commas", examples=["ended,ended_since"])]
SeverityParameter = Annotated[
    str | None, Query(description="Severities with commas: high, medium, low, info", examples=["high,medium"])
]
TypesParameter = Annotated[str | None, Query(description="Edge types with commas", examples=["GUIDES,BASED_ON"])]
CommitteesParameter = Annotated[
    Literal["province", "district", "ward"] | None, Query(description="All committees of this level")
]
PlaceParameter = Annotated[
    str | None, Query(description="Name or id of the place that they are under", examples=["Hải Phòng"])
]
DeadlineParameter = Annotated[dt.date | None, Query(description="By when a plan was due", examples=["2024-03-15"])]
LimitParameter = Annotated[int, Depends(_limit)]
CursorParameter = Annotated[str | None, Query(description="page.next of the page before", examples=["NTA"])]
AsOfParameter = Annotated[
    dt.date | None, Query(description="Date of the validity; default today", examples=["2024-12-31"])
]
