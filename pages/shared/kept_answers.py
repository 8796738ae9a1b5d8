"""Answers kept as long as what they stand on: a report leaves those about scores alone."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from data.database import Database
from data.framework import catalogue_revision
from data.model.thai_time import today
from queries.subjects import Subject, note, noting

MOST: Final = 768


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer, the subjects of the statements that were asked for it, and their state then."""

    value: object
    subjects: frozenset[Subject]
    state: tuple[object, ...]


@dataclass(slots=True)
class KeptAnswers:
    """The answers of all visitors, each key made by one of them while the others wait.

    What a function reads is noted while it runs, through every function it asks that is kept.
    """

    kept: OrderedDict[str, _Kept] = field(default_factory=OrderedDict)
    making: dict[str, threading.RLock] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, key: str, database: Database, make: Callable[[], object]) -> object:
        """Give the answer kept under this key, made anew when what it stands on has changed."""
        answer = self._current(key, database)
        if answer is None:
            with self.lock:
                turn = self.making.setdefault(key, threading.RLock())
            try:
                with turn:
                    answer = self._current(key, database) or self._made(key, database, make)
            finally:
                self.making.pop(key, None)
        note(answer.subjects)
        return answer.value

    def _current(self, key: str, database: Database) -> _Kept | None:
        with self.lock:
            answer = self.kept.get(key)
            if answer is None or answer.state != _state(database, answer.subjects):
                return None
            self.kept.move_to_end(key)
            return answer

    def _made(self, key: str, database: Database, make: Callable[[], object]) -> _Kept:
        # Taken before: what is written meanwhile makes the answer one of yesterday.
        every = frozenset(Subject)
        before = dict(zip(every, database.state(every), strict=True))
        always = _always()
        with noting() as noted:
            value = make()
        subjects = frozenset(noted.reads)
        answer = _Kept(value, subjects, (*always, *(before[subject] for subject in subjects)))
        with self.lock:
            self.kept[key] = answer
            while len(self.kept) > MOST:
                self.kept.popitem(last=False)
        return answer


def _state(database: Database, subjects: frozenset[Subject]) -> tuple[object, ...]:
    return (*_always(), *database.state(subjects))


def _always() -> tuple[object, ...]:
    """Give what any answer may stand on beside the store: the catalogue held, and the day."""
    return catalogue_revision(), today()
