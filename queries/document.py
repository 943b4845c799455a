"""One document with all that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from graph.model import Validity
from graph.store import Store
from graph.validity import ENDING_ACTS, Contradiction, contradictions, replaced_in_turn, status_of_part, suspensions
from queries.base import ask, count, reference_fields, today, validity_rows, with_enders
from queries.copies import files_of
from queries.findings import proofs_of
from queries.known import brought_row, known_row, notes_brought, notes_on_law
from queries.locate import locate
from queries.mentions import mentions_in
from queries.messages import contradiction_in_words
from queries.neighbours import relation_counts
from queries.results import DocumentDetail, Note, PartInfo, SuspensionInfo


def document(store: Store, doc: str, *, as_of: date | None = None) -> DocumentDetail:
    """All that is known of ``doc``; its validity is that of the day ``as_of`` (default today).

    Raises:
        UnknownDocument: Nothing has the name ``doc``.
        AmbiguousDocument: Several documents have it.
    """
    key = locate(store, doc)
    on = today(as_of)
    stored = ask(store, "document", {"key": key})
    facts = validity_rows(store, [key]).get(key, ())
    row = stored[0] if stored else known_row(key) or brought_row(key, facts) or {}
    fields: dict[str, Any] = reference_fields(row, facts, on)
    fields |= {name: row.get(name) for name in ("number", "body", "place", "signer", "source", "file")}
    source = row.get("source")
    circle = key in replaced_in_turn(with_enders(store, {key: facts}))
    claims: dict[str, dict[str, int]] = {}
    for claim in ask(store, "document.claims", {"key": key}):
        claims.setdefault(str(claim["field"]), {})[str(claim["value"])] = int(claim["n"] or 0)
    return DocumentDetail(
        **fields,
        files=files_of(store, key, str(source)) if source else [],
        mentions=mentions_in(store, str(source)) if source else [],
        counts=relation_counts(store, key),
        recipients=[str(r["name"]) for r in ask(store, "document.recipients", {"key": key})],
        assignments=count(ask(store, "document.tasks", {"key": key})),
        parts=_parts(store, key, facts, on),
        suspensions=_suspensions(store, key, facts, on),
        needs_review=[
            Note(message=contradiction_in_words(one, "vi"), message_en=contradiction_in_words(one, "en"))
            for one in (*contradictions(facts), *([Contradiction("circle")] if circle else ()))
        ],
        known=[*notes_on_law(key), *notes_brought(facts)],
        uncited=not stored,
        claims=claims,
    )


def _suspensions(store: Store, key: str, facts: Sequence[Validity], on: date) -> list[SuspensionInfo]:
    holding = suspensions(facts, on)
    proofs = proofs_of(store, [key]) if holding else {}
    return [
        SuspensionInfo.model_validate(
            {
                "since": fact.changed,
                "provisions": list(fact.provisions),
                "by": fact.ended_by,
                "evidence": proofs.get((fact.origin, fact.span.start, fact.span.end)) if fact.span else None,
                **{name: getattr(fact, name) for name in ("resumed", "scope", "source")},
            }
        )
        for fact in holding
    ]


def _parts(store: Store, key: str, facts: Sequence[Validity], on: date) -> list[PartInfo]:
    """The provisions of the document that begin or end on a day of their own; whole documents have none here."""
    telling = [fact for fact in facts if fact.provisions and (fact.act is None or fact.act in ENDING_ACTS)]
    proofs = proofs_of(store, [key]) if telling else {}
    return [
        PartInfo.model_validate(
            {
                "provisions": list(fact.provisions),
                "status": status_of_part(fact, on),
                "evidence": proofs.get((fact.origin, fact.span.start, fact.span.end)) if fact.span else None,
                **{name: getattr(fact, name) for name in ("in_force_from", "ended", "ended_by", "how_known", "source")},
            }
        )
        for fact in sorted(telling, key=lambda fact: fact.in_force_from or fact.ended or date.max)
    ]
