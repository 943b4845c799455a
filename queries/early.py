"""Citations of documents that were issued only after the day of the citing text: one of the two days must be wrong.

The day of issue is that of the cited text, else that of the reference table; of other normative law the year in its
number tells. What is otherwise to be said of the document by its days, as that it was not yet in force, says no more.
"""

from __future__ import annotations

from functools import cache

from data.tables import known_laws
from graph.model import Validity
from graph.reference import key_of_law
from graph.store import Params, Row, Store
from graph.validity import OPEN
from queries.base import ask
from queries.dated import Dated
from queries.findings import Case
from queries.judging import Judgement


def early_cases(store: Store, scope: Params, dated: Dated) -> list[Case]:
    """Findings about such citations; what ``dated`` says of them by the days of the document is taken back."""
    found: list[Case] = []
    issued = _issued()
    params: Params = {**scope, "issued": [f"{day}{key}" for key, day in sorted(issued.items())]}
    for row in ask(store, "audit.early", params):
        citing, cited, day = str(row["citing"]), str(row["cited"]), str(row["date"])
        known = str(row["own"] or "") or issued.get(cited, "")
        if known and known <= day:
            continue  # the year in the number is later, but not the day of issue
        for kind, sort in dated.said_of(citing, cited, day).items():
            if kind != "needs_review":
                dated.spare(citing, cited, sort)
        said = {"said": known or cited.split(":")[2], "settled": None, "candidates": None}
        found.append(Case(_with(row, said), Judgement("anachronistic", Validity()), issued=True))
    return found


def _with(row: Row, said: dict[str, str | None]) -> Row:
    return {**row, **said}


@cache
def _issued() -> dict[str, str]:
    """The days of issue in the reference table that are proved, by key."""
    rows = ((key_of_law(law), law.issued) for law in known_laws() if law.certainty != OPEN)
    return {key: day.isoformat() for key, day in rows if key is not None and day is not None}
