"""Ratios of what was measured in the same rounds, with the span in which the truth lies 95 times in 100.

The span is found by drawing rounds again and again from those there were (the bootstrap). A round stays together, so
that a slow moment which hit both counts against neither.
"""

import random
from statistics import median
from typing import NamedTuple

DRAWS = 1000


class Ratio(NamedTuple):
    value: float
    low: float
    high: float


def of_pairs(ours, theirs):
    """The median of the ratios of the rounds."""
    return _spanned([our / their for our, their in zip(ours, theirs)], median)


def of(measure, ours, theirs, their_measure=None):
    """How `measure` (a quantile, a mean, max) of ours relates to that of theirs, or to another measure of theirs."""
    def relation(rounds):
        return measure([our for our, _ in rounds]) / (their_measure or measure)([their for _, their in rounds])
    return _spanned(list(zip(ours, theirs)), relation)


def exactly(value):
    """What was counted, not compared."""
    return Ratio(value, value, value)


def quantile(share):
    """The measure that such a share of the numbers does not exceed."""
    return lambda numbers: sorted(numbers)[min(len(numbers) - 1, int(share * len(numbers)))]


def _spanned(rounds, measure):
    chance = random.Random(7)
    drawn = sorted(measure(chance.choices(rounds, k=len(rounds))) for _ in range(DRAWS))
    return Ratio(measure(rounds), drawn[int(0.025 * DRAWS)], drawn[int(0.975 * DRAWS)])
