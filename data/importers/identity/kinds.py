"""What the words over the numbers of a sheet say they are: published, provisional, or no scores."""

from collections.abc import Iterable, Iterator

from data.importers.sheets.head import Text, asked
from data.importers.sheets.readings import Finding
from data.importers.spelling.folding import bare, fold, says, without, words
from data.importers.spelling.identity_words import identity_words
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode


def kind_said(texts: Iterable[Text]) -> tuple[SheetKind, Text] | None:
    """Give the kind of scores that the texts say, and the first text that says it."""
    said = identity_words()
    plains = [(bare(text.text), text) for text in texts]
    for kind, listed in (
        (SheetKind.PROVISIONAL, said.provisional),
        (SheetKind.RESULT, said.result),
    ):
        for plain, text in plains:
            if says(plain, listed):
                return kind, text
    return None


def doubtful_words(texts: Iterable[Text]) -> Iterator[Finding]:
    """Ask about each text that speaks of something else than published scores."""
    for text in texts:
        plain = bare(identity_words().scale.sub(" ", fold(text.text)))
        for doubt, listed in identity_words().kinds.items():
            if says(plain, listed):
                yield asked(ProblemCode.ASK_KIND, doubt, text)
                break


def strange_headings(headings: Iterable[Text]) -> Iterator[Finding]:
    """Ask about headings over a year that say something, and nothing of scores."""
    scores = tuple(
        map(bare, (*identity_words().result, *words().totals, *words().instruments)),
    )
    for text in headings:
        plain = bare(text.text)
        beside = without(plain, words().around["year"])
        if any(map(str.isalpha, beside)) and not says(plain, scores):
            yield asked(ProblemCode.ASK_KIND, Doubt.NO_SCORE_WORD, text)
