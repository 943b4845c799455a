"""What texts give as the day and the symbol of one document, each with its sentence: every voice of a conflict."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from graph.store import Store
from graph.text import symbol_words
from queries.base import ask
from queries.evidence import evidence_of, mention_evidence
from queries.results import EvidenceInfo, FindingVoice

_FIELDS = {"date_conflict": "date", "symbol_conflict": "symbol"}

Voices: TypeAlias = Mapping[tuple[str, str], Sequence[FindingVoice]]
"""By the key of the document and the kind of the conflict."""


def voices_of(store: Store, keys: Collection[str]) -> Voices:
    """One voice for each day and each symbol of the documents ``keys``: their own first, then the most frequent ones.

    Symbols that differ in their separators alone are one.
    """
    if not keys:
        return {}
    asked = {"keys": sorted(keys)}
    rows = ask(store, "audit.voices", asked)
    evidence = mention_evidence(store, {str(row["mention"]) for row in rows})
    own = ask(store, "audit.voices.own", asked)
    heard: dict[tuple[str, str], dict[str, FindingVoice]] = {}
    for row, proof in zip(own, evidence_of(store, own), strict=True):
        header = json.loads(str(row["attributes"]))
        for kind, field in _FIELDS.items():
            if field in header:
                voice = FindingVoice(said=header[field], places=1, own=True, evidence=proof)
                heard.setdefault((str(row["key"]), kind), {})[_same(field, header[field])] = voice
    for row in rows:
        kind = next(kind for kind, field in _FIELDS.items() if field == row["field"])
        said, places = str(row["value"]), int(row["places"] or 0)
        voices = heard.setdefault((str(row["key"]), kind), {})
        before = voices.get(_same(str(row["field"]), said))
        voices[_same(str(row["field"]), said)] = (
            before.model_copy(update={"places": before.places + places})
            if before
            else FindingVoice(said=said, places=places, evidence=evidence[str(row["mention"])])
        )
    return {of: tuple(voices.values()) for of, voices in heard.items()}


def heard_in(kind: str, cited: str, said: str, here: EvidenceInfo, voices: Voices) -> list[FindingVoice]:
    """The voices of one finding: what ``said`` the citation ``here`` gives, then what other texts give."""
    field = _FIELDS.get(kind)
    if field is None:
        return []
    all_of_it = voices.get((cited, kind), ())
    same = [voice for voice in all_of_it if _same(field, voice.said) == _same(field, said)]
    places = sum(voice.places for voice in same) or 1
    first = FindingVoice(said=said, places=places, evidence=here)
    return [first, *(voice for voice in all_of_it if voice not in same)]


def _same(field: str, value: str) -> str:
    return symbol_words(value) if field == "symbol" else value
