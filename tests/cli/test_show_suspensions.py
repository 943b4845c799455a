"""What the terminal tells of a document that was suspended, on a day of the suspension and on others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "BỘ TÀI CHÍNH\nSố: {number}/TT-BTC\nHà Nội, ngày 02 tháng 3 năm {year}\nTHÔNG TƯ\n{title}\n"
OLDER = HEAD.format(number="31/2019", year=2019, title="Quy định mức thu lệ phí cầu phao") + (
    "Điều 1. Mức thu lệ phí.\nĐiều 4. Miễn lệ phí.\nĐiều 9. Thông tư này có hiệu lực kể từ ngày 01 tháng 5 năm 2019.\n"
)
SUSPENDING = HEAD.format(number="17/2022", year=2022, title="Ngưng hiệu lực một số quy định về lệ phí cầu phao") + (
    "Điều 1. Ngưng hiệu lực Điều 4 Thông tư số 31/2019/TT-BTC ngày 02 tháng 3 năm 2019 của Bộ trưởng Bộ Tài chính từ "
    "ngày 10 tháng 3 năm 2022 đến hết ngày 30 tháng 9 năm 2022.\n"
    "Điều 2. Thông tư này có hiệu lực kể từ ngày ký.\n"
)
TOLD = "⚑ đang bị đình chỉ, ngưng hiệu lực một phần (Điều 4) từ 10/03/2022 đến hết 30/09/2022, bởi 17/2022/TT-BTC"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two circulars of which one suspends an article of the other."""
    path = tmp_path_factory.mktemp("suspended")
    for name, text in (("truoc", OLDER), ("sau", SUSPENDING)):
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("day", "told"),
    [("2022-03-09", False), ("2022-03-10", True), ("2022-09-30", True), ("2022-10-01", False)],
)
def test_a_suspension_is_shown_on_the_days_on_which_it_holds(run: Run, folder: Path, day: str, *, told: bool) -> None:
    store = folder / "cancu.db"
    assert run("ingest", folder / "truoc.txt", folder / "sau.txt", "--store", store).code == 0
    page = run("show", "31/2019/TT-BTC", "--as-of", day, "--store", store).out
    assert "còn hiệu lực" in page
    assert (TOLD in " ".join(page.split())) == told
