"""Lines and paragraphs of a normalised text: where a line ends because the page did, and where a thought does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from graph.model import Span
from ingest.flattened import SHORTEST, is_run_together, paragraphs_of
from ingest.gates import Gated
from ingest.line_ends import needs_more
from ingest.predicates import begins_with_verb, predicate_after
from ingest.run_together import head_cuts
from ingest.torn_names import is_torn

LABEL = re.compile(
    r"(?![^\W\d_CĐILMPTVX][^\W\d_])(?:(?P<bullet>[-+•▪●○◦·‣➢✓]\s?(?=\S)|o\s{1,4}(?=[A-ZĐÀ-Ỹ]))"
    r"|(?P<annex>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+|[A-Z]))?(?=\W|$))"
    r"|(?P<part>(?:PHẦN|Phần)\s+(?:(?:THỨ|thứ)\s+\w+|[IVXLC]+|\d+|[A-Z])(?=\W|$))"
    r"|(?P<chapter>(?:CHƯƠNG|Chương)\s+(?:[IVXLC]+|\d+)(?=\W|$))"
    r"|(?P<section>(?:MỤC|Mục|TIỂU MỤC|Tiểu mục)\s+(?:\d+|[IVXLC]+|[A-Z])(?=\W|$))"
    r"|(?P<article>(?:ĐIỀU|Điều)\s+\d+[a-zđ]?\s*(?:[.:]|$))"
    r"|(?P<roman>[IVXL]{1,6}\s?(?:[.)-]|/(?=\s)))\s*(?=[A-ZĐÀ-Ỹ\"'(]|$)"
    r"|(?P<upper>[A-EGHĐ]\s?[.)/-])\s+(?=[A-ZĐÀ-Ỹ])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,3}[.)-]?)\s+(?=[^\W\d])"
    r"|(?P<arabic>\d{1,2}\s?[.)](?=\s*[^\W\d]|\s|$)|\d{1,2}\s?[-/](?=\s+\S|[A-ZĐÀ-Ỹ][a-zà-ỹ]))"
    r"|(?P<lower>[a-zđ]\s?[.)])\s*(?=\S|$)"
    r"|(?P<note>\[\^?\d{1,3}\]))"
)
"""What a new item starts with: a bullet, or the label of an annex, part, chapter, article, clause, point, footnote.

Most lines begin with a word that is none, which two letters tell.
"""


# Of a line this is asked many times over: what it begins, whether it goes on, whether it tears.
@lru_cache(maxsize=1_024)
def label_of(line: str) -> re.Match[str] | None:
    """The label that ``line`` starts with."""
    return LABEL.match(line)


_TERMINAL = (".", ";", ":", "!", "?", "./.")
_CARRIES_OUT = re.compile(
    r"(?:Thực hiện|Triển khai) (?:Kế hoạch|Nghị quyết|Chỉ thị|Quyết định|Công văn|Nghị định|Luật|Chương trình|Hướng dẫn"
    r"|Kết luận|Thông báo|Đề án|Quy định) (?:số )?\d"
)
"""How the opening of a paper begins, also right under its title."""

_DOCUMENT = re.compile(
    r"[A-ZĐ]\w{1,6}\s(?:\w{2,6}\s){0,3}(?:số\s)?\d{1,5}\s?[-/]|(?:Luật|Bộ luật|Pháp lệnh)\s[A-ZĐÀ-Ỹ]"
)
_ACTS_ON = re.compile(
    r"(?:^|\s)(?:(?<!tổ chức )(?:thực hiện|triển khai|thi hành)|bãi bỏ|thay thế|hủy bỏ|sửa đổi, bổ sung"
    r"|cụ thể hóa|hướng dẫn|kèm theo|Điều \d{1,3})$",
    re.IGNORECASE,
)
"""The end of a line, behind which a document at the beginning of the next one is what is acted on."""

_PARTED = re.compile(r"/\s?[\dA-ZĐ]|-\s?(?:[A-ZĐ]{2,12}|TTg|TƯ)(?![^\W\d_])")
_PARTED_FROM = re.compile(r"(?:\d|[-/]\s?[A-ZĐ][A-Za-zĐđ]{0,11})$")
"""A symbol or a day that the end of a line tore before its stroke: "188 / \\n/2025/NĐ-CP", "5/QĐ / \\n-UBND"."""

_HEAD_CELL = Gated(
    r"CỘNG H(?:ÒA|OÀ) (?:XÃ HỘI|XHCN)|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?- ?(?:Tự do|$)|(?<=Hạnh phúc)\s"
    r"|(?<=\s)Số ?:(?=[\s\d.])|(?<=\S)\s{3,60}(?=[A-ZĐÀ-Ỹ][^\n,;:/]{1,40},\s{1,3}ngày\s)",
    "CỘNG H|ĐẢNG CỘNG|ộc lập|ạnh phúc|Số|ngày",
)
_CAPACITY_CELL = re.compile(
    r"(?<=hận:)\s+(?=[TKQ][A-Z]{0,2}[./]|(?:PHÓ )?(?:CHỦ (?:TỊCH|NHIỆM)|(?:TỔNG )?GIÁM ĐỐC|BÍ THƯ|CHÁNH"
    r"|(?:BỘ )?TRƯỞNG)(?!\w))|(?<=\S)\s{2,}(?=(?:TM|KT|TL|TUQ|T/M|K/T|T/L)[./ ])"
)
_SIGNER_CELL = re.compile(
    r"(?<=[;,.:)])\s{3,60}(?=(?:[A-ZĐÀ-Ỹ]{2,9}(?: [A-ZĐÀ-Ỹ]{1,9}){0,6}"
    r"|[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}){1,4})\s*$)"
)
"""Behind a recipient, the signer's capacity or name that stands beside it on paper."""
_KEPT_CELL = re.compile(r"(?<=[.;])\s(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}){2,4}\s*$)")
"""Behind the archive line, the signer's name, also where one space is left between them."""
_SIGNED_CELL = re.compile(
    r"(?<=[A-ZĐÀ-Ỹ][A-ZƯ])\s{1,3}(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}){1,4}\s*$)"
)
"""Behind the capacity in which somebody signs, the name that stood under it."""
_CAPITALISED = r"[A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}(?: [A-ZĐÀ-Ỹ][a-zà-ỹđ]{0,7}){1,4}"
_TWO_SIGNERS = re.compile(rf"\s*{_CAPITALISED}(?P<gap>\s{{3,80}}){_CAPITALISED}\s*")
"""The names of two who sign side by side."""
_PLACE_IN_SMALL = re.compile(
    r"(?P<body>(?:[^\W\d_]{2,12} ){1,8})(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|khu vực) [^.;:,]{1,40}"
)
_HEAD_WINDOW = 4_000
_WRAP_LIMIT = 130
_FEW_TEARS = 5
_ROOM = 0.9
_FEW_LINES, _SHARE_SPACED, _SHARE_TORN = 12, 0.85, 0.15
_SIGNS = ("TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L")
_TITLE_REACH = 400
_LABELS_OF_HEADINGS = frozenset({"annex", "part", "chapter", "section", "article", "roman"})
_LABELS_ALONE = frozenset({"bullet", "roman", "upper", "decimal", "arabic", "lower"})


class Line(NamedTuple):  # quicker made than a frozen dataclass, of which a long text would need very many
    """A line that is not blank, without the space around it.

    ``gap`` counts the blank lines before it; ``cut`` marks one that was run together with those before it.
    """

    start: int
    end: int
    text: str
    gap: int
    cut: bool = False


def split_lines(text: str) -> tuple[Line, ...]:
    """Lines of ``text`` that are not blank.

    Cells of one row that were flattened into one line (issuer and national name, recipients and signature) count as
    lines of their own.

    >>> [line.text for line in split_lines("QUẬN 1 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    ['QUẬN 1', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']
    """
    lines: list[Line] = []
    offset = gap = 0
    for row in text.split("\n"):
        bare = row.strip()
        if not bare:
            gap += 1
        elif (len(row) >= SHORTEST or row[0] in "IVX") and is_run_together(row, at_head=offset < _HEAD_WINDOW):
            for low, high in paragraphs_of(row, at_head=offset < _HEAD_WINDOW):
                piece = row[low:high]
                for start, end in _cells(piece, piece.strip(), offset + low) if piece.strip() else ():
                    lines.append(Line(start, end, text[start:end], gap, cut=start > offset and low > 0))
                    gap = 0
        elif (
            offset >= _HEAD_WINDOW
            and "  " not in bare
            and "hận:" not in bare
            and "Lưu" not in bare
            and not bare.startswith(_SIGNS)
        ):
            start = offset + row.index(bare[0])
            lines.append(Line(start, start + len(bare), bare, gap))
            gap = 0
        else:
            for start, end in _cells(row, bare, offset):
                beside = bare[0] in "-+•" and start > offset + row.index(bare[0])
                lines.append(Line(start, end, text[start:end], gap, cut=beside))
                gap = 0
        offset += len(row) + 1
    return tuple(_single_spaced(lines))


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Lines as they were before a converter put a blank line behind each, also within sentences.

    Where blank lines part paragraphs only, few lines behind one go on in small letters.
    """
    if len(lines) < _FEW_LINES or sum(line.gap > 0 for line in lines) < _SHARE_SPACED * len(lines):
        return lines
    torn = sum(
        line.gap > 0 and line.text[0].islower() and not before.text.endswith(_TERMINAL) and not label_of(line.text)
        for before, line in pairwise(lines)
    )
    if torn < max(_FEW_TEARS, _SHARE_TORN * len(lines)):
        return lines
    return [line._replace(gap=max(0, line.gap - 1)) for line in lines]


def paragraphs(lines: Sequence[Line], apart: int = 0) -> tuple[Span, ...]:
    """Join the lines that page width or a page break tore apart.

    In a hard-wrapped text every full line goes on; elsewhere a line goes on when the next one starts in lower case, and
    in a text that is broken at any place also when its sentence has no end yet. Items and blank lines end a paragraph,
    except that a blank line within a sentence is a page break. The line at ``apart`` begins one whatever stands above.
    """
    if not lines:
        return ()
    page = _Page.of(lines)
    starts = [0]
    for index in range(1, len(lines)):
        if index == apart or not page.joins(lines, starts[-1], index):
            starts.append(index)
    return tuple(Span(lines[first].start, lines[last - 1].end) for first, last in pairwise([*starts, len(lines)]))


def one_line(text: str) -> str:
    """Write text on one line, with single spaces.

    >>> one_line(" và Quy chế   dân chủ ")
    'và Quy chế dân chủ'
    """
    if "  " not in text and text.isprintable():  # nothing to do for most texts
        return text.strip(" ")
    return " ".join(text.split())


def opens_paper(text: str) -> bool:
    """Tell whether a line opens the body of a paper: "Thực hiện Kế hoạch số 5/KH-UBND …".

    >>> opens_paper("Thực hiện Nghị quyết số 57-NQ/TW"), opens_paper("Thực hiện tốt quy chế")
    (True, False)
    """
    return text.startswith(("Thực", "Triển")) and _CARRIES_OUT.match(text) is not None


@lru_cache(maxsize=1_024)
def is_upper(text: str) -> bool:
    """Tell whether a line is set in capitals; small words of a capital line ("và", "của") may stay small.

    >>> is_upper("ỦY BAN NHÂN DÂN TỈNH"), is_upper("Điều 1"), is_upper("2023")
    (True, False, False)
    """
    beginning = text[: len(text) // 4 + 8]
    if sum(map(str.islower, beginning)) > len(text) // 9:  # already too many, whatever follows
        return False
    high = sum(map(str.isupper, text))
    low = sum(map(str.islower, text))
    return high > 1 and low <= high // 8


def has_place_in_small(text: str) -> bool:
    """Tell whether a line is a name in capitals with its place behind it in small letters.

    >>> has_place_in_small("CHI CỤC THUẾ khu vực III"), has_place_in_small("Ủy ban nhân dân xã Tam Nông")
    (True, False)
    """
    named = _PLACE_IN_SMALL.fullmatch(text)
    return named is not None and is_upper(named["body"])


def _cells(row: str, bare: str, offset: int) -> Iterator[tuple[int, int]]:
    start = row.index(bare[0])
    cuts = [m.end() for m in _CAPACITY_CELL.finditer(row)] if "  " in bare or "hận:" in bare else []
    if cuts or bare.startswith(_SIGNS):
        cuts += [m.end() for m in _SIGNED_CELL.finditer(row)]
    if "   " in bare and bare[0] in "-+•":
        cuts += [m.end() for m in _SIGNER_CELL.finditer(row)]
    if bare.startswith(("- Lưu", "-Lưu", "Lưu:")):
        cuts += [m.end() for m in _KEPT_CELL.finditer(row)]
    if "   " in bare and (signers := _TWO_SIGNERS.fullmatch(row)):
        cuts.append(signers.end("gap"))
    if offset < _HEAD_WINDOW:
        head = [m.start() for m in _HEAD_CELL.finditer(row, 0, _HEAD_WINDOW)]
        cuts += head_cuts(row) + head
    if not cuts:
        yield offset + start, offset + start + len(bare)
        return
    bounds = [0, *sorted(set(cuts)), len(row)]
    for low, high in pairwise(bounds):
        piece = row[low:high]
        if inner := piece.strip():
            begin = offset + low + piece.index(inner[0])
            yield begin, begin + len(inner)


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text was set.

    ``width`` of hard wrapping (0 for none), whether blank lines part its paragraphs, and whether it is ``ragged``:
    broken within sentences at places that have nothing to do with a width.
    """

    width: int
    blocks: bool
    ragged: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Page:
        long = sorted(n for n in (line.end - line.start for line in lines) if n >= 40)
        width = long[len(long) * 49 // 50] if len(long) >= 8 else _WRAP_LIMIT + 1
        longest = max(long, default=0)
        torn = [before.end - before.start for before, line in pairwise(lines) if _tears(before, line)]
        ragged = len(torn) >= _FEW_TEARS and 2 * sum(n < longest // 2 for n in torn) >= len(torn)
        if width > _WRAP_LIMIT:
            return cls(0, blocks=False, ragged=ragged)
        apart = [line.gap > 0 for line in lines if label_of(line.text)]
        return cls(width, blocks=5 * sum(apart) >= 3 * len(apart), ragged=ragged)

    def joins(self, lines: Sequence[Line], opening: int, index: int) -> bool:
        """Tell whether the line at ``index`` goes on with the paragraph that begins at ``opening``."""
        before, line = lines[index - 1], lines[index]
        if not (line.gap or line.cut) and (_is_parted(before.text, line.text) or is_torn(before.text, line.text)):
            return True
        torn = not before.text.endswith(_TERMINAL)
        if line.cut or (not torn and (line.gap or not (self.width or self.ragged))) or line.text.startswith("Căn cứ "):
            return False
        unfinished = torn and needs_more(before.text)
        if opens_paper(line.text) and not unfinished and not line.gap and label_of(before.text) is None:
            return False
        if label_of(line.text):
            return unfinished and not line.gap and not before.text.endswith((",", "-")) and not is_upper(before.text)
        goes_on = unfinished or (torn and line.text[0].islower())
        if line.gap:
            return goes_on and len(before.text) >= 40 and not is_upper(before.text)
        if goes_on or (self.width > 0 and self._runs_on(before, line, torn=torn)):
            return True
        if torn and _DOCUMENT.match(line.text) and _ACTS_ON.search(before.text[-24:]):
            label = label_of(before.text)
            return label is None or label.lastgroup not in _LABELS_OF_HEADINGS
        return self.ragged and _mends(lines[opening : min(opening + _FEW_TEARS, index)], before, line)

    def _runs_on(self, before: Line, line: Line, *, torn: bool) -> bool:
        """Tell whether a hard-wrapped line is full, so that the next one belongs to it.

        Where a sentence ended and the next word had found room, a paragraph ended too.
        """
        length = before.end - before.start
        share = length / self.width
        if not torn and not self.blocks and length + len(line.text.partition(" ")[0]) < _ROOM * self.width:
            return False
        label = label_of(before.text)
        heading = label is not None and (label.end() == len(before.text) or before.text.endswith(";"))
        return share >= 0.7 or (self.blocks and (torn or share >= 0.5 or heading))


def _is_parted(before: str, text: str) -> bool:
    """Tell whether a line goes on with the stroke of the symbol or the day that the one before it ends in."""
    return text[0] in "/-" and _PARTED.match(text) is not None and _PARTED_FROM.search(before) is not None


def _mends(paragraph: Sequence[Line], before: Line, line: Line) -> bool:
    """Tell whether a ragged text was torn before a capital: behind a label, or in a sentence that has its verb."""
    if is_upper(before.text) or is_upper(line.text):
        return False
    label = label_of(before.text)
    if label and label.lastgroup in _LABELS_ALONE and label.end() == len(before.text):
        return True
    if before.text.endswith(_TERMINAL):
        return False
    said = " ".join(one.text for one in paragraph)[:_TITLE_REACH]
    start = label.end() if (label := label_of(said)) else 0
    return begins_with_verb(said[start:]) or predicate_after(said, start, len(said)).sure is not None


def _tears(before: Line, line: Line) -> bool:
    """Tell whether a line goes on in lower case with the one before it."""
    return not line.gap and line.text[0].islower() and not before.text.endswith(_TERMINAL) and not label_of(line.text)
