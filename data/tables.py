"""The reference tables as typed rows.

Each CSV beside this module holds one kind of fact, a column for each field of its row class (`data.typed_csv` has the
syntax of cells). An empty cell is "unknown" or "open-ended", never "none". Reading is strict, so that a slip in a table
stops the program at the row where it stands instead of changing how documents are read.

`python -m data.tables --rewrite` puts every table into its canonical order; without the option it only checks.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from data.typed_csv import Row, canonical_text, parse_rows

Regime = Literal["normative", "state", "party", "mass"]
"""The rule book a document is written under: normative law, State administration, Party, Front and mass bodies."""

Level = Literal["central", "province", "district", "ward", "own"]
"""Level of government; `own` is the level of the document that uses the word or code."""

Kind = Literal["tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"]
"""Kind of an administrative division, as it is written before its name."""

Participant = Literal["document", "body", "place"]
"""What may stand at an end of an edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentType:
    """A type of document, for example Kế hoạch.

    `code` is the code a mention carries ("KH"); `symbol_codes` are the letters found in symbols, among them hybrids
    and old forms ("CTr", "CTHĐ"); several types may share one ("TT"). `key_class` joins the types that share a series
    of numbers (domain reference I9: Party Quyết định and Quy định). `force_rank` is the rank of legal force, 1 the
    highest; None when the document is no normative law or when the issuer decides.
    """

    code: str
    name: str
    name_forms: tuple[str, ...] = ()
    label: str
    key_class: str
    regimes: tuple[Regime, ...]
    symbol_codes: tuple[str, ...] = ()
    force_rank: int | None = None
    example: tuple[str, ...] = ()
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCode:
    """The abbreviation of an issuing body in a symbol: UBND in 53/KH-UBND.

    `name` is the canonical Vietnamese name without a place; `forms` are other spellings of the code, OCR slips among
    them. `kind` names the body that the numbers belong to, as in `CentralBody.kind` and `LocalBody.kind`.
    """

    code: str
    kind: str
    name: str
    level: Level
    regime: Regime
    forms: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralBody:
    """A body of the centre.

    `numbering` is the entity that counts the documents: Bộ Chính trị, Ban Bí thư and Ban Chấp hành Trung ương share
    `tw` (domain reference I8). `successor` is the kind of the body that took over.
    """

    name: str
    forms: tuple[str, ...] = ()
    kind: str
    numbering: str
    regime: Regime
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str = ""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalBody:
    """A kind of local body, named without its place ("Sở Nội vụ"); `levels` are those where it exists."""

    name: str
    forms: tuple[str, ...] = ()
    kind: str
    numbering: str
    levels: tuple[Level, ...]
    regime: Regime
    valid_from: date | None = None
    valid_to: date | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A round of Party congresses: a new term of the committee, and a new series of Party numbers, begins with it.

    National: the days of the one congress, `term` is its ordinal ("XIII"). Local: the months within which the
    congresses of that level were held, `term` is the years of the committee ("2020-2025").
    """

    level: Level
    term: str
    opens: date
    closes: date
    precision: Literal["day", "month"]
    certainty: Literal["confirmed", "secondary", "open"]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """A term of the National Assembly: `code` "QH15", years of office from the opening of the first session."""

    code: str
    ordinal: int
    roman: str
    year_from: int
    year_to: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLaw:
    """What one source says of a document: its name, number or validity, known from outside the ingested texts.

    `ended` is the first day without effect; `ended_by` the symbol of the document that ended it; `aliases` are short
    names in use ("Luật BHXH"). An act has a row for each end, and for what is less certain than its end. `checked` is
    the day on which somebody compared the row with its source, None when nobody did.
    """

    symbol: str
    type: str
    name: str = ""
    aliases: tuple[str, ...] = ()
    issuer: str = ""
    issued: date | None = None
    in_force_from: date | None = None
    ended: date | None = None
    scope: Literal["", "whole", "part"] = ""
    ended_by: str = ""
    certainty: Literal["confirmed by the text", "confirmed by several pages", "secondary", "open"]
    source: str
    checked: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An administrative division during the time in which it was one legal person.

    `id` is a readable path ("hai-phong.kien-an.lam-ha"); `code` the statistical code, which was handed on in 2025 and
    so identifies nothing without the date; `valid_to` is the last day.
    """

    id: str
    code: str
    name: str
    kind: Kind
    level: Level
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChange:
    """The place `old` became, as a whole or in part, the place `new` on the day `changed`."""

    old: str
    new: str
    changed: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWord:
    """A word that tells the level of a place; "thành phố" may be of two."""

    word: str
    levels: tuple[Level, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeType:
    """An edge of the graph from the actor to the object, with its wording both ways.

    `eli` and `schema_org` are the properties of ELI 1.5 and schema.org that it maps to, empty where they have none.
    `is_reference` marks edges between two documents.
    """

    name: str
    verb: str
    reverse_verb: str
    label_vi: str
    reverse_label_vi: str
    subject: tuple[Participant, ...]
    object: tuple[Participant, ...]
    is_reference: bool
    eli: str = ""
    schema_org: str = ""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LegacyLetter:
    """A letter in the encodings from before Unicode: its bytes in hexadecimal.

    TCVN3 has no capitals with a tone; they are written as the capital and the small letter, or as the small letter in a
    font that draws it large.
    """

    letter: str
    tcvn3: str
    vni: str
    viscii: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rime:
    """What may follow the first consonants of a syllable, without its tone; `example` is a syllable that has it."""

    rime: str
    example: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A turn of speech that documents share, in small letters; with it words that lost their marks are restored."""

    phrase: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAct:
    """A document of the Party's centre with the organ that issued it, which its symbol does not tell (all are TW)."""

    type: str
    symbol: str
    issued: date
    organ: str
    source: str


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV of this package: its file, its row class and the columns that identify and order its rows."""

    file: str
    row: type[Any]
    key: tuple[str, ...]


TABLES = (
    Table("document_types.csv", DocumentType, ("code",)),
    Table("body_codes.csv", BodyCode, ("code", "kind")),
    Table("central_bodies.csv", CentralBody, ("regime", "kind", "valid_from", "name")),
    Table("local_bodies.csv", LocalBody, ("regime", "kind", "valid_from", "name")),
    Table("congresses.csv", Congress, ("level", "opens", "term")),
    Table("assemblies.csv", Assembly, ("year_from",)),
    Table("known_law.csv", KnownLaw, ("type", "symbol", "ended")),
    Table("party_acts.csv", PartyAct, ("type", "issued", "symbol")),
    Table("places.csv", Place, ("id",)),
    Table("place_changes.csv", PlaceChange, ("old", "new")),
    Table("level_words.csv", LevelWord, ("word",)),
    Table("edge_types.csv", EdgeType, ("name",)),
    Table("legacy_letters.csv", LegacyLetter, ("letter",)),
    Table("rimes.csv", Rime, ("rime",)),
    Table("phrases.csv", Phrase, ("phrase",)),
)


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types of document, ordered by code. Raises ValueError when the table is damaged."""
    return _load(DocumentType)


@cache
def body_codes() -> tuple[BodyCode, ...]:
    """All abbreviations of bodies, ordered by code. Raises ValueError when the table is damaged."""
    return _load(BodyCode)


@cache
def central_bodies() -> tuple[CentralBody, ...]:
    """Central bodies with the time of their existence. Raises ValueError when the table is damaged."""
    return _load(CentralBody)


@cache
def local_bodies() -> tuple[LocalBody, ...]:
    """Kinds of local bodies. Raises ValueError when the table is damaged."""
    return _load(LocalBody)


@cache
def congresses() -> tuple[Congress, ...]:
    """Party congresses, national and local. Raises ValueError when the table is damaged."""
    return _load(Congress)


@cache
def party_acts() -> tuple[PartyAct, ...]:
    """Documents of the Party's centre and who issued them. Raises ValueError when the table is damaged."""
    return _load(PartyAct)


@cache
def assemblies() -> tuple[Assembly, ...]:
    """Terms of the National Assembly, oldest first. Raises ValueError when the table is damaged."""
    return _load(Assembly)


@cache
def known_laws() -> tuple[KnownLaw, ...]:
    """Documents known by name, number and validity. Raises ValueError when the table is damaged."""
    return _load(KnownLaw)


@cache
def places() -> tuple[Place, ...]:
    """All administrative divisions before and after 1 July 2025. Raises ValueError when the table is damaged."""
    return _load(Place)


@cache
def place_changes() -> tuple[PlaceChange, ...]:
    """What became of the places that ended. Raises ValueError when the table is damaged."""
    return _load(PlaceChange)


@cache
def level_words() -> tuple[LevelWord, ...]:
    """Words that tell the level of a place. Raises ValueError when the table is damaged."""
    return _load(LevelWord)


@cache
def edge_types() -> tuple[EdgeType, ...]:
    """The closed vocabulary of edges. Raises ValueError when the table is damaged."""
    return _load(EdgeType)


@cache
def legacy_letters() -> tuple[LegacyLetter, ...]:
    """The Vietnamese letters beyond ASCII in TCVN3, VNI and VISCII. Raises ValueError when the table is damaged."""
    return _load(LegacyLetter)


@cache
def rimes() -> tuple[Rime, ...]:
    """The rimes of Vietnamese syllables. Raises ValueError when the table is damaged."""
    return _load(Rime)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Turns of speech of the field, in alphabetical order. Raises ValueError when the table is damaged."""
    return _load(Phrase)


def read_text(file: str) -> str:
    """The text of a table of this package."""
    return resources.files(__package__ or "data").joinpath(file).read_text(encoding="utf-8")


def _load(row: type[Row]) -> tuple[Row, ...]:
    (table,) = (table for table in TABLES if table.row is row)
    return parse_rows(read_text(table.file), row, f"data/{table.file}")


def main(arguments: list[str]) -> int:
    """Check the canonical order of all tables, or with `--rewrite` restore it. 0 when all is in order."""
    folder = Path(__file__).parent
    wrong = 0
    for table in TABLES:
        text = read_text(table.file)
        ordered = canonical_text(text, table.key)
        parse_rows(ordered, table.row, f"data/{table.file}")
        if ordered != text:
            wrong += 1
            sys.stderr.write(f"data/{table.file}: not in canonical order\n")
            if "--rewrite" in arguments:
                (folder / table.file).write_text(ordered, encoding="utf-8", newline="\n")
    return 0 if wrong == 0 or "--rewrite" in arguments else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
