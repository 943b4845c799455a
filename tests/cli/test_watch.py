"""``cancu watch`` as a process: what arrives is in the store, and Ctrl-C ends it cleanly."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_process import COMMAND, environment
from tests.small_corpus import OTHER_41, write_corpus

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_what_arrives_goes_in_and_a_stop_ends_it_with_0(way: signal.Signals, tmp_path: Path) -> None:
    folder, pipe = write_corpus(tmp_path / "van-ban"), subprocess.PIPE
    command = [*COMMAND, "watch", str(folder), "--jobs", "1"]
    env = environment(f"sqlite:///{tmp_path}/cancu.db")
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=env, start_new_session=True) as run:
        assert run.stdout
        assert "2 nạp mới" in run.stdout.readline().decode()
        (folder / "den-sau.txt").write_text(OTHER_41.replace("41/", "77/"), encoding="utf-8")
        assert "den-sau.txt: 1 nạp mới" in run.stdout.readline().decode()
        os.killpg(run.pid, way) if way is signal.SIGINT else run.terminate()
        _, said = run.communicate(timeout=60)
    err = said.decode()
    assert run.returncode == 0, err
    assert err.splitlines()[1:] == ["Đã dừng theo dõi: 3 tệp nạp mới, 0 tệp để riêng."]
