"""The engine: which claims are about one event, and which of them cannot both be right. Pure functions only."""
