"""Quantity phrases: from characters to what the words say, before any policy turns them into an interval."""
