"""What both stores share in bringing their schema up to date by numbered migrations."""

from __future__ import annotations

import logging
from importlib import resources

from graph.errors import StoreError

_LOG = logging.getLogger(__name__)


def scripts(package: str, suffix: str) -> tuple[str, ...]:
    """The texts of ``PACKAGE/migrations/NNNN_name.SUFFIX`` in their order; the first one leads to version 1."""
    folder = resources.files(package).joinpath("migrations")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(f".{suffix}")), key=lambda file: file.name)
    return tuple(file.read_text(encoding="utf-8") for file in files)


def refuse_newer(shown: str, version: int, last: int) -> None:
    """Raise :class:`StoreError` for a store of a version after the ``last`` that this program knows."""
    if version > last:
        raise StoreError(
            f"Kho “{shown}” do bản cancu mới hơn tạo ra (lược đồ {version}, bản này biết đến {last}). "
            "Hãy nâng cấp cancu, hoặc dùng kho khác bằng --store."
        )


def tell_step(shown: str, version: int, last: int) -> None:
    """Say that the store is being brought to ``version``: one of millions of citations takes minutes for it."""
    _LOG.warning(
        "Đang nâng cấp kho “%s” lên lược đồ %d/%d. Kho lớn cần vài phút; nếu bị ngắt thì không mất gì, "
        "lần mở sau làm lại.",
        shown,
        version,
        last,
    )  # fmt: skip
