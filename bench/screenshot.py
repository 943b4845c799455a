"""Takes the picture of the explorer that the documentation shows: ``make screenshot``.

The chain of the plan of Duy Trinh commune, from ``examples/``, with what an audit finds about it.
"""

from __future__ import annotations

import sys
import tempfile
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from tests.explorer.screen import WARD, Screen
from tests.explorer.service import READER, ROOT, chromium, explorer_is_built, filled, served

PICTURE = ROOT / "docs/explorer.png"
VIEW = {"doc": WARD, "tab": "findings", "as_of": "2024-12-31"}


def main() -> int:
    """Write ``docs/explorer.png``; the exit code is 0, or 1 when something that is needed is missing."""
    program = chromium()
    if program is None or not explorer_is_built():
        missing = "Chromium (apt-get install chromium)" if program is None else "the built explorer (make setup)"
        print(f"error: the picture needs {missing}", file=sys.stderr)
        return 1
    PICTURE.parent.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(filled(f"sqlite:///{folder}/cancu.db")) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**program)
        screen = Screen(browser.new_context(**READER).new_page(), address).open(**VIEW)
        screen.page.screenshot(path=PICTURE)
        browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: /?{urlencode(VIEW)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
