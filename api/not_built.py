"""The page at ``/`` while the explorer has not been built."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

page = APIRouter()

_PAGE = """<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Căn Cứ</title>
<h1>Căn Cứ</h1>
<p>API đang chạy, nhưng giao diện xem đồ thị chưa được dựng. Hãy chạy <code>make setup</code> rồi mở lại
<code>cancu serve</code>.</p>
<p>Trong khi đó: <a href="/docs">mô tả API</a>, <a href="/api/v1/documents">các văn bản</a>,
<a href="/api/v1/stats">số liệu của kho</a>.</p>
</html>
"""


@page.get("/", include_in_schema=False)
def not_built() -> HTMLResponse:
    """Tell how to build the explorer."""
    return HTMLResponse(_PAGE)
