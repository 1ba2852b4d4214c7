"""The tables. One noun, one table; moments are aware and in UTC; amounts are exact (text inside JSON), never floats.

Captures are the record; releases, figures, changes and alerts are read from them and can be read again.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware datetime in UTC. SQLite forgets zones, so they are put back on the way out; a naive one is a bug."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: every moment in the store is aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")  # SQLite counts rows in an INTEGER only


def _id() -> sa.Column[int]:
    return sa.Column("id", BigId, primary_key=True, autoincrement=True)


def _ref(name: str, target: str, *, nullable: bool = False, index: bool = True) -> sa.Column[int]:
    return sa.Column(name, BigId, sa.ForeignKey(f"{target}.id", ondelete="CASCADE"), nullable=nullable, index=index)


def _text(name: str, default: str = "", **more: Any) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default=default, default=default, **more)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0", default=0)


source = sa.Table(
    "source",
    metadata,
    _id(),
    sa.Column("slug", sa.Text, nullable=False, unique=True),
    _text("name"),
    _text("url"),
    _text("kind", "feed"),
    _text("state", "active"),  # active; gone: the server answered 410; removed: no longer in the seeds
    _text("etag"),
    _text("last_modified"),
    _text("digest"),  # of the last body, to skip one that has not changed
    _text("moved_to"),
    _count("moved_times"),  # equal permanent redirects in a row; the third is believed
    _count("failures"),  # in a row
    _text("error"),
    sa.Column("polled_at", Moment),
    sa.Column("good_at", Moment),  # the last poll that was read
    sa.Column("due_at", Moment, nullable=False, index=True),
    sa.Column("news_at", Moment),  # the last poll that found something new
    sa.Column("habit", sa.JSON, nullable=True),  # the flows.tempo.Habit
    sa.Column("drive", sa.Float, nullable=True),  # its mean: how much of the budget the source draws
    _text("leased_by"),
    sa.Column("leased_until", Moment),
)

host = sa.Table(
    "host",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("rest_until", Moment, nullable=False),  # Retry-After, honoured for the host
)

# Where the hub of a feed pushes what is new (WebSub). A row for each source whose feed names a hub.
subscription = sa.Table(
    "subscription",
    metadata,
    sa.Column(
        "source_id", BigId, sa.ForeignKey("source.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    ),
    sa.Column("hub", sa.Text, nullable=False),
    sa.Column("topic", sa.Text, nullable=False),  # the feed's address as the hub knows it
    sa.Column("token", sa.Text, nullable=False, unique=True),  # the path that the hub calls
    sa.Column("secret", sa.Text, nullable=False),  # with which it signs
    _count("tries"),  # unanswered requests in a row
    _text("error"),
    sa.Column("ask_at", Moment, nullable=False, index=True),  # when the hub is asked next
    sa.Column("until", Moment),  # the hub pushes until then, as it said
    sa.Column("pushed_at", Moment),
    sa.Column("missed_at", Moment),  # the last poll that found what was not pushed
)

body = sa.Table(
    "body",
    metadata,
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("zlib", sa.LargeBinary, nullable=False),
)

capture = sa.Table(
    "capture",
    metadata,
    _id(),
    _text("url", index=True),
    _text("final_url"),
    _text("kind", "page"),  # page, or feed: what was polled; kept for different times
    sa.Column("fetched_at", Moment, nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("headers", sa.JSON, nullable=False),
    _text("media_type"),
    _text("charset"),
    sa.Column("digest", sa.Text, sa.ForeignKey("body.digest"), nullable=False, index=True),
    sa.Index("ix_capture_kind_fetched_at", "kind", "fetched_at"),
)

# Pushes that wait to be read.
push = sa.Table(
    "push",
    metadata,
    _id(),
    _ref("source_id", "source"),
    _ref("capture_id", "capture"),
    sa.Column("received_at", Moment, nullable=False),
)

entry = sa.Table(
    "entry",
    metadata,
    _id(),
    _ref("source_id", "source", index=False),
    sa.Column("key", sa.Text, nullable=False),  # digest of the feed's id for it
    _text("url"),
    _text("title"),
    sa.Column("published", Moment),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Column("baseline", sa.Boolean, nullable=False, server_default=sa.false(), default=False),
    _text("fingerprint"),  # of what the feed says of it; another one means: read again
    sa.Column("feed_words", sa.JSON, nullable=False),  # the parsers.types.Entry
    _text("state", "unread"),  # unread, read, failed
    _count("tries"),
    _text("error"),
    sa.Column("due_at", Moment, nullable=False),
    _text("leased_by"),
    sa.Column("leased_until", Moment),
    sa.Column("release_id", BigId, sa.ForeignKey("release.id", ondelete="SET NULL"), nullable=True, index=True),
    sa.UniqueConstraint("source_id", "key"),
    sa.Index("ix_entry_state_due_at", "state", "due_at"),
)

release = sa.Table(
    "release",
    metadata,
    _id(),
    _ref("source_id", "source"),
    sa.Column("url_key", sa.Text, nullable=False, index=True),  # digest of the canonical address
    _text("url"),
    _text("title"),
    _text("language"),
    _text("site"),
    sa.Column("published", Moment, nullable=False, index=True),  # when nobody says, the moment we saw it
    _text("published_by"),
    sa.Column("seen_at", Moment, nullable=False),
    _text("capture"),  # digest
    _text("text_digest", index=True),
    sa.Column("reading", sa.JSON, nullable=False),  # the parsers.types.Release
    sa.Column("has_text", sa.Boolean, nullable=False, server_default=sa.true(), default=True),  # still, in `reading`
    sa.Column("copy_of", BigId, sa.ForeignKey("release.id", ondelete="SET NULL"), nullable=True, index=True),
    sa.Index("ix_release_has_text_seen_at", "has_text", "seen_at"),
)

# A few fingerprints of each release with figures: prints of one press release share some of them.
release_piece = sa.Table(
    "release_piece",
    metadata,
    sa.Column("piece", sa.BigInteger, primary_key=True),
    sa.Column("release_id", BigId, sa.ForeignKey("release.id", ondelete="CASCADE"), primary_key=True),
)

figure = sa.Table(
    "figure",
    metadata,
    _id(),
    _ref("release_id", "release"),
    sa.Column("place", sa.Integer, nullable=False),  # order in the release
    sa.Column("metric", sa.Text, nullable=False),
    _text("actor"),  # as alerts print it
    sa.Column("change", sa.Text, nullable=False),  # a parsers.types.ChangeKind
    _text("reason"),
    sa.Column("prior_id", BigId, sa.ForeignKey("figure.id", ondelete="SET NULL"), nullable=True),
    sa.Column("published", Moment, nullable=False),
    sa.Column("reading", sa.JSON, nullable=False),  # the parsers.types.Figure
    sa.Column("prior_quantity", sa.JSON, nullable=True),
)

# The index behind "what do we already know of these actors?": a row for each amount that a telling figure prints.
# Figures that repeat have no rows. `value` only narrows the search, so a float will do; the figure itself is exact.
known = sa.Table(
    "known",
    metadata,
    sa.Column("actor_key", sa.Text, nullable=False),  # a company's slug, or the folded name of another actor
    sa.Column("metric", sa.Text, nullable=False),
    sa.Column("published", Moment, nullable=False),
    _ref("figure_id", "figure"),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("value", sa.Float, nullable=False),
    sa.PrimaryKeyConstraint("actor_key", "metric", "published", "figure_id", "unit", "value"),
    sa.Index("ix_known_actor_key_unit_value", "actor_key", "unit", "value"),
)

doubt = sa.Table(
    "doubt",
    metadata,
    _id(),
    _ref("release_id", "release"),
    _text("exact"),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    _text("reason"),
)

alert = sa.Table(
    "alert",
    metadata,
    _id(),
    sa.Column("fingerprint", sa.Text, nullable=False, unique=True),
    _ref("release_id", "release"),
    _text("actor"),
    _text("subject"),
    sa.Column("created_at", Moment, nullable=False, index=True),
    sa.Column("reading", sa.JSON, nullable=False),  # the parsers.types.Alert, without the release's text
)

# What the operator is told: not news, but how the watching fares. It is owed and sent as alerts are.
notice = sa.Table(
    "notice",
    metadata,
    _id(),
    sa.Column("key", sa.Text, nullable=False, unique=True),  # the message's
    _text("subject"),
    _text("body"),
    sa.Column("created_at", Moment, nullable=False),
)

delivery = sa.Table(
    "delivery",
    metadata,
    _id(),
    _ref("alert_id", "alert", nullable=True, index=False),  # of this or of a notice
    _ref("notice_id", "notice", nullable=True, index=False),
    sa.Column("channel", sa.Text, nullable=False),  # a name; addresses and tokens never reach the store
    _count("round"),  # 0, and one more for each time that a person sends it again
    _text("watch"),  # whose quiet hours hold
    _text("hold"),  # why it waits though nothing failed: quiet hours, daily digest
    _text("severity", "normal"),  # low, normal, high: what the watches that name the channel say
    _text("state", "pending"),  # pending, sending, sent, dead; suppressed; joined: in the message of `lead_id`
    _ref("lead_id", "delivery", nullable=True),
    _count("tries"),
    _count("token"),  # of the lease: a worker that lost it can no longer write
    _text("error"),
    sa.Column("due_at", Moment, nullable=False),
    _text("leased_by"),
    sa.Column("leased_until", Moment),
    sa.Column("sent_at", Moment),
    sa.UniqueConstraint("alert_id", "channel", "round"),
    sa.UniqueConstraint("notice_id", "channel"),
    sa.Index("ix_delivery_state_due_at", "state", "due_at"),
)

# What became of a delivery, each time that something did.
attempt = sa.Table(
    "attempt",
    metadata,
    _id(),
    _ref("delivery_id", "delivery"),
    sa.Column("at", Moment, nullable=False, index=True),
    sa.Column("state", sa.Text, nullable=False),  # that it left the delivery in
    _text("answer"),  # of the service, or why it was not asked
)

# Channels that fail; one that works has no row.
channel = sa.Table(
    "channel",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    _count("failures"),  # in a row
    sa.Column("failing_since", Moment, nullable=False),
    sa.Column("refused", sa.Boolean, nullable=False, server_default=sa.false(), default=False),  # us, and not a message
    sa.Column("rest_until", Moment, nullable=False),  # nothing is sent before
    _text("error"),
)

silence = sa.Table(
    "silence",
    metadata,
    _id(),
    _text("company"),  # a slug; "" is every company
    _text("metric"),  # "" is every metric
    _text("note"),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("until", Moment, nullable=False),
    sa.Column("lifted_at", Moment),
)

# Problems that the operator was told of and that are not over.
told = sa.Table(
    "told",
    metadata,
    sa.Column("scope", sa.Text, primary_key=True),  # who looks for it: "outbox", "sources", "events of sources"
    sa.Column("key", sa.Text, primary_key=True),
    _text("where"),
    sa.Column("mark", sa.BigInteger, nullable=False, server_default="0", default=0),  # told again when it rises
    sa.Column("told_at", Moment, nullable=False),
)

site_block = sa.Table(
    "site_block",
    metadata,
    sa.Column("site", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.Text, primary_key=True),  # of a block of a page
    sa.Column("page", sa.Text, primary_key=True),  # where it stood
    sa.Column("text", sa.Text, nullable=False),  # its beginning, so that a person can see what was learnt
    sa.Column("seen_at", Moment, nullable=False),
)

spared_block = sa.Table(
    "spared_block",
    metadata,
    sa.Column("site", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.Text, primary_key=True),  # of a block that a person said is no furniture
)

rate = sa.Table(
    "rate",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("currency", sa.Text, primary_key=True),  # ISO 4217
    sa.Column("per_euro", sa.Text, nullable=False),  # exact decimal, as the European Central Bank prints it
)
