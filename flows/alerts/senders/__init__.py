"""Senders, found and not registered: a module serves the Apprise schemas in its `SCHEMAS`; `others` serves the rest."""
