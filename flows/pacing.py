"""When to try again. Pure: what happened and how often in, how long to wait out."""

from __future__ import annotations

from datetime import timedelta

LONGEST_POLL_WAIT = timedelta(days=1)  # a failing source is asked once a day, and never given up
LONGEST_SEND_WAIT = timedelta(hours=1)
MOST_SEND_TRIES = 80  # about three days of trying, so that a mail server may be ill over a weekend; then a person looks
MOST_IN_A_ROW = 3  # failures after which it is the channel that is ill, not the message
PROBE_WAIT = timedelta(minutes=15)  # a channel that refuses us is probed this often, with one message
READ_WAITS = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))  # then the feed's own words are read
JITTER = 0.2  # of the wait: many that failed together do not come back together


def poll_wait(interval: timedelta, failures: int, asked: float, chance: float) -> timedelta:
    """The wait until a source's next poll: its interval, doubled for each failure in a row up to a day.

    `asked`: seconds that the server asked for (Retry-After), honoured as a least wait. `chance`: 0 to 1."""
    wait = min(interval * 2 ** min(failures, 12), max(interval, LONGEST_POLL_WAIT))
    return max(_jittered(wait, chance), timedelta(seconds=asked))


def read_wait(tries: int) -> timedelta | None:
    """The wait until a page is tried again after `tries` failures; None: no more."""
    return READ_WAITS[tries - 1] if tries <= len(READ_WAITS) else None


def hub_wait(tries: int) -> timedelta:
    """The wait until a hub that did not answer is asked again, after `tries` unanswered requests before this one."""
    return min(timedelta(hours=1) * (1 << min(tries, 12)), LONGEST_POLL_WAIT)


def send_wait(tries: int, asked: float, chance: float) -> timedelta | None:
    """The wait until a delivery is tried again after `tries` tries; None: it is dead."""
    if tries >= MOST_SEND_TRIES:
        return None
    wait = min(timedelta(seconds=15) * (1 << min(tries, 12)), LONGEST_SEND_WAIT)
    return max(_jittered(wait, chance), _asked(asked))


def channel_wait(failures: int, refused: bool, asked: float) -> timedelta:
    """How long nothing is sent to a channel after `failures` in a row. `refused`: it refused us, not a message."""
    if refused:
        return max(PROBE_WAIT, _asked(asked))
    if failures < MOST_IN_A_ROW:
        return _asked(asked)
    return max(min(timedelta(seconds=15) * (1 << min(failures, 12)), PROBE_WAIT), _asked(asked))


def is_ill(failures: int, refused: bool) -> bool:
    """Whether a channel is probed with one message before it gets the others."""
    return refused or failures >= MOST_IN_A_ROW


def _asked(seconds: float) -> timedelta:
    return min(timedelta(seconds=seconds), LONGEST_SEND_WAIT)


def _jittered(wait: timedelta, chance: float) -> timedelta:
    return wait * (1 - JITTER / 2 + JITTER * chance)
