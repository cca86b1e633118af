"""Turns: all contestants act in each round, in an order drawn anew, so that what slows the machine slows each alike."""

import random
import time


def take(contestants, rounds, act, pace=0.0, warm_up=1, seed=3):
    """`{name: [act(contestant, round), …]}`. A round lasts at least `pace` seconds; those of the warm-up are dropped.

    A person types a few keys a second; a program that is asked faster has everything still in its caches, and all look
    twice as good as they are.
    """
    order, chance = list(contestants.items()), random.Random(seed)
    results = {name: [] for name in contestants}
    for number in range(-warm_up, rounds):
        chance.shuffle(order)
        until = time.monotonic() + pace
        for name, contestant in order:
            result = act(contestant, number + warm_up)
            if number >= 0:
                results[name].append(result)
        time.sleep(max(0.0, until - time.monotonic()))
    return results
