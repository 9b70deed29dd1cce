"""The one error that reading a count can raise."""

from __future__ import annotations


class QuantityError(ValueError):
    """A count that cannot be read; the message names the wording and says what to write instead."""
