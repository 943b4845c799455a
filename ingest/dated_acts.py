"""Acts that have no number and are told by their day, or by the session that passed them.

::

    dated = type {"ngày" date ["của" body] | "của" body "ngày" date}      Nghị định ngày 5-8-1959 của Hội đồng Chính phủ
          | ("Luật" | "Pháp lệnh" | "Sắc lệnh") "ngày" date               Pháp lệnh ngày 10 tháng 7 năm 1989 về thuế
          | "Nghị quyết của Quốc hội" "khóa" term "kỳ họp thứ" ordinal    Nghị quyết của Quốc hội khóa IX, kỳ họp thứ 6

Old acts of the assembly and of the government are cited like that (domain reference I6, I13). Decisions of courts are
no documents of this kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.bodies import NamedBody
from graph.model import Level, Regime
from graph.places import Frame
from ingest.lawmakers import passed_by
from ingest.reference import Reference
from ingest.tails import Tail, read_tail
from ingest.type_words import type_code

# Begins with one class of characters, so that the search skips over all others; what stands before is looked at then.
_ACT = re.compile(
    r"(?P<type>[LPSNQCT](?<!\w.)(?:(?<=L)uật|(?<=P)háp\s{1,2}lệnh|(?<=S)ắc\s{1,2}(?:lệnh|luật)|(?<=N)ghị\s{1,2}(?:quyết|định)"
    r"|(?<=Q)uyết\s{1,2}định|(?<=C)hỉ\s{1,2}thị|(?<=T)hông\s{1,2}tư))"
    r"(?=\s{1,3}(?:(?:ban\s{1,2}hành\s{1,2}|ký\s{1,2})?ngày\s{1,3}\d|của\s{1,3}[A-ZĐỦ]))"
)
_OF_THE_HEAD_OF_STATE = frozenset({"SLT", "SLU"})
_BY_DAY_ALONE = _OF_THE_HEAD_OF_STATE | {"L", "PL"}
"""Who passes these is said by the word itself (Hiến pháp 1946 to 2013)."""

_SESSION = re.compile(r"[Kk]ỳ\s{1,2}họp\s{1,2}thứ\s{1,2}(?P<ordinal>\w{1,5})")
_PASSED_ON = re.compile(r",?\s{1,3}(?:thông\s{1,2}qua\s{1,2})?(?=ngày\s{1,3}\d)")
_COURTS = ("tand", "toa-an", "vks")


def find_dated_acts(text: str, frame: Frame) -> Iterator[Reference]:
    """Yield the acts without a number of a normalised text, in order."""
    for match in _ACT.finditer(text):
        kind = type_code(match["type"]) or ""
        end = match.end()
        tail = read_tail(text, end, frame)
        session = _SESSION.search(text, end, tail.end) if tail.term and kind == "NQ" else None
        if session is not None and tail.date is None and (later := _PASSED_ON.match(text, tail.end)):
            behind = read_tail(text, later.end(), frame)
            tail = Tail(behind.end, behind.date, tail.issuers, tail.term) if behind.date else tail
        if tail.date is None and (session is None or not tail.issuers or tail.issuers[0].body.key != "quoc-hoi"):
            continue
        issuers = tail.issuers
        if not issuers and kind in _BY_DAY_ALONE:
            issuers = () if kind in _OF_THE_HEAD_OF_STATE else passed_by(kind, frame, day=tail.date)
        elif not issuers or not _lays_down_law(issuers[0]):
            continue
        yield Reference(
            match.start(), end, tail.end, kind, date=tail.date, issuers=issuers, term=tail.term,
            implied=not tail.issuers, name=_name(match["type"], tail, session),
        )  # fmt: skip


def _name(word: str, tail: Tail, session: re.Match[str] | None) -> str:
    spoken = " ".join(word.split()).capitalize()
    if tail.date is not None:
        return f"{spoken} ngày {tail.date.day}/{tail.date.month}/{tail.date.year}"
    return f"{spoken} khóa {tail.term}, kỳ họp thứ {session['ordinal'] if session else ''}"


def _lays_down_law(named: NamedBody) -> bool:
    body = named.body
    central = body.level is Level.CENTRAL and body.regime in {Regime.STATE, Regime.PARTY}
    return central and not body.key.startswith(_COURTS)
