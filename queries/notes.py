"""What is to be said of an answer as a whole: of a day before every document of the store, of a place that changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.model import Place
from graph.places import became, made_from
from graph.rows import date_of
from graph.store import Store
from graph.text import written_day
from queries.base import ask
from queries.places import places_of_all_days
from queries.results import Note


def notes_on(store: Store, as_of: date | None) -> list[Note]:
    """What is to be said of the day of a question; of the present day (``None``) nothing is.

    A store whose documents have no dates is of every day.
    """
    if as_of is None:
        return []
    (until,) = ask(store, "notes.until", {"on": as_of.isoformat()})
    if until["there"]:
        return []
    (days,) = ask(store, "scope.days", {"on": as_of.isoformat()})
    first = date_of(str(days["first"] or ""))
    if first is None:
        return []
    vi, en = (written_day(as_of), written_day(first)), (as_of.isoformat(), first.isoformat())
    return [
        Note(
            message=f"Ngày {vi[0]} sớm hơn mọi văn bản có ngày trong kho; văn bản sớm nhất ghi ngày {vi[1]}. "
            "Hãy chọn ngày muộn hơn.",
            message_en=f"{en[0]} is earlier than every dated document of the store; the earliest one is of {en[1]}. "
            "Choose a later day.",
        )
    ]


def notes_on_place(name: str | None) -> list[Note]:
    """What is to be said of the place of a question: other places that went into it, or what it went into.

    Documents of those are not in the answer, and are asked for by their ids.

    Raises:
        UsageError: There is no such place, or several have the name.
    """
    if name is None:
        return []
    asked = places_of_all_days(name)
    keys = {place.id for place in asked}
    found: list[Note] = []
    for place in asked:
        before = [other for other in made_from(place) if other.id not in keys]
        after = [other for other in became(place) if other.id not in keys]
        if before and place.valid_from is not None:
            found.append(_changed(place, before, place.valid_from, "gồm cả", "includes the former"))
        if after and (day := after[0].valid_from) is not None:
            found.append(_changed(place, after, day, "thuộc về", "is part of"))
    return found


def _changed(place: Place, others: Sequence[Place], day: date, vi: str, en: str) -> Note:
    named = ", ".join(f"{other.kind} {other.name} ({other.id})" for other in others)
    own = f"{place.kind} {place.name}"
    return Note(
        message=f"Từ {written_day(day)} {own} {vi} {named}. Văn bản của nơi đó không có trong kết quả này; "
        "hãy hỏi bằng mã trong ngoặc.",
        message_en=f"Since {day.isoformat()} {own} {en} {named}. Its documents are not in this answer; "
        "ask with the id in brackets.",
    )
