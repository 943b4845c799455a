"""The command as a process: signals, pipes, encodings, a busy port."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.conftest import Corpus
from tests.small_corpus import OTHER_41, WARD, write_corpus

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from cli.main import run; run()"]


def environment(store: str, **more: str) -> Mapping[str, str]:
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("CANCU_", "LC_", "LANG", "PYTHON"))
    }
    return clean | {"CANCU_STORE": store, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"} | more


def cancu(store: str, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment(store, **more), check=False, timeout=60)


DOCUMENTS = 280
"""Twice as many as are written together at most, and some: a run that is stopped after the first has not ended."""


def many_documents(folder: Path, number: int) -> Path:
    folder.mkdir()
    for index in range(number):
        text = OTHER_41.replace("41/KH-UBND", f"{index + 100}/KH-UBND")
        (folder / f"{index:04}.txt").write_text(text, encoding="utf-8")
    return folder


def wait_for_documents(store: Path, least: int) -> None:
    """Look into the file itself, because a command would take longer to start than the run to end."""
    for _ in range(6000):
        time.sleep(0.005)
        if not store.exists():
            continue
        with (
            closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection,
            suppress(sqlite3.OperationalError),
        ):
            if connection.execute("SELECT count(*) FROM document").fetchone()[0] >= least:
                return
    pytest.fail("the first documents never arrived")


def test_a_reader_that_stops_reading_ends_the_command_quietly(corpus: Corpus) -> None:
    for arguments in (("trace", WARD), ("trace", WARD, "--json"), ("export", "--format", "graphml")):
        process = subprocess.Popen(
            [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(corpus.store)
        )
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0
        process.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258"])
def test_a_terminal_without_vietnamese_letters_gets_them_without_marks(corpus: Corpus, encoding: str) -> None:
    done = cancu(corpus.store, "trace", WARD, PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "hoach 10/KH-UBND" in done.stdout.decode(encoding).replace("ho\u1ea1ch", "hoach")
    assert b"?" not in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_loses_nothing_in_any_encoding(corpus: Corpus, encoding: str) -> None:
    done = cancu(corpus.store, "show", WARD, "--json", PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout.decode(encoding))["issuer"] == "Ủy ban nhân dân phường Lãm Hà"


def test_files_with_vietnamese_names_are_read_in_the_plain_locale(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "văn bản")
    done = cancu(f"sqlite:///{tmp_path}/cancu.db", "ingest", folder, "--json", LANG="C", LC_ALL="C")
    assert json.loads(done.stdout)["kept"] == 2


def test_ctrl_c_stops_with_a_partial_report_and_whole_documents(tmp_path: Path) -> None:
    folder = many_documents(tmp_path / "van-ban", DOCUMENTS)
    store = f"sqlite:///{tmp_path}/cancu.db"
    process = subprocess.Popen(
        [*COMMAND, "ingest", str(folder), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(store),
    )
    wait_for_documents(tmp_path / "cancu.db", 3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    report = json.loads(out)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert report["interrupted"]
    assert 0 < report["kept"] < DOCUMENTS
    assert report["read"] == report["kept"]
    again = json.loads(cancu(store, "ingest", folder, "--json").stdout)
    assert again["unchanged"] in {report["kept"], report["kept"] + 1}
    assert again["kept"] + again["unchanged"] == DOCUMENTS


def test_a_run_that_is_killed_leaves_whole_documents_and_the_next_run_finishes(tmp_path: Path) -> None:
    folder = many_documents(tmp_path / "van-ban", DOCUMENTS)
    store = f"sqlite:///{tmp_path}/cancu.db"
    process = subprocess.Popen([*COMMAND, "ingest", str(folder)], stdout=subprocess.DEVNULL, env=environment(store))
    wait_for_documents(tmp_path / "cancu.db", 3)
    process.kill()
    process.wait(60)
    report = json.loads(cancu(store, "ingest", folder, "--json").stdout)
    assert 0 < report["unchanged"] < DOCUMENTS
    assert report["kept"] + report["unchanged"] == DOCUMENTS
    whole = json.loads(cancu(f"sqlite:///{tmp_path}/fresh.db", "ingest", folder, "--json").stdout)
    assert (report["documents"], report["mentions"], report["edges"]) == tuple(
        whole[name] for name in ("documents", "mentions", "edges")
    )


def test_serve_refuses_other_addresses_without_keys(corpus: Corpus) -> None:
    done = cancu(corpus.store, "serve", "--host", "0.0.0.0")  # noqa: S104 - that it is refused is the test
    assert done.returncode == 2
    assert "CANCU_API_KEYS" in done.stderr.decode()


def test_serve_on_a_busy_port_is_a_clear_error(corpus: Corpus) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = cancu(corpus.store, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "đang được chương trình khác dùng" in done.stderr.decode()


def test_serve_without_a_store_ends_with_4(tmp_path: Path) -> None:
    assert cancu(f"sqlite:///{tmp_path}/none.db", "serve", "--port", "0").returncode == 4


def test_a_setting_that_cannot_be_used_is_named(corpus: Corpus) -> None:
    done = cancu(corpus.store, "serve", "--port", "0", CANCU_API_KEYS="mật khẩu")
    assert done.returncode == 2
    assert "CANCU_API_KEYS không dùng được" in done.stderr.decode()
