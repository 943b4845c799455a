"""Laws, codes, ordinances and the Constitution by name (domain reference I13; NĐ 78/2025 Art. 68).

::

    law-name = ("Luật" | "Bộ luật" | "Pháp lệnh") name ["(sửa đổi)"] ["năm"] [year] ["số" symbol] tail
             | ("Luật" | "Bộ luật" | "Pháp lệnh") name ("sửa đổi" | "(sửa đổi" | "được sửa đổi") ["năm"] year
             | "Luật sửa đổi, bổ sung một số điều của" law-name {("," | "và") law-name}
             | "Luật sửa đổi, bổ sung một số điều của" [count] "luật liên quan đến" words
             | "các Luật" [":"] name {("," | "và") name}
             | "Hiến pháp" ["năm" year]
             | "BLDS" | "BLHS" | …

A name that reference data knows ends where the known one does; any other is a capitalised run of words that ends before
a function word, a comma or a figure. The laws inside the name of an amending law are references of their own, without
the date, which is the amending law's. A draft ("dự án Luật …", "dự thảo Luật …") is no document yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.bodies import NamedBody
from graph.law import FUNCTION_WORDS, NamedLaw, law_by_initials, law_by_letters, law_named_at, next_word
from graph.places import Frame
from graph.quick import replaced
from ingest.gates import Ending, Gated
from ingest.lawmakers import ASSEMBLY, passed_by
from ingest.reference import Reference
from ingest.tails import read_tail

_S = r"\s{1,3}"
# Begins with one class of characters, so that the search skips over all others; what stands before is looked at then.
_WORD = re.compile(
    rf"[BbLlPH](?<![^\Wứ].)(?<!(?:pháp|Pháp|PHÁP)[ \n].)"
    rf"(?:(?<=[Bb])ộ{_S}[Ll]uật|(?<=B)Ộ{_S}LUẬT|(?<=[Ll])uật|(?<=L)UẬT"
    rf"|(?<=P)(?:háp{_S}lệnh|HÁP{_S}LỆNH)|(?<=H)(?:iến{_S}pháp|IẾN{_S}PHÁP))(?!\w)"
)
_TYPE = {"bộ luật": "BL", "luật": "L", "pháp lệnh": "PL", "hiến pháp": "HP"}
_ARTICLES = rf"(?:các{_S})?Điều{_S}\d{{1,3}}[a-zđ]?(?:(?:\s?,\s?|{_S}và{_S})(?:Điều{_S})?\d{{1,3}}[a-zđ]?){{0,8}}"
_AMENDING = re.compile(
    rf"{_S}sửa{_S}đổi(?:\s?,?\s{{0,3}}bổ{_S}sung)?(?:{_S}(?:một{_S}số{_S}(?:điều|khoản)|{_ARTICLES}))?(?:{_S}(?:của|các)){{0,2}}{_S}",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(
    rf"(?:\d{{1,2}}{_S}|các{_S})?[Ll]uật{_S}(?:có{_S})?(?:liên{_S}quan(?:{_S}đến)?|về|trong{_S}lĩnh{_S}vực)"
    rf"(?:(?!{_S}(?:ngày|năm|số|được|đã|của)\s|\s\(|,\s+(?:Luật|Nghị|Thông|Quyết)\s|\svà\s+(?:Luật|Nghị|Thông|Quyết)\s)[^;:.()]){{3,120}}"
    rf"|\d{{1,2}}{_S}luật(?={_S}số{_S}\d)",
)
"""Laws that an amending law counts instead of naming them: "11 luật liên quan đến quân sự, quốc phòng", "37 luật"."""

_ELIDED = re.compile(r"(?:\s?[,;]|\s(?:và|cùng))\s{1,3}(?=[A-ZĐÂĂÊÔƠƯ])")
_SEVERAL = Ending(r"(?<!\w)các\s{1,3}(?:Bộ\s{1,3})?$", "các|bộ", re.IGNORECASE)
_ON_SUBJECT = re.compile(rf"{_S}(?:về|(?:có{_S})?liên{_S}quan|trong{_S}lĩnh{_S}vực)(?!\w)", re.IGNORECASE)
"""Behind "các Luật", what they are about: "các Luật về thuế" names none."""

_COLON = re.compile(r"\s?:\s{0,3}")
_LONGEST_NAME = 200
_NEXT_LAW = re.compile(
    rf"(?:,\s{{1,3}}|{_S}và{_S})(?:{_ARTICLES}{_S}(?:của{_S})?)?(?=(?:Bộ{_S}luật|Luật|Pháp{_S}lệnh)\s)"
)
_YEAR = re.compile(r"\s{1,3}(?:năm\s{1,3})?\(?(?P<year>(?:19|20)\d{2})\)?(?![\d/])")
_AMENDED_MARK = re.compile(r"\s{0,2}\((?:sửa đổi|sđ)(?:,? bổ sung)?\)", re.IGNORECASE)
_CHANGED = rf"sửa{_S}đổi(?:\s?,?{_S}bổ{_S}sung)?"
_AMENDED_IN = re.compile(rf"{_S}{_CHANGED}{_S}(?:năm{_S})?(?P<year>(?:19|20)\d{{2}})(?![\d/])", re.IGNORECASE)
"""The year of the law that amends: "Luật Bảo hiểm y tế sửa đổi, bổ sung năm 2014"."""

_AS_AMENDED_IN = re.compile(
    rf"(?:\s{{0,3}}\((?:(?:đã{_S})?được{_S})?|,?{_S}(?:đã{_S})?được{_S}){_CHANGED}(?:{_S}một{_S}số{_S}điều)?"
    rf"(?:{_S}(?:vào{_S}|các{_S})?năm)?{_S}(?P<year>(?:19|20)\d{{2}})(?![\d/])",
    re.IGNORECASE,
)
"""The year of a change to the law that is named: "Luật Bảo hiểm y tế (sửa đổi, bổ sung năm 2014)"."""

_FOREIGN = re.compile(
    r"\s{1,3}(?:(?:của|tại)\s{1,3})?(?:(?:nước|các\s{1,3}nước|Cộng\s{1,3}hòa|Vương\s{1,3}quốc|Liên\s{1,3}bang)\s{1,3}"
    r"(?!Cộng|ta\b|Việt|XHCN|xã\s|CHXHCN|VNDCCH)|(?:Hoa\s{1,3}Kỳ|Mỹ|Trung\s{1,3}Quốc|Nhật\s{1,3}Bản|Hàn\s{1,3}Quốc|Liên\s{1,3}minh\s{1,3}[Cc]hâu\s{1,3}Âu|"
    r"EU|Pháp(?!\s{1,3}l)|Đức|Anh(?!\s{1,3}h)|Nga|Lào|Campuchia|Cam-pu-chia|Thái\s{1,3}Lan|Xinh-ga-po|Singapore|Đài\s{1,3}Loan|Úc|Ấn\s{1,3}Độ|Ô-xtrây-li-a)"
    r"(?!\w))"
)
_OF_TREATY = Ending(
    r"(?<!\w)(?:Công\s{1,3}ước|Hiệp\s{1,3}định)(?:\s{1,3}(?:của\s{1,3})?Liên\s{1,3}(?:hợp|hiệp)\s{1,3}quốc)?\s{1,3}về\s{1,3}$",
    "về",
    re.IGNORECASE,
)
"""A law in the name of a treaty is none of ours: "Công ước của Liên hợp quốc về Luật Biển năm 1982"."""

_LONGEST_TREATY = 48
_ENACTS = Ending(r"(?:^|\n)[^\S\n]*(?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội) ban hành\s{1,3}$", "hành")
_ENACTED = re.compile(r"\s{0,3}(?:[.:]|$|\n)")
"""The formula that enacts a law names the law itself: "Quốc hội ban hành Luật Đất đai."."""

_PASSED = re.compile(
    r",?\s{1,3}(?:đã\s{1,3})?được\s{1,3}(?:Quốc\s{1,3}hội|Ủy\s{1,3}ban\s{1,3}[Tt]hường\s{1,3}vụ\s{1,3}Quốc\s{1,3}hội"
    r"|Hội\s{1,3}đồng\s{1,3}Nhà\s{1,3}nước)(?:\s{1,3}[^;.()\n]{1,90}?)?\s{1,3}thông\s{1,3}qua(?=\s{1,3}ngày)"
)
_OF_THE_STATE = re.compile(
    r"\s{1,3}(?:của\s{1,3})?(?:nước\s{1,3})?(?:Cộng\s{1,3}h(?:òa|oà)\s{1,3}xã\s{1,3}hội\s{1,3}chủ\s{1,3}nghĩa\s{1,3}Việt\s{1,3}Nam"
    r"|(?:CHXHCN|Cộng\s{1,3}h(?:òa|oà)\s{1,3}XHCN)\s{1,3}(?:Việt\s{1,3}Nam|VN)|VNDCCH"
    r"|Việt\s{1,3}Nam\s{1,3}dân\s{1,3}chủ\s{1,3}cộng\s{1,3}h(?:òa|oà))(?!\w)",
    re.IGNORECASE,
)
"""The State behind the name of a law: "Bộ luật Lao động của nước Cộng hòa xã hội chủ nghĩa Việt Nam"."""

_NUMBERED = re.compile(r"\s{1,3}(?:số\s|\d{1,4}/)")
_TORN_WORD = Ending(r"(?<!\w)pháp\s{2,3}$", "pháp", re.IGNORECASE)
"""Before a line break, the first syllable of "pháp luật"."""

_PART_OF_WORD = Ending(
    r"(?<!\w)(?:kỷ|kỉ|quy|quân|pháp|dự|định|phạm)\s{1,3}$",
    "kỷ|kỉ|quy|quân|pháp|dự|định|phạm",
    re.IGNORECASE,
)
_DRAFT = Gated(
    rf"(?<!\w)dự{_S}(?:thảo|án)(?:{_S}(?:các|\d{{1,2}}|(?:bộ{_S})?luật)){{0,2}}(?:{_S}|\s?:\s{{0,3}})$",
    "dự",
    re.IGNORECASE,
)
"""What stands before a law that is not passed yet, or before a list of such laws."""

_NEXT_DRAFT = re.compile(
    r"\s{0,2}(?:\((?:sửa đổi|sđ)[^()]{0,12}\))?\s{0,2}(?:[,;]|\s(?:và|cùng))\s{1,3}", re.IGNORECASE
)
_DRAFT_WINDOW = 32
_LONG_NAME = 4
_INITIALS_BEHIND = re.compile(r"[^\S\n]{1,2}(?=[A-ZĐ][A-ZĐ&]{2})")
_ORDINANCE_BY_LETTERS = re.compile(r"Pháp lệnh [A-ZĐ]{3,10}")
_CITED_AS_LAW = Gated(
    rf"(?<!\w)(?:(?:điểm|khoản|điều|mục|chương){_S}(?:\d{{1,3}}[a-zđ]?|[a-zđ]|[IVX]{{1,5}})(?:{_S}của)?|căn{_S}cứ(?:{_S}vào)?"
    rf"|(?:quy{_S}định|hướng{_S}dẫn|thi{_S}hành|phổ{_S}biến|tuyên{_S}truyền|thực{_S}hiện)(?:{_S}(?:của|tại|trong|theo))?)\s{{1,3}}$",
    "điểm|khoản|điều|mục|chương|cứ|định|dẫn|hành|biến|truyền|hiện",
    re.IGNORECASE,
)
"""What is done with a law, or a part of one, before a name that is too short to tell by itself."""

_OF_STUDY = Ending(
    rf"(?<!\w)(?:khoa|ngành|môn|học|phần|nhân|sĩ|sỹ|giảng{_S}viên|sinh{_S}viên|viện|công{_S}ty|hãng|hội|bộ{_S}môn)(?:{_S}về)?\s{{1,3}}$",
    "khoa|ngành|môn|học|phần|nhân|sĩ|sỹ|viên|viện|ty|hãng|hội|về",
    re.IGNORECASE,
)
"""Who teaches, studies or practises law, before the name of a subject or of a school."""

_CITING_WINDOW = 24
_LETTERS = re.compile(r"BL(?<!\w..)[A-ZĐ]{2,5}(?!\w)")
_CAPITAL = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠ-Ỹ"
_LAW = "(?i:luật)"  # begins the name of one law only, that on "luật sư"
_FREE_NAME = re.compile(
    rf"[^\S\n]{{1,2}}(?P<name>(?!{_LAW}\s(?!sư))"
    rf"(?!(?:sư|gia|pháp|lệ|định|chơi|tục|số|này|nêu|trên|mới|có|và|của|Điều|Chương|Mục|Phần|VỀ|CỦA|VÀ)\b)"
    rf"(?:Phòng,(?=\s?chống\s)|[{_CAPITAL}][^\W\d_]*)"
    rf"(?:(?:[ ]|\n(?=[^\W\d_{_CAPITAL}])){{1,2}}(?!(?:{FUNCTION_WORDS})(?!\w))[^\W\d_]+){{0,11}})"
)
_DATED_NAME = re.compile(
    r"[^\S\n]{1,3}(?:về\s{1,3})?(?!(?:sư|gia|pháp|lệ|định|chơi|tục|này|sửa)(?!\w))"
    rf"(?!(?:{FUNCTION_WORDS})(?!\w))[^\W\d_]+"
    r"(?:,?\s{1,2}(?!(?:luật(?!\s+sư)|bộ\s+luật|pháp\s+lệnh|hiến|nghị|thông\s+tư|quyết|chỉ|hết|có|được|đã|này|theo|do|từ|kể|ban\s+hành)(?!\w))"
    r"(?!(?:ngày|năm|số)\s{1,3}\d)[^\W\d_]+){0,15}"
    r"(?=\s{1,3}(?:năm\s{1,3}(?:19|20)\d{2}(?![\d/])|(?:ban\s+hành\s+)?ngày\s{1,3}\d{1,2}[\s/.-]|số\s{1,3}\d{1,3}/\d{4}/(?:QH|PL)))",
    re.IGNORECASE,
)
"""A name that no table knows, told by the year, day or number behind it: "Pháp lệnh thuế nhà, đất năm 1992"."""

_UPPER_STOP = re.compile(rf"(?<!\w)(?:{FUNCTION_WORDS})(?!\w)", re.IGNORECASE)


def find_law_names(text: str, frame: Frame) -> Iterator[Reference]:
    """Yield the laws that a normalised text names, in order; an amending law before those inside its name."""
    issuers = {kind: passed_by(kind, frame) for kind in _TYPE.values()}
    inner_until = 0
    drafted = -1
    for word in _WORD.finditer(text):
        kind = _TYPE[" ".join(word.group().split()).casefold()]
        amends = _AMENDING.match(text, word.end())
        known = law_named_at(text, word.start()) or _lettered(text, word, kind)
        if _SEVERAL.search(text, max(0, word.start() - 12), word.start()):
            if _ON_SUBJECT.match(text, word.end()):
                continue
            yield from _elided(text, word, kind, known, issuers[kind], frame)
        if word.group()[0].islower():
            end = known.end if known and _spells_known(text, word, known) else None
            if end is None and amends is not None and law_named_at(text, amends.end()) is not None:
                end = _amending_end(text, amends.end(), known)
        elif amends is not None:
            end = _amending_end(text, amends.end(), known)
        else:
            end = _name_end(text, word, kind, known)
        torn = _TORN_WORD.search(text, max(0, word.start() - 8), word.start())
        if end is None or torn or _FOREIGN.match(text, end) or _of_treaty_or_own(text, word.start(), end, amends):
            continue
        if _DRAFT.search(text, max(0, word.start() - _DRAFT_WINDOW), word.start()) or (
            drafted >= 0
            and _NEXT_DRAFT.fullmatch(text, drafted, word.start())
            and not (_YEAR.match(text, end) or _NUMBERED.match(text, end))
        ):
            drafted = end
            continue
        name = known.name if known and end == known.end else _on_one_line(text[word.start() : end])
        reference = Reference(word.start(), end, end, kind, issuers=issuers[kind], implied=True, name=name)
        if word.start() < inner_until:
            yield reference
            continue
        dated = _with_tail(text, reference, frame)
        if known is not None or amends is not None or _looks_like_a_law(text, dated):
            yield dated
        if amends is not None:
            inner_until = end
    yield from _abbreviated(text, frame, issuers)


def _lettered(text: str, word: re.Match[str], kind: str) -> NamedLaw | None:
    """The law that is named by its initials, in words that are not all capitals: "Luật BVMT"."""
    letters = None if word.group().isupper() else _INITIALS_BEHIND.match(text, word.end())
    return law_by_initials(text, letters.end(), kind) if letters else None


def _of_treaty_or_own(text: str, start: int, end: int, amends: re.Match[str] | None) -> bool:
    """Whether a name is part of that of a treaty, or the one that the text gives itself."""
    low = max(0, start - _LONGEST_TREATY)
    if _OF_TREATY.search(text, low, start):
        return True
    return _ENACTS.search(text, low, start) is not None and (
        amends is not None or _ENACTED.match(text, end) is not None
    )


def _abbreviated(text: str, frame: Frame, issuers: Mapping[str, tuple[NamedBody, ...]]) -> Iterator[Reference]:
    """Yield the codes that are named by their letters alone: "Điều 134 BLHS năm 2015"."""
    for letters in _LETTERS.finditer(text):
        law = law_by_letters(letters.group())
        if law is not None:
            kind = law.laws[0].type
            found = Reference(*letters.span(), letters.end(), kind, issuers=issuers[kind], implied=True, name=law.name)
            yield _with_tail(text, found, frame)


def _with_tail(text: str, law: Reference, frame: Frame) -> Reference:
    mark = _AMENDED_MARK.match(text, law.end)
    after = mark.end() if mark else law.end
    state = _OF_THE_STATE.match(text, after)
    after = state.end() if state else after
    passed = _PASSED.match(text, after)
    tail = read_tail(text, passed.end() if passed else after, frame)
    year = _YEAR.match(text, after) or _AMENDED_IN.match(text, law.end)
    changed = _AS_AMENDED_IN.match(text, law.end)
    stated = tuple(named for named in tail.issuers if named.body.key in ASSEMBLY)
    by_right = passed_by(law.type, frame, day=tail.date, year=int(year["year"]) if year else tail.year)
    end = max(tail.end if stated or tail.date or tail.year else after, year.end() if year else after)
    return replaced(
        law, tail_end=end, date=tail.date, year=int(year["year"]) if year else tail.year, issuers=stated or by_right,
        implied=not stated, as_of_year=int(changed["year"]) if changed else None,
    )  # fmt: skip


def _name_end(text: str, word: re.Match[str], kind: str, known: NamedLaw | None) -> int | None:
    if known is not None and _AMENDED_IN.match(text, known.end):
        return known.end
    dated = _DATED_NAME.match(text, word.end()) if kind != "HP" and _names_more(text, word, known) else None
    if dated is not None:
        return dated.end()
    if known is not None:
        return known.end
    if kind == "HP":
        return word.end()
    free = _FREE_NAME.match(text, word.end())
    if free is None:
        return None
    if free["name"].isupper() and (stop := _UPPER_STOP.search(text, free.start("name"), free.end())):
        name = text[free.start("name") : stop.start()].rstrip()
        return free.start("name") + len(name) if name else None
    return free.end()


def _names_more(text: str, word: re.Match[str], known: NamedLaw | None) -> bool:
    """Whether a name may go on behind the one that reference data knows: a word follows that ends no name."""
    return word.group()[0].isupper() and (known is None or next_word(text, known.end) != "")


def _amending_end(text: str, position: int, known: NamedLaw | None) -> int | None:
    """Where the name of an amending law ends: with the last of the laws that it names."""
    end = None
    while (word := _WORD.match(text, position)) is not None:
        inner = law_named_at(text, word.start())
        found = _name_end(text, word, _TYPE[" ".join(word.group().split()).casefold()], inner)
        if found is None:
            break
        end = found
        more = _NEXT_LAW.match(text, end)
        if more is None:
            break
        position = more.end()
    if end is None and known is None and (several := _OF_SEVERAL.match(text, position)):
        return several.end()
    return max(end, known.end) if end and known else end or (known.end if known else None)


def _elided(
    text: str, word: re.Match[str], kind: str, first: NamedLaw | None, issuers: tuple[NamedBody, ...], frame: Frame
) -> Iterator[Reference]:
    """Yield the laws of a list that says "Luật" once: "các Luật: Đất đai năm 2013; Nhà ở", "các Luật Đầu tư, Hải quan".

    Only names that reference data knows are read, whole; the first that it does not know ends the list.
    """
    colon = _COLON.match(text, word.end())
    if first is None and colon is None:
        return
    whole = Reference(word.start(), first.end, first.end, kind, issuers=issuers) if first else None
    following = colon or (_ELIDED.match(text, _with_tail(text, whole, frame).tail_end) if whole else None)
    while following is not None:
        start = following.end()
        head = f"{' '.join(word.group().split())} "
        known = law_named_at(head + text[start : start + _LONGEST_NAME], 0)
        if known is None or len((head + text[start : start + known.end - len(head)]).split()) != len(
            known.name.split()
        ):
            return
        end = start + known.end - len(head)
        law = Reference(start, end, end, kind, issuers=issuers, implied=True, name=known.name, compound=True)
        yield (dated := _with_tail(text, law, frame))
        following = _ELIDED.match(text, dated.tail_end)


def _looks_like_a_law(text: str, law: Reference) -> bool:
    """An unknown name needs a year, a date, a number, some length or a citing word: "Luật Hình sự" may be a subject."""
    said = law.date is not None or law.year is not None or _NUMBERED.match(text, law.end) is not None
    said = said or _ORDINANCE_BY_LETTERS.fullmatch(law.name or "") is not None
    if law.type == "HP" or said:
        return True
    low = max(0, law.start - _CITING_WINDOW)
    if _OF_STUDY.search(text, low, law.start):
        return False
    return len((law.name or "").split()) >= _LONG_NAME or _CITED_AS_LAW.search(text, low, law.start) is not None


def _on_one_line(written: str) -> str:
    return " ".join(written.split()).replace(" ,", ",")


def _spells_known(text: str, word: re.Match[str], known: NamedLaw) -> bool:
    """A lower-case "luật" counts only before a whole known name of at least two words ("luật Đầu tư công")."""
    if _PART_OF_WORD.search(text, max(0, word.start() - 8), word.start()):
        return False
    written = text[word.end() : known.end].split()
    return len(written) >= 2 and len(written) == len(known.name.split()) - len(word.group().split())
