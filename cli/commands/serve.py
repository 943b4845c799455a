"""``cancu serve``: the API and the explorer on one port."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from cli.options import StoreOption
from cli.output import message

HELP = "Mở API và trình duyệt đồ thị trên máy này."
EXAMPLES = """Ví dụ:
  cancu serve
  cancu serve --port 8080 --open
  cancu serve --store sqlite:///kho.db"""


def serve(
    *,
    host: Annotated[
        str | None,
        typer.Option("--host", metavar="ĐỊA_CHỈ", help="Địa chỉ lắng nghe (mặc định 127.0.0.1).", show_default=False),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            min=0,
            max=65535,
            metavar="CỔNG",
            help="Cổng (mặc định 8000; 0: cổng trống bất kỳ).",
            show_default=False,
        ),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open", help="Mở trình duyệt.")] = False,
    store: StoreOption = None,
) -> None:
    """Serve until Ctrl-C."""
    from api.server import bind, check_store, run
    from api.settings import load_settings

    settings = load_settings(host=host, port=port, store=store)
    check_store(settings)
    listener = bind(settings)
    address = listener.getsockname()
    url = f"http://{f'[{address[0]}]' if ':' in address[0] else address[0]}:{address[1]}/"
    message(f"Căn Cứ đang chạy ở {url} (Ctrl-C để dừng)")
    if open_browser:
        typer.launch(url)
    with suppress(KeyboardInterrupt):
        run(settings, listener)
