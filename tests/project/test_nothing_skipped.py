"""In CI no test may be left out silently: with CANCU_NOTHING_SKIPPED=1 a skip is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
TESTS = {
    "test_alone": """
import pytest

@pytest.fixture
def browser() -> None:
    pytest.skip("none for a fixture")

def test_skips_by_fixture(browser: None) -> None: ...

def test_skips_inside() -> None:
    pytest.skip("none for a test")

@pytest.mark.skip(reason="none for a mark")
def test_skips_by_mark() -> None: ...

@pytest.mark.xfail
def test_is_known_to_fail() -> None:
    assert False
""",
    "test_module": """
import pytest

pytest.skip("none for a module", allow_module_level=True)
""",
}
REASONS = ["none for a fixture", "none for a test", "none for a mark", "none for a module"]


def run_tests(folder: Path, *, nothing_skipped: str) -> tuple[int, str]:
    shutil.copy(CONFTEST, folder / "conftest.py")
    for name, text in TESTS.items():
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rs", "--continue-on-collection-errors", "--rootdir", str(folder)]
    environment = os.environ | {"CANCU_NOTHING_SKIPPED": nothing_skipped}
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return run.returncode, run.stdout


def test_every_kind_of_skip_fails_with_its_reason_and_a_known_failure_does_not(tmp_path: Path) -> None:
    code, text = run_tests(tmp_path, nothing_skipped="1")
    assert code == 1
    assert "1 failed, 1 xfailed, 3 errors" in text
    assert [reason for reason in REASONS if reason not in text] == []


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    code, text = run_tests(tmp_path, nothing_skipped="0")
    assert code == 0
    assert "4 skipped, 1 xfailed" in text
    assert [reason for reason in REASONS if reason not in text] == []
