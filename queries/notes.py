"""What is to be said of an answer as a whole: that its day lies before every document of the store."""

from __future__ import annotations

from datetime import date

from graph.rows import date_of
from graph.store import Store
from graph.text import written_day
from queries.base import ask
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
