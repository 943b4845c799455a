"""The references of one sentence as a list: which go on with it, which stand in a title (domain reference §4.3).

::

    Thực hiện A; B và C về triển khai D; ban hành theo E        A, B, C members · D in the title of C · E a new cue
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.quick import quickly_made
from ingest.clauses import (
    ACTS_ON,
    AFTER_THAT,
    ALL_OF_THEM,
    ANNEX_OF,
    ANNOUNCED,
    ATTACHED,
    ENDS_ANOTHER,
    FOLLOWED,
    NAMED_BY_ACT,
    NEW_CLAUSE,
    PARTS_NAMED,
    RESTART,
    SAID_BY_ANOTHER,
    SEPARATORS,
    TITLE_AFTER_SEMICOLON,
    TITLE_GOES_ON,
    TO_CARRY_OUT,
    UNNUMBERED,
)
from ingest.cue_words import ACTS, CUE
from ingest.cues import NO_CUE, SAID_AT, Cue, classify
from ingest.guides import GUIDES_LISTED, Edge, guides_this, heads_guides
from ingest.only_named import only_named
from ingest.pinpoints import without_pinpoint
from ingest.plural_subject import named_together
from ingest.reference import Reference
from ingest.titles import (
    TITLE_INTRO,
    above,
    agent_relation,
    coordinated,
    day_of,
    done_further,
    passive_relation,
    possible,
    title_relation,
    titled_by,
)
from ingest.type_words import BARE_NUMBER

_BOTH = re.compile(r"\s{0,4}(?:,\s{0,4})?và\s{1,4}(?:các\s{1,4})?", re.IGNORECASE)
_AND = re.compile(r"\bvà\s{1,4}(?:các\s{1,4})?$", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:hết|chấm\s+dứt)\s+hiệu\s+lực(?:\s+thi\s+hành)?(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(r"\bcác\s{1,4}$", re.IGNORECASE)
_ENDING = frozenset({"REPLACES", "REPEALS", "AMENDS"})
_LAWS = {"L", "BL"}
_DEEPEST_TITLE = 6
_MOST_MEMBERS = 24  # of a list: without a bound, a hostile text costs the square of its references


@quickly_made
@dataclass(frozen=True, slots=True)
class Setting:
    """Where a sentence stands: the document's own type, whether it decides on others, whether it is in the preamble."""

    own_type: str | None
    decides: bool
    preamble: bool


@quickly_made
@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a reference: the cue that governs it, and the reference in whose title it stands."""

    cue: Cue
    embedded: bool = False
    owner: int | None = None


@dataclass(slots=True)
class _Title:
    """The title that is being read: its documents (two for "A và B về triển khai …"), its verb, its direction."""

    sources: tuple[int, ...] = ()
    relation: str = ""
    cue: str = ""
    passive: bool = False


@dataclass(slots=True)
class ListReader:
    """Reads the references of one sentence from left to right; ``edges`` are the relations between them."""

    text: str
    references: Sequence[Reference]
    setting: Setting
    cue: Cue = NO_CUE
    edges: list[Edge] = field(default_factory=list)
    _top: int = -1
    _group: tuple[int, ...] = ()
    _title: _Title = field(default_factory=_Title)
    _places: dict[int, Placed] = field(default_factory=dict)
    _apart: bool = False
    _closed: bool = False
    _resumed: Cue | None = None
    _in_part: set[int] = field(default_factory=set)

    def begin(self, index: int, cue: Cue, *, lead: str = "", in_part: bool = False) -> Placed:
        """Place the first reference, governed by ``cue``; ``in_part`` tells that only provisions of it are named."""
        self.cue = cue
        self._resumed = Cue("IMPLEMENTS", "thực hiện") if ATTACHED.fullmatch(lead) else None
        if in_part:
            self._in_part.add(index)
        return self._member(index)

    def place(self, index: int, gap: str) -> Placed:
        """Place the reference ``index`` behind ``gap``, the words since the tail of the one before."""
        previous, reference = index - 1, self.references[index]
        plain, pinpoint = without_pinpoint(gap)
        self._closed = plain.lstrip().startswith(")")
        self._apart = pinpoint is not None or self._closed
        if pinpoint is not None:
            self._in_part.add(index)
        if reference.start < self.references[previous].end:
            self._title = _Title((previous,), "AMENDS", "sửa đổi, bổ sung")
            return self._embedded(index, previous)
        apart = only_named(self.text, reference, plain)
        if apart is not None:
            return self._kept(index, Placed(apart))
        if ";" in plain and self._resumed is not None and not CUE.search(plain):
            self.cue, self._resumed = self._resumed, None
        bare = BARE_NUMBER.match(self.text, reference.start) is not None
        if SEPARATORS.fullmatch(plain) or (bare and NAMED_BY_ACT.fullmatch(plain)):
            if AFTER_THAT.search(plain):
                self.cue = Cue("CITES", "theo")
                return self._member(index)
            return self._next(index, plain)
        if self._apart and PARTS_NAMED.search(plain):
            return self._member(index)
        further = self._after_semicolon if ";" in plain else self._clause
        return self._done_to(index, plain) or further(index, plain)

    def guides_this(self, first: int, index: int, limit: int) -> None:
        """Read "quy định chi tiết một số điều của Luật này" behind a decree: the law that the list names before it."""
        edge = guides_this(self.text, self.references, max(first, index - _MOST_MEMBERS), index, limit)
        if edge is not None and self.references[edge[2]].type != self.setting.own_type:
            self.edges.append(edge)

    def _next(self, index: int, plain: str) -> Placed:
        """Only separators stand between: the list, or the list inside a title, goes on."""
        previous = index - 1
        before = self._places[previous]
        if before.embedded and (";" not in plain or self._in_brackets(index)):
            over = self._passive_over(index, plain) or self._from_below(index)
            if self._beside(index, plain):
                return self._embedded(index, self._title.sources[0])
            if not over and not self._is_newer(index, before.owner) and not self._returns(index):
                return self._embedded(index, self._guiding(index) if self._is_barred(index) else before.owner)
        bare = self.references[previous].tail_end == self.references[previous].end and "," in plain
        same = self.references[previous].type == self.references[index].type
        joined = (_BOTH.fullmatch(plain) is not None or bare) and not before.embedded and same
        return self._member(index, (*self._group[-_MOST_MEMBERS:], index) if joined else None)

    def _is_barred(self, index: int) -> bool:
        """Whether the title that is being read cannot act on a document: a law amends no decree."""
        title, here = self._title, self.references[index]
        able = (possible(self.references[source], title.relation, here) for source in title.sources)
        return not title.passive and bool(title.sources) and not any(able)

    def _guiding(self, index: int) -> int | None:
        """The document that guides the ones before and so this one: "A hướng dẫn Luật B, Luật sửa đổi B và Nghị định".

        The title of that document is open again then.
        """
        owner = self._places[index - 1].owner
        for inner in self._upwards(index - 1):
            for source, relation, target, _, _, cue in self.edges[-_MOST_MEMBERS:]:
                guided = relation == "GUIDES" and source < target == inner
                if guided and possible(self.references[source], relation, self.references[index]):
                    self._title = _Title((source,), relation, cue)
                    return source
        return owner

    def _is_newer(self, index: int, owner: int | None) -> bool:
        """Whether a document is of a later day than the one in whose title it would stand: it goes on with the list."""
        older = day_of(self.references[owner]) if owner is not None else None
        newer = day_of(self.references[index])
        return older is not None and newer is not None and older < newer and not self._title.passive

    def _returns(self, index: int) -> bool:
        """After "của Luật X và Nghị định Y": Y goes on with the outer list when it is of the kind of that list.

        In "Kế hoạch A triển khai Nghị quyết X và Kế hoạch Y" it does so only when it has the issuer of A, for a plan
        carries out the plan of another body.
        """
        if self._top < 0:
            return False
        top, here, before = self.references[self._top], self.references[index], self.references[index - 1]
        if here.type != top.type or here.type == before.type or {here.type, before.type} == _LAWS:
            return False
        return self._title.relation != "IMPLEMENTS" or here.codes[:1] == top.codes[:1]

    def _passive_over(self, index: int, plain: str) -> bool:
        """Whether "A được sửa đổi bởi B và C" is over: D cannot have done it, or is of another kind behind a comma.

        So is a law by name behind laws by number: "Luật A đã được sửa đổi theo Luật số 1, Luật số 2, Luật B …".
        """
        title = self._title
        if not (title.passive and title.sources):
            return False
        here, before = self.references[index], self.references[index - 1]
        able = possible(here, title.relation, self.references[title.sources[0]])
        other = here.type != before.type and {here.type, before.type} != _LAWS and title.cue != GUIDES_LISTED
        named = here.name is not None and before.name is None and here.type in {*_LAWS, "PL"}
        return not able or ((other or named) and _AND.search(plain) is None)

    def _from_below(self, index: int) -> bool:
        """Whether the document whose title is read cannot carry this one out: it goes on with the outer list."""
        sources = self._title.sources if self._title.relation == "IMPLEMENTS" and not self._title.passive else ()
        return bool(sources) and all(above(self.references[one], self.references[index]) for one in sources)

    def _beside(self, index: int, plain: str) -> bool:
        """Whether the title of one document acts on this one too: "A sửa đổi B quy định chi tiết Luật L và C".

        B and C are of one kind, older than A, and joined by "và"; "A sửa đổi các thông tư B về …; C về …" joins them
        as well, and so does "Điều 2 của A sửa đổi B; C": of a list of parts, C would name its own. The title of A is
        open again then. Behind a closed bracket, or by a provision of its own, C stands apart.
        """
        here = self.references[index]
        for inner in self._upwards(index - 1) if not self._apart else ():
            for source, relation, target, _, _, cue in self.edges[-_MOST_MEMBERS:]:
                owner, like = self.references[source], self.references[target]
                if target != inner or relation not in _ENDING or source > target or like.type != here.type:
                    continue
                several = _SEVERAL.search(self.text[owner.tail_end : like.start]) is not None
                joined = several or _AND.search(plain) is not None or source in self._in_part
                if joined and possible(owner, relation, here):
                    self._title = _Title((source,), relation, cue)
                    return True
        return False

    def _done_to(self, index: int, plain: str) -> Placed | None:
        """Place what did something to a document before it, if the words between say that."""
        if heads_guides(self.text, self.references[index - 1], plain):
            return self._passive(index, "GUIDES", GUIDES_LISTED)
        if self._title.passive and self._title.sources and (further := done_further(plain)):
            self._title = _Title(self._title.sources, *further, passive=True)
            return self._embedded(index, self._title.sources[0])
        passive = passive_relation(plain) or agent_relation(plain, self.text, self.references[index].tail_end)
        return None if passive is None else self._passive(index, *passive)

    def _passive(self, index: int, relation: str, cue: str) -> Placed:
        here, above_it = self.references[index], [*self._upwards(index - 1)]
        if self._closed and len(above_it) > 1:
            above_it = above_it[1:]  # "A (thay thế B) được sửa đổi bởi C"
        target = next((i for i in above_it if possible(here, relation, self.references[i])), None)
        targets = () if target is None else named_together(self.text, self.references, target)
        self._title = _Title(targets, relation, cue, passive=True)
        return self._embedded(index, target if target is not None else index - 1)

    def _after_semicolon(self, index: int, plain: str) -> Placed:
        segment = plain.rsplit(";", 1)[1]
        titled = _AND.search(segment) is not None and TITLE_INTRO.match(segment) is not None
        if (titled or not CUE.search(segment)) and self._beside(index, plain):
            return self._embedded(index, self._title.sources[0])
        if TITLE_GOES_ON.match(segment) and self.cue.relation not in ACTS.values():
            return self._titled(index, segment, titled=True)
        if titled and self._like_top(index):
            return self._member(index)
        acting = self.cue.relation in ACTS.values() and ACTS_ON.match(segment) is not None
        if not acting and UNNUMBERED.match(f";{segment}") and title_relation(segment):
            return self._foreign(index, segment)
        if self.cue.relation == "IMPLEMENTS" and SAID_AT.fullmatch(segment):
            return self._member(index)
        if self.cue.relation in _ENDING and ANNEX_OF.fullmatch(segment):
            return self._member(index)
        cue = classify(segment, decides=self.setting.decides or acting, preamble=self.setting.preamble)
        if cue.text:
            self.cue = cue
        elif TITLE_INTRO.match(plain) and segment.lstrip()[:1].islower() and TITLE_AFTER_SEMICOLON.match(segment):
            self._title = _Title()
            return self._embedded(index, next(iter(self._upwards(index - 1)), None))
        return self._member(index)

    def _in_brackets(self, index: int) -> bool:
        """Whether who did it to a document is still told in brackets: "A (đã được sửa đổi bởi B; khoản 3 Điều 1 C)"."""
        title, listed = self._title, self._title.cue == GUIDES_LISTED
        if not (title.passive and title.sources and (listed or index in self._in_part)):
            return False
        source, here = self.references[title.sources[0]], self.references[index]
        said = self.text[source.tail_end : here.start]
        return (listed or said.count("(") > said.count(")")) and possible(here, title.relation, source)

    def _like_top(self, index: int) -> bool:
        """Whether a document is of the kind of the member before it, in whose title the words between may stand."""
        return self._top >= 0 and self.references[self._top].type == self.references[index].type

    def _clause(self, index: int, plain: str) -> Placed:
        acting = self.cue.relation in ACTS.values() and ACTS_ON.match(plain.lstrip(" ,")) is not None
        titled = titled_by(self.references[index - 1], plain)
        titled = titled and not (acting and self._apart and plain.lstrip()[:1] == ",")
        if ANNOUNCED.search(plain):
            return self._member(index)
        over = None if titled else _ENDED.search(plain)
        if over is not None:
            self.cue = classify(plain[over.end() :], decides=self.setting.decides, preamble=self.setting.preamble)
            return self._member(index)
        clause = None if titled else NEW_CLAUSE.search(plain) or SAID_BY_ANOTHER.match(plain)
        if clause and clause.re is NEW_CLAUSE and self._acts_as_well(index, plain[clause.start() :]):
            return self._embedded(index, self._title.sources[0])
        ends = titled and self.cue.relation in _ENDING and not self._places[index - 1].embedded
        clause = ENDS_ANOTHER.search(plain) if ends else clause
        if not (titled or acting) and UNNUMBERED.search(plain) and title_relation(plain):
            return self._foreign(index, plain)
        if clause is None and (titled or not plain.lstrip().startswith(",")):
            if coordinated(plain):
                beside = self._beside(index, plain)
                return self._embedded(index, self._title.sources[0]) if beside else self._member(index)
            clause = RESTART.search(plain) or (None if titled or title_relation(plain) else FOLLOWED.search(plain))
            if clause is None:
                return self._titled(index, plain, titled=titled)
        if clause and clause.re is SAID_BY_ANOTHER and self.cue.relation == "IMPLEMENTS":
            return self._member(index)
        words = plain[clause.start() :] if clause else plain
        self.cue = classify(words, decides=self.setting.decides or ends or acting, preamble=self.setting.preamble)
        return self._member(index)

    def _titled(self, index: int, plain: str, *, titled: bool) -> Placed:
        """The reference stands in the title of the one before, or of the one in whose title that one stands."""
        found, chain = title_relation(plain), [*self._upwards(index - 1)]
        if len(chain) > 1 and (not titled or self._acts_further(index - 1, plain, found)):
            chain = chain[1:]
        if found is None or (self.cue.relation == "IMPLEMENTS" and TO_CARRY_OUT.match(plain)):
            self._title = _Title()
            return self._embedded(index, chain[0])
        able = [i for i in chain if possible(self.references[i], found[0], self.references[index])]
        owner = able[0] if able else chain[0]
        both = ALL_OF_THEM.match(plain) is not None or self._said_of_both(found[0])
        sources = self._group if owner == self._top and both else (owner,)
        self._title = _Title(sources, *found) if able else _Title()
        return self._embedded(index, owner)

    def _said_of_both(self, relation: str) -> bool:
        """Whether a verb behind "A và B" is said of both: they carry out, or guide, the same document."""
        one, other = self.references[self._group[-2:][0]], self.references[self._group[-1]]
        joined = _AND.search(self.text[one.tail_end : other.start]) is not None
        return relation == "IMPLEMENTS" or (relation == "GUIDES" and joined)

    def _acts_further(self, previous: int, plain: str, found: tuple[str, str] | None) -> bool:
        """Whether the title that is read goes on behind a comma: "A hướng dẫn Luật B, thay thế C" is done by A."""
        named = self.references[previous].type in _LAWS and self.references[previous].symbol is None
        act = found[0] if found and plain.lstrip().startswith(",") else ""
        return act in _ENDING and (act != "AMENDS" or named)

    def _acts_as_well(self, index: int, words: str) -> bool:
        """Whether who acts on one document acts on this one too: "A sửa đổi B hướng dẫn Luật C và bãi bỏ D"."""
        found = title_relation(words) if self.cue.relation not in ACTS.values() else None
        acts = any(source == self._top and relation in _ENDING for source, relation, *_ in self.edges[-_MOST_MEMBERS:])
        if found is None or not acts or not possible(self.references[self._top], found[0], self.references[index]):
            return False
        self._title = _Title((self._top,), *found)
        return True

    def _foreign(self, index: int, words: str) -> Placed:
        """The reference stands in the title of a document that has no number ("Kế hoạch của UBND tỉnh thực hiện …")."""
        found = title_relation(words)
        self._title = _Title()
        return self._kept(index, Placed(Cue("CITES", found[1] if found else ""), embedded=True))

    def _member(self, index: int, group: tuple[int, ...] | None = None) -> Placed:
        self._top, self._group, self._title = index, group or (index,), _Title()
        return self._kept(index, Placed(self.cue))

    def _embedded(self, index: int, owner: int | None) -> Placed:
        title = self._title
        for source in title.sources:
            pair = (index, source) if title.passive else (source, index)
            if possible(self.references[pair[0]], title.relation, self.references[pair[1]]):
                low, high = sorted((self.references[source], self.references[index]), key=lambda r: r.start)
                self.edges.append((pair[0], title.relation, pair[1], low.start, high.end, title.cue))
        return self._kept(index, Placed(Cue("CITES", title.cue), embedded=True, owner=owner))

    def _kept(self, index: int, placed: Placed) -> Placed:
        self._places[index] = placed
        return placed

    def _upwards(self, index: int) -> Iterator[int]:
        """The reference and those in whose titles it stands, innermost first."""
        current: int | None = index
        for _ in range(_DEEPEST_TITLE):
            if current is None or current not in self._places:
                return
            yield current
            current = self._places[current].owner
