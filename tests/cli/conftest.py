"""What the tests of the command line share: a store of a few documents, and a way to run a command in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main
from tests.small_corpus import ingest, write_corpus


@dataclass(frozen=True)
class Corpus:
    """A folder of documents and the store that they were ingested into."""

    folder: Path
    store: str


@dataclass(frozen=True)
class Done:
    """A command that has run."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The object on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Done]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Documents and store that no test changes."""
    folder = tmp_path_factory.mktemp("corpus")
    store = f"sqlite:///{folder / 'store' / 'cancu.db'}"
    files = write_corpus(folder / "van-ban")
    assert ingest(store, files).kept == 2
    return Corpus(files, store)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process."""

    monkeypatch.delenv("COLUMNS", raising=False)  # a width that the terminal of the tests exports

    def _run(*arguments: str | Path) -> Done:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return _run


@pytest.fixture
def ask(run: Run, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line on the shared store."""
    monkeypatch.setenv("CANCU_STORE", corpus.store)
    return run
