"""How long to wait: backing off, asking again, giving up."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.pacing import LONGEST_POLL_WAIT, MOST_SEND_TRIES, poll_wait, read_wait, send_wait

HALF_HOUR = timedelta(minutes=30)
chances = st.floats(min_value=0, max_value=1)


@given(st.integers(min_value=0, max_value=10_000), chances)
def test_a_failing_source_is_asked_ever_less_often_and_never_given_up(failures: int, chance: float) -> None:
    wait = poll_wait(HALF_HOUR, failures, 0.0, chance)
    assert HALF_HOUR * 0.9 <= wait <= LONGEST_POLL_WAIT * 1.1


def test_each_failure_doubles_the_wait() -> None:
    waits = [poll_wait(HALF_HOUR, failures, 0.0, 0.5) for failures in range(4)]
    assert waits == [HALF_HOUR, HALF_HOUR * 2, HALF_HOUR * 4, HALF_HOUR * 8]


def test_a_server_that_asks_for_rest_gets_it() -> None:
    assert poll_wait(HALF_HOUR, 1, 7200.0, 0.5) == timedelta(hours=2)


def test_a_page_is_tried_a_few_times_and_then_the_feed_s_own_words_are_read() -> None:
    waits = [read_wait(tries) for tries in range(1, 6)]
    assert waits[0] is not None
    assert waits == sorted(filter(None, waits)) + [None] * waits.count(None)
    assert waits[-1] is None


@given(st.integers(min_value=1, max_value=100), st.floats(min_value=0, max_value=10**6), chances)
def test_a_delivery_waits_at_most_an_hour_and_is_dead_after_the_last_try(
    tries: int, asked: float, chance: float
) -> None:
    wait = send_wait(tries, asked, chance)
    assert (wait is None) == (tries >= MOST_SEND_TRIES)
    assert wait is None or timedelta(0) < wait <= timedelta(hours=1.1)
