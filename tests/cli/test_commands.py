"""What each command answers, for people and as JSON."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Corpus, Run
from tests.small_corpus import DISTRICT, ENDED, WARD, write_corpus

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_trace_prints_the_chain_level_by_level_with_what_is_known_of_each_document(ask: Run) -> None:
    done = ask("trace", WARD)
    lines = [line.strip("│├└─ ") for line in done.out.splitlines()]
    assert lines[0].startswith("Kế hoạch 10/KH-UBND · Ủy ban nhân dân phường Lãm Hà · cấp xã · 13/02/2024 · đã nhập")
    district, centre = lines.index("Cấp huyện (1)"), lines.index("Trung ương (2)")
    assert district < centre
    assert (
        "Kế hoạch 41/KH-UBND · Ủy ban nhân dân quận Kiến An · cấp huyện · 20/01/2024 · đã nhập" in lines[district + 1]
    )
    assert lines[district + 2] == f"được thực hiện bởi {WARD}"
    assert any(line.startswith("Chỉ thị 33/CT-TTg · Thủ tướng Chính phủ · trung ương") for line in lines[centre:])
    assert done.code == 0


def test_a_document_that_ended_is_flagged_in_words(ask: Run) -> None:
    (line,) = [line for line in ask("trace", WARD).out.splitlines() if f"Nghị định {ENDED}" in line]
    assert "chỉ được dẫn · ⚑ hết hiệu lực từ " in line
    assert "⚑" not in "".join(
        line for line in ask("trace", WARD, "--as-of", "2016-01-01").out.splitlines() if ENDED in line
    )


def test_evidence_adds_the_sentence_and_its_place(ask: Run) -> None:
    plain, with_evidence = ask("trace", WARD).out, ask("trace", WARD, "--evidence").out
    sentence = "Công khai các khoản thu theo Nghị định số 04/2015/NĐ-CP"
    assert sentence not in plain
    assert sentence in with_evidence
    assert "(10/KH-UBND, ký tự " in with_evidence


def test_trace_down_starts_at_the_centre_and_ends_in_the_ward(ask: Run) -> None:
    lines = ask("trace", "33/CT-TTg", "--down").out.splitlines()
    order = [next(i for i, line in enumerate(lines) if level in line) for level in ("Cấp huyện (1)", "Cấp xã (1)")]
    assert lines[0].startswith("Chỉ thị 33/CT-TTg")
    assert order == sorted(order)


def test_a_chain_that_was_cut_says_so(ask: Run) -> None:
    assert "tăng --max-hops hoặc --max-nodes" in ask("trace", WARD, "--max-hops", "1").out
    assert ask("trace", WARD, "--max-hops", "1", "--json").json["truncated"] is True


def test_the_spans_of_evidence_point_into_the_text_as_read(ask: Run, corpus: Corpus) -> None:
    result = ask("trace", WARD, "--json").json
    text = (corpus.folder / "ke-hoach-phuong.txt").read_text(encoding="utf-8")
    proofs = [proof for edge in result["edges"] for proof in edge["evidence"] if proof["document"] == result["root"]]
    assert proofs
    assert [text[proof["start"] : proof["end"]] for proof in proofs] == [proof["quote"] for proof in proofs]


def test_a_document_may_be_named_by_symbol_key_or_file(
    ask: Run, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = ask("show", WARD, "--json").json["key"]
    file = corpus.folder / "ke-hoach-phuong.txt"
    monkeypatch.chdir(corpus.folder)
    for name in (key, f"Kế hoạch số {WARD}", file, file.name):
        assert ask("show", name, "--json").json["key"] == key


def test_show_prints_header_mentions_and_counts(ask: Run) -> None:
    page = ask("show", WARD).out
    for fact in ("Trích yếu", "Lê Thị Hoa", "ke-hoach-phuong.txt", "thực hiện: 1", "04/2015/NĐ-CP: đã nhận ra"):
        assert fact in page


def test_show_text_prints_the_text_as_read(ask: Run, corpus: Corpus) -> None:
    assert ask("show", WARD, "--text").out == (corpus.folder / "ke-hoach-phuong.txt").read_text(encoding="utf-8") + "\n"


def test_the_text_of_a_document_that_is_only_cited_cannot_be_given(ask: Run) -> None:
    done = ask("show", ENDED, "--text")
    assert (done.code, done.out) == (3, "")


def test_search_finds_without_diacritics(ask: Run) -> None:
    with_marks, without = (ask("search", words, "--json").json for words in ("dân chủ ở cơ sở", "dan chu o co so"))
    assert [hit["key"] for hit in with_marks["hits"]] == [hit["key"] for hit in without["hits"]]
    assert {hit["symbol"] for hit in without["hits"]} >= {WARD, DISTRICT}


def test_a_search_that_finds_nothing_says_so_and_is_no_error(ask: Run) -> None:
    done = ask("search", "xyzzy")
    assert (done.code, done.out) == (0, "")
    assert "Không tìm thấy văn bản nào cho “xyzzy”" in done.err


def test_a_long_list_tells_how_to_get_the_next_page(ask: Run) -> None:
    first = ask("search", "kế hoạch", "--limit", "1")
    cursor = first.err.rpartition("--cursor ")[2].strip()
    second = ask("search", "kế hoạch", "--limit", "1", "--cursor", cursor)
    assert second.out
    assert second.out != first.out


def test_neighbours_prints_counts_first(ask: Run) -> None:
    lines = ask("neighbours", DISTRICT).out.splitlines()
    assert lines[1:3] == ["  thực hiện: 1", "  được thực hiện bởi: 1"]
    assert lines[3].startswith("thực hiện: Chỉ thị 33/CT-TTg")


def test_assignments_prints_unit_document_roles_and_deadline(ask: Run) -> None:
    page = ask("assignments", "--unit", "Phòng Nội vụ").out
    assert "41/KH-UBND" in page
    assert "chủ trì" in page
    assert "hạn 15/11/2024" in page


def test_audit_prints_fact_sentence_date_of_end_and_source(ask: Run) -> None:
    page = ask("audit", WARD).out
    block = page.split("\n\n")[0]
    assert block.startswith(f"⚑ Dẫn văn bản đã hết hiệu lực: Nghị định {ENDED}")
    for part in ("Câu dẫn: “", "Hết hiệu lực: ", "Nguồn: "):
        assert part in block
    assert "1 phát hiện" in page


@pytest.mark.parametrize(("kind", "code"), [("ended", 1), ("anachronistic", 0)])
def test_fail_on_gives_1_only_when_there_is_a_finding_of_that_kind(ask: Run, kind: str, code: int) -> None:
    done = ask("audit", WARD, "--fail-on", kind)
    assert done.code == code
    assert "phát hiện" in done.out


def test_audit_takes_documents_files_and_folders(ask: Run, corpus: Corpus) -> None:
    everything = ask("audit", "--json").json["counts"]
    assert everything["ended"] == 1
    for targets in ((corpus.folder,), (WARD, DISTRICT), (corpus.folder / "ke-hoach-quan.txt", WARD)):
        assert ask("audit", *targets, "--json").json["counts"] == everything


def test_stats_counts_nodes_edges_and_mentions(ask: Run) -> None:
    result = ask("stats", "--json").json
    assert result["nodes"]["Document"] == 4
    assert result["edges"]["IMPLEMENTS"] >= 2
    assert "Văn bản (Document)" in ask("stats").out


def test_stats_names_official_letters_in_vietnamese(run: Run, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'cancu.db'}"
    run("ingest", EXAMPLES / "chuyen-doi-so" / "2024-province-bac-giang-cong-van.txt", "--store", store)
    assert "Công văn (OfficialLetter)" in run("stats", "--store", store).out


def test_extract_prints_one_object_a_line_and_needs_no_store(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CANCU_STORE", f"sqlite:///{tmp_path / 'none.db'}")
    folder = write_corpus(tmp_path / "van-ban")
    done = run("extract", *sorted(folder.iterdir()), "--format", "json")
    ward, district = map(json.loads, done.out.splitlines())
    assert (ward["header"]["symbol"], district["header"]["symbol"]) == (WARD, DISTRICT)
    assert ward["mentions"][0]["document_key"]
    assert not (tmp_path / "none.db").exists()


def test_extract_for_people_lists_mentions_and_tasks(run: Run, corpus: Corpus) -> None:
    page = run("extract", corpus.folder / "ke-hoach-quan.txt").out
    assert "IMPLEMENTS Chỉ thị số 33/CT-TTg: đã nhận ra → 33/CT-TTg" in page
    assert "Phòng Nội vụ" in page


IMPLEMENTED: dict[str, Callable[[str], bool]] = {
    "graphml": lambda text: any(data.text == "IMPLEMENTS" for data in ET.fromstring(text).iter()),  # noqa: S314 - our own
    "csv": lambda text: any(row["type"] == "IMPLEMENTS" for row in csv.DictReader(io.StringIO(text))),
    "json": lambda text: any(edge["type"] == "IMPLEMENTS" for edge in json.loads(text)["edges"]),
}


@pytest.mark.parametrize("form", IMPLEMENTED)
def test_export_writes_the_same_to_a_file_and_to_stdout(ask: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "graph"
    assert ask("export", "--format", form, "--output", target).code == 0
    written = (target / "edges.csv" if form == "csv" else target).read_text(encoding="utf-8")
    assert ask("export", "--format", form).out == written
    assert IMPLEMENTED[form](written)


JSON_COMMANDS = [
    ("trace", WARD), ("show", WARD), ("show", WARD, "--text"), ("search", "kế hoạch"), ("neighbours", WARD),
    ("assignments",), ("audit",), ("stats",), ("export",),
]  # fmt: skip


@pytest.mark.parametrize("command", JSON_COMMANDS, ids=" ".join)
def test_json_is_all_that_stands_on_stdout(ask: Run, command: tuple[str, ...]) -> None:
    done = ask(*command, "--json")
    assert isinstance(done.json, dict)
    assert (done.code, done.err) == (0, "")


def test_impact_counts_what_rests_on_a_document_and_lists_it(ask: Run) -> None:
    lines = ask("impact", "33/CT-TTg").out.splitlines()
    assert lines[0].startswith("Chỉ thị 33/CT-TTg")
    assert "  được thực hiện bởi: 1" in lines
    assert any(line.startswith(f"thực hiện: Kế hoạch {DISTRICT}") for line in lines)
    assert ask("impact", "33/CT-TTg", "--json").json["page"]["total"] == 1


def test_coverage_tells_who_has_a_plan_and_who_has_none(ask: Run) -> None:
    asked = ("coverage", "33/CT-TTg", "--level", "ward", "--place", "hai-phong.kien-an", "--deadline", "2024-01-01")
    lines = ask(*asked).out.splitlines()
    assert "Phải thực hiện:" in lines[1]
    assert any(line.startswith(f"  Ủy ban nhân dân phường Lãm Hà: {WARD}, 13/02/2024") for line in lines)
    assert "Chưa thấy văn bản thực hiện trong kho:" in lines
    found = ask(*asked, "--json").json
    assert [item["unit"] for item in found["implemented"]] == ["ubnd.hai-phong.kien-an.lam-ha"]
    assert (found["implemented"][0]["late"], found["late"]) == (True, 1)
    assert len(found["missing"]) == len(found["expected"]) - 1


def test_coverage_of_an_unknown_place_is_wrong_usage(ask: Run) -> None:
    done = ask("coverage", "33/CT-TTg", "--place", "Atlantis")
    assert done.code == 2
    assert "Không có địa bàn “Atlantis”" in done.err
