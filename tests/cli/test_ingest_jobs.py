"""``cancu ingest`` with several processes: Ctrl-C and SIGKILL leave none of them behind, and the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.test_process import COMMAND, DOCUMENTS, cancu, environment, many_documents, wait_for_documents

pytestmark = pytest.mark.slow


def started(folder: Path, store: str) -> subprocess.Popen[bytes]:
    """A run in a process group of its own, as a terminal starts it."""
    command = [*COMMAND, "ingest", str(folder), "--jobs", "2", "--json"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(store), start_new_session=True)


def wait_until_none_is_left(group: int) -> None:
    for _ in range(600):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process of the run lives on")


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_process_and_the_next_one_reads_the_rest(
    way: signal.Signals, tmp_path: Path
) -> None:
    folder = many_documents(tmp_path / "van-ban", DOCUMENTS)
    store = f"sqlite:///{tmp_path}/cancu.db"
    run = started(folder, store)
    wait_for_documents(tmp_path / "cancu.db", 3)
    if way is signal.SIGINT:
        os.killpg(run.pid, way)  # a terminal sends it to all
    else:
        run.kill()  # the workers have to find out
    out, err = run.communicate(timeout=60)
    wait_until_none_is_left(run.pid)
    assert b"Traceback" not in err
    if way is signal.SIGINT:
        assert run.returncode == 130
        assert json.loads(out)["interrupted"]
    again = json.loads(cancu(store, "ingest", folder, "--jobs", "2", "--json").stdout)
    assert 0 < again["unchanged"] < DOCUMENTS
    assert again["kept"] + again["unchanged"] == DOCUMENTS
