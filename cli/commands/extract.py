"""``cancu extract``: what one text says, without a store."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from cli import words
from cli.commands.show import STATES
from cli.output import answer, message, print_json_line
from graph.errors import InputError, UnreadableFile

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.contract import ExtractRecord

HELP = "Đọc tệp và in những gì nhận ra: thể thức, chỗ dẫn, quan hệ, nhiệm vụ. Không cần kho."
EXAMPLES = """Ví dụ:
  cancu extract examples/dan-chu-co-so/*.txt
  cancu extract ke-hoach.txt --json
  cancu extract van-ban.zip thu.eml
  cancu extract *.txt --format json > ket-qua.jsonl"""


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="TỆP", help="Tệp cần đọc.", show_default=False)],
    *,
    form: Annotated[
        Literal["text", "json"], typer.Option("--format", help="text: để đọc; json: mỗi tệp một dòng JSON.")
    ] = "text",
    as_json: Annotated[bool, typer.Option("--json", help="Như --format json.")] = False,
) -> None:
    """Print what was read from each file; goes on after one that cannot be read."""
    from ingest.extract import extract_file

    failures: list[InputError] = []
    for record in itertools.chain.from_iterable(map(extract_file, files)):
        if isinstance(record, UnreadableFile):
            message(str(record))
            failures.append(record)
        elif as_json or form == "json":
            print_json_line(record)
        else:
            _print_record(answer(), record)
    if failures:
        raise typer.Exit(failures[0].exit_code)


def _print_record(console: Console, record: ExtractRecord) -> None:
    header = record.header
    facts = (header.type, header.symbol, header.issuer, words.day(header.date), header.title)
    console.print(f"{record.file}: {' · '.join(fact for fact in facts if fact)}")
    console.print(f"  Chỗ dẫn: {len(record.mentions)}")
    for mention in record.mentions:
        quoted = " ".join(mention.text.split())
        target = f" → {mention.document_symbol or mention.document_key}" if mention.document_key else ""
        console.print(
            f"    [{mention.start}–{mention.end}] {mention.relation} {quoted}"
            f"{words.page(mention.page, mention.read_by)}: {STATES[mention.resolution]}{target}"
        )
    if record.relations:
        console.print(f"  Quan hệ giữa các văn bản được dẫn: {len(record.relations)}")
    for relation in record.relations:
        console.print(f"    {relation.source} {relation.type} {relation.target}")
    console.print(f"  Nhiệm vụ: {len(record.assignments)}")
    for task in record.assignments:
        console.print(f"    [{task.start}–{task.end}] {'; '.join(task.assignees)}")
    for warning in record.warnings:
        console.print(f"  Lưu ý: {warning}")
