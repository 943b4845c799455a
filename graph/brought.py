"""What a row of a table that a user brings calls its document, as it is kept beside the validity that the row tells."""

from __future__ import annotations

import json

from data.tables import KnownLaw
from graph.rows import date_of, date_text

BROUGHT = "import:"
"""How the origins of such tables begin."""

_SAID = ("symbol", "type", "name", "issuer", "note")


def law_text(law: KnownLaw) -> str:
    """The names of a row as JSON."""
    said = {name: value for name in _SAID if (value := getattr(law, name))}
    day = {"issued": date_text(law.issued)} if law.issued else {}
    return json.dumps({**said, "aliases": law.aliases, **day}, ensure_ascii=False)


def law_of(text: str) -> KnownLaw:
    """The names of a row from its JSON.

    >>> law_of(law_text(KnownLaw(symbol="9/2020/QH14", type="L", name="Luật Đê", certainty="open", source="x"))).name
    'Luật Đê'
    """
    said = json.loads(text)
    names = {name: said.get(name, "") for name in _SAID}
    return KnownLaw(
        **names, aliases=tuple(said["aliases"]), issued=date_of(said.get("issued")), certainty="open", source=""
    )
