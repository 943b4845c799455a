"""Start, stop and kill a real Neo4j 5.26 server from its jars; no Docker engine is needed, Java 17 and Maven are.

The jars come from ``pom.xml`` beside this file and are kept in a cache outside the tree. Each server has a home folder
of its own, a free Bolt port and its own process group, so that killing it leaves nothing behind.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

POM = Path(__file__).with_name("pom.xml")
# For a short life quick compilation matters more than good code, and plans need no second thought as tests empty the
# graph again and again.
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_START_SECONDS = 120.0
_OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")


def missing_tools() -> str | None:
    """Say what is needed and not there, ``None`` when a server can be started here."""
    java = shutil.which("java")
    if java is None or _java_version(java) < 17:
        return "needs Java 17 (Debian: apt-get install openjdk-17-jre-headless)"
    if not _jars_cached() and shutil.which("mvn") is None:
        return "needs Maven once, to fetch the server's jars (Debian: apt-get install maven)"
    return None


def jars() -> Path:
    """The folder with the server's jars, fetched on the first call."""
    folder = _cache() / "lib"
    if _jars_cached():
        return folder
    with _alone():
        if _jars_cached():
            return folder
        partial = folder.with_name("lib-partial")
        shutil.rmtree(partial, ignore_errors=True)
        command = [
            "mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", "-DincludeScope=runtime",
            f"-DoutputDirectory={partial}",
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, text=True, timeout=900)
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
        (folder / ".complete").touch()
    return folder


def free_port() -> int:
    """A port of this machine that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Server:
    """One server: ``start``, ``stop`` or ``kill`` it, use ``store_url``; its data stays until the home folder goes.

    ``settings`` are lines of ``neo4j.conf`` that this server has besides the usual ones, or instead of them.
    """

    home: Path
    password: str = field(default_factory=lambda: secrets.token_hex(12))
    port: int = field(default_factory=free_port)
    heap: str = "768m"
    quick: bool = True
    settings: tuple[str, ...] = ()
    _process: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        """Address for the driver."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def store_url(self) -> str:
        """Address for ``CANCU_STORE``."""
        return f"neo4j://neo4j:{self.password}@127.0.0.1:{self.port}"

    def start(self, *options: str) -> None:
        """Start the server unless it runs, and wait until Bolt answers; raises RuntimeError with the log otherwise."""
        if self._process is not None and self._process.poll() is None:
            return
        if not (self.home / "conf").exists():
            self.prepare()
        opens = [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENS]
        quick = self._quick_options() if self.quick else ()
        command = [
            "java", f"-Xmx{self.heap}", *quick, *options, *opens, "-cp", f"{jars()}/*",
            "org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}",
        ]  # fmt: skip
        with (self.home / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                command, stdout=console, stderr=console, start_new_session=True, env=self._environment()
            )
        self._wait()

    def stop(self) -> None:
        """Stop the server as an administrator would and wait for its end."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server at once, as a power cut would."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """Let the server answer nothing any more, until it is killed."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGSTOP)

    def admin(self, *arguments: str) -> None:
        """Run ``neo4j-admin`` on this server's home, where it leaves its reports; raises RuntimeError when it fails."""
        command = ["java", "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env=self._environment(), cwd=self.home, timeout=300
        )
        if done.returncode:
            raise RuntimeError(f"neo4j-admin {' '.join(arguments[:3])} failed:\n{done.stdout}{done.stderr}")

    def log(self, lines: int = 60) -> str:
        """The last lines of the server's logs, for a test that failed."""
        texts = [
            path.read_text(errors="replace")
            for path in (self.home / "logs" / "neo4j.log", self.home / "console.log")
            if path.exists()
        ]
        return "\n".join("\n".join(text.splitlines()[-lines:]) for text in texts)

    def prepare(self) -> None:
        """Make the home folder with configuration and password; ``start`` does it if it was not done."""
        (self.home / "conf").mkdir(parents=True)
        usual = (
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            f"server.bolt.advertised_address=127.0.0.1:{self.port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            "dbms.usage_report.enabled=false",
            "dbms.cypher.min_replan_interval=1h",
            "server.memory.pagecache.size=128m",
        )
        lines = dict(line.partition("=")[::2] for line in usual + self.settings)
        (self.home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in lines.items()))
        self.admin("dbms", "set-initial-password", self.password)

    def _quick_options(self) -> tuple[str, ...]:
        """Options for a short life; classes from an archive halve the time of the start."""
        archive = _cache() / "classes.jsa"
        if archive.exists():
            return (*_QUICK, f"-XX:SharedArchiveFile={archive}", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=off")
        return _QUICK

    def _environment(self) -> dict[str, str]:
        return os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")}

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                break
            try:
                with GraphDatabase.driver(self.uri, auth=("neo4j", self.password), connection_timeout=2) as driver:
                    driver.verify_connectivity()
            except (DriverError, Neo4jError, OSError):
                time.sleep(0.3)
            else:
                return
        self.kill()
        raise RuntimeError(f"Neo4j did not start:\n{self.log()}")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        os.killpg(process.pid, how)
        process.wait(timeout=120)


def archive_classes(home: Path) -> None:
    """Write the archive of classes from which servers start in half the time, unless it is there."""
    archive = _cache() / "classes.jsa"
    jars()
    with _alone():
        if not archive.exists():
            partial = archive.with_name("classes-partial.jsa")
            teacher = Server(home)
            teacher.start(f"-XX:ArchiveClassesAtExit={partial}")
            teacher.stop()
            if partial.exists():
                partial.rename(archive)


@contextmanager
def _alone() -> Iterator[None]:
    """Keep other test processes from filling the cache at the same time."""
    _cache().mkdir(parents=True, exist_ok=True)
    with (_cache() / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _cache() -> Path:
    version = re.search(r"<version>(\d+\.\d+\.\d+)</version>", POM.read_text())
    base = os.environ.get("CANCU_TEST_CACHE") or platformdirs.user_cache_dir("cancu-tests")
    return Path(base) / f"neo4j-{version.group(1) if version else 'unknown'}"


def _jars_cached() -> bool:
    return (_cache() / "lib" / ".complete").exists()


def _java_version(java: str) -> int:
    shown = subprocess.run([java, "-version"], check=False, capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', shown)
    return int(found.group(1)) if found else 0
