"""Help, completion and usage errors of the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from cli.main import app, main

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples_of_its_own(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    page = capsys.readouterr().out
    assert "Cách dùng: cancu " + command in page
    assert "Ví dụ:\n  cancu " + command in page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_has_a_description(command: str) -> None:
    parameters = get_command(app).commands[command].params  # type: ignore[attr-defined]
    assert [parameter.name for parameter in parameters if not parameter.help] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_no_help_page_shows_a_type_of_python_or_doubled_dots(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([command, "--help"])
    page = capsys.readouterr().out
    assert "list[" not in page
    assert "<str>" not in page
    assert "...." not in page


def test_the_first_page_lists_every_command_and_the_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n  {command} " in page
    assert "cancu ingest examples" in page


def test_without_a_command_the_first_page_is_shown_and_the_code_is_that_of_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "Bắt đầu:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["trac"], "không có lệnh trac; có phải: 'trace'"),
        (["trace"], "thiếu VĂN_BẢN"),
        (["trace", "10/KH-UBND", "--downn"], "không có tùy chọn --downn"),
        (
            ["--store", "vb.db", "stats"],
            "không có tùy chọn --store ở đây; hãy đặt sau lệnh, như: cancu ingest --store …",
        ),
        (["trace", "10/KH-UBND", "--max-hops", "99"], "--max-hops không được lớn hơn 32"),
        (["trace", "10/KH-UBND", "--max-hops", "0"], "--max-hops không được nhỏ hơn 1"),
        (["trace", "10/KH-UBND", "--max-hops", "x"], "--max-hops phải là số nguyên"),
        (["trace", "10/KH-UBND", "--as-of", "hôm qua"], "“hôm qua” không phải là ngày"),
        (["stats", "thừa"], "thừa tham số thừa"),
        (["search", "--limit"], "tùy chọn --limit cần một giá trị"),
        (["export", "--format", "pdf"], "--format phải là một trong: 'graphml', 'csv', 'json'"),
        (["export"], "Hãy chọn định dạng"),
        (["audit", "--kind", "bad"], "--kind không có giá trị “bad”. Hãy chọn: ended,"),
        (["audit", "--fail-on", "bad"], "--fail-on không có giá trị “bad”"),
        (["stats", "--store", "mysql://máy"], "Không biết loại kho"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese_and_ends_with_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_the_help_page_needs_none_of_the_heavy_libraries() -> None:
    heavy = ("rich", "pydantic", "fastapi", "networkx", "rapidfuzz", "neo4j", "sqlite3", "lxml")
    code = f"from cli.main import main; main(['--help']); import sys; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_offered_for_each_shell(shell: str) -> None:
    code = "from cli.main import run; run()"
    environment = os.environ | {"_CANCU_COMPLETE": f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0
    assert "_CANCU_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("cancu trace 12/KH-UBND --type BAS", ["BASED_ON"]),
        ("cancu neighbours 12/KH-UBND --type REP", ["REPEALS", "REPLACES"]),
        ("cancu audit --kind ended_", ["ended_in_part", "ended_since"]),
        ("cancu audit --fail-on amb", ["ambiguous"]),
    ],
)
def test_values_that_are_one_of_a_few_are_completed(typed: str, offered: list[str]) -> None:
    environment = os.environ | {
        "_CANCU_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" ")),
    }  # fmt: skip
    code = "import sys; sys.argv = ['cancu']; from cli.main import run; run()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment, check=False
    )
    assert sorted(done.stdout.split()) == offered, done.stderr
