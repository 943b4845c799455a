"""Word files since 2007: paragraphs, tables, text boxes, footnotes and counted labels as the page shows them.

Read from the XML itself (ISO/IEC 29500-1, WordprocessingML), for what is lost in a conversion is what matters here: the
lines within the cells of a head, the rows of a table of tasks, the labels that Word counts. Emphasis, headers, footers,
hidden text and what tracked changes took out are left.
"""

from __future__ import annotations

from lxml import etree

from ingest.readers.blocks import Blocks
from ingest.readers.encodings import with_unicode_letters
from ingest.readers.labels import W, WordLists
from ingest.readers.office_xml import OfficeFile, has_part
from ingest.readers.registry import Extracted, Format

_DOCUMENT = "word/document.xml"
_UNSHOWN = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "instrText")}
    | {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr",
    }
)
_SIGNS = {f"{W}tab": "   ", f"{W}ptab": "   ", f"{W}noBreakHyphen": "-"}
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def extract(data: bytes, name: str) -> Extracted:
    """Read what the pages of a Word file show; raises UnreadableFile for a damaged or encrypted file."""
    file = OfficeFile(data, name)
    body = file.required(_DOCUMENT).find(f"{W}body")
    walk = _Walk(WordLists(file.part("word/numbering.xml"), file.part("word/styles.xml", wanted=_numbered_styles)))
    if body is not None:
        walk.children(body)
    for path, tag in (("word/footnotes.xml", f"{W}footnote"), ("word/endnotes.xml", f"{W}endnote")):
        notes = file.part(path) if walk.notes else None
        for note in notes.iterfind(tag) if notes is not None else ():
            walk.note(note)
    return with_unicode_letters(walk.shown.text(), name)


class _Walk:
    """Goes through a file in the order of reading; ``notes`` are the ids of the notes met, with their numbers."""

    def __init__(self, lists: WordLists) -> None:
        self.shown = Blocks()
        self.notes: dict[str, int] = {}
        self._lists = lists
        self._cells = 0
        self._floating: list[etree._Element] = []
        self._centred = False

    def children(self, parent: etree._Element) -> None:
        """Show all that stands in an element."""
        for child in parent:
            if child.tag not in _UNSHOWN:
                self._element(child)

    def note(self, note: etree._Element) -> None:
        """Show a note of which the text has a mark."""
        number = self.notes.get(f"{note.tag!s} {note.get(f'{W}id')}")
        if number is None or note.get(f"{W}type") in _NO_NOTES:
            return
        self.shown.end_line(2)
        self.shown.add(f"[{number}] ")
        for paragraph in note.iterfind(f"{W}p"):
            self.children(paragraph)
            self.shown.end_line()
        self.shown.end_line(2)

    def _element(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag == f"{W}t":
            self.shown.add(element.text or "")
        elif tag == f"{W}r":
            if element.find(f"{W}rPr/{W}vanish") is None:
                self.children(element)
        elif tag == f"{W}p":
            self._paragraph(element)
        elif tag == f"{W}tr":
            self._row(element)
        elif tag == f"{W}txbxContent":
            self._floating.append(element)
        elif tag in {f"{W}br", f"{W}cr"}:
            self.shown.break_line()
        elif tag in _SIGNS:
            self.shown.add(_SIGNS[tag], preformatted=True)
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            kind = tag.removesuffix("Reference")
            number = self.notes.setdefault(f"{kind} {element.get(f'{W}id')}", len(self.notes) + 1)
            self.shown.add(f"[{number}]")
        else:
            self.children(element)

    def _paragraph(self, paragraph: etree._Element) -> None:
        """Show a paragraph, then the boxes that float beside it; lines that are set in the middle stay together."""
        properties = paragraph.find(f"{W}pPr")
        alignment = properties.find(f"{W}jc") if properties is not None else None
        centred = alignment is not None and alignment.get(f"{W}val") == "center"
        together = self._cells > 0 or (centred and self._centred)
        self._centred = centred
        self.shown.end_line(1 if together else 2)
        if label := self._lists.label(properties):
            self.shown.add(f"{label} ")
        self.children(paragraph)
        self.shown.end_line()
        floating, self._floating = self._floating, []
        for box in floating:
            self.children(box)

    def _row(self, row: etree._Element) -> None:
        self.shown.start_row()
        self._cells += 1
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is row:
                self.shown.start_cell()
                self.children(cell)
                self.shown.end_cell()
        self._cells -= 1
        self.shown.end_row()
        self._centred = False


def _numbered_styles(styles: bytes) -> bytes | None:
    """Of ``word/styles.xml`` the styles with labels: a template brings hundreds, of which a document uses a few.

    They stand side by side; to parse all took half of the time of a short document. Written otherwise than programs
    write it, the part is taken as it is.
    """
    if b"numPr" not in styles:
        return None
    head, *each = styles.split(b"<w:style ")
    if not each or b"</w:style>" not in each[-1]:
        return styles
    last, end, tail = each[-1].rpartition(b"</w:style>")
    numbered = [style for style in (*each[:-1], last + end) if b"numPr" in style]
    return head + b"".join(b"<w:style " + style for style in numbered) + tail


def _is_surely_docx(data: bytes) -> bool:
    return has_part(data, _DOCUMENT)


FORMAT = Format("docx", frozenset({".docx", ".docm"}), _is_surely_docx, extract)
