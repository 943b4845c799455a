"""What a command says that was stopped by Ctrl-C, wherever in a library the signal found it."""

from __future__ import annotations

import pytest
from typer.exceptions import Abort

from cli.main import main


def interrupted_amid_an_answer(*_: object, **__: object) -> None:
    """What a driver does whose buffer is still lent out when it clears up after the signal."""
    error = BufferError("Existing exports of data: object cannot be re-sized")
    error.__context__ = KeyboardInterrupt()
    raise error


def aborted(*_: object, **__: object) -> None:
    raise Abort


def failing(*_: object, **__: object) -> None:
    raise BufferError("Existing exports of data: object cannot be re-sized")


@pytest.mark.parametrize("stopped", [aborted, interrupted_amid_an_answer])
def test_a_command_that_is_stopped_says_that_it_can_be_run_again(
    stopped: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cli.main.app", stopped)
    assert main(["copy", "a.db", "b.db"]) == 130
    assert capsys.readouterr().err == "Đã dừng theo Ctrl-C. Chạy lại đúng lệnh này để làm lại hoặc làm tiếp.\n"


def test_an_error_of_another_cause_is_not_taken_for_a_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cli.main.app", failing)
    with pytest.raises(BufferError):
        main(["copy", "a.db", "b.db"])
