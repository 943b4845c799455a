"""Writes the papers of ``examples/`` out as offices keep them: ``python tests/files/make.py``.

The text of each paper is set as a typist sets it: a header table of two columns, emphasis within numbers, task tables
with lines, recipients beside the signature, page numbers. LibreOffice (``apt-get install libreoffice-writer-nogui
fonts-freefont-ttf``) turns that into the other formats; scans are pictures of the printed pages, worn by :mod:`worn`.
The files are committed, so that nobody else needs LibreOffice.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import docx
import pypdfium2  # type: ignore[import-untyped]
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
sys.path.insert(0, str(HERE.parents[1]))


from bench.worn import CLEAN, NOISY, pages_of, scan_of, worn  # noqa: E402 - the project lies two folders up
from ingest.lines import is_upper  # noqa: E402
from ingest.normalise import normalise  # noqa: E402
from ingest.readers import read  # noqa: E402
from ingest.sections import RegionKind, read_sections  # noqa: E402

_FONT = "FreeSerif"
_STAMP_FONT = Path("/usr/share/fonts/truetype/freefont/FreeSans.ttf")
_RIGHT = re.compile(r"CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|.{2,40}, ngày ")
_MARKS = re.compile(r"(?m:^#+ )|\*+|(?<=\S) {3,}$")
_LABELLED = re.compile(r"(?:[IVX]+|[A-Z])\. |\d+\. [^.;]{1,90}$|Điều \d+\.")
_NUMBER = re.compile(r"(?<=số )\d+(?=[/\s-])|(?<=ngày )\d+(?=/)")

_NEEDLESS = re.compile(r"(?i:thumbnail)|stylesWithEffects|customXml")
_REFERENCE = re.compile(rb"<[^<>]*(?:(?i:thumbnail)|stylesWithEffects|customXml)[^<>]*/>")

PAPERS = (
    "chuyen-doi-so/*", "dan-chu-co-so/2023-province-*", "dan-chu-co-so/2024-district-*", "dan-chu-co-so/2024-ward-*",
    "dan-chu-co-so/2024-province-quang-nam-ke-hoach.*", "phap-luat/2019-*", "phap-luat/2023-central-*",
)  # fmt: skip
"""The papers that are written out: of each kind one, so that the folder stays small."""

STAMPED = "2024-province-quang-nam-ke-hoach"
SCANNED = "2023-central-chinh-phu-nghi-dinh"
PHOTOGRAPHED = "2024-ward-duy-trinh-ke-hoach"


@dataclass(slots=True)
class Paper:
    """A paper in the parts that a typist sets apart: text of paragraphs, and rows of cells where there is a table."""

    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    body: list[str | list[list[str]]] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    rest: list[str | list[list[str]]] = field(default_factory=list)


def paper_of(example: Path) -> Paper:
    """Take a paper of ``examples/`` apart."""
    text = _MARKS.sub("", read(example).text)
    sections = read_sections(normalise(text))
    page, paper = sections.title_page, Paper()
    closed = False
    for index, line in enumerate(sections.lines):
        kind = sections.kind_at(line.start)
        closed = closed or kind in {RegionKind.RECIPIENTS, RegionKind.SIGNATURE}
        if kind is RegionKind.RECIPIENTS:
            paper.recipients.append(line.text)
        elif kind is RegionKind.SIGNATURE:
            paper.signature.append(line.text)
        elif page.first <= index < page.last and line.text.startswith(("Kính gửi", "-", "(")):
            _add(paper.body, line.text)
        elif page.first <= index < page.last and (page.type_line is None or index < page.type_line):
            (paper.right if _RIGHT.match(line.text) else paper.left).append(line.text)
        elif page.first <= index < page.last:
            paper.title.append(line.text)
        elif kind is not RegionKind.CHROME:
            torn = any(span.start < line.start < span.end for span in sections.paragraphs) and not line.gap
            _add(paper.rest if closed else paper.body, text[line.start : line.end], torn=torn)
    return paper


def _add(blocks: list[str | list[list[str]]], text: str, *, torn: bool = False) -> None:
    """Add a line: to the table or, when it is ``torn`` from it by the width of a page, to the paragraph before it."""
    before = blocks[-1] if blocks else ""
    if "|" in text:
        rows = [[cell.strip() for cell in text.strip("| ").split("|")]] if text.strip("|- ") else []
        if isinstance(before, list):
            before += rows
        else:
            blocks.append(rows)
    elif torn and isinstance(before, str):
        blocks[-1] = f"{before} {text}"
    else:
        blocks.append(text)


def write_docx(paper: Paper, target: Path) -> None:
    """Set a paper as Decree 30/2020 wants it."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(5)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        section.different_first_page_header_footer = True
        _page_number(section.header.paragraphs[0])
    _columns(document, paper.left, paper.right, center=True)
    for line in paper.title:
        _set(document.add_paragraph(), line, bold=True, center=True)
    _blocks(document, paper.body)
    _columns(document, paper.recipients, paper.signature, center=False)
    document.add_paragraph()
    _blocks(document, paper.rest)
    document.save(str(target))
    _without_parts(target, _NEEDLESS)


def _without_parts(archive: Path, needless: re.Pattern[str]) -> None:
    """Write a zip anew without the parts that only make it larger: previews, older forms of the styles."""
    with zipfile.ZipFile(archive) as old:
        kept = [(info.filename, old.read(info)) for info in old.infolist() if not needless.search(info.filename)]
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in kept:
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            pruned = (
                _REFERENCE.sub(b"", content)
                if name.endswith((".rels", "[Content_Types].xml", "manifest.xml"))
                else content
            )
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), pruned, stored, 9)


def _columns(document: Document, left: Iterable[str], right: Iterable[str], *, center: bool) -> None:
    """Two cells without lines."""
    row = document.add_table(rows=1, cols=2).rows[0]
    for index, lines in enumerate((left, right)):
        cell: _Cell = row.cells[index]
        for place, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            dated = ", ngày" in line or line.startswith("Nơi nhận")
            _set(paragraph, line, bold=is_upper(line), center=center or index == 1, italic=dated)


def _blocks(document: Document, blocks: Iterable[str | list[list[str]]]) -> None:
    for block in blocks:
        if isinstance(block, str):
            _set(document.add_paragraph(), block, bold=_LABELLED.match(block) is not None or is_upper(block))
            continue
        table = document.add_table(rows=0, cols=len(block[0]))
        table.style = "Table Grid"
        for place, row in enumerate(block):
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                _set(cell.paragraphs[0], text, bold=place == 0)
        document.add_paragraph()


def _set(paragraph: Paragraph, text: str, *, bold: bool = False, center: bool = False, italic: bool = False) -> None:
    """Set a line; the numbers that stand in it are bold, as where a blank was filled in."""
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    position = 0
    for match in _NUMBER.finditer(text):
        _run(paragraph, text[position : match.start()], bold=bold, italic=italic)
        _run(paragraph, match[0], bold=True, italic=italic)
        position = match.end()
    _run(paragraph, text[position:], bold=bold, italic=italic)


def _run(paragraph: Paragraph, text: str, *, bold: bool, italic: bool) -> None:
    if text:
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None


def _page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run.element.append(element)  # type: ignore[arg-type]


def convert(files: Iterable[Path], form: str, folder: Path) -> None:
    """Have LibreOffice write ``files`` in another format."""
    names = [str(file) for file in files]
    command = ["soffice", "--headless", "--convert-to", form, "--outdir", str(folder), *names]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def stamped(pdf: bytes) -> bytes:
    """The PDF with the stamp of a digital signature over the head of its first page (NĐ 30/2020 Phụ lục I)."""
    pdfmetrics.registerFont(TTFont("stamp", str(_STAMP_FONT)))
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(595, 842))
    lines = (
        "Ký bởi: Ủy ban nhân dân tỉnh Quảng Nam", "Email: ubnd@example.gov.vn", "Cơ quan: Tỉnh Quảng Nam",
        "Ngày ký: 22-01-2024 16:42:07 +07:00",
    )  # fmt: skip
    canvas.setFont("stamp", 7)
    for place, line in enumerate(lines):
        canvas.drawString(395, 822 - 9 * place, line)
    canvas.save()
    document, stamp = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument(drawn.getvalue())
    page = document[0]
    page.insert_obj(stamp.page_as_xobject(0, document).as_pageobject())
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def broken_map(pdf: bytes) -> bytes:
    """The PDF with a text layer that is no Vietnamese: the tables that tell the characters of glyphs are gone."""
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), pdf)


def photograph(pdf: bytes) -> bytes:
    """The first page of a PDF as a telephone sends it."""
    out = io.BytesIO()
    picture = worn(pages_of(pdf, NOISY.dpi)[0], NOISY, Random(PHOTOGRAPHED))  # noqa: S311 - the same picture every time
    picture.save(out, "JPEG", quality=NOISY.quality, dpi=(NOISY.dpi, NOISY.dpi))
    return out.getvalue()


def make_odd(pdfs: Path, folder: Path) -> None:
    """Write what PDF and pictures suffer in offices: a stamp over the text, a broken font, no text layer at all."""
    folder.mkdir(exist_ok=True)
    plain = {name: (pdfs / f"{name}.pdf").read_bytes() for name in (STAMPED, SCANNED, PHOTOGRAPHED)}
    scan = scan_of(plain[SCANNED], CLEAN, SCANNED)
    (folder / "signed.pdf").write_bytes(stamped(plain[STAMPED]))
    (folder / "broken-font.pdf").write_bytes(broken_map(plain[SCANNED]))
    (folder / "scan-300dpi.pdf").write_bytes(scan)
    (folder / "scan-signed.pdf").write_bytes(stamped(scan_of(plain[SCANNED], NOISY, SCANNED)))
    (folder / "photo-150dpi.jpg").write_bytes(photograph(plain[PHOTOGRAPHED]))


def make(folder: Path) -> Iterator[Path]:
    """Write all files; yields each."""
    for example in sorted(path for pattern in PAPERS for path in EXAMPLES.glob(pattern)):
        write_docx(paper_of(example), folder / f"{example.stem}.docx")
        yield folder / f"{example.stem}.docx"


def main() -> None:
    """Make all files anew beside this script."""
    with tempfile.TemporaryDirectory() as work:
        written = list(make(Path(work)))
        for form in ("odt", "rtf", "doc", "html", "pdf"):
            convert(written, form, Path(work))
        for odt in Path(work).glob("*.odt"):
            _without_parts(odt, _NEEDLESS)
        for made in sorted(Path(work).iterdir()):
            (HERE / made.suffix[1:]).mkdir(exist_ok=True)
            shutil.copy(made, HERE / made.suffix[1:] / made.name)
        make_odd(HERE / "pdf", HERE / "odd")


if __name__ == "__main__":
    main()
