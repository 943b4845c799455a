"""Texts of LibreOffice (ISO/IEC 26300, OpenDocument): paragraphs, tables, text boxes, notes and counted labels."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ingest.readers.blocks import Blocks
from ingest.readers.encodings import with_unicode_letters
from ingest.readers.labels import Counter, Level, odt_lists
from ingest.readers.office_xml import OfficeFile, has_part
from ingest.readers.registry import Extracted, Format

_CONTENT = "content.xml"
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_OFFICE, _TEXT, _TABLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{part}:1.0}}" for part in ("office", "text", "table")
)
_UNSHOWN = frozenset(
    {f"{_TEXT}{name}" for name in ("tracked-changes", "sequence-decls", "note-citation", "bookmark", "hidden-text")}
    | {f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TABLE}covered-table-cell"}
)
_MOST_SPACES = 80


def extract(data: bytes, name: str) -> Extracted:
    """Read what the pages of a text show; raises UnreadableFile for a damaged or encrypted file."""
    file = OfficeFile(data, name)
    root = file.required(_CONTENT)
    walk = _Walk(odt_lists(file.part("styles.xml", wanted=_with_lists), root))
    for text in root.iterfind(f"{_OFFICE}body/{_OFFICE}text"):
        walk.children(text)
    walk.write_notes()
    return with_unicode_letters(walk.shown.text(), name)


class _Walk:
    """Goes through a text in the order of reading."""

    def __init__(self, lists: Mapping[str, Mapping[int, Level]]) -> None:
        self.shown = Blocks()
        self._notes: list[etree._Element] = []
        self._cells = 0
        self._levels = lists
        self._counters: dict[str, Counter] = {}
        self._open_lists: list[str] = []
        self._label = ""

    def children(self, parent: etree._Element) -> None:
        """Show all that stands in an element, and the text between."""
        for child in parent:
            if child.tag not in _UNSHOWN:
                self._element(child)
            if child.tail:
                self._text(parent, child.tail)

    def write_notes(self) -> None:
        """Show the notes of which the text has marks."""
        for number, note in enumerate(self._notes, 1):
            self.shown.end_line(2)
            self.shown.add(f"[{number}] ")
            for paragraph in note:
                self._inside(paragraph)
                self.shown.end_line()
        self.shown.end_line(2)

    def _text(self, parent: etree._Element, text: str) -> None:
        if str(parent.tag).startswith(_TEXT):  # elsewhere it only indents the XML
            self.shown.add(text)

    def _inside(self, element: etree._Element) -> None:
        self._text(element, element.text or "")
        self.children(element)

    def _element(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            self.shown.end_line(1 if self._cells else 2)
            if self._label:
                self.shown.add(f"{self._label} ")
                self._label = ""
            self._inside(element)
            self.shown.end_line()
        elif tag == f"{_TEXT}list":
            self._list(element)
        elif tag == f"{_TABLE}table-row":
            self.shown.start_row()
            self._cells += 1
            self.children(element)
            self._cells -= 1
            self.shown.end_row()
        elif tag == f"{_TABLE}table-cell":
            self.shown.start_cell()
            self.children(element)
            self.shown.end_cell()
        elif tag == f"{_TEXT}s":
            count = element.get(f"{_TEXT}c", "1")
            self.shown.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), preformatted=True)
        elif tag == f"{_TEXT}tab":
            self.shown.add("   ", preformatted=True)
        elif tag == f"{_TEXT}line-break":
            self.shown.break_line()
        elif tag == f"{_TEXT}note":
            self._notes += element.findall(f"{_TEXT}note-body")
            self.shown.add(f"[{len(self._notes)}]")
        else:
            self._inside(element)

    def _list(self, element: etree._Element) -> None:
        """Show the items of a list with their labels; a list within one has its style and counts with it."""
        style = element.get(f"{_TEXT}style-name") or (self._open_lists[-1] if self._open_lists else "")
        goes_on = any(element.get(f"{_TEXT}{name}") for name in ("continue-numbering", "continue-list"))
        if style not in self._counters or not (self._open_lists or goes_on):
            self._counters[style] = Counter(self._levels.get(style, {}))
        self._open_lists.append(style)
        for item in element:
            if item.tag == f"{_TEXT}list-item":
                self._label = self._counters[style].next(len(self._open_lists) - 1)
            self.children(item)
            self._label = ""
        self._open_lists.pop()


def _with_lists(styles: bytes) -> bytes | None:
    """``styles.xml`` where it has styles of lists."""
    return styles if b"list-style" in styles else None


def _is_surely_odt(data: bytes) -> bool:
    return _MIME in data[:100] and has_part(data, _CONTENT)


FORMAT = Format("odt", frozenset({".odt", ".ott"}), _is_surely_odt, extract)
