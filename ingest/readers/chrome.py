"""What a portal puts around a document: menus, paths, related news, comments, its footer. Taken off before reading.

Where the document begins and ends is told by its own marks, the national title and "Nơi nhận": what stands before the
element that holds both is no part of it. Other chrome is told by the element (``nav``, ``footer``), by its name (class,
id, role) and by being mostly links. Nothing that holds a mark of a document is ever taken off.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from graph.text import fold

_CHROME_TAGS = frozenset({"nav", "footer", "aside", "menu", "dialog"})
_CHROME_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog"}
)
_CHROME_NAMES = frozenset({
    "ads", "advert", "banner", "binhluan", "breadcrumb", "breadcrumbs", "comment", "comments", "copyright", "footer",
    "lienquan", "login", "menu", "nav", "navbar", "navigation", "pagination", "paging", "popup", "quangcao", "rating",
    "related", "search", "share", "sharing", "sidebar", "social", "tags", "tinkhac", "tinlienquan", "toolbar", "topbar",
    "widget",
})  # fmt: skip
_LISTS = frozenset({"ul", "ol", "div", "section", "table", "td", "dl"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TITLE = "cong hoa xa hoi chu nghia viet nam"
_PARTY_TITLE = "dang cong san viet nam"
_RECIPIENTS = "noi nhan"
_MARK = re.compile(rf"{_TITLE}|{_PARTY_TITLE}|^\s*noi nhan\s*:?|^\s*so\s*:\s*\d+\s*/|^\s*dieu\s+1\b")
_LINK_SHARE = 0.8
_LEAST_LINKS = 3


def take_off_chrome(root: HtmlElement) -> None:
    """Remove from the tree what is not the document; a page that is nothing but a document stays as it is."""
    inside: set[HtmlElement] = set()
    document = _document(root)
    if document:
        holders = list(document[0].iterancestors())
        _drop_before(holders[0])
        inside = set(holders).union(*(branch.iter() for branch in document))
    page = _Page(root)
    waiting = [root]
    while waiting:
        element = waiting.pop()
        is_inside = element in inside or element.tag in {"html", "body"}
        if _is_hidden(element) or (page.is_chrome(element, by_links=not is_inside) and element is not root):
            _drop(element)
        else:
            waiting.extend(child for child in element if isinstance(child.tag, str))


class _Page:
    """What elements hold, summed up once for the whole page."""

    def __init__(self, root: HtmlElement) -> None:
        self._letters: Counter[HtmlElement] = Counter()
        self._linked: Counter[HtmlElement] = Counter()
        self._links: Counter[HtmlElement] = Counter()
        self._marked: set[HtmlElement] = set()
        for element in reversed(list(root.iter())):
            self._add(element)
        for element, said in _said(root):
            if _MARK.search(said):
                self._mark(element)

    def is_chrome(self, element: HtmlElement, *, by_links: bool) -> bool:
        """Whether an element is no part of a document, as its name says or, if it may tell that, its links."""
        if element in self._marked or element.tag in {"html", "body", "head"}:
            return False
        return _is_named_chrome(element) or (by_links and self._is_mostly_links(element))

    def _add(self, element: HtmlElement) -> None:
        self._letters[element] += len((element.text or "").strip())
        if element.tag == "a" and element.get("href") is not None:
            self._linked[element], self._links[element] = self._letters[element], 1
        parent = element.getparent()
        if parent is not None:
            self._letters[parent] += self._letters[element] + len((element.tail or "").strip())
            self._linked[parent] += self._linked[element]
            self._links[parent] += self._links[element]

    def _mark(self, element: HtmlElement) -> None:
        for holder in (element, *element.iterancestors()):
            if holder in self._marked:
                return
            self._marked.add(holder)

    def _is_mostly_links(self, element: HtmlElement) -> bool:
        enough = element.tag in _LISTS and self._links[element] >= _LEAST_LINKS
        return enough and self._linked[element] >= _LINK_SHARE * self._letters[element]


def _document(root: HtmlElement) -> list[HtmlElement]:
    """The elements side by side from the one with a national title to the one with the last recipients after it."""
    titles: list[HtmlElement] = []
    begins: HtmlElement | None = None
    ends: HtmlElement | None = None
    for element, said in _said(root):
        if ends is None and (_TITLE in said or _PARTY_TITLE in said):
            titles.append(element)
        elif said.lstrip().startswith(_RECIPIENTS) and titles:
            begins, ends = titles[-1], element
    if begins is None or ends is None:
        return []
    above = {ends, *ends.iterancestors()}
    branches = [begins, *begins.iterancestors()]
    holder = next(number for number, element in enumerate(branches) if element in above)
    if holder == 0 or branches[holder] is ends:
        return []
    found: list[HtmlElement] = []
    branch: HtmlElement | None = branches[holder - 1]
    while branch is not None:
        found.append(branch)
        if branch in above:
            return found
        branch = branch.getnext()
    return []


def _said(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Each stretch of text, folded, with the element that it stands in."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and element.text.strip():
            yield element, " ".join(fold(element.text).split())
        parent = element.getparent()
        if parent is not None and element.tail and element.tail.strip():
            yield parent, " ".join(fold(element.tail).split())


def _drop_before(document: HtmlElement) -> None:
    """Remove all that stands before ``document`` in the page."""
    child = document
    for ancestor in document.iterancestors():
        for sibling in list(child.itersiblings(preceding=True)):
            if sibling.tag != "head":
                sibling.tail = None
                ancestor.remove(sibling)
        ancestor.text = None
        child = ancestor


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _is_named_chrome(element: HtmlElement) -> bool:
    if element.tag in _CHROME_TAGS or (element.get("role") or "").casefold() in _CHROME_ROLES:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    words = [[word.casefold() for word in _WORD.findall(name)] for name in names]
    return any(not _CHROME_NAMES.isdisjoint((*parts, "".join(parts))) for parts in words)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
