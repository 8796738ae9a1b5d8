"""What was read of a store, kept until what it stands on is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

from queries.subjects import Subject, note, noting

MOST: Final = 64
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class _Known:
    """An answer, the subjects of the statements that were asked for it, and their state then."""

    value: object
    reads: tuple[Subject, ...]
    state: tuple[int, ...]


@dataclass(slots=True)
class Answers:
    """The answers of one store; `revisions` grow with every committed change of a subject."""

    revisions: dict[Subject, int]
    kept: dict[str, _Known] = field(default_factory=dict)

    def once(self, key: str, make: Callable[[], Answer]) -> Answer:
        """Give what `make` gives, made again when what it read was written."""
        known = self.kept.pop(key, None)
        if known is None or known.state != self._state(known.reads):
            # Taken before: what is written meanwhile makes the answer one of yesterday.
            before = dict(self.revisions)
            with noting() as noted:
                value: object = make()
            reads = tuple(noted.reads)
            known = _Known(value, reads, tuple(before[subject] for subject in reads))
        else:
            note(frozenset(known.reads))
        self.kept[key] = known
        for oldest in list(self.kept)[:-MOST]:
            self.kept.pop(oldest, None)
        return cast("Answer", known.value)

    def _state(self, subjects: tuple[Subject, ...]) -> tuple[int, ...]:
        return tuple(self.revisions[subject] for subject in subjects)
