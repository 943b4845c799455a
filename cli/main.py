"""The entry point of ``cancu``: the commands put together, and the one place where errors become messages and codes.

Exit codes: 0 done; 1 done, and ``--fail-on`` or ``check`` found something; 2 wrong usage; 3 input that cannot be
answered; 4 the store, or the machines that read, cannot be reached or used; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import Abort, TyperException

from cli.commands import (
    aside,
    assignments,
    audit,
    backup,
    check,
    conflicts,
    copy,
    coverage,
    export,
    extract,
    impact,
    ingest,
    law,
    neighbours,
    ranking,
    rebuild,
    search,
    serve,
    show,
    stats,
    trace,
    watch,
)
from cli.help_pages import HelpCommand, HelpGroup, explain
from cli.output import leave_closed_pipe, message, prepare_streams
from cli.start import STOPPED, STOPPED_CODE
from graph.errors import CancuError, StoreError, UsageError, os_reason
from ingest.paths import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

app = typer.Typer(
    name="cancu",
    cls=HelpGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: tuple[tuple[str, Callable[..., None], str, str, str], ...] = (
    ("ingest", ingest.ingest, ingest.HELP, ingest.EXAMPLES, "Nạp"),
    ("rebuild", rebuild.rebuild, rebuild.HELP, rebuild.EXAMPLES, "Giữ gìn"),
    ("watch", watch.watch, watch.HELP, watch.EXAMPLES, "Nạp"),
    ("ignore", aside.ignore, aside.IGNORE_HELP, aside.IGNORE_EXAMPLES, "Nạp"),
    ("extract", extract.extract, extract.HELP, extract.EXAMPLES, "Nạp"),
    ("trace", trace.trace, trace.HELP, trace.EXAMPLES, "Hỏi"),
    ("audit", audit.audit, audit.HELP, audit.EXAMPLES, "Hỏi"),
    ("impact", impact.impact, impact.HELP, impact.EXAMPLES, "Hỏi"),
    ("coverage", coverage.coverage, coverage.HELP, coverage.EXAMPLES, "Hỏi"),
    ("conflicts", conflicts.conflicts, conflicts.HELP, conflicts.EXAMPLES, "Hỏi"),
    ("ranking", ranking.ranking, ranking.HELP, ranking.EXAMPLES, "Hỏi"),
    ("show", show.show, show.HELP, show.EXAMPLES, "Hỏi"),
    ("search", search.search, search.HELP, search.EXAMPLES, "Hỏi"),
    ("neighbours", neighbours.neighbours, neighbours.HELP, neighbours.EXAMPLES, "Hỏi"),
    ("assignments", assignments.assignments, assignments.HELP, assignments.EXAMPLES, "Hỏi"),
    ("stats", stats.stats, stats.HELP, stats.EXAMPLES, "Hỏi"),
    ("export", export.export, export.HELP, export.EXAMPLES, "Dùng tiếp"),
    ("check", check.check, check.HELP, check.EXAMPLES, "Giữ gìn"),
    ("backup", backup.backup, backup.BACKUP_HELP, backup.BACKUP_EXAMPLES, "Giữ gìn"),
    ("restore", backup.restore, backup.RESTORE_HELP, backup.RESTORE_EXAMPLES, "Giữ gìn"),
    ("copy", copy.copy, copy.HELP, copy.EXAMPLES, "Giữ gìn"),
    ("serve", serve.serve, serve.HELP, serve.EXAMPLES, "Dùng tiếp"),
)

for _name, _function, _help, _examples, _panel in _COMMANDS:
    app.command(_name, cls=HelpCommand, help=_help, epilog=_examples, rich_help_panel=_panel)(_function)

app.add_typer(aside.app, name="set-aside", help=aside.HELP, rich_help_panel="Nạp")
app.add_typer(law.app, name="law", help=law.HELP, rich_help_panel="Nạp")


def _print_version(*, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"cancu {version('cancu')}")
        raise typer.Exit


@app.callback(
    help="Căn Cứ: văn bản này căn cứ vào đâu? "
    "Đọc kế hoạch, chỉ thị, quyết định, luật; giữ quan hệ giữa chúng cùng câu làm bằng chứng.",
    epilog="""Bắt đầu:
  cancu ingest examples
  cancu trace 12/KH-UBND
  cancu audit
  cancu serve

Kho dữ liệu lấy từ --store hoặc biến môi trường CANCU_STORE.
Gợi ý lệnh cho shell: cancu --install-completion""",
)
def _cancu(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="In phiên bản.", callback=lambda wanted: _print_version(wanted=wanted), is_eager=True
        ),
    ] = False,
) -> None:
    """Options that stand before any command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    prepare_streams()
    try:
        code = app(arguments, prog_name="cancu", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        message(explain(error))
        return 2
    except CancuError as error:
        message(f"{error.title}: {error}")
        return error.exit_code
    except Abort:
        message(STOPPED)
        return STOPPED_CODE
    except BrokenPipeError:
        leave_closed_pipe()
        return 0
    except UnicodeEncodeError as error:  # from the command line: what is in a store and in texts are letters
        message(f"Cách dùng chưa đúng: “{as_text(error.object)}” có chữ không đúng mã UTF-8. Hãy viết lại.")
        return UsageError.exit_code
    except OSError as error:
        named = f" “{error.filename}”" if error.filename else ""
        message(f"Hệ thống từ chối{named}: {os_reason(error)}. Hãy kiểm tra đường dẫn, quyền và chỗ trống.")
        return StoreError.exit_code
    return code if isinstance(code, int) else 0


def run() -> None:
    """Run the command line of this process."""
    # What the driver logs of its attempts is said once, in the message of the error that ends them.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    sys.exit(main())
