"""The rules that every file of the project keeps."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE = 450
LOCKS = ("requirements.lock", "requirements.runtime.lock")

# Each has a character in brackets, so that this file keeps the rules it holds.
REGISTRIES = re.compile(r"pypi[.]org|python[h]osted|npmjs[.](?:org|com)|yarnpkg[.]com")
MACHINE_PATHS = re.compile(r"(?<![\w.$}])/(?:work|tmp|root|home|Users)/")
LEFT_FOR_LATER = re.compile(r"\b(?:T[O]DO|FIX[M]E)\b")


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("this copy of the project is not a git work tree, so what belongs to it can't be listed")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def places(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern stands in a tracked text file, as ``file:line: text``."""
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        name = path.relative_to(ROOT)
        found += [f"{name}:{number}: {line[:100]}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found


def locked(name: str) -> dict[str, str]:
    """The versions that a lock file pins, by canonical package name."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


def test_no_file_names_a_package_registry() -> None:
    assert places(REGISTRIES) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert places(MACHINE_PATHS) == []


def test_nothing_is_left_for_later() -> None:
    assert places(LEFT_FOR_LATER) == []


def test_a_module_is_one_idea_and_fits_on_a_few_screens() -> None:
    modules = [path for path in tracked() if path.suffix in {".py", ".ts", ".css"}]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_the_explorers_lock_has_a_hash_for_each_package_and_no_address() -> None:
    lock = json.loads((ROOT / "explorer/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_python_lock_has_hashes_for_each_package_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_the_lock_pins_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = locked("requirements.lock")
    extras = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    lines = project["project"]["dependencies"] + project["dependency-groups"]["dev"] + extras
    asked = [Requirement(line) for line in lines]
    unmet = [str(need) for need in asked if not need.specifier.contains(pins.get(canonicalize_name(need.name), "0"))]
    assert unmet == []


def test_what_runs_in_the_image_is_what_was_tested() -> None:
    tested = locked("requirements.lock")
    assert {name: pin for name, pin in locked("requirements.runtime.lock").items() if tested.get(name) != pin} == {}
