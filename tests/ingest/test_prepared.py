"""What is worked out of a text before a store is asked: it is written only where the store would say the same."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from graph.copying import rows_of
from graph.lookups import source_of_path
from graph.model import SourceText
from graph.open import open_store
from graph.parts import PARTS
from graph.store import Batch, Store
from ingest.prepared import batch_of
from ingest.reading import Reading, read_document
from ingest.statements import build_batch
from ingest.walk import files_under

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
HEAD = """ỦY BAN NHÂN DÂN
TỈNH TUYÊN QUANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND
Tuyên Quang, ngày {day} tháng 3 năm 2024
KẾ HOẠCH
{title}

{body}

I. MỤC ĐÍCH

1. Giao Sở Nội vụ theo dõi, báo cáo trước ngày 30/6/2024.
"""
MEANT = HEAD.format(number=61, day="04", title="Chăm sóc cây xanh năm 2024", body="Căn cứ Luật Lâm nghiệp;")
UNDATED = HEAD.format(
    number=84,
    day="25",
    title="Công tác thanh niên năm 2024",
    body="Thực hiện Kế hoạch số 61/KH-UBND của UBND tỉnh về chăm sóc cây xanh năm 2024;",
)


def reading(text: str) -> Reading:
    """A text as it comes from another process."""
    read: Reading = pickle.loads(pickle.dumps(read_document(text.encode(), "tep.txt")))  # noqa: S301 - made here
    return read


def source(read: Reading, path: str) -> SourceText:
    return SourceText(read.sha256, path, read.format, read.size, read.text, "2026-01-01T00:00:00Z", read.extractor)


def prepared(store: Store, read: Reading, path: str) -> Batch:
    retract = source_of_path(store, path)
    return batch_of(store, source(read, path), read.prepared, read.folded, retract=retract)


def resolved_there(store: Store, read: Reading, path: str) -> Batch:
    return build_batch(store, source(read, path), read.parsed, retract=source_of_path(store, path))


def rows(store: Store) -> dict[str, list[dict[str, object]]]:
    """All that a store holds, without the time of writing."""
    times = {"opened_at", "closed_at", "retracted_at"}
    return {
        part.name: sorted(
            ({name: row[name] for name in part.columns if name not in times} for row in rows_of(store, part)), key=repr
        )
        for part in PARTS
    }


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Store, Store]:
    return open_store(str(tmp_path / "one.db")), open_store(str(tmp_path / "other.db"))


def test_what_was_prepared_makes_the_store_that_resolving_in_it_makes(stores: tuple[Store, Store]) -> None:
    one, other = stores
    beforehand = 0
    for file in sorted(files_under([EXAMPLES])):
        if file.suffix == ".txt":
            read = reading(file.read_text(encoding="utf-8"))
            batch = prepared(one, read, str(file))
            beforehand += batch.rows is not None
            one.write(batch)
            other.write(resolved_there(other, read, str(file)))
    assert beforehand > 1
    assert rows(one) == rows(other)


def test_a_text_whose_undated_citation_the_store_settles_is_resolved_again(stores: tuple[Store, Store]) -> None:
    store, _ = stores
    assert prepared(store, reading(UNDATED), "b.txt").rows is not None
    store.write(prepared(store, reading(MEANT), "a.txt"))
    batch = prepared(store, reading(UNDATED), "b.txt")
    assert batch.rows is None
    assert "st:kh:2024:61:ubnd.tuyen-quang" in [m.resolution.document for m in batch.mentions]


def test_a_changed_file_that_was_prepared_replaces_what_it_said_before(stores: tuple[Store, Store]) -> None:
    one, other = stores
    for text in (MEANT, UNDATED.replace("84", "61"), MEANT):
        read = reading(text)
        batch = prepared(one, read, "a.txt")
        assert batch.rows is not None
        one.write(batch)
        other.write(resolved_there(other, read, "a.txt"))
        assert rows(one) == rows(other)
    assert one.stats().edges == other.stats().edges


def test_what_was_parsed_stays_folded_until_somebody_looks_at_it(stores: tuple[Store, Store]) -> None:
    store, _ = stores
    read = reading(MEANT)
    prepared(store, read, "a.txt")
    assert read.folded.is_folded
    assert read.parsed.header.number == "61"
    assert not read.folded.is_folded
