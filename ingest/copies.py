"""The same document in several files: a .docx and its signed .pdf, or a scan of it.

All files of one key stay with their document: each claims what it says, and one of them speaks for the document
(:mod:`graph.claims`). Where they differ is for an audit to tell; here the user learns that a file is not the only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from graph.likeness import NEAR, likeness
from graph.lookups import document_files
from graph.store import Batch, Store

_ANOTHER = "Là một bản nữa của văn bản đã có trong kho. Xem các bản và chỗ khác nhau: cancu show, cancu audit."


def remarks_on_copies(store: Store, batch: Batch) -> Iterator[str]:
    """Tell that a file is the document of ``batch`` already, and where the texts are not alike, in Vietnamese.

    What is said of copies is the same for all, and said once of each, so that a report of a folder of them stays short.
    """
    source, document = batch.source, batch.document
    if source is None or document is None:
        return
    said = False
    for row in document_files(store, document.key):
        if row["sha256"] in {source.sha256, batch.retract}:
            continue
        alike = likeness(source.text, str(row["text"]))
        name, file = document.symbol or document.key, PurePath(str(row["path"])).name
        if alike >= NEAR:
            if not said:
                yield _ANOTHER
            said = True
        else:
            yield (
                f"Cùng số, cơ quan ban hành và thời kỳ với {file} ({name}) nhưng chữ chỉ giống {alike:.0%}. "
                f"Hãy đối chiếu hai tệp: cancu show {name}."
            )
