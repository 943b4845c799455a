"""What to look at instead of a document that ended: what took over from it, and from that in turn.

To end a document is not to take over its matter: who only repeals ("Bãi bỏ một số văn bản …"), or announces what has
ended ("Công bố danh mục văn bản hết hiệu lực"), is no successor, and normative law is succeeded by normative law alone
(Luật 64/2025/QH15 Art. 8, 57; domain reference §3.3).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from data.tables import KnownLaw
from graph.law import known_by_symbol
from graph.model import HowKnown, Validity
from graph.reference import key_of_law, known_law
from graph.text import symbol_words
from queries.derived import is_normative

_LONGEST_SUCCESSION = 8
_ONLY_ENDS = re.compile(r"\s*(?:(?:về\s+việc|v/v)\s+)?(?:bãi\s+bỏ|h[uủ][ỷy]\s+bỏ|công\s+bố)\b", re.IGNORECASE)
_REPEALED = re.compile(r"\b(?:bãi\s+bỏ|h[uủ][ỷy]\s+bỏ)\b", re.IGNORECASE)
_REPLACED = re.compile(r"\bthay\s+thế\b", re.IGNORECASE)
_FIRST_ARTICLE = re.compile(r"\s+Điều\s+1(?![\d.])")
"""Behind an act's symbol: what ends others in its first article is about that; a new rule ends them last."""

_WITH_YEAR = re.compile(r"\d+[a-zđ]?/\d{4}/")
"""The symbol of normative law; that of an administrative decision has no year (NĐ 78/2025, NĐ 30/2020)."""


def successor(cited: str, validity: Validity, on: date, titles: Mapping[str, str | None]) -> str | None:
    """The symbol of what took over from the document ``cited``, or in turn from that, in force on the day ``on``.

    ``validity`` is its end; ``titles`` are those of documents of the store. ``None`` where nothing is known to have
    taken over.

    >>> from datetime import date
    >>> ended = Validity(ended=date(2023, 7, 1), ended_by="11/2022/QH15")
    >>> successor("norm:l:2010:56:quoc-hoi", ended, date(2026, 1, 1), {})
    '84/2025/QH15'
    """
    following = validity.ended_by
    if not following or _by_itself(cited, validity) or _repealed(validity):
        return None
    told = validity.actor if validity.how_known is not HowKnown.DERIVED else None
    if not _takes_over(cited, following, told, titles):
        return None
    seen: set[str] = set()
    while symbol_words(following) not in seen and len(seen) < _LONGEST_SUCCESSION:
        seen.add(symbol_words(following))
        rows = known_by_symbol(following)
        ended = next((law for law in rows if law.ended and law.ended <= on and law.scope != "part"), None)
        if ended is None or not ended.ended_by:
            return following
        if _from_first_article(ended.source, ended.ended_by) or not _takes_over(cited, ended.ended_by, None, titles):
            return None
        following = ended.ended_by
    return None


def _by_itself(cited: str, validity: Validity) -> bool:
    """Whether a document ended by what it says itself."""
    law = known_law(cited)
    same = law is not None and symbol_words(law.symbol) == symbol_words(validity.ended_by or "")
    return validity.actor == cited or same


def _repealed(validity: Validity) -> bool:
    """Whether the end is a repeal and no replacement, by the words of its text or the article that a table names."""
    said = validity.source or ""
    if validity.how_known is HowKnown.REFERENCE:
        return _from_first_article(said, validity.ended_by or "")
    return validity.act == "REPEALS" and _REPEALED.search(said) is not None and not _REPLACED.search(said)


def _from_first_article(source: str, by: str) -> bool:
    return source.startswith(by) and _FIRST_ARTICLE.match(source, len(by)) is not None


def _takes_over(cited: str, symbol: str, key: str | None, titles: Mapping[str, str | None]) -> bool:
    """Whether the document ``symbol``, with its ``key`` if that is known, can take over from the document ``cited``."""
    known: tuple[KnownLaw, ...] = known_by_symbol(symbol)
    keys = [key] if key else [found for law in known if (found := key_of_law(law)) is not None]
    names = [titles.get(found) for found in keys] + [law.name for law in known]
    if any(_ONLY_ENDS.match(name) for name in names if name):
        return False
    normative = any(map(is_normative, keys)) if keys else _WITH_YEAR.match(symbol) is not None
    return normative or not is_normative(cited)
