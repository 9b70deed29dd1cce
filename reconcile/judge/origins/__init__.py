"""Who copied whom in one event: origins, not articles, are what the rules count."""
