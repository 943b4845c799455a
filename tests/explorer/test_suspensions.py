"""What the explorer tells of a document that is suspended on the day that is asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.explorer.screen import Screen
from tests.explorer.service import explorer_is_built, served
from tests.small_corpus import ingest

pytestmark = pytest.mark.browser

SUSPENDING = """BỘ Y TẾ
Số: 11/2021/TT-BYT
Hà Nội, ngày 20 tháng 4 năm 2021
THÔNG TƯ
Ngưng hiệu lực một số quy định về bảo quản thuốc
Điều 1. Ngưng hiệu lực Điều 6 Thông tư số 09/2018/TT-BYT ngày 05 tháng 3 năm 2018 của Bộ trưởng Bộ Y tế từ ngày \
01 tháng 5 năm 2021 đến hết ngày 31 tháng 12 năm 2021.
Điều 2. Thông tư này có hiệu lực kể từ ngày 01 tháng 5 năm 2021.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a service listens whose store knows a circular that suspends an article of another one."""
    if not explorer_is_built():
        pytest.skip("the explorer is not built (make setup)")
    folder = tmp_path_factory.mktemp("suspended")
    file = folder / "thong-tu.txt"
    file.write_text(SUSPENDING)
    store = f"sqlite:///{folder / 'cancu.db'}"
    ingest(store, file)
    with served(store) as url:
        yield url


def test_a_suspension_is_shown_on_the_days_on_which_it_holds(screen: Screen) -> None:
    screen.open(doc="09/2018/TT-BYT", tab="overview", as_of="2021-06-01")
    row = screen.panel.locator("dl.facts > div").filter(has_text="Đang bị đình chỉ")
    expect(row.locator("dd")).to_have_text("Điều 6: từ 01/05/2021 đến trước 01/01/2022 (11/2021/TT-BYT)")
    screen.open(doc="09/2018/TT-BYT", tab="overview", as_of="2022-01-01")
    expect(screen.panel.locator("dl.facts")).to_be_visible()
    expect(row).to_have_count(0)
