from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.smallest_raise import Pool, smallest_raise

rates = st.fractions(min_value=Fraction(1, 20), max_value=1, max_denominator=20)
rooms = st.lists(st.integers(1, 3), max_size=2).map(lambda found: tuple(sorted(found)[::-1]))
small_pools = st.lists(st.builds(Pool, rates, st.integers(0, 3), rooms), min_size=1, max_size=3)
gaps = st.fractions(min_value=-1, max_value=8, max_denominator=20)


def every_way(pools, missing):
    """All steps that fulfil every pool and the total, by trying each combination."""
    per_pool = [list(product(*(range(room + 1) for room in pool.rooms))) for pool in pools]
    for steps in product(*per_pool):
        gain = sum(pool.rate * sum(taken) for pool, taken in zip(pools, steps, strict=True))
        enough = all(sum(taken) >= pool.needed for pool, taken in zip(pools, steps, strict=True))
        if enough and gain >= missing:
            yield steps


def cost(steps):
    """Steps taken, then scores moved."""
    flat = [taken for pool in steps for taken in pool]
    return sum(flat), sum(taken > 0 for taken in flat)


@settings(deadline=None)
@given(small_pools, gaps)
def test_no_other_way_has_fewer_steps_or_moves_fewer_scores(pools, missing):
    ways = list(every_way(pools, missing))

    found = smallest_raise(pools, missing)

    if not ways:
        assert found is None
    else:
        assert found in ways
        assert cost(found) == min(map(cost, ways))


def test_steps_are_taken_where_they_are_worth_most():
    cheap, dear = Pool(Fraction(1, 10), 0, (9,)), Pool(Fraction(1, 5), 0, (9,))
    assert smallest_raise([cheap, dear], Fraction(1)) == ((0,), (5,))


def test_what_a_pool_needs_counts_towards_the_total():
    needy, dear = Pool(Fraction(1, 10), 4, (9,)), Pool(Fraction(1, 5), 0, (9,))
    assert smallest_raise([needy, dear], Fraction(1)) == ((4,), (3,))


def test_a_last_step_stays_in_a_score_that_moves_anyway_when_that_is_as_short():
    needy, full, other = (
        Pool(Fraction(6, 100), 2, (9,)),
        Pool(Fraction(20, 100), 0, (1,)),
        Pool(Fraction(10, 100), 0, (9,)),
    )
    # 0.12 + 0.20 leave 0.05 of 0.37, which either of the others covers in one step.
    assert smallest_raise([needy, full, other], Fraction(37, 100)) == ((3,), (1,), (0,))


def test_the_roomiest_scores_go_up_first():
    pool = Pool(Fraction(1), 0, (4, 3, 2))
    assert smallest_raise([pool], Fraction(5)) == ((4, 1, 0),)


def test_nothing_has_to_move_when_nothing_is_missing():
    assert smallest_raise([Pool(Fraction(1), 0, (4,))], Fraction(-2)) == ((0,),)


def test_rooms_that_are_too_small_give_no_way():
    assert smallest_raise([Pool(Fraction(1), 0, (4,))], Fraction(5)) is None
    assert smallest_raise([Pool(Fraction(1), 5, (4,))], Fraction(0)) is None


def test_among_equal_ways_the_lowest_score_goes_up():
    higher, lower = Pool(Fraction(1), 0, (4,)), Pool(Fraction(1), 0, (5,))
    assert smallest_raise([higher, lower], Fraction(2)) == ((0,), (2,))


def test_among_equal_scores_the_step_that_adds_most_is_taken():
    little, much = Pool(Fraction(1, 2), 0, (4,)), Pool(Fraction(1), 0, (4,))
    assert smallest_raise([little, much], Fraction(1, 2)) == ((0,), (1,))
