"""Hypothesis runs the same examples everywhere, without a database of old failures; the plugin is there uninstalled."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = ["pytester", "counterclaim.pytest_plugin"]

settings.register_profile(
    "counterclaim",
    database=None,
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("counterclaim")
