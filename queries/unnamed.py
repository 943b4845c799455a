"""Documents without number and title, as drafts are: what one calls them is their type and their file."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store import Store
from queries.base import ask
from queries.messages import Language, type_in_words
from queries.results import CitedName, Finding


def with_files(store: Store, findings: Iterable[Finding]) -> list[Finding]:
    """``findings`` with type and file of those citing documents that have neither number nor title."""
    found = list(findings)
    keys = {finding.citing.key for finding in found if not (finding.citing.symbol or finding.citing.title)}
    rows = {str(row["key"]): row for row in (ask(store, "unnamed", {"keys": sorted(keys)}) if keys else ())}
    return [
        finding.model_copy(
            update={"citing": finding.citing.model_copy(update={"type": row["type"], "file": row["file"]})}
        )
        if (row := rows.get(finding.citing.key))
        else finding
        for finding in found
    ]


def name_of(document: CitedName, language: Language) -> str:
    """What one calls a document.

    >>> name_of(CitedName(key="st:kh:x", symbol=None, type="KH", file="du-thao.docx"), "vi")
    'Kế hoạch (du-thao.docx)'
    """
    if document.symbol or document.title or not document.file:
        return document.symbol or document.title or document.key
    return f"{type_in_words(document.type or '', language)} ({document.file})".strip()
