"""The style sheet and scripts of the page, as text that goes into it, and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from reports.colours import palette
from reports.html.environment import FOLDER


@cache
def style() -> Markup:
    """The style sheet, with the hues of the palette as custom properties for light and dark ground."""
    hues = [*palette()["sides"], palette()["neutral"]]
    names = [*(f"side-{n}" for n in range(len(hues) - 1)), "side-none"]
    light, dark = (_properties(names, (h[ground] for h in hues)) for ground in ("light", "dark"))
    classes = "".join(f".hue-{name.removeprefix('side-')}{{color:var(--{name})}}" for name in names)
    sheet = (FOLDER / "style.css").read_text(encoding="utf-8")
    on_dark = f"@media screen and (prefers-color-scheme: dark) {{ :root{{{dark}}} }}"
    return Markup(f":root{{{light}}}\n{on_dark}\n{classes}\n{sheet}")


def _properties(names: Iterable[str], values: Iterable[str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in zip(names, values, strict=True))


@cache
def scripts() -> tuple[Markup, ...]:
    """The scripts of the page: the graph library and the page's own. Neither is needed to read the report."""
    files = (FOLDER / "vendor" / "cytoscape.min.js", FOLDER / "graph.js")
    return tuple(Markup(f.read_text(encoding="utf-8").replace("</script", "<\\/script")) for f in files)


@cache
def policy(with_scripts: bool) -> str:
    """A Content-Security-Policy: nothing is loaded from anywhere, and no script runs but the page's own, by hash."""
    hashes = " ".join(_hash(script) for script in scripts()) if with_scripts else "'none'"
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"script-src {hashes}"
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
