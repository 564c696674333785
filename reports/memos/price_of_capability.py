"""Memo P: what a given capability costs, how fast that falls, and how well the pace is known."""

from reports.figures import Memo
from reports.memos.price_parts import (
    certainty,
    evidence,
    front,
    kinds,
    limits,
    pace,
    tasks,
)

MEMO = Memo(
    id="price_of_capability",
    letter="P",
    title="The price of capability",
    figures=[
        *front.FIGURES,
        *pace.FIGURES,
        *certainty.FIGURES,
        *kinds.FIGURES,
        *evidence.FIGURES,
        *tasks.FIGURES,
        *limits.FIGURES,
    ],
)
