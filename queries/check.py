"""Whether a store is whole: what it claims can be proved, nothing hangs loose, its counts add up.

Texts are gone through in portions, and the questions return faults only, so a store of any size is checked in bounded
memory. Whoever calls keeps writers away meanwhile (``with store.writer()``): between two portions a graph that is
written to would look broken.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, cast

from pydantic import Field

from graph.claims import mention_claims
from graph.copying import rows_of
from graph.parts import CLAIM, DESCRIPTION
from graph.rows import mention_of
from graph.store import Store
from graph.text import quoted_sentence
from queries.base import ask, count
from queries.results import Result

FaultKind = Literal[
    "storage", "edge_without_evidence", "edge_count", "statement_without_edge", "edge_without_end",
    "statement_without_text", "statement_without_mention", "mention_without_text", "mention_without_document",
    "validity_without_origin", "description_without_text", "text_without_document",
    "text_without_description", "assignment_without_task", "document_without_text", "unnamed",
    "quote", "claims", "citing_date", "cites", "differs",
    "original_missing", "original_damaged",
]  # fmt: skip

MOST_OF_A_KIND = 1000
"""So many faults of one kind are listed; further ones are not looked for."""

_TEXTS_AT_ONCE = 20

OnProgress = Callable[[int, int], None]
"""Called with the number of texts that were checked and of all."""


class Kept(Protocol):
    """The files as they came; :class:`graph.originals.Originals` is one."""

    def is_whole(self, sha256: str) -> bool | None:
        """Whether the file under ``sha256`` still has this hash, ``None`` when it is missing."""


class Fault(Result):
    """Something that must not be so in a store."""

    kind: FaultKind
    at: str = Field(description="What is at fault: the id of a statement or mention, a key, a sha256")
    detail: str = Field("", description="What was expected and what was found")


class CheckResult(Result):
    """What a check went through and what it found."""

    texts: int
    statements: int
    mentions: int
    edges: int
    documents: int
    originals: int = Field(description="Originals whose bytes were hashed again")
    faults: list[Fault]
    counts: dict[FaultKind, int] = Field(description="Number of faults by kind")
    truncated: bool = Field(description="True when there may be more faults of some kind than are listed")

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


@dataclass(slots=True)
class _Findings:
    faults: list[Fault] = field(default_factory=list)
    counts: dict[FaultKind, int] = field(default_factory=dict)

    def add(self, kind: FaultKind, at: str, detail: str = "") -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if self.counts[kind] <= MOST_OF_A_KIND:
            self.faults.append(Fault(kind=kind, at=at, detail=detail))


@dataclass(slots=True)
class _Claims:
    """What is claimed of nodes in two numbers, to which order does not matter: nothing is left when counters agree."""

    mentions: int = 0
    descriptions: int = 0


@dataclass(slots=True)
class _Seen:
    texts: int = 0
    statements: int = 0
    mentions: int = 0
    originals: int = 0


def check(store: Store, originals: Kept | None, *, on_progress: OnProgress | None = None) -> CheckResult:
    """Check all of ``store`` and, unless they are ``None``, that ``originals`` keeps the file of each text.

    What the storage engine finds damaged is reported alone, for nothing that is read from it then proves anything.
    """
    found, seen = _Findings(), _Seen()
    for damage in store.damage():
        found.add("storage", damage)
    stats = store.stats()
    if not found.faults:
        claims = _Claims()
        _check_edges(store, found)
        _check_orphans(store, found)
        _check_citing(store, found)
        total = count(ask(store, "check.count", {}))
        for texts in _portions(store):
            _check_quotes(store, texts, found, seen, claims)
            _check_originals(texts, originals, found, seen)
            if on_progress:
                on_progress(seen.texts, total)
        _check_claims(store, claims, found)
    return CheckResult(
        texts=seen.texts,
        statements=seen.statements,
        mentions=seen.mentions,
        edges=sum(stats.edges.values()),
        documents=stats.nodes.get("Document", 0),
        originals=seen.originals,
        faults=sorted(found.faults, key=lambda fault: (fault.kind, fault.at)),
        counts=dict(sorted(found.counts.items())),
        truncated=any(count >= MOST_OF_A_KIND for count in found.counts.values()),
    )


def _check_edges(store: Store, found: _Findings) -> None:
    for row in ask(store, "check.edges", {"limit": MOST_OF_A_KIND}):
        at = " ".join(str(row[name]) for name in ("subject", "type", "object", "qualifier")).strip()
        kind: FaultKind = (
            "edge_count" if row["counted"] and row["found"] else
            "edge_without_evidence" if row["counted"] else "statement_without_edge"
        )  # fmt: skip
        found.add(kind, at, f"{row['counted']} ≠ {row['found']}")


def _check_orphans(store: Store, found: _Findings) -> None:
    for row in ask(store, "check.orphans", {"limit": MOST_OF_A_KIND}):
        found.add(cast("FaultKind", row["fault"]), str(row["at"]))


def _check_citing(store: Store, found: _Findings) -> None:
    for row in ask(store, "check.citing", {"limit": MOST_OF_A_KIND}):
        found.add(cast("FaultKind", row["fault"]), str(row["at"]), f"{row['kept']} ≠ {row['found']}")


def _portions(store: Store) -> Iterator[Mapping[str, str]]:
    """The live texts by sha256, some at a time."""
    after = ""
    while texts := {
        str(row["at"]): str(row["text"]) for row in ask(store, "check.texts", {"after": after, "limit": _TEXTS_AT_ONCE})
    }:
        yield texts
        after = max(texts)


def _check_quotes(store: Store, texts: Mapping[str, str], found: _Findings, seen: _Seen, claims: _Claims) -> None:
    seen.texts += len(texts)
    for row in ask(store, "check.quotes", {"sources": list(texts)}):
        place = texts[str(row["source"])][int(row["start"] or 0) : int(row["stop"] or 0)]
        seen.statements += row["fact"] == "statement"
        said = place if row["fact"] == "statement" else quoted_sentence(place)
        if said != row["quote"] or not said:
            found.add("quote", f"{row['fact']} {row['at']}", f"{row['source']} {row['start']}–{row['stop']}")
    for row in ask(store, "check.mentions", {"sources": list(texts)}):
        mention = mention_of(row)
        seen.mentions += 1
        if texts[mention.source][mention.start : mention.end] != mention.quote or not mention.quote:
            found.add("quote", f"mention {mention.id}", f"{mention.source} {mention.start}–{mention.end}")
        if mention.resolution.document is not None:
            for name, value in mention_claims(mention):
                claims.mentions += hash((mention.resolution.document, name, value))


def _check_originals(texts: Iterable[str], originals: Kept | None, found: _Findings, seen: _Seen) -> None:
    if originals is None:
        return
    for sha256 in texts:
        whole = originals.is_whole(sha256)
        seen.originals += whole is not None
        if not whole:
            found.add("original_missing" if whole is None else "original_damaged", sha256)


def _check_claims(store: Store, claims: _Claims, found: _Findings) -> None:
    for row in rows_of(store, DESCRIPTION):
        for name, value in json.loads(str(row["attributes"])).items() if not row["header"] else ():
            claims.descriptions += hash((row["node"], name, value))
    for row in rows_of(store, CLAIM):
        place = hash((row["node"], row["field"], row["value"]))
        claims.mentions -= place * int(row["mentions"] or 0)
        claims.descriptions -= place * int(row["descriptions"] or 0)
    for name, rest in (("mention", claims.mentions), ("description", claims.descriptions)):
        if rest:
            found.add("claims", name)
