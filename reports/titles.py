"""What a finding is, in a few words: its verdict, what it is over, and how grave it is."""

from __future__ import annotations

from reconcile.result import Finding
from reconcile.severity import band
from reports.words import words


def topic(finding: Finding) -> str:
    """``contradiction over how many``."""
    return f"{finding.verdict.value} over {words()['about'][finding.about.value]}"


def grade(finding: Finding) -> str:
    """``serious 59``."""
    return f"{band(finding.severity)} {finding.severity}"


def title(finding: Finding) -> str:
    """``contradiction over how many, serious 59``."""
    return f"{topic(finding)}, {grade(finding)}"


def marked_verdict(finding: Finding) -> str:
    """``≠ contradiction``."""
    return f"{verdict_mark(finding)} {finding.verdict.value}"


def marked_topic(finding: Finding) -> str:
    """``≠ contradiction over how many``."""
    return f"{verdict_mark(finding)} {topic(finding)}"


def marked_grade(finding: Finding) -> str:
    """``●●●○ serious 59``."""
    return f"{words()['bands'][band(finding.severity)]['mark']} {grade(finding)}"


def verdict_mark(finding: Finding) -> str:
    """The sign of a verdict, which doubles its word: ``≠``."""
    return str(words()["verdicts"][finding.verdict.value]["mark"])
