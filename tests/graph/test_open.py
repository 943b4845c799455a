"""One address chooses the store and the place of its originals."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.lookups import source_document
from graph.open import default_address, open_originals, open_store
from graph.sqlite import SqliteStore
from queries.document import document
from tests.papers import Cite, Paper, plan


@pytest.mark.parametrize(
    ("address", "file"),
    [
        pytest.param("cancu.db", "cancu.db", id="a plain path"),
        pytest.param("sqlite:///cancu.db", "cancu.db", id="three slashes: from here"),
        pytest.param("sqlite:///kho/cancu.db", "kho/cancu.db", id="in a folder that is made"),
        pytest.param("sqlite:///kho%20ph%C6%B0%E1%BB%9Dng.db", "kho phường.db", id="escaped characters"),
        pytest.param("sqlite:///{folder}/cancu.db", "cancu.db", id="four slashes: from the root"),
    ],
)
def test_an_address_names_a_file(address: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    address = address.format(folder=tmp_path)
    with closing(open_store(address)) as store:
        assert isinstance(store, SqliteStore)
    assert (tmp_path / file).is_file()
    assert open_originals(address).folder.resolve() == (tmp_path / f"{file}.originals").resolve()


@pytest.mark.parametrize("address", ["mysql://host/db", "sqlite://host/cancu.db", "sqlite:///"])
def test_an_address_of_no_known_kind_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="sqlite://"):
        open_store(address)


def test_the_environment_names_the_default_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_STORE", str(tmp_path / "mine.db"))
    with closing(open_store()):
        assert (tmp_path / "mine.db").is_file()


def test_without_any_address_the_store_lies_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CANCU_STORE", raising=False)
    monkeypatch.setattr("graph.open.user_data_path", lambda name: tmp_path / name)
    assert default_address() == str(tmp_path / "cancu" / "cancu.db")


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("neo4j://neo4j:mật%20khẩu@kho.example.org", "neo4j/kho.example.org-7687/neo4j"),
        ("bolt+s://neo4j:secret@kho.example.org:7688/vanban", "neo4j/kho.example.org-7688/vanban"),
        ("neo4j+ssc://[::1]/vanban", "neo4j/::1-7687/vanban"),
    ],
)
def test_the_originals_of_a_server_lie_in_the_users_data_folder_under_its_name_without_the_password(
    address: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.open.user_data_path", lambda name: tmp_path / name)
    assert open_originals(address).folder == tmp_path / "cancu" / "originals" / folder


@pytest.mark.parametrize("address", ["neo4j:127.0.0.1", "bolt:neo4j@127.0.0.1:7687"])
def test_an_address_without_its_slashes_is_no_file(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="thiếu “//”"):
        open_store(address)
    assert list(tmp_path.iterdir()) == []


def test_the_database_of_the_server_itself_is_no_store() -> None:
    with pytest.raises(UsageError, match="“system” là cơ sở dữ liệu của riêng máy chủ"):
        open_store("neo4j://neo4j:mat-khau@127.0.0.1:9/system")


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://",
        "neo4j://:secret@",
        "bolt://neo4j:secret@host:port",
        "neo4j://neo4j:secret@host?x=1",
        "neo4j://neo4j:p@w/secret@host:7687",
    ],
)
def test_a_servers_address_of_another_form_is_refused_without_showing_the_password(address: str) -> None:
    with pytest.raises(UsageError, match="neo4j://TÊN:MẬT-KHẨU@MÁY:7687") as refused:
        open_store(address)
    assert "secret" not in str(refused.value)


def test_an_opened_store_knows_the_reference_table(tmp_path: Path) -> None:
    decree = "norm:nd:2015:4:chinh-phu"
    with closing(open_store(str(tmp_path / "cancu.db"))) as store:
        paper = Paper(plan(1), (Cite(decree, type="NĐ"),))
        store.write(paper.batch())
        assert document(store, decree).validity.ended_by == "10/2022/QH15"
        assert source_document(store, paper.source.sha256) == plan(1)
