"""Seeded damage to a text, one kind at a time, as scanners, portals and word processors do it.

Each function takes a text and a random generator and returns the damaged text; a person can still read
what it says.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable
from random import Random

_SYMBOL = re.compile(r"\b\d{1,4}(?:/\d{4})?[-/][A-ZĐ][A-Za-zĐđ]*[-/][A-ZĐ][A-Za-zĐđ]*")
_OLD_TONES = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "ủy": "uỷ",
    "úy": "uý",
    "ùy": "uỳ",
    "ũy": "uỹ",
    "ụy": "uỵ",
}
_DROP_SHARE = 0.04
_WIDTH, _PAGE = 80, 40
"""Letters of a line, lines of a page."""

Perturbation = Callable[[str, Random], str]


def decomposed(text: str, _: Random) -> str:
    """Letters and their marks apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def long_dashes(text: str, random: Random) -> str:
    """En dashes for hyphens, in symbols too."""
    return re.sub("-", lambda _: random.choice("-–"), text)


def other_d(text: str, random: Random) -> str:
    """Ð for Đ everywhere, and D for Đ in half of the type codes of symbols."""
    damaged = _SYMBOL.sub(
        lambda m: m.group().replace("NĐ", random.choice(("NĐ", "ND"))).replace("QĐ", random.choice(("QĐ", "QD"))), text
    )
    return damaged.replace("Đ", "Ð")


def spaced_symbols(text: str, random: Random) -> str:
    """Spaces around the separators of symbols."""
    return _SYMBOL.sub(
        lambda m: re.sub(r"[-/]", lambda s: random.choice((" {} ", "{} ", " {}", "{}")).format(s.group()), m.group()),
        text,
    )


def broken_lines(text: str, random: Random) -> str:
    """Hard line breaks at random spaces inside paragraphs."""
    return re.sub(r"(?<=[^\n.;:]) (?=[^\n\-+])", lambda _: "\n" if random.random() < 0.06 else " ", text)


def bold(text: str, random: Random) -> str:
    """Markdown bold around random words and numbers."""
    return re.sub(r"(?<=\s)[\wĐđ]+(?=\s)", lambda m: f"**{m.group()}**" if random.random() < 0.04 else m.group(), text)


def old_tones(text: str, _: Random) -> str:
    """Old tone placement: hoà, Uỷ, khoá."""
    for new, old in _OLD_TONES.items():
        text = re.sub(rf"(?<![qQ]){new}(?!\w)", old, text)
        text = re.sub(rf"(?<![qQ]){new.capitalize()}(?!\w)", old.capitalize(), text)
    return text


def misread_digits(text: str, random: Random) -> str:
    """Letters for digits: l for 1 and O for 0 in a third of the numbers of symbols."""

    def damage(match: re.Match[str]) -> str:
        if random.random() > 1 / 3:
            return match.group()
        return match.group().replace("1", "l", 1) if "1" in match.group() else match.group().replace("0", "O", 1)

    return re.sub(r"(?<=số )\d{2,4}(?=[-/])", damage, text)


def lost_diacritics(text: str, random: Random) -> str:
    """Some words without any diacritics."""

    def damage(match: re.Match[str]) -> str:
        if random.random() > _DROP_SHARE:
            return match.group()
        bare = "".join(c for c in unicodedata.normalize("NFD", match.group()) if not unicodedata.combining(c))
        return bare.replace("đ", "d").replace("Đ", "D")

    return re.sub(r"[^\W\d_]+", damage, text)


def confused_codes(text: str, _: Random) -> str:
    """DA for ĐA, HD for HĐ and back, in the codes of symbols."""
    return re.sub(r"(?<=[-/])ĐA(?=[-/])", "DA", text)


def padded(text: str, random: Random) -> str:
    """Lines set in from the margin, and a second space between some words."""
    doubled = re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda _: "  " if random.random() < 0.06 else " ", text)
    return re.sub(r"^(?=.)", lambda _: " " * random.randint(0, 8), doubled, flags=re.MULTILINE)


def wrapped(text: str, _: Random) -> str:
    """Hard line breaks where a page of some 80 letters ends; the rows of tables stay."""
    return "\n".join(piece for line in text.split("\n") for piece in _wrapped(line))


def set_apart(text: str, random: Random) -> str:
    """A page as :func:`wrapped` with a blank line behind each line."""
    return "\n\n".join(wrapped(text, random).split("\n"))


def paged(text: str, random: Random) -> str:
    """The number of the page after every 40 lines of a page as :func:`wrapped`, nothing blank around it."""
    lines = wrapped(text, random).split("\n")
    pages = (lines[low : low + _PAGE] for low in range(0, len(lines), _PAGE))
    return "\n".join("\n".join([str(number), *page] if number > 1 else page) for number, page in enumerate(pages, 1))


def lost_spaces(text: str, random: Random) -> str:
    """No space behind some commas and semicolons."""
    return re.sub(r"(?<=[^\W\d][,;]) (?=[^\W\d])", lambda _: "" if random.random() < _DROP_SHARE else " ", text)


def _wrapped(line: str) -> list[str]:
    return [line] if "|" in line or len(line) < _WIDTH else textwrap.wrap(line, _WIDTH, break_long_words=False)


PERTURBATIONS: dict[str, Perturbation] = {
    "NFD": decomposed,
    "dashes": long_dashes,
    "Đ/Ð/D": other_d,
    "spaces": spaced_symbols,
    "line breaks": broken_lines,
    "bold": bold,
    "old tones": old_tones,
    "l/1 O/0": misread_digits,
    "lost marks": lost_diacritics,
    "ĐA/DA": confused_codes,
    "padding": padded,
    "wrapped": wrapped,
    "set apart": set_apart,
    "pages": paged,
    "lost spaces": lost_spaces,
}


def battered(text: str, random: Random) -> str:
    """All kinds of damage at once, but for the form of letters."""
    for damage in PERTURBATIONS.values():
        text = damage(text, random)
    return unicodedata.normalize("NFC", text)
