"""Documents under the names that docs/extract.md and the README use, made from the examples that ship."""

from __future__ import annotations

import shutil
from pathlib import Path

from command import ROOT, told

EXAMPLES = ROOT / "docs" / "examples"


def article_files(folder: Path) -> None:
    """Two articles, the same two in a folder, and their drafts."""
    (folder / "articles").mkdir()
    for name, example in (("article.txt", "agency.txt"), ("page.html", "daily.html")):
        shutil.copy(EXAMPLES / example, folder / name)
        shutil.copy(EXAMPLES / example, folder / "articles" / name)
    told("extract", str(folder / "article.txt"), str(folder / "page.html"), "-o", str(folder / "drafts.jsonl"))
