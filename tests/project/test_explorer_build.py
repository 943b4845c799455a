"""The hook that builds the explorer, up to the point where npm would start."""

from __future__ import annotations

from pathlib import Path

import pytest

import hatch_build
from hatch_build import ExplorerBuildError, build, is_built, sources_digest


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose explorer has sources and has been built from them."""
    (tmp_path / "explorer/src").mkdir(parents=True)
    (tmp_path / "explorer/package-lock.json").write_text("{}", encoding="utf-8")
    (tmp_path / "explorer/src/main.ts").write_text("start()", encoding="utf-8")
    (tmp_path / "api/static").mkdir(parents=True)
    (tmp_path / "api/static/.sources-sha256").write_text(sources_digest(tmp_path) + "\n", encoding="ascii")
    return tmp_path


def test_a_bundle_made_from_the_sources_as_they_are_is_not_built_again(project: Path) -> None:
    assert is_built(project)
    assert not build(project)


@pytest.mark.parametrize("change", ["edit", "add", "rename", "remove"])
def test_a_bundle_is_stale_once_a_source_changes(project: Path, change: str) -> None:
    source = project / "explorer/src/main.ts"
    if change == "edit":
        source.write_text("stop()", encoding="utf-8")
    elif change == "add":
        source.with_name("more.ts").write_text("", encoding="utf-8")
    elif change == "rename":
        source.rename(source.with_name("start.ts"))
    else:
        source.unlink()
    assert not is_built(project)


def test_installed_packages_are_not_sources(project: Path) -> None:
    (project / "explorer/node_modules/vite").mkdir(parents=True)
    (project / "explorer/node_modules/vite/index.js").write_text("", encoding="utf-8")
    assert is_built(project)


def test_a_bundle_that_was_deleted_is_missed(project: Path) -> None:
    (project / "api/static/.sources-sha256").unlink()
    assert not is_built(project)


def test_missing_sources_are_a_loud_failure_that_says_how_to_go_on(tmp_path: Path) -> None:
    with pytest.raises(ExplorerBuildError, match="CANCU_SKIP_WEB=1"):
        build(tmp_path)


def test_a_failing_npm_is_a_loud_failure_with_its_last_words(project: Path) -> None:
    (project / "explorer/package-lock.json").write_text("not a lock", encoding="utf-8")
    with pytest.raises(ExplorerBuildError, match=r"(?s)npm ci .* ended with \d+.*npm error"):
        build(project)
    assert not is_built(project)


def test_by_hand_a_failure_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CANCU_SKIP_WEB", raising=False)
    monkeypatch.setattr(hatch_build, "ROOT", tmp_path)
    assert hatch_build.main() == 1
    assert capsys.readouterr().err.startswith("error: ")
