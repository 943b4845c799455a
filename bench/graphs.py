"""Graphs of any size, as rows of a store: with the shape of the real ones, or with as many paths as one likes.

What a writer keeps to sum up later (claims, descriptions) is left out.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice, pairwise

from graph.citing import NO_DATE, first_places
from graph.model import Document, HowKnown, Level, Regime
from graph.parts import BODY, DOCUMENT, EDGE, MENTION, SOURCE, STATEMENT, VALIDITY, Part
from graph.store import Row, Store, Value
from graph.summing import document_row

_SHARES = ((Level.CENTRAL, 0.05), (Level.PROVINCE, 0.13), (Level.DISTRICT, 0.30), (Level.WARD, 0.52))
_LAWS = 0.3
"""Share of laws and decrees among the documents of the centre; the others are directives."""

_TITLES = (
    "thực hiện dân chủ ở cơ sở", "cải cách hành chính", "chuyển đổi số", "phòng, chống tham nhũng", "dân vận khéo",
    "xây dựng nông thôn mới", "bảo đảm an toàn giao thông", "tiếp công dân, giải quyết khiếu nại",
)  # fmt: skip
_ROWS = 5000


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a graph is: documents, and edges between them."""

    documents: int
    edges: int
    seed: int = 1


class Citations:
    """Documents and who cites whom: the rows of a store that hold them."""

    def __init__(self, seed: int, laws: float = _LAWS) -> None:
        """``laws`` is the share of laws and decrees among the documents of the centre."""
        self._random = random.Random(seed)
        self._share_of_laws = laws
        self.documents: list[Document] = []
        self._levels: dict[Level, list[int]] = {}
        self.laws: list[int] = []
        self.citations: list[tuple[int, str, int]] = []
        """Number of the citing document, type of the edge, number of the cited document."""

    def parts(self) -> Iterator[tuple[Part, Iterator[Row]]]:
        """Every part with its rows, in the order in which they can be written."""
        yield BODY, self._bodies()
        yield DOCUMENT, (document_row(document, ()) for document in self.documents)
        yield SOURCE, self._sources()
        yield MENTION, self._mentions()
        yield STATEMENT, self._statements()
        yield EDGE, self._edges()
        yield VALIDITY, self._validities()

    def _add(self, level: Level) -> None:
        number = len(self.documents)
        same = self._levels.setdefault(level, [])
        law = level is Level.CENTRAL and number % 10 < self._share_of_laws * 10
        day = date(2015, 1, 1) + timedelta(days=self._random.randrange(3650))
        body = "chinh-phu" if law else "ttg" if level is Level.CENTRAL else f"ubnd.{level.value}-{len(same) % 700}"
        kind, label, symbol = ("NĐ", "Decree", "NĐ-CP") if law else ("KH", "Plan", "KH-UBND")
        key = f"norm:nd:{day.year}:{number}:{body}" if law else f"st:kh:{day.year}:{number}:{body}"
        document = Document(
            key=key,
            regime=Regime.NORMATIVE if law else Regime.STATE,
            type=kind,
            label=label,
            number=str(number),
            symbol=f"{number}/{day.year}/{symbol}" if law else f"{number}/{symbol}",
            title=f"{'Nghị định' if law else 'Kế hoạch'} {self._random.choice(_TITLES)} năm {day.year}",
            issuer=body,
            body=body,
            level=level,
            date=day,
            ingested=not law,
            source=None if law else hashlib.sha256(key.encode()).hexdigest(),
        )
        if law:
            self.laws.append(number)
        same.append(number)
        self.documents.append(document)

    def _bodies(self) -> Iterator[Row]:
        for key in sorted({document.body or "" for document in self.documents}):
            yield {
                "key": key, "name": key, "kind": "ubnd", "level": None, "place": None, "parent": None,
                "regime": "state", "words": key,
            }  # fmt: skip

    def _sources(self) -> Iterator[Row]:
        for document in self.documents:
            if document.source:
                yield {
                    "sha256": document.source, "path": f"{document.key}.txt", "file": f"{document.key}.txt",
                    "format": "txt", "size": 4000, "text": f"{document.title}. " * 60,
                    "read_at": "2024-01-01T00:00:00+00:00", "extractor": "bench", "document": document.key,
                    "retracted_at": None, "pages": "[]",
                }  # fmt: skip

    def _places(self) -> Iterator[tuple[int, str, Document, str, Document]]:
        """Citations with their number and an id."""
        for number, (citing, kind, cited) in enumerate(self.citations):
            yield number, f"{number:012x}", self.documents[citing], kind, self.documents[cited]

    def _mentions(self) -> Iterator[Row]:
        for _, of_text in groupby(self._unplaced_mentions(), key=lambda row: row["citing"]):
            rows = list(of_text)
            first = first_places(rows)
            yield from ({**row, "cites": first.get(str(row["id"]))} for row in rows)

    def _unplaced_mentions(self) -> Iterator[Row]:
        for number, identifier, citing, kind, cited in self._places():
            evidence = _evidence(number, citing, cited)
            yield {
                "id": f"m{identifier}", "citing": citing.key, "source": citing.source, **evidence, "type": cited.type,
                "symbol": cited.symbol, "number": cited.number, "date": None, "issuer": None, "body": cited.body,
                "name": None, "title": None, "relation": kind, "embedded": 0, "pinpoint": None, "grp": None,
                "state": "resolved", "document": cited.key, "reason": "bench", "confidence": 1.0, "resolver": "bench",
                "candidates": "[]", "citing_date": citing.date.isoformat() if citing.date else NO_DATE,
                "cites": None, "differs": None,
            }  # fmt: skip

    def _statements(self) -> Iterator[Row]:
        empty = dict.fromkeys(name for name in STATEMENT.columns if name.startswith("task_"))
        for number, identifier, citing, kind, cited in self._places():
            yield {
                "id": f"{(citing.source or '')[:12]}{number:020x}", "subject": citing.key, "type": kind,
                "object": cited.key, "qualifier": "", "source": citing.source, "cue": None, "extractor": "bench",
                **_evidence(number, citing, cited), "confidence": 1.0, "mention": f"m{identifier}", "pinpoint": None,
                "retracted_at": None, **empty,
            }  # fmt: skip

    def _edges(self) -> Iterator[Row]:
        for _, _, citing, kind, cited in self._places():
            yield {
                "subject": citing.key, "type": kind, "object": cited.key, "qualifier": "", "statements": 1,
                "opened_at": "2024-01-01T00:00:00+00:00", "closed_at": None,
            }  # fmt: skip

    def _validities(self) -> Iterator[Row]:
        """A third of the laws has ended."""
        for law in self.laws:
            if law % 3 == 0:
                yield dict.fromkeys(VALIDITY.columns) | {
                    "document": self.documents[law].key, "origin": "bench",
                    "ended": "2023-07-01", "scope": "whole", "ended_by": "10/2022/QH15",
                    "how_known": str(HowKnown.REFERENCE), "source": "bench", "certainty": "confirmed by the text",
                }  # fmt: skip


class Graph(Citations):
    """The documents and citations of a shape.

    Half of the documents are plans of wards, then come districts, provinces, the centre; each implements the plan of
    the level above it and names laws. Few laws take most of the citations (Zipf), as they do in practice. The same
    size and seed give the same graph.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape.seed)
        for level, share in _SHARES:
            for _ in range(max(2, round(shape.documents * share))):
                self._add(level)
        self.citations = self._cite(shape.edges)

    def _cite(self, edges: int) -> list[tuple[int, str, int]]:
        """Distinct (citing, type, cited); each text first names the one above it, then laws and others."""
        chosen: dict[tuple[int, str, int], None] = {}
        levels = [level for level, _ in _SHARES]
        for above, below in pairwise(levels):
            upper = self._levels[above]
            for place, citing in enumerate(self._levels[below]):
                chosen[citing, "IMPLEMENTS", upper[place * len(upper) // len(self._levels[below])]] = None
        texts = [number for number, document in enumerate(self.documents) if document.ingested]
        weights = [1 / (rank + 1) for rank in range(len(self.laws))]
        while len(chosen) < edges:
            citing = self._random.choice(texts)
            if self._random.random() < 0.6:
                (cited,) = self._random.choices(self.laws, weights)
                kind = "BASED_ON"
            else:
                cited, kind = self._random.randrange(len(self.documents)), "CITES"
            if cited != citing:
                chosen[citing, kind, cited] = None
        return sorted(chosen)


class Layers(Citations):
    """One document and ``layers`` above it, each ``width`` wide; every document names all of the layer above its own.

    From the first document to the last layer lead ``width ** layers`` paths.
    """

    def __init__(self, width: int, layers: int) -> None:
        super().__init__(1)
        for _ in range(1 + width * layers):
            self._add(Level.WARD)
        rows = [[0], *([1 + width * layer + place for place in range(width)] for layer in range(layers))]
        self.citations = [
            (citing, "CITES", cited) for below, above in pairwise(rows) for citing in below for cited in above
        ]


def fill(store: Store, graph: Citations) -> None:
    """Write a graph into an empty store."""
    with store.writer():
        for part, rows in graph.parts():
            for portion in portions(rows):
                store.put_rows(part, portion, None)


def portions(rows: Iterator[Row], size: int = _ROWS) -> Iterator[Sequence[Row]]:
    """``rows`` in lists of at most ``size``; the rows of one validity origin must fit into one."""
    while portion := list(islice(rows, size)):
        yield portion


def _evidence(number: int, citing: Document, cited: Document) -> dict[str, Value]:
    start = number * 37 % 1000
    return {"start": start, "stop": start + 20, "quote": f"{citing.symbol} nêu {cited.symbol}"}
