"""A value that travels between processes folded up, and is unfolded only where somebody looks into it."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Folded(Generic[_T]):
    """Holds a value; pickled it is the bytes of that value, which become one again when they are asked for.

    >>> pickle.loads(pickle.dumps(Folded([1, 2]))).value
    [1, 2]
    """

    __slots__ = ("_found", "_unfold")

    def __init__(self, value: _T) -> None:
        self._unfold: Callable[[], _T] | None = None
        self._found = value

    @property
    def value(self) -> _T:
        """What was folded up."""
        if self._unfold is not None:
            self._found, self._unfold = self._unfold(), None
        return self._found

    @property
    def is_folded(self) -> bool:
        """Whether nobody has looked into it yet."""
        return self._unfold is not None

    def __reduce__(self) -> tuple[Callable[[bytes], Folded[_T]], tuple[bytes]]:
        return _arrived, (pickle.dumps(self.value, pickle.HIGHEST_PROTOCOL),)


def _arrived(data: bytes) -> Folded[_T]:
    folded: Folded[_T] = Folded.__new__(Folded)
    folded._unfold = lambda: pickle.loads(data)  # noqa: S301, SLF001 - it came within a pickle of the same sender
    return folded
