"""Importing this fills the tables that reading keeps in memory; processes forked afterwards have them at once."""

from __future__ import annotations

import gc

from ingest.reading import read_document

_SAMPLE = """ỦY BAN NHÂN DÂN XÃ AN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 1/KH-UBND
An Bình, ngày 02 tháng 01 năm 2024
KẾ HOẠCH
Thực hiện dân chủ ở cơ sở trên địa bàn xã An Bình, huyện Long Hồ, tỉnh Vĩnh Long
Thực hiện Luật Thực hiện dân chủ ở cơ sở và Kế hoạch số 2/KH-UBND ngày 01/01/2024 của Ủy ban nhân dân huyện Long Hồ.
1. Giao Văn phòng chủ trì, báo cáo trước ngày 01/02/2024.
Nơi nhận:
- Ủy ban nhân dân huyện Long Hồ.
"""

read_document(_SAMPLE.encode(), "mẫu.txt")
gc.freeze()  # memory that the collector does not touch stays shared
