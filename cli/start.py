"""Where the program begins: Ctrl-C while the rest of it is loaded ends it as quietly as later."""

from __future__ import annotations

import sys

STOPPED = "Đã dừng theo Ctrl-C. Chạy lại đúng lệnh này để làm lại hoặc làm tiếp."
STOPPED_CODE = 130


def run() -> None:
    """Load the command line and run that of this process."""
    try:
        from cli.main import run as start

        start()
    except KeyboardInterrupt:
        sys.stderr.buffer.write(f"{STOPPED}\n".encode())
        sys.exit(STOPPED_CODE)
