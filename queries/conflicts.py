"""What texts and tables say and cannot all be true: matters for a person to look into, each with all voices.

Kinds, the gravest first: a *circle* of documents that replace or repeal, or that carry out or detail each other;
*validity*, where voices differ on when one document begins or ends; *deadline*, where documents that carry out the same
one (or that one itself) give a unit the same task by different days; *date* and *symbol*, where texts cite one document
under different ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby
from typing import get_args

from graph.errors import UsageError
from graph.identity import key_in_words
from graph.model import Validity
from graph.rows import date_of
from graph.store import Params, Row, Store
from graph.text import symbol_words, words, written_day
from graph.validity import Contradiction, contradictions
from graph.vocabulary import edge_type
from queries.analysis import Conflict, ConflictKind, ConflictsResult, Voice
from queries.base import ask, chunks, limited, offset_of, page, stored_validity, today
from queries.evidence import mention_evidence
from queries.known import brought_row
from queries.messages import Language, contradiction_in_words, written
from queries.notes import notes_on, notes_on_place
from queries.results import CitedName, EvidenceInfo
from queries.scope import EVERY, Among, choose
from queries.voices import voices_of

KINDS: tuple[ConflictKind, ...] = get_args(ConflictKind)
_ENDING, _CARRYING = ("REPLACES", "REPEALS"), ("IMPLEMENTS", "GUIDES")
_LANGUAGES: tuple[Language, Language] = ("vi", "en")
_ALIKE = 90
"""How alike the words of two tasks are (of 100) when they are one task."""

_MOST_TASKS = 200
"""Tasks of one unit that are compared with each other; more are too many to be one office's."""


def conflicts(
    store: Store,
    *,
    among: Among = EVERY,
    kinds: Sequence[str] | None = None,
    as_of: date | None = None,
    limit: int | None = 50,
    cursor: str | None = None,
) -> ConflictsResult:
    """What cannot all be true, kind by kind; of *deadline*, *date* and *symbol* what the texts of ``among`` say.

    Texts issued after ``as_of`` do not speak. Without a ``limit`` (``None``) all are given.

    Raises:
        UsageError: A kind, a place, a body or a level is unknown, or a limit is out of range.
    """
    for kind in kinds or ():
        if kind not in KINDS:
            raise UsageError(f"Không có loại mâu thuẫn “{kind}”. Hãy chọn: {', '.join(KINDS)}.")
    on, offset = today(as_of), offset_of(cursor)
    chosen = choose(store, None, among, on)
    scope: Params = {"docs": chosen.keys or [], "all": chosen.keys is None}
    found = [*_circles(store), *_validity(store), *_deadlines(store, scope), *_cited_otherwise(store, scope)]
    counts = Counter(conflict.kind for conflict in found)
    wanted = [conflict for conflict in found if conflict.kind in (kinds or KINDS)]
    shown = wanted[offset : None if limit is None else offset + limited(limit)]
    return ConflictsResult(
        as_of=on,
        notes=[*notes_on(store, as_of), *notes_on_place(among.place)],
        conflicts=shown,
        counts={kind: counts[kind] for kind in KINDS if counts[kind]},
        page=page(len(wanted), offset, len(shown)),
    )


def _circles(store: Store) -> Iterator[Conflict]:
    """Documents that end each other, or that rest on each other, however long the way round is."""
    import networkx as nx

    for types, verb_vi, verb_en in (
        (_ENDING, "thay thế, bãi bỏ", "replace or repeal"),
        (_CARRYING, "thực hiện, quy định chi tiết", "carry out or detail"),
    ):
        graph: nx.DiGraph[str] = nx.DiGraph()
        for row in ask(store, "relations", {"types": list(types), "ends": types is _ENDING}):
            graph.add_edge(str(row["subject"]), str(row["object"]), type=str(row["type"]))
        alone = set(nx.nodes_with_selfloops(graph))
        rings = sorted(
            sorted(ring) for ring in nx.strongly_connected_components(graph) if len(ring) > 1 or ring <= alone
        )
        names = _names(store, [key for ring in rings for key in ring])
        for ring in rings:
            listed = ", ".join(_name(names[key]) for key in ring)
            yield Conflict(
                kind="circle",
                message=f"Các văn bản {verb_vi} lẫn nhau thành vòng: {listed}."
                if len(ring) > 1
                else f"{listed} được ghi là {verb_vi} chính nó.",
                message_en=f"These documents {verb_en} each other in a circle: {listed}."
                if len(ring) > 1
                else f"{listed} is said to {verb_en} itself.",
                documents=[names[key] for key in ring],
                voices=[
                    _relation(str(graph.edges[edge]["type"]), names[edge[0]], names[edge[1]])
                    for edge in sorted(graph.subgraph(ring).edges)
                ],
            )


def _relation(kind: str, subject: CitedName, cited: CitedName) -> Voice:
    verb, name = edge_type(kind), _name(cited)
    return Voice(said=f"{verb.label_vi} {name}", said_en=f"{verb.verb} {name}", document=subject)


def _validity(store: Store) -> Iterator[Conflict]:
    """Documents of which voices give different beginnings or ends, or an end before the beginning."""
    keys = [str(row["key"]) for row in ask(store, "conflicts.voices", {})]
    known = {key: facts for key, facts in stored_validity(store, keys).items() if contradictions(facts)}
    names = _names(store, known)
    proofs = {
        (str(row["origin"]), int(row["start"] or 0)): str(row["quote"])
        for row in (ask(store, "validity.proofs", {"keys": sorted(known)}) if known else ())
    }
    for key, facts in known.items():
        said = contradictions(facts)
        name = _name(names[key])
        yield Conflict(
            kind="validity",
            message=f"{name}: {' '.join(contradiction_in_words(one, 'vi') for one in said)}",
            message_en=f"{name}: {' '.join(contradiction_in_words(one, 'en') for one in said)}",
            documents=[names[key]],
            voices=[voice for fact in facts for voice in _voices(fact, proofs, said)],
        )


def _voices(fact: Validity, proofs: Mapping[tuple[str, int], str], said: Iterable[Contradiction]) -> Iterator[Voice]:
    """What one fact says of the days on which voices differ."""
    days = {day for contradiction in said for day in contradiction.days}
    for day in (fact.in_force_from, fact.ended):
        if day is None or day not in days:
            continue
        span, origin = fact.span, fact.origin or ""
        quote = proofs.get((origin, span.start)) if span else None
        evidence = (
            EvidenceInfo(document=fact.actor or "", source=origin, start=span.start, end=span.end, quote=quote)
            if span and quote is not None
            else None
        )
        actor = CitedName(key=fact.actor, symbol=fact.ended_by) if fact.actor else None
        yield Voice(
            said=day.isoformat(),
            document=actor,
            source=fact.source,
            how_known=fact.how_known.value if fact.how_known else None,
            evidence=evidence,
        )


def _deadlines(store: Store, scope: Params) -> Iterator[Conflict]:
    """The same task of one unit, by different days, in documents that carry out the same one or in that one itself."""
    from rapidfuzz import fuzz

    seen: set[tuple[str, str]] = set()
    rows = ask(store, "conflicts.tasks", scope)
    names = _names(store, {str(row[role]) for row in rows for role in ("upper", "subject")})
    for (upper, _), group in groupby(rows, key=lambda row: (str(row["upper"]), str(row["unit"]))):
        tasks = [(row, words(str(row["text"]))) for row in group][:_MOST_TASKS]
        for (one, said), (other, also) in combinations(tasks, 2):
            pair = str(one["statement"]), str(other["statement"])
            if one["subject"] == other["subject"] or one["due"] == other["due"] or pair in seen:
                continue
            if fuzz.token_set_ratio(said, also) >= _ALIKE:
                seen.add(pair)
                yield _deadline(one, other, names, upper)


def _deadline(one: Row, other: Row, names: Mapping[str, CitedName], upper: str) -> Conflict:
    first, second = names[str(one["subject"])], names[str(other["subject"])]
    days = [date_of(str(row["due"])) for row in (one, other)]
    vi = [written_day(day) for day in days if day]
    return Conflict(
        kind="deadline",
        message=f"{one['assignee']}: cùng một việc, {_name(first)} hạn {vi[0]}, {_name(second)} hạn {vi[1]}; "
        f"cả hai thực hiện {_name(names[upper])}.",
        message_en=f"{one['assignee']}: the same task is due on {one['due']} in {_name(first)}, on {other['due']} in "
        f"{_name(second)}; both carry out {_name(names[upper])}.",
        documents=[first, second],
        voices=[
            Voice(said=str(row["due"]), document=names[str(row["subject"])], evidence=_task_evidence(row))
            for row in (one, other)
        ],
    )


def _task_evidence(row: Row) -> EvidenceInfo:
    return EvidenceInfo.model_validate(
        {
            "document": row["subject"],
            "document_symbol": row["symbol"],
            "source": row["source"],
            "start": row["start"],
            "end": row["stop"],
            "quote": row["quote"],
            "sentence": row["text"],
        }
    )


def _cited_otherwise(store: Store, scope: Params) -> Iterator[Conflict]:
    """Documents that texts cite under another date or symbol than the settled one, all such texts together."""
    rows = [
        row
        for row in ask(store, "audit.unclear", scope)
        if row["kind"] == "date_conflict"
        or (row["kind"] == "symbol_conflict" and symbol_words(str(row["said"])) != symbol_words(str(row["settled"])))
    ]
    rows.sort(key=lambda row: (str(row["kind"]), str(row["cited"]), str(row["citing"]), int(row["start"] or 0)))
    names = _names(store, {str(row["cited"]) for row in rows})
    evidence = mention_evidence(store, {str(row["mention"]) for row in rows})
    heard = voices_of(store, {str(row["cited"]) for row in rows})
    for (kind, key), group in groupby(rows, key=lambda row: (str(row["kind"]), str(row["cited"]))):
        said = list(group)
        others = list(dict.fromkeys(str(row["said"]) for row in said))
        settled = str(said[0]["settled"])
        vi, en = ((written(settled, to), ", ".join(written(other, to) for other in others)) for to in _LANGUAGES)
        what = ("ngày", "dated") if kind == "date_conflict" else ("số", "called")
        yield Conflict(
            kind="date" if kind == "date_conflict" else "symbol",
            message=f"{_name(names[key])}: các văn bản ghi {what[0]} khác nhau: {vi[0]}; {vi[1]}.",
            message_en=f"{_name(names[key])} is {what[1]} {en[0]}, and elsewhere {en[1]}.",
            documents=[names[key]],
            voices=[
                *(
                    Voice(said=voice.said, evidence=voice.evidence)
                    for voice in heard.get((key, kind), ())
                    if symbol_words(voice.said) == symbol_words(settled)
                ),
                *(Voice(said=str(row["said"]), evidence=evidence[str(row["mention"])]) for row in said),
            ],
        )


def _names(store: Store, keys: Iterable[str]) -> dict[str, CitedName]:
    """Names of documents; one that no text of the store names is called as the facts do that it ends another by."""
    wanted = sorted(set(keys))
    known = stored_validity(store, wanted)
    told = {f.actor: f.ended_by for facts in known.values() for f in facts}
    found = {key: CitedName(key=key, symbol=told.get(key)) for key in wanted}
    for key, facts in known.items():
        if not told.get(key) and (row := brought_row(key, facts)) is not None:
            found[key] = CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")})
    for part in chunks(wanted):
        for row in ask(store, "references", {"keys": part}):
            found[str(row["key"])] = CitedName.model_validate({name: row[name] for name in ("key", "symbol", "title")})
    return found


def _name(document: CitedName) -> str:
    return document.symbol or document.title or key_in_words(document.key)
