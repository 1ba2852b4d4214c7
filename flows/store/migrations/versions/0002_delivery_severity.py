"""How urgent a delivery is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002_delivery_severity"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("delivery", sa.Column("severity", sa.Text(), server_default="normal", nullable=False))


def downgrade() -> None:
    op.drop_column("delivery", "severity")
