"""Help pages and usage errors in Vietnamese.

The pages are plain text, written with the formatter of the command line library: importing what draws the styled ones
takes longer than everything else that a help page needs, and their fixed words are English.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from typer._click.exceptions import NoArgsIsHelpError, NoSuchOption
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Abort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from typer._click import Command, Context, HelpFormatter
    from typer.exceptions import TyperException

_HELP_WORDS = {
    "Show this message and exit.": "In trang này.",
    "Install completion for the current shell.": "Cài gợi ý lệnh cho shell đang dùng.",
    "Show completion for the current shell, to copy it or customize the installation.": "In gợi ý lệnh để tự cài.",
    "env var: ": "biến môi trường: ",
    "default: ": "mặc định: ",
    "required]": "bắt buộc]",
}
_TYPE_NOTE = re.compile(r" <(?:str|list\[\w+\])>")  # tells the Python type of an argument, nothing to its user
_ERRORS = (
    (r"^No such option: (\S+?)\.?(?: Did you mean .*| \(Possible options: (.*)\))?$", r"không có tùy chọn \1"),
    (r"^No such command '([^']*)'\.(?: Did you mean (.*)\?)?$", r"không có lệnh \1"),
    (r"^Missing argument '\{?([^'}]*)\}?'.*", r"thiếu \1"),
    (r"^Missing option '([^']*)'.*", r"thiếu tùy chọn \1"),
    (r"^Option '([^']*)' requires an argument.*", r"tùy chọn \1 cần một giá trị"),
    (r"^Got unexpected extra argument(?:s|\(s\))? \((.*)\).*", r"thừa tham số \1"),
    (r"^Invalid value for '?([^':]*)'?: Value error, .* is not one of (.*?)\.?$", r"\1 phải là một trong: \2"),
    (r"^Invalid value for '?([^':]*)'?: Input should be less than or equal to (\S+)$", r"\1 không được lớn hơn \2"),
    (r"^Invalid value for '?([^':]*)'?: Input should be greater than or equal to (\S+)$", r"\1 không được nhỏ hơn \2"),
    (r"^Invalid value for '?([^':]*)'?: Input should be a valid integer.*$", r"\1 phải là số nguyên"),
    (r"^Invalid value for '?([^':]*)'?: path '(.*)' is not readable\.?$", r"\2 không mở được. Hãy kiểm tra quyền đọc"),
    (r"^Invalid value for '?([^':]*)'?: (.*)$", r"giá trị của \1 không dùng được (\2)"),
)


class HelpCommand(TyperCommand):
    """A command with a Vietnamese help page."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write usage, purpose, arguments, options and examples."""
        _write_head(self, ctx, formatter)
        _write_parameters(self, ctx, formatter)
        _write_end(self, formatter)


@contextmanager
def _stoppable() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt as error:
        raise Abort from error


class HelpGroup(TyperGroup):
    """The command that holds the others, with a Vietnamese help page that groups them.

    Ctrl-C outside a store is an :class:`Abort` too; the library would end the program without a word.
    """

    def invoke(self, ctx: Context) -> object:
        """Run the command that the arguments name."""
        with _stoppable():
            return super().invoke(ctx)

    def make_context(
        self, info_name: str | None, args: list[str], parent: Context | None = None, **extra: object
    ) -> Context:
        """Read the arguments."""
        with _stoppable():
            return super().make_context(info_name, args, parent, **extra)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write usage, purpose, the commands in their groups, options and first steps."""
        _write_head(self, ctx, formatter)
        panels: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            panels.setdefault(getattr(command, "rich_help_panel", None) or "Lệnh", []).append(
                (name, command.help or "")
            )
        for panel, rows in panels.items():
            _write_section(formatter, panel, rows)
        _write_parameters(self, ctx, formatter)
        _write_end(self, formatter)


def explain(error: TyperException) -> str:
    """Say in Vietnamese what is wrong with a command line and how to see its help."""
    text = error.format_message()
    if isinstance(error, NoArgsIsHelpError):
        return text
    for pattern, words in _ERRORS:
        match = re.match(pattern, text, flags=re.DOTALL)
        if match:
            near = next((part for part in match.groups()[1:] if part and r"\2" not in words), None)
            text = match.expand(words) + (f"; có phải: {near}?" if near else "")
            break
    context = getattr(error, "ctx", None)
    if isinstance(error, NoSuchOption) and context is not None and isinstance(context.command, HelpGroup):
        text += _where_it_stands(error.option_name, context.command_path, context.command)
    command = context.command_path if context else "cancu"
    return f"Cách dùng chưa đúng: {text}\nXem cách dùng: {command} --help"


def _where_it_stands(option: str, path: str, group: HelpGroup) -> str:
    """That an option belongs behind the name of a command, where commands have it."""
    having = (name for name, one in group.commands.items() for parameter in one.params if option in parameter.opts)
    first = next(having, None)
    return f" ở đây; hãy đặt sau lệnh, như: {path} {first} {option} …" if first else ""


def _write_head(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    for english, words in (("[OPTIONS]", "[TÙY_CHỌN]"), ("COMMAND [ARGS]", "LỆNH [THAM_SỐ]"), ("{", ""), ("}", "")):
        pieces = pieces.replace(english, words)
    formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")


def _write_parameters(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(ctx):
        if record := parameter.get_help_record(ctx):
            records[parameter.param_type_name].append((_TYPE_NOTE.sub("", record[0]), _translated(record[1])))
    _write_section(formatter, "Tham số", records["argument"])
    _write_section(formatter, "Tùy chọn", records["option"])


def _write_section(formatter: HelpFormatter, title: str, rows: Iterable[tuple[str, str]]) -> None:
    if rows := list(rows):
        with formatter.section(title):
            formatter.write_dl(rows)


def _write_end(command: Command, formatter: HelpFormatter) -> None:
    formatter.write(f"\n{command.epilog}\n")


def _translated(text: str) -> str:
    for english, words in _HELP_WORDS.items():
        text = text.replace(english, words)
    return text
