"""Ends that texts state reach the documents that they name, whatever comes first, and no other document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from graph.originals import Originals
from graph.store import Store
from graph.validity import effective
from ingest.pipeline import ingest_paths
from queries.base import validity_rows
from queries.checksum import checksum
from tests.stores import NewStore, new_store, store

__all__ = ["new_store", "store"]

HEAD = """ỦY BAN NHÂN DÂN
TỈNH {place}

Số: {symbol}

{name}, ngày {day} tháng {month} năm {year}

QUYẾT ĐỊNH
{title}

Căn cứ Luật Tổ chức chính quyền địa phương;
"""
FOUNDED = "kiện toàn Ban Chỉ đạo xây dựng nông thôn mới"
OLD = "st:qd:2019:12:ubnd.ha-giang"
OLD_LAW = "norm:qd:2015:10:ubnd.ha-giang"
NAMESAKE = "norm:qd:2015:10:ubnd.quang-ngai"


def decision(symbol: str, day: str, title: str, body: str, name: str = "Hà Giang") -> str:
    d, month, year = day.split("/")
    head = HEAD.format(place=name.upper(), symbol=symbol, name=name, day=d, month=month, year=year, title=title)
    return f"{head}{body}\n"


TEXTS = {
    "cu.txt": decision(
        "12/QĐ-UBND", "07/01/2019", f"Về việc {FOUNDED}",
        "Điều 1. Quyết định này có hiệu lực kể từ ngày ký.",
    ),
    "luat.txt": decision(
        "10/2015/QĐ-UBND", "12/05/2015", "Ban hành Quy chế", "Điều 1. Quyết định này có hiệu lực kể từ ngày 22/5/2015."
    ),
    "trung.txt": decision(
        "10/2015/QĐ-UBND", "13/05/2015", "Ban hành Quy chế", "Điều 1. Quyết định này có hiệu lực kể từ ngày 23/5/2015.",
        "Quảng Ngãi",
    ),
    "moi.txt": decision(
        "30/2024/QĐ-UBND", "05/03/2024", "Ban hành Quy chế",
        "Điều 1. Quyết định này có hiệu lực kể từ ngày 15 tháng 3 năm 2024.\n"
        "Điều 2. Quyết định này thay thế Quyết định số 10/2015/QĐ-UBND ngày 12 tháng 5 năm 2015 và "
        f"Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh Hà Giang về việc {FOUNDED}.",
    ),
}  # fmt: skip


def ingest(into: Store, folder: Path, names: Sequence[str]) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
        ingest_paths(into, [folder / name], originals=Originals(folder / "originals"))


def status(of: Store, key: str, on: date = date(2025, 1, 1)) -> str:
    return effective(validity_rows(of, [key]).get(key, ()), on)[0]


def test_what_a_decision_replaces_has_ended_and_its_namesake_of_another_province_has_not(
    store: Store, tmp_path: Path
) -> None:
    ingest(store, tmp_path, list(TEXTS))
    assert status(store, OLD_LAW) == "ended"
    assert status(store, OLD_LAW, date(2024, 3, 14)) == "in_force"
    assert status(store, OLD) == "ended"
    assert status(store, NAMESAKE) == "in_force"
    (end,) = [known for known in validity_rows(store, [OLD_LAW])[OLD_LAW] if known.ended]
    assert (end.act, end.ended, end.ended_by) == ("REPLACES", date(2024, 3, 15), "30/2024/QĐ-UBND")
    assert end.source is not None
    assert end.source.startswith("Quyết định này thay thế")


@pytest.mark.parametrize("order", list(permutations(TEXTS))[::5], ids=" ".join)
def test_the_order_in_which_texts_arrive_does_not_change_what_ended(
    new_store: NewStore, tmp_path: Path, order: Sequence[str]
) -> None:
    expected, arrived = new_store(), new_store()
    ingest(expected, tmp_path, list(TEXTS))
    ingest(arrived, tmp_path, order)
    assert checksum(arrived) == checksum(expected)


def test_a_changed_file_takes_its_ends_back(store: Store, tmp_path: Path) -> None:
    ingest(store, tmp_path, list(TEXTS))
    changed = TEXTS["moi.txt"].replace("thay thế Quyết định số 10/2015/QĐ-UBND", "căn cứ Quyết định số 10/2015/QĐ-UBND")
    (tmp_path / "moi.txt").write_text(changed, encoding="utf-8")
    ingest_paths(store, [tmp_path / "moi.txt"], originals=Originals(tmp_path / "originals"))
    assert status(store, OLD_LAW) == "in_force"
