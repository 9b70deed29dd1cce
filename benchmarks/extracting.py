"""How fast articles are read into draft claims: documents a second, where the time goes, memory, and the start.

Run ``python benchmarks/extracting.py [DOCUMENTS]``. The texts are the briefs of the tests, in the manner of news, one
after another, cut at the ends of lines into documents of up to 2,000 characters and repeated to the number asked for.
They are dense: some twenty drafts each. Every measurement is the best of three, each in a process of its own, in CPU
seconds of that process:

* first: every document once, by a process that has read one other document (data files are loaded, words are new);
* again: the same documents once more, when their words are known;
* import, lists: what a program pays before its first document;
* command: ``counterclaim extract`` for one document of one sentence, start and all.
"""

from __future__ import annotations

import cProfile
import pstats
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
BRIEFS = ROOT / "tests" / "briefs"
LENGTH = 2000
STAGES = {
    "sentences": "split_sentences", "times": "find_moments", "counts": "find_counts", "people": "find_persons",
    "losses": "find_losses", "speech": "find_frames", "places": "find_places", "responsibility found": "find_charges",
    "speakers and statements": "attribution.py:__init__", "day and place": "setting.py:__init__",
    "deeds": "doings.py:__init__", "casualty drafts": "casualties.py:drafts",
    "responsibility drafts": "responsibility.py:drafts", "look here": "look_here",
}  # fmt: skip


def documents(count: int) -> Iterator[Any]:
    """Documents of about 2,000 characters, never the same text twice until all briefs are used up."""
    from claims.extract.document import Document

    texts = sorted(BRIEFS.glob("*.txt"))
    whole = "\n\n".join(path.read_text(encoding="utf-8").strip() for path in texts)
    pieces: list[str] = []
    for paragraph in whole.split("\n"):
        if pieces and len(pieces[-1]) + len(paragraph) < LENGTH:
            pieces[-1] += "\n" + paragraph
        else:
            pieces.append(paragraph)
    for number in range(count):
        yield Document(f"{number}.txt", pieces[number % len(pieces)])


def read(count: int) -> None:
    """Print the CPU seconds of a first and of a second pass, characters, drafts, and peak resident megabytes."""
    from claims.extract.document import Document
    from claims.extract.pipeline import extract

    extract(Document("warm", "On Monday a bomb killed 12 people in Kabul, police said."))
    texts = list(documents(count))
    passes = []
    for _ in range(2):
        start = time.process_time()
        drafts = sum(len(extract(text).drafts) for text in texts)
        passes.append(time.process_time() - start)
    print(
        *passes,
        sum(len(text.raw) for text in texts),
        drafts,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def begin() -> None:
    """Print the CPU seconds of the import and of the lists."""
    start = time.process_time()
    from claims.extract.pipeline import extract  # noqa: F401
    from claims.extract.words import shipped_words

    imported = time.process_time()
    shipped_words()
    print(imported - start, time.process_time() - imported)


def stages(count: int) -> None:
    """Print the share of each stage, the longest first, as a profiler sees it."""
    from claims.extract.pipeline import extract

    texts = list(documents(count))
    for text in texts:
        extract(text)
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        extract(text)
    profile.disable()
    stats: Any = pstats.Stats(profile)
    spent: dict[str, float] = {}
    for (path, _, function), (*_, cumulative, _) in stats.stats.items():
        for name in (function, f"{Path(path).name}:{function}"):
            spent[name] = spent.get(name, 0.0) + cumulative
    for stage, name in sorted(STAGES.items(), key=lambda item: -spent.get(item[1], 0.0)):
        print(f"  {stage:24} {100 * spent.get(name, 0.0) / spent['pipeline.py:extract']:5.1f} %")


def best(*arguments: str) -> list[float]:
    """The printed numbers of the process with the least first one, of three."""
    command = [sys.executable, __file__, *arguments]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout for _ in range(3)]
    return min(([float(cell) for cell in run.split()] for run in runs), key=lambda numbers: numbers[0])


def command() -> float:
    """The least CPU seconds of the command for one sentence, of three."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "a.txt"
        article.write_text("On Monday a bomb killed 12 people in Kabul, police said.", encoding="utf-8")
        spent = []
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            run = [sys.executable, "-m", "counterclaim", "extract", str(article)]
            subprocess.run(run, check=True, capture_output=True, cwd=ROOT)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def main(count: int) -> None:
    """Measure and print everything."""
    first, again, characters, drafts, peak = best("--read", str(count))
    print(f"{count} documents, {characters / count:,.0f} characters each, {drafts / count:.1f} drafts each")
    for name, seconds in (("first", first), ("again", again)):
        print(
            f"  {name:9} {seconds:6.2f} s CPU  {characters / LENGTH / seconds:6.1f} documents/s of {LENGTH} characters"
        )
    print(f"  peak {peak:.0f} MB")
    imported, lists = best("--begin")
    print(f"  import {imported:.2f} s, lists {lists:.2f} s, command {command():.2f} s CPU")
    print("where the time goes (with the profiler's own cost, which weighs on many small steps):", flush=True)
    print(
        subprocess.run(
            [sys.executable, __file__, "--stages", str(count)], check=True, capture_output=True, text=True
        ).stdout
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    match sys.argv[1:]:
        case ["--read", number]:
            read(int(number))
        case ["--begin"]:
            begin()
        case ["--stages", number]:
            stages(int(number))
        case [number]:
            main(int(number))
        case _:
            main(100)
