"""What a command says that was stopped by Ctrl-C, wherever in a library the signal found it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.main import main
from tests.cli.conftest import Corpus

SAID = "Đã dừng theo Ctrl-C. Chạy lại đúng lệnh này để làm lại hoặc làm tiếp.\n"


def of_a_driver(*, interrupted: bool) -> BaseException:
    """What a driver raises whose buffer is still lent out when it clears up."""
    error = BufferError("Existing exports of data: object cannot be re-sized")
    error.__context__ = KeyboardInterrupt() if interrupted else None
    return error


def run_amid(error: BaseException, corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a command in whose question ``error`` is raised."""

    def raised(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("queries.stats.stats", raised)
    return main(["stats", "--store", corpus.store])


@pytest.mark.parametrize("error", [KeyboardInterrupt(), of_a_driver(interrupted=True)], ids=["here", "in a driver"])
def test_a_command_that_is_stopped_says_that_it_can_be_run_again(
    error: BaseException, corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_amid(error, corpus, monkeypatch) == 130
    assert capsys.readouterr().err == SAID


def test_a_command_that_is_stopped_before_it_opens_a_store_says_the_same(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("graph.open.open_store", stopped)
    assert main(["stats", "--store", corpus.store]) == 130
    assert capsys.readouterr().err == SAID


def test_an_error_of_another_cause_is_not_taken_for_a_stop(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BufferError):
        run_amid(of_a_driver(interrupted=False), corpus, monkeypatch)


STOPPED_WHILE_LOADING = """
import sys

class CtrlC:
    def find_spec(self, name, *rest):
        if name == "cli.main":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from cli.start import run
run()
"""


def test_a_program_that_is_stopped_while_it_is_loaded_says_the_same() -> None:
    run = subprocess.run(
        [sys.executable, "-c", STOPPED_WHILE_LOADING], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stderr) == (130, SAID)
