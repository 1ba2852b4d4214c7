"""The steps of a run as plain functions: safe to repeat, no Prefect in them."""

from flows.steps.poll import poll
from flows.steps.read import read
from flows.steps.record import record
from flows.steps.send import deliver
from flows.steps.subscribe import subscribe

__all__ = ["deliver", "poll", "read", "record", "subscribe"]
