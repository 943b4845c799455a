"""How well a text was read, against its annotation.

Mentions are matched in text order by what they name, not by offsets, so that a perturbed text can be scored against the
annotation of the unperturbed one. Fields are compared over matched mentions only.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bench.validate_gold import Gold, Mention, ThirdParty
from graph.text import symbol_words, words
from ingest.contract import ExtractRecord, MentionRecord

_FILLERS = frozenset(("việt", "nam", "tỉnh", "thành", "phố", "các", "cộng", "sản", "của"))
_HEADER_FIELDS = ("symbol", "type", "date", "issuer", "title", "place", "level", "signer")


@dataclass(slots=True)
class Tally:
    """Right and all, by figure."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)

    def add(self, figure: str, *, right: bool) -> None:
        """Count one case of ``figure``."""
        self.right[figure] += right
        self.total[figure] += 1

    def add_sets(self, figure: str, wanted: Counter[str], found: Counter[str], ignored: Counter[str]) -> None:
        """Count what two bags share; what is ``ignored`` is neither right nor wrong when it was found."""
        both = (wanted & found).total()
        extra = (found - wanted - ignored).total()
        self.right[figure + ".recall"] += both
        self.total[figure + ".recall"] += wanted.total()
        self.right[figure + ".precision"] += both
        self.total[figure + ".precision"] += both + extra

    def figures(self) -> dict[str, float]:
        """All figures between 0 and 1, F1 for what has recall and precision."""
        rates = {name: self.right[name] / total for name, total in sorted(self.total.items()) if total}
        pairs = [name.removesuffix(".recall") for name in rates if name.endswith(".recall")]
        for name in pairs:
            recall, precision = rates.pop(name + ".recall"), rates.pop(name + ".precision", 0.0)
            rates[name + ".f1"] = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        return dict(sorted(rates.items()))


def score(gold: Gold, found: ExtractRecord, tally: Tally) -> None:
    """Add how well ``found`` agrees with ``gold``."""
    _header(gold, found, tally)
    _mentions(gold, found, tally)
    _relations(gold, found, tally)
    _assignments(gold, found, tally)


def _header(gold: Gold, found: ExtractRecord, tally: Tally) -> None:
    for name in _HEADER_FIELDS:
        wanted = getattr(gold.header, name)
        if wanted is None:
            continue
        accepted = [wanted, *getattr(gold.header, f"{name}_accept", [])]
        tally.add("header", right=any(_same(name, one, getattr(found.header, name)) for one in accepted))


def confidences(gold: Gold, found: ExtractRecord) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each mention that was found, and whether it is one and says what it should.

    Right is a mention of the annotation with its type, date and issuer.
    """
    right = {id(hit): _is_right(wanted, hit) for wanted, hit in _matched(gold, found) if hit is not None}
    for mention in found.mentions:
        yield mention.confidence, right.get(id(mention), False)


def _mentions(gold: Gold, found: ExtractRecord, tally: Tally) -> None:
    used: set[int] = set()
    for wanted, hit in _matched(gold, found):
        if hit is None:
            if not wanted.optional:
                tally.add("mention.recall", right=False)
            continue
        used.add(id(hit))
        tally.add("mention.recall", right=True)
        tally.add("type", right=_same_type(wanted, hit))
        tally.add("date", right=hit.date == wanted.date)
        tally.add("issuer", right=_issued_by(wanted, hit))
        if not wanted.embedded:
            accepted = {wanted.relation, *wanted.accept}
            relation = "CITES" if hit.relation == "BASED_ON" and "CITES" in accepted else hit.relation
            tally.add("relation", right=relation in accepted)
        if wanted.pinpoint:
            tally.add("pinpoint", right=words(wanted.pinpoint) == words(hit.pinpoint or ""))
    for mention in found.mentions:
        tally.add("mention.precision", right=id(mention) in used)


def _matched(gold: Gold, found: ExtractRecord) -> Iterator[tuple[Mention, MentionRecord | None]]:
    """Yield each mention of the annotation with what was found for it."""
    queues: dict[str, list[MentionRecord]] = defaultdict(list)
    for mention in sorted(found.mentions, key=lambda m: m.start):
        for key in dict.fromkeys(_found_keys(mention)):
            queues[key].append(mention)
    used: set[int] = set()
    for wanted in gold.mentions:
        hit = _take(wanted, queues, used)
        if hit is not None:
            used.add(id(hit))
        yield wanted, hit


def _is_right(wanted: Mention, hit: MentionRecord) -> bool:
    return _same_type(wanted, hit) and hit.date == wanted.date and _issued_by(wanted, hit)


def _same_type(wanted: Mention, hit: MentionRecord) -> bool:
    return hit.type in {wanted.type, wanted.type_expected}


def _issued_by(wanted: Mention, hit: MentionRecord) -> bool:
    return any(_same_issuer(one, hit.issuer) for one in (wanted.issuer, *wanted.issuer_accept))


def _take(wanted: Mention, queues: Mapping[str, list[MentionRecord]], used: set[int]) -> MentionRecord | None:
    for key in _wanted_keys(wanted):
        free = [m for m in queues.get(key, []) if id(m) not in used]
        if free:
            return min(free, key=lambda m: abs(m.start - wanted.start))
    return None


def _wanted_keys(mention: Mention) -> Iterable[str]:
    for symbol in (mention.symbol, mention.symbol_expected, mention.resolves_to):
        if symbol:
            yield "s:" + symbol_words(symbol)
    if mention.partial:
        yield f"p:{mention.partial}"
    for name in (mention.name, mention.quote):
        if name:
            yield "n:" + words(name)


def _found_keys(mention: MentionRecord) -> Iterable[str]:
    for symbol in (mention.symbol, mention.document_symbol):
        if symbol:
            yield "s:" + symbol_words(symbol)
    if mention.number:
        yield f"p:{mention.number}"
    for name in (mention.name, mention.text):
        if name:
            yield "n:" + words(name)


def _relations(gold: Gold, found: ExtractRecord, tally: Tally) -> None:
    numbers = {words(m.name): m.resolves_to for m in gold.mentions if m.name and m.resolves_to}
    symbols = {words(m.name): m.document_symbol for m in found.mentions if m.name and m.document_symbol}

    def end(name: str, table: Mapping[str, str | None]) -> str:
        return symbol_words(table.get(words(name)) or name.partition("@")[0])

    def wanted(relations: Iterable[ThirdParty]) -> Counter[str]:
        ends = (
            (end(r.source_resolves_to or r.source, numbers), r.relation, end(r.target_resolves_to or r.target, numbers))
            for r in relations
        )
        return Counter({" ".join(one): 1 for one in ends})

    got = Counter({" ".join((end(r.source, symbols), r.type, end(r.target, symbols))): 1 for r in found.relations})
    tally.add_sets("third_party", wanted(gold.third_party), got, wanted(gold.third_party_optional))


def _assignments(gold: Gold, found: ExtractRecord, tally: Tally) -> None:
    heads = {_head(a.task_head): a for a in gold.assignments}
    outside = [_head(a.task_head) for a in gold.assignments_outside]
    met: set[str] = set()
    for task in found.assignments:
        text = _head(task.text)
        hit = next((head for head in heads if head not in met and head in text[: len(head) + 80]), None)
        if hit is None:
            if task.part != "body" and not any(head in text for head in outside):
                tally.add("assignment.precision", right=False)
            continue
        met.add(hit)
        tally.add("assignment.precision", right=True)
        gold_task = heads[hit]
        accepted = (gold_task.assignees, gold_task.assignees_canonical, gold_task.assignees_accept)
        names = [words(name) for name in task.assignees]
        tally.add("assignees", right=any(_all_named(one, names) for one in accepted if one))
        tally.add(
            "deadlines",
            right=set(task.deadlines) == set(gold_task.deadlines)
            or set(task.deadlines) <= set(gold_task.deadlines_accept) != set(),
        )
    for head, gold_task in heads.items():
        if head in met or not gold_task.optional:
            tally.add("assignment.recall", right=head in met)


def _all_named(wanted: Iterable[str], names: list[str]) -> bool:
    return all(any(words(one)[:20] in name or name[:20] in words(one) for name in names) for one in wanted)


def _head(text: str) -> str:
    return words(text)[:120]


def _same(field_name: str, wanted: object, got: object) -> bool:
    if field_name in {"issuer", "place"}:
        return _same_issuer(str(wanted), str(got))
    if field_name == "symbol":
        return symbol_words(str(wanted)) == symbol_words(str(got))
    if field_name == "title":
        return _title(str(wanted)) == _title(str(got))
    return words(str(wanted)) == words(str(got))


def _title(text: str) -> str:
    return re.sub(r"^(ve viec|v v|ve) ", "", words(text))[:60]


def _same_issuer(wanted: str | list[str] | None, got: str | list[str] | None) -> bool:
    if isinstance(wanted, list) or isinstance(got, list):
        left = wanted if isinstance(wanted, list) else [wanted or ""]
        right = got if isinstance(got, list) else [got or ""]
        return len(left) == len(right) and all(any(_same_issuer(a, b) for b in right) for a in left)
    return _bare(wanted) == _bare(got)


def _bare(name: str | None) -> list[str]:
    text = unicodedata.normalize("NFC", name or "").casefold()
    for short, full in (
        ("ubnd", "ủy ban nhân dân"),
        ("uỷ", "ủy"),
        ("lđlđ", "liên đoàn lao động"),
        ("tp.", "thành phố"),
    ):
        text = text.replace(short, full)
    return [words(word) for word in re.findall(r"\w+", text) if word not in _FILLERS]
