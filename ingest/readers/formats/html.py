"""Web pages: the text as read is what the page shows, one block a line, cells of a row apart."""

from __future__ import annotations

import codecs
import re
import unicodedata

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from graph.errors import UnreadableFile
from ingest.readers.blocks import Blocks
from ingest.readers.chrome import take_off_chrome
from ingest.readers.encodings import decoded_legacy, with_unicode_letters
from ingest.readers.formats.text import decode
from ingest.readers.registry import Extracted, Format
from ingest.readers.signatures import UTF16_MARKS

_OPENING = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_UNSHOWN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "iframe", "object", "button", "select", "textarea",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer",
    "form", "header", "hr", "html", "li", "main", "pre", "section", "summary",
})  # fmt: skip
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "caption"})
_NOTE = re.compile(r"#_?(?:ftn|fn|footnote|cite_note|note)[-_:]?\d", re.IGNORECASE)
_DECLARED_IN = 4_096


def extract(data: bytes, name: str) -> Extracted:
    """Read what a page shows of its document, without scripts and chrome; the cells of a row are parted by " | "."""
    source, warnings = _decoded(data, name)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError as error:
        raise UnreadableFile(
            f"{name}: trang HTML hỏng hoặc rỗng. Hãy lưu lại trang, hoặc chép chữ sang tệp .txt."
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableFile(f"{name}: trang HTML lồng quá sâu. Hãy chép chữ của trang sang tệp .txt.")
    take_off_chrome(root)
    shown = with_unicode_letters(_shown_text(root), name)
    return Extracted(shown.text, (*warnings, *shown.warnings))


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The source of a page: Unicode, else what it declares, else as its words spell."""
    declared = _CHARSET.search(data[:_DECLARED_IN])
    if b"\x00" in data or data.startswith(UTF16_MARKS):
        decoded = decode(data, name)
        return decoded.text.lstrip("\ufeff"), decoded.warnings
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        charset = declared[1].decode("ascii") if declared else ""
        if charset and codecs.lookup(charset).name != "utf-8":
            source = unicodedata.normalize("NFC", data.decode(charset))
            return source, (f"Trang khai báo mã {charset}; đã chuyển sang UTF-8.",)
    except (LookupError, UnicodeDecodeError):
        pass
    decoded = decoded_legacy(data, name)
    return decoded.text, decoded.warnings


def _shown_text(root: etree._Element) -> str:
    shown = Blocks()
    hidden = preformatted = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = _tag(element)
        starts = event == "start"
        hidden += (1 if starts else -1) * (tag in _UNSHOWN or _refers_to_note(element))
        preformatted += (1 if starts else -1) * (tag == "pre")
        if not hidden:
            _mark(tag, shown, starts=starts)
        raw = element.text if starts else element.tail
        if raw and not hidden:
            shown.add(raw, preformatted=preformatted > 0)
    return shown.text()


def _refers_to_note(element: etree._Element) -> bool:
    """Tell the number of a footnote in the words, which would stick to a symbol: "12/QĐ-TTg[1]"."""
    return element.tag == "a" and _NOTE.match(element.get("href") or "") is not None and element.getparent() is not None


def _tag(element: etree._Element) -> str:
    """Name of an element; a cell that stands outside of a row counts as a block."""
    parent = element.getparent()
    if element.tag in {"td", "th"} and (parent is None or parent.tag != "tr"):
        return "div"
    return element.tag if isinstance(element.tag, str) else ""


def _mark(tag: str, shown: Blocks, *, starts: bool) -> None:
    """Turn a tag into line breaks, rows and cells."""
    if tag in {"td", "th"}:
        shown.start_cell() if starts else shown.end_cell()
    elif tag == "tr":
        shown.start_row() if starts else shown.end_row()
    elif tag == "br" and starts:
        shown.break_line()
    elif tag in _BLOCKS or tag in _PARAGRAPHS:
        shown.end_line(2 if tag in _PARAGRAPHS and not starts else 1)


def _is_surely_html(data: bytes) -> bool:
    return _OPENING.match(data[:_DECLARED_IN].removeprefix(b"\xef\xbb\xbf")) is not None


FORMAT = Format("html", frozenset({".html", ".htm", ".xhtml"}), _is_surely_html, extract)
