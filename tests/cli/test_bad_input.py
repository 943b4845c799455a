"""Bad input: a clear message with what to do, the exit code of its kind, nothing half-written, and the rest goes on."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Corpus, Run
from tests.small_corpus import OTHER_41, WARD, ingest, write_corpus

SELF_CITING = """ỦY BAN NHÂN DÂN QUẬN KIẾN AN

Số: 41/KH-UBND

Kiến An, ngày 20 tháng 01 năm 2024

KẾ HOẠCH
Thử tự dẫn

Kế hoạch số 41/KH-UBND ngày 20 tháng 01 năm 2024 của Ủy ban nhân dân quận Kiến An, thành phố Hải Phòng là kế hoạch này.
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a store that is not there yet, named by CANCU_STORE."""
    file = tmp_path / "store" / "cancu.db"
    monkeypatch.setenv("CANCU_STORE", f"sqlite:///{file}")
    return file


def empty(file: Path) -> None:
    file.write_bytes(b"")


def binary(file: Path) -> None:
    file.write_bytes(bytes(range(256)) * 20)


def other_encoding(file: Path) -> None:
    file.write_bytes("Père, mère, forêt, été, garçon, hôpital, goût, naïf, façade, élève, côté, tête.".encode("cp1252"))


def huge(file: Path) -> None:
    file.write_text("Thực hiện Kế hoạch số 1/KH-UBND. " * 1_500_000, encoding="utf-8")


def no_document(file: Path) -> None:
    file.write_text("Hôm nay trời đẹp, cả nhà đi chơi công viên.\n" * 40, encoding="utf-8")


BAD_FILES = [
    pytest.param(empty, "tệp rỗng", id="empty"),
    pytest.param(binary, "nhị phân", id="binary named .txt"),
    pytest.param(other_encoding, "UTF-8", id="wrong encoding"),
    pytest.param(huge, "quá giới hạn", id="50 MB of text"),
    pytest.param(no_document, "không thấy văn bản nào", id="no document in it"),
]


@pytest.mark.parametrize(("make", "said"), BAD_FILES)
def test_a_bad_file_in_a_folder_is_set_aside_with_a_reason_and_the_rest_goes_on(
    make: Callable[[Path], None], said: str, run: Run, store: Path, tmp_path: Path
) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    make(folder / "bad.txt")
    done = run("ingest", folder, "--json")
    report = done.json
    assert done.code == 0
    assert [Path(aside["file"]).name for aside in report["set_aside"]] == ["bad.txt"]
    assert said in report["set_aside"][0]["reason"]
    assert "Hãy" in report["set_aside"][0]["reason"]
    assert (report["read"], report["kept"], report["documents"]) == (3, 2, 4)


@pytest.mark.parametrize(("make", "said"), BAD_FILES)
def test_a_bad_file_alone_ends_with_3_and_leaves_the_store_empty(
    make: Callable[[Path], None], said: str, run: Run, store: Path, tmp_path: Path
) -> None:
    make(tmp_path / "bad.txt")
    done = run("ingest", tmp_path / "bad.txt")
    assert done.code == 3
    assert said in done.out
    assert run("stats", "--json").json["nodes"].get("Document", 0) == 0


@pytest.mark.parametrize(("make", "said"), BAD_FILES[:4])
def test_extract_tells_of_a_bad_file_goes_on_and_ends_with_3(
    make: Callable[[Path], None], said: str, run: Run, tmp_path: Path
) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    make(tmp_path / "bad.txt")
    done = run("extract", tmp_path / "bad.txt", folder / "ke-hoach-phuong.txt", "--json")
    assert done.code == 3
    assert said in done.err
    assert done.json["header"]["symbol"] == WARD


def test_a_document_that_cites_itself_has_no_edge_to_itself(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "self.txt").write_text(SELF_CITING, encoding="utf-8")
    assert run("ingest", tmp_path / "self.txt").code == 0
    result = run("trace", "41/KH-UBND", "--json").json
    assert (len(result["nodes"]), result["edges"]) == (1, [])


def test_a_path_that_does_not_exist_ends_with_3_before_a_store_is_made(run: Run, store: Path, tmp_path: Path) -> None:
    done = run("ingest", tmp_path / "nothing")
    assert done.code == 3
    assert "Không có tệp hay thư mục" in done.err
    assert not store.exists()


def test_asking_a_store_that_is_not_there_ends_with_4_and_makes_none(run: Run, store: Path) -> None:
    done = run("trace", WARD)
    assert (done.code, done.out) == (4, "")
    assert "cancu ingest" in done.err
    assert not store.exists()


def test_a_file_that_is_no_store_ends_with_4_and_stays_as_it_is(run: Run, store: Path, corpus: Corpus) -> None:
    store.parent.mkdir()
    store.write_text("đây không phải kho", encoding="utf-8")
    for command in (("ingest", corpus.folder), ("stats",), ("trace", WARD), ("rebuild",)):
        done = run(*command)
        assert done.code == 4
        assert "cancu.db" in done.err
    assert store.read_text(encoding="utf-8") == "đây không phải kho"


def test_a_store_of_a_newer_schema_ends_with_4_and_stays_as_it_is(run: Run, store: Path, corpus: Corpus) -> None:
    ingest(f"sqlite:///{store}", corpus.folder)
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = store.read_bytes()
    for command in (("ingest", corpus.folder), ("stats",)):
        done = run(*command)
        assert done.code == 4
        assert "mới hơn" in done.err
    assert store.read_bytes() == before


def test_a_second_writer_ends_with_4_while_readers_go_on(run: Run, store: Path, corpus: Corpus, tmp_path: Path) -> None:
    ingest(f"sqlite:///{store}", corpus.folder)
    (tmp_path / "new.txt").write_text(OTHER_41, encoding="utf-8")
    with store.with_name("cancu.db.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        done = run("ingest", tmp_path / "new.txt")
        assert done.code == 4
        assert "đang được" in done.err
        assert run("stats", "--json").json["nodes"]["Document"] == 4
    assert run("ingest", tmp_path / "new.txt").code == 0


def test_an_unknown_symbol_ends_with_3_and_names_symbols_that_look_like_it(ask: Run) -> None:
    done = ask("trace", "11/KH-UBND")
    assert (done.code, done.out) == (3, "")
    assert "Không có văn bản nào tên là “11/KH-UBND”" in done.err
    assert WARD in done.err


def test_an_ambiguous_symbol_ends_with_3_and_lists_the_keys_to_choose_from(
    run: Run, store: Path, tmp_path: Path
) -> None:
    folder = write_corpus(tmp_path / "van-ban")
    (folder / "other.txt").write_text(OTHER_41, encoding="utf-8")
    run("ingest", folder)
    done = run("trace", "41/KH-UBND")
    assert done.code == 3
    keys = [line.split()[0] for line in done.err.splitlines()[1:]]
    assert len(keys) == 2
    assert [run("trace", key, "--json").json["root"] for key in keys] == keys


def test_a_folder_of_which_nothing_was_ingested_cannot_be_audited(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("…", encoding="utf-8")
    done = ask("audit", tmp_path)
    assert done.code == 3
    assert "cancu ingest" in done.err


@pytest.mark.parametrize("cursor", ["nonsense", "YXQ6LTE=", "💥"])
def test_a_cursor_that_is_none_of_ours_ends_with_2(ask: Run, cursor: str) -> None:
    assert ask("search", "kế hoạch", "--cursor", cursor).code == 2


def test_a_search_for_nothing_ends_with_2(ask: Run) -> None:
    done = ask("search", " ")
    assert (done.code, "Hãy nêu điều cần tìm" in done.err) == (2, True)


def test_an_edge_type_that_does_not_exist_ends_with_2(ask: Run) -> None:
    assert ask("trace", WARD, "--type", "LIKES").code == 2


def test_a_place_that_cannot_be_written_ends_with_2_for_an_export(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = ask("export", "--format", "json", "--output", tmp_path / "file" / "below")
    assert done.code == 2
    assert "Không ghi được" in done.err


def test_bad_rows_of_a_table_of_law_are_told_by_line_and_the_good_ones_kept(
    run: Run, store: Path, tmp_path: Path
) -> None:
    table = tmp_path / "luat.csv"
    header, good = "symbol,type,ended,scope,certainty,source", "04/2015/NĐ-CP,NĐ,2023-07-01,whole,secondary,trang A"
    table.write_text(f"{header}\n{good}\n{good.replace('2023-07-01', 'hôm qua')}\n", encoding="utf-8")
    done = run("law", "import", table)
    assert (done.code, done.out.strip()) == (0, "Đã đọc 2 dòng = 1 nạp + 1 hỏng.")
    assert "Dòng 3: cột ended: không dùng được giá trị “hôm qua”, hãy viết 2024-02-13 hoặc 13/02/2024." in done.err
    assert store.exists()


def test_a_table_of_law_without_a_good_row_is_input_that_cannot_be_used(run: Run, store: Path, tmp_path: Path) -> None:
    table = tmp_path / "luat.csv"
    table.write_text("symbol,type,certainty,source\n???,NĐ,secondary,trang A\n", encoding="utf-8")
    done = run("law", "import", table, "--json")
    assert done.code == 3
    assert (done.json["kept"], done.json["bad"][0]["line"]) == (0, 2)
    assert store.exists()


@pytest.mark.parametrize("command", [("stats",), ("ingest", "."), ("backup", "b.zip"), ("audit",)])
def test_what_the_system_refuses_is_told_without_a_traceback(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--store", "k" * 300)
    assert (done.code, "tên quá dài" in done.err, "Hãy" in done.err) == (4, True, True)


@pytest.mark.parametrize("command", ["show", "trace", "audit"])
def test_an_argument_that_is_no_text_is_told(ask: Run, command: str) -> None:
    done = ask(command, "k\udcff")
    assert (done.code, "không đúng mã UTF-8" in done.err) == (2, True)
