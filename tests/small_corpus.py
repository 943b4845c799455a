"""A few short documents of this project's own, and stores made from them: a ward plan, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.open import open_originals, open_store
from graph.originals import Originals
from graph.sqlite import SqliteStore
from ingest.pipeline import ingest_paths
from ingest.read_ahead import Workers
from ingest.report import IngestReport
from queries.checksum import Part, checksum

WARD = "10/KH-UBND"
DISTRICT = "41/KH-UBND"
ENDED = "04/2015/NĐ-CP"

_DISTRICT_PLAN = """ỦY BAN NHÂN DÂN QUẬN KIẾN AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 41/KH-UBND

Kiến An, ngày 20 tháng 01 năm 2024

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2024 trên địa bàn quận Kiến An

Thực hiện Chỉ thị số 33/CT-TTg ngày 26 tháng 11 năm 2021 của Thủ tướng Chính phủ, quận ban hành kế hoạch.

I. MỤC ĐÍCH

Giúp các phường làm đúng việc, đúng hạn.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Nội vụ quận chủ trì, tổng hợp và báo cáo Ủy ban nhân dân quận trước ngày 15 tháng 11 năm 2024.

2. Ủy ban nhân dân các phường xây dựng kế hoạch của mình trước ngày 15 tháng 02 năm 2024.

Nơi nhận:
- Ủy ban nhân dân thành phố;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Bình
"""

_WARD_PLAN = """ỦY BAN NHÂN DÂN PHƯỜNG LÃM HÀ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 10/KH-UBND

Lãm Hà, ngày 13 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện dân chủ ở cơ sở năm 2024 trên địa bàn phường Lãm Hà

Thực hiện Kế hoạch số 41/KH-UBND ngày 20 tháng 01 năm 2024 của Ủy ban nhân dân quận Kiến An, thành phố Hải Phòng.

I. NỘI DUNG

1. Công khai các khoản thu theo Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ.

II. TỔ CHỨC THỰC HIỆN

1. Công chức Văn phòng - Thống kê theo dõi, báo cáo trước ngày 31 tháng 10 năm 2024.

Nơi nhận:
- Ủy ban nhân dân quận Kiến An;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Hoa
"""

OTHER_41 = _DISTRICT_PLAN.replace("QUẬN KIẾN AN", "QUẬN LÊ CHÂN").replace("Kiến An", "Lê Chân").replace("Bình", "An")
"""Another district's plan under the same symbol."""


@dataclass(frozen=True)
class Outcome:
    """What a run made and said."""

    graph: dict[str, Part]
    report: IngestReport


def ingested(folder: Path, files: Iterable[Path], workers: Workers | None = None) -> Outcome:
    """Ingest into a new store in ``folder``."""
    with closing(SqliteStore(folder / "cancu.db")) as store:
        report = ingest_paths(store, files, originals=Originals(folder / "originals"), workers=workers)
        return Outcome(checksum(store), report)


def write_corpus(folder: Path) -> Path:
    """Write the documents as files into ``folder`` and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "ke-hoach-quan.txt").write_text(_DISTRICT_PLAN, encoding="utf-8")
    (folder / "ke-hoach-phuong.txt").write_text(_WARD_PLAN, encoding="utf-8")
    return folder


def ingest(store_url: str, *paths: Path) -> IngestReport:
    """Ingest ``paths`` into the store at ``store_url``, made when it is not there."""
    store = open_store(store_url)
    try:
        return ingest_paths(store, paths, originals=open_originals(store_url))
    finally:
        store.close()
