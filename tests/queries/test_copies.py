"""One document in several files: all stay with it, one speaks, and what they do not all say is a finding."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.likeness import likeness
from graph.originals import Originals
from graph.sqlite import SqliteStore
from graph.store import Store
from ingest.pipeline import ingest_data, ingest_paths
from queries.assignments import assignments
from queries.audit import audit
from queries.checksum import checksum
from queries.document import document
from queries.neighbours import neighbours
from tests.small_corpus import DISTRICT, WARD, write_corpus

ROOT = Path(__file__).resolve().parents[2]
DECREE = "Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> str:
    return (write_corpus(tmp_path_factory.mktemp("corpus")) / "ke-hoach-phuong.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def above(tmp_path_factory: pytest.TempPathFactory) -> str:
    return (write_corpus(tmp_path_factory.mktemp("corpus")) / "ke-hoach-quan.txt").read_text("utf-8")


def page(text: str) -> str:
    return "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n") if line) + "</body></html>"


def keep(store: Store, folder: Path, name: str, text: str) -> tuple[str, ...]:
    return ingest_data(store, text.encode(), str(folder / name), Originals(folder / "originals"))


def test_a_third_copy_is_told_in_the_same_words_as_the_second_and_only_once(
    store: Store, tmp_path: Path, plan: str
) -> None:
    keep(store, tmp_path, "a.txt", plan)
    (second,) = keep(store, tmp_path, "b.txt", f"{plan}\n")
    assert keep(store, tmp_path, "c.txt", f"{plan}\n\n") == (second,)


def test_two_files_of_one_document_are_one_document_whose_tasks_and_recipients_are_listed_once(
    store: Store, tmp_path: Path, plan: str
) -> None:
    keep(store, tmp_path, "a.txt", plan)
    alone = document(store, WARD), assignments(store, doc=WARD), store.stats().nodes
    assert any("một bản nữa của văn bản đã có" in said for said in keep(store, tmp_path, "a.html", page(plan)))
    both = document(store, WARD)
    assert {Path(file.path).name for file in both.files} == {"a.txt", "a.html"}
    assert [(file.speaks, file.likeness) for file in both.files] == [(True, 1.0), (False, 1.0)]
    assert both.files[0].path == both.file
    assert (both.recipients, both.assignments, both.counts) == (
        alone[0].recipients,
        alone[0].assignments,
        alone[0].counts,
    )
    assert len(assignments(store, doc=WARD).assignments) == len(alone[1].assignments) > 0
    assert store.stats().nodes["Document"] == alone[2]["Document"]
    assert audit(store, WARD).counts.get("copies_differ") is None


def test_a_file_that_is_removed_or_changed_takes_only_its_own_statements_along(tmp_path: Path, plan: str) -> None:
    store, alone = SqliteStore(tmp_path / "a.db"), SqliteStore(tmp_path / "b.db")
    keep(alone, tmp_path, "a.txt", plan)
    keep(store, tmp_path, "b.html", page(plan.replace(DECREE, "quy định")))
    keep(store, tmp_path, "a.txt", plan)
    keep(
        store,
        tmp_path,
        "b.html",
        page("ỦY BAN NHÂN DÂN XÃ KHÁC\nSố: 99/KH-UBND\nKhác, ngày 01 tháng 02 năm 2024\nKẾ HOẠCH"),
    )
    assert document(store, WARD).files == document(alone, WARD).files
    assert neighbours(store, WARD).neighbours == neighbours(alone, WARD).neighbours
    assert document(store, WARD).mentions == document(alone, WARD).mentions
    store.close()
    alone.close()


def test_a_citation_that_only_one_copy_has_is_a_finding_in_both_languages(
    store: Store, tmp_path: Path, plan: str
) -> None:
    keep(store, tmp_path, "a.txt", plan)
    keep(store, tmp_path, "b.html", page(plan.replace("04/2015", "04/2016")))
    found = audit(store, WARD, kinds=["copies_differ"]).findings
    assert {finding.cited.symbol: finding.evidence.quote for finding in found} == {
        "04/2015/NĐ-CP": "Nghị định số 04/2015/NĐ-CP",
        "04/2016/NĐ-CP": "Nghị định số 04/2016/NĐ-CP",
    }
    said = {finding.cited.symbol: (finding.message, finding.message_en) for finding in found}["04/2015/NĐ-CP"]
    assert said[0] == "a.txt dẫn Nghị định 04/2015/NĐ-CP, b.html không dẫn; cả hai là bản của cùng một văn bản."
    assert said[1] == "a.txt cites Decree 04/2015/NĐ-CP, b.html does not; both are copies of one document."
    assert audit(store, [], kinds=["copies_differ"]).findings == []
    assert audit(store, kinds=["copies_differ"]).findings == found
    assert {finding.severity for finding in found} == {"low"}


def test_another_date_in_a_copy_is_a_finding_that_quotes_its_header(store: Store, tmp_path: Path, plan: str) -> None:
    keep(store, tmp_path, "a.txt", plan)
    keep(store, tmp_path, "b.pdf.html", page(plan.replace("ngày 13 tháng 02", "ngày 18 tháng 02")))
    (finding,) = audit(store, kinds=["copies_differ"]).findings
    files = document(store, WARD).files
    assert finding.citing.key == finding.cited.key == document(store, WARD).key
    assert Path(files[1].path).name in finding.message
    assert "ghi ngày ban hành" in finding.message
    assert {"13/02/2024", "18/02/2024"} <= set(finding.message.replace(",", "").replace(";", "").split())
    assert finding.evidence.source == files[1].sha256
    assert "10/KH-UBND" in finding.evidence.quote


def test_a_file_of_the_same_number_with_another_text_is_said_to_be_looked_at(tmp_path: Path, plan: str) -> None:
    head = plan.partition("I. NỘI DUNG")[0]
    with closing(SqliteStore(tmp_path / "a.db")) as store:
        keep(store, tmp_path, "a.txt", plan)
        said = keep(store, tmp_path, "b.txt", head + "\n".join(f"{n}. Việc thứ {n} của xã." for n in range(99)))
    (remark,) = (warning for warning in said if "đối chiếu" in warning)
    assert "chữ chỉ giống" in remark
    assert likeness(plan, head) < 1


def test_a_print_under_another_number_whose_words_are_nearly_those_of_a_written_file_is_a_finding(
    store: Store, tmp_path: Path
) -> None:
    written = (ROOT / "examples/chuyen-doi-so/2024-ward-xuong-giang-ke-hoach.txt").read_text("utf-8")
    keep(store, tmp_path, "a.txt", written.replace("Số: 18 /KH", "Số: 10 /KH"))
    keep(store, tmp_path, "b.txt", written.replace("Số: 18 /KH", "Số: 11 /KH")[: len(written) // 2])
    printed = (ROOT / "tests/files/pdf/2024-ward-xuong-giang-ke-hoach.pdf").read_bytes()
    ingest_data(store, printed, str(tmp_path / "c.pdf"), Originals(tmp_path / "originals"))
    (found,) = audit(store, kinds=["copies_differ"]).findings
    assert found.message == (
        "c.pdf và a.txt có chữ gần như một nhưng ghi số, ký hiệu khác nhau: 18/KH-UBND và 10/KH-UBND."
    )
    assert (found.citing.symbol, found.cited.symbol) == ("18/KH-UBND", "10/KH-UBND")
    (other,) = audit(store, "10/KH-UBND", kinds=["copies_differ"]).findings
    assert (other.citing.key, other.cited.key) == (found.cited.key, found.citing.key)
    assert other.evidence.quote == "10 /KH – UBND"
    assert audit(store, "11/KH-UBND", kinds=["copies_differ"]).findings == []


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_in_which_copies_come_makes_no_other_graph(
    seed: int, plan: str, above: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("order")
    texts = {
        "a.txt": plan,
        "b.html": page(plan.replace("04/2015", "04/2016")),
        "c.md": plan.replace("ngày 13 tháng 02", "ngày 18 tháng 02"),
        "d.txt": above,
        "e.md": above + "\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    graphs = []
    files = sorted(folder.iterdir())
    for number, order in enumerate((files, random.Random(seed).sample(files, len(files)))):  # noqa: S311 - an order
        with closing(SqliteStore(folder / f"{number}.db")) as store:
            ingest_paths(store, order, originals=Originals(folder / "originals"))
            graphs.append((checksum(store), audit(store).findings, document(store, DISTRICT).files))
    assert graphs[0] == graphs[1]
