"""Which measure of the stored plan each measure of a newer one is, by what it says.

A measure is known by its indicator, its items and the text of its action, never by its place
alone: rows are swapped, inserted and taken out. What the texts do not settle is left to a person.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from typing import Final, TypeVar

from data.importers.spelling.plan_words import squeeze
from data.importers.spelling.similarity import same_numbers, similarity
from data.model.choices import MeasureMatches, Place
from data.model.records import Measure

CLEAR: Final = 0.85
"""From here on two actions are one that was edited, when no other comes near it."""

LIKELY: Final = 0.7
"""The same for measures that say the same in everything but the action."""

MAYBE: Final = 0.5
"""From here on two actions of one indicator may be one that was rewritten: a person is asked."""

MARGIN: Final = 0.1
"""How much less alike every other measure must be for a pair to be clear."""

_MOST_PAIRS: Final = 10_000
_NEAR: Final = 20

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


def place_of(text: str) -> Place:
    """Read a place as it is written."""
    measure, dot, step = text.partition(".")
    return (int(measure), int(step)) if dot else int(measure)


def place_text(place: Place) -> str:
    """Write a place."""
    return str(place) if isinstance(place, int) else f"{place[0]}.{place[1]}"


@dataclass(frozen=True, slots=True)
class Wording:
    """What tells one measure from others; `details` is all that it says beside its action."""

    indicator: int
    items: tuple[str, ...]
    action: str
    details: tuple[str, ...]

    @property
    def action_and_items(self) -> Hashable:
        """Give what a measure keeps when only its details are edited."""
        return self.indicator, self.items, self.action


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of a stored measure.

    `withdrawn`: a newer plan no longer has the measure. `outdated`: this is not its newest version.
    `taken`: another sheet of the very file that is imported has it.
    """

    measure_id: str
    says: Wording
    sheet: str = ""
    withdrawn: bool = False
    outdated: bool = False
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Matching:
    """Which stored measure the measures of a sheet are, by their place in it from 1.

    `kept` gives the id of the stored measure; `asked` the ids among which a person must choose,
    the likeliest first. Whatever is in neither is new.
    """

    kept: Mapping[int, str]
    asked: Mapping[int, tuple[str, ...]]


def match_measures(
    stored: Sequence[StoredVersion], measures: Sequence[Measure], decided: MeasureMatches
) -> Matching:
    """Match the measures of one plan year one to one; decisions come before what texts tell."""
    matcher = _Matcher(stored, measures)
    matcher.decide(decided)
    matcher.pair_equal(lambda version: not version.outdated and not version.withdrawn)
    matcher.pair_equal(lambda version: not version.outdated)
    matcher.pair_equal(lambda version: version.outdated)
    matcher.pair_same_action()
    pairs = matcher.possible_pairs()
    matcher.pair_edited(pairs)
    return Matching(matcher.kept, matcher.questions(pairs))


def wording(measure: Measure) -> Wording:
    """Give what tells a measure from others; spaces do not."""
    texts = (measure.question, measure.analysis, measure.alignment, "\n".join(measure.steps))
    details = (*texts, measure.period_text, measure.responsible_text)
    action = squeeze(measure.action)
    return Wording(measure.indicator, measure.items, action, tuple(map(squeeze, details)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """A stored measure and one of the sheet that may be the same; `likeness` is 0 to 1."""

    position: int
    measure_id: str
    likeness: float
    is_edit: bool


class _Matcher:
    """Both sides of a matching, and what of them is settled."""

    def __init__(self, stored: Sequence[StoredVersion], measures: Sequence[Measure]) -> None:
        self.kept: dict[int, str] = {}
        self._new: set[int] = set()
        self._given_twice: dict[int, str] = {}
        self._stored = stored
        self._says = {at: wording(measure) for at, measure in enumerate(measures, start=1)}
        in_force = {version.sheet for version in stored if not version.withdrawn}
        self._sheet = measures[0].sheet if len(in_force) > 1 and measures else None

    def decide(self, decided: MeasureMatches) -> None:
        """Follow a person; who gives one stored measure to two is asked about the second."""
        known = {version.measure_id for version in self._stored}
        given: set[str] = set()
        for position in self._says:
            measure_id = decided.get(position)
            if measure_id is None:
                continue
            if not measure_id:
                self._new.add(position)
            elif measure_id in given:
                self._given_twice[position] = measure_id
            elif measure_id in known:
                self.kept[position] = measure_id
                given.add(measure_id)

    def pair_equal(self, counts: Callable[[StoredVersion], bool]) -> None:
        """Pair what says the very same; where the plan has fewer of them now, a person is asked."""
        stored = _grouped((version.says, version.measure_id) for version in self._free(counts))
        for says, positions in _grouped((says, at) for at, says in self._open()).items():
            ids = list(dict.fromkeys(stored.get(says, ())))
            if len(ids) <= len(positions):
                self.kept.update(zip(positions, ids, strict=False))

    def pair_same_action(self) -> None:
        """Pair what has the same action for the same items, where either side has it once."""
        stored = _grouped(
            (version.says.action_and_items, version.measure_id) for version in self._newest()
        )
        open_positions = _grouped((says.action_and_items, at) for at, says in self._open())
        for said, positions in open_positions.items():
            ids = stored.get(said, [])
            if len(ids) == len(positions) == 1:
                self.kept[positions[0]] = ids[0]

    def possible_pairs(self) -> list[_Pair]:
        """Give the pairs of which one may have become the other."""
        free = [version for version in self._newest() if not version.taken]
        by_action = _grouped((version.says.action, version) for version in free)
        by_indicator = _grouped((version.says.indicator, version) for version in free)
        rows = _grouped((says.indicator, (at, says)) for at, says in self._open())
        return [
            pair
            for indicator, open_rows in rows.items()
            for rank, (position, says) in enumerate(open_rows)
            for version in (
                *_near(by_indicator[indicator], rank, len(open_rows)),
                *_elsewhere(by_action[says.action], indicator),
            )
            if (pair := self._pair(position, says, version))
        ]

    def pair_edited(self, pairs: Sequence[_Pair]) -> None:
        """Pair what was edited a little, where nothing else comes near on either side."""
        for_new = _best_two((pair.position, pair.likeness) for pair in pairs)
        for_stored = _best_two((pair.measure_id, pair.likeness) for pair in pairs)
        for pair in pairs:
            rivals = [*for_new[pair.position], *for_stored[pair.measure_id]]
            near = sum(likeness > pair.likeness - MARGIN for likeness in rivals)
            # The pair itself is counted on both of its sides.
            if pair.is_edit and near == 2:
                self.kept[pair.position] = pair.measure_id

    def questions(self, pairs: Iterable[_Pair]) -> dict[int, tuple[str, ...]]:
        """Give what may be one measure and is not settled."""
        taken = set(self.kept.values())
        likeliest = sorted(pairs, key=lambda pair: (pair.position, -pair.likeness))
        free = [
            (pair.position, pair.measure_id)
            for pair in likeliest
            if pair.position not in self.kept and pair.measure_id not in taken
        ]
        ids = _grouped([*self._given_twice.items(), *free])
        return {position: tuple(found) for position, found in ids.items()}

    def _pair(self, position: int, says: Wording, version: StoredVersion) -> _Pair | None:
        stored = version.says
        same_items = (stored.indicator, stored.items) == (says.indicator, says.items)
        if stored.indicator != says.indicator and stored.action != says.action:
            return None
        likeness = similarity(stored.action, says.action)
        if likeness < MAYBE and (version.withdrawn or not same_items):
            return None
        elsewhere = self._sheet not in {None, version.sheet}
        needed = LIKELY if stored.details == says.details else CLEAR
        edited = likeness >= needed and same_numbers(stored.action, says.action)
        is_edit = same_items and edited and not elsewhere
        return _Pair(position, version.measure_id, likeness, is_edit)

    def _open(self) -> list[tuple[int, Wording]]:
        settled = self._new | set(self.kept) | set(self._given_twice)
        return [(at, says) for at, says in self._says.items() if at not in settled]

    def _newest(self) -> Iterator[StoredVersion]:
        return self._free(lambda version: not version.outdated)

    def _free(self, counts: Callable[[StoredVersion], bool]) -> Iterator[StoredVersion]:
        taken = set(self.kept.values())
        return (one for one in self._stored if counts(one) and one.measure_id not in taken)


def _near(stored: Sequence[StoredVersion], rank: int, rows: int) -> Sequence[StoredVersion]:
    """Give the stored measures of an indicator that a row of it may be compared with.

    All of them in a plan people write; where hundreds were rewritten at once, those that stand
    about as far down, so that the time grows with the plan and not with its square.
    """
    if rows * len(stored) <= _MOST_PAIRS:
        return stored
    middle = rank * len(stored) // rows
    return stored[max(0, middle - _NEAR) : middle + _NEAR]


def _elsewhere(stored: Sequence[StoredVersion], indicator: int) -> Iterator[StoredVersion]:
    """Give the first measures of other indicators among those of the same action."""
    return islice((one for one in stored if one.says.indicator != indicator), _NEAR)


def _best_two(likenesses: Iterable[tuple[_Key, float]]) -> dict[_Key, list[float]]:
    """Give the two greatest likenesses of each: only the first can be clear, by the second."""
    return {key: nlargest(2, found) for key, found in _grouped(likenesses).items()}


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, list[_Value]]:
    grouped: defaultdict[_Key, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        grouped[key].append(value)
    return grouped
