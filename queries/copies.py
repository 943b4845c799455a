"""The files of one document, and where they differ: in number, date or citations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from graph.likeness import NEAR, likeness
from graph.lookups import document_files
from graph.model import Validity
from graph.store import Params, Store
from graph.text import symbol_words
from queries.base import ask
from queries.findings import Case
from queries.judging import Judgement
from queries.messages import Copies
from queries.results import FileInfo

_DIFFERS = Judgement("copies_differ", Validity())


def files_of(store: Store, key: str, speaks: str) -> list[FileInfo]:
    """The files that are the document ``key``, first the one whose sha256 is ``speaks``."""
    rows = document_files(store, key)
    text = next((str(row["text"]) for row in rows if row["sha256"] == speaks), "")
    files = [
        FileInfo.model_validate(
            {
                **{name: row[name] for name in ("path", "sha256", "format", "size")},
                "speaks": row["sha256"] == speaks,
                "likeness": 1.0 if row["sha256"] == speaks else round(likeness(text, str(row["text"])), 4),
            }
        )
        for row in rows
    ]
    return sorted(files, key=lambda file: (not file.speaks, file.path))


def differences(store: Store, scope: Params) -> Iterator[Case]:
    """What the files of one document do not all say, as findings: what a file says otherwise than the one that speaks.

    A number or a date that a file does not give is no difference; a citation that it does not have is. So are the
    number and the date of two documents of which one seems to be a copy of the other.
    """
    yield from _twins(store, scope)
    rows = ask(store, "audit.copies", scope)
    files: dict[str, dict[str, str]] = {}
    dates = {str(row["citing"]): row["date"] for row in rows}
    for key, group in groupby(rows, key=lambda row: str(row["citing"])):
        copies: list[Mapping[str, Any]] = list(group)
        files[key] = {str(copy["source"]): str(copy["file"]) for copy in copies}
        yield from _headers(copies)
    for row in ask(store, "audit.copies.mentions", {"doubled": sorted(files)}) if files else ():
        names, having = files[str(row["citing"])], set(str(row["sources"]).split(","))
        lacking = [name for source, name in names.items() if source not in having]
        if lacking and str(row["source"]) in names:
            copies_named = Copies("citation", names[str(row["source"])], ", ".join(lacking))
            fields = {"date": dates[str(row["citing"])], "said": None, "settled": None}
            yield Case({**row, **fields}, _DIFFERS, copies=copies_named)


def _headers(copies: Sequence[Mapping[str, Any]]) -> Iterator[Case]:
    speaker, *others = copies
    settled = json.loads(speaker["attributes"])
    for copy in others:
        said = json.loads(copy["attributes"])
        for what in ("symbol", "date"):
            if what in said and what in settled and not _same(said[what], settled[what]):
                row = {
                    **copy, "cited": copy["citing"], "mention": f"{what}:{copy['source']}", "said": said[what],
                    "settled": settled[what],
                }  # fmt: skip
                yield Case(row, _DIFFERS, place=copy, copies=Copies(what, copy["file"], speaker["file"]))


def _twins(store: Store, scope: Params) -> Iterator[Case]:
    """Documents of which one can be a copy of the other, misread or not numbered yet: their texts are near-equal."""
    for row in ask(store, "audit.twins", scope):
        if likeness(str(row["text"]), str(row["other_text"])) < NEAR:
            continue
        what = "symbol" if row["symbol"] != row["settled_symbol"] else "date"
        said, settled = row["symbol" if what == "symbol" else "said_date"], row[f"settled_{what}"]
        fields = {"mention": f"{what}:{row['source']}:{row['cited']}", "said": said, "settled": settled}
        copies = Copies(f"{what}.twin", str(row["file"]), str(row["other_file"]))
        yield Case({**row, **fields, "symbol": row["settled_symbol"]}, _DIFFERS, place=row, copies=copies)


def _same(one: str, other: str) -> bool:
    return one == other or symbol_words(one) == symbol_words(other)
