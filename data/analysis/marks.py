"""Which mark a stored score carries."""

import pandas as pd

from data.analysis.indicators import Mark


def score_marks(scores: pd.DataFrame) -> "pd.Series[str]":
    """Give the mark of each score by its columns provisional and revised: "", "r" or "p".

    A provisional score that was revised is still provisional.
    """
    marks = pd.Series(Mark.NONE.value, index=scores.index, dtype="str")
    revised = marks.mask(scores["revised"].astype(bool), Mark.REVISED.value)
    return revised.mask(scores["provisional"].astype(bool), Mark.PROVISIONAL.value)
