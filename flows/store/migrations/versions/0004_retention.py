"""What retention asks for: which captures are feeds, which releases still have their text, how old an attempt is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004_retention"
down_revision = "0003_push"
branch_labels = None
depends_on = None

READ_FROM = "EXISTS (SELECT 1 FROM release WHERE release.capture = capture.digest)"


def upgrade() -> None:
    op.add_column("capture", sa.Column("kind", sa.Text(), server_default="page", nullable=False))
    op.execute(f"UPDATE capture SET kind = 'feed' WHERE NOT {READ_FROM}")  # noqa: S608 - a constant
    op.create_index(op.f("ix_capture_kind_fetched_at"), "capture", ["kind", "fetched_at"])
    op.drop_index(op.f("ix_capture_fetched_at"), "capture")
    op.add_column("release", sa.Column("has_text", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.create_index(op.f("ix_release_has_text_seen_at"), "release", ["has_text", "seen_at"])
    op.create_index(op.f("ix_attempt_at"), "attempt", ["at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_attempt_at"), "attempt")
    op.drop_index(op.f("ix_release_has_text_seen_at"), "release")
    op.drop_column("release", "has_text")
    op.create_index(op.f("ix_capture_fetched_at"), "capture", ["fetched_at"])
    op.drop_index(op.f("ix_capture_kind_fetched_at"), "capture")
    op.drop_column("capture", "kind")
