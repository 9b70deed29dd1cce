"""The wheel holds what the source tree ships: all code, data and fixtures, and no tests."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("claims", "reconcile", "reports", "counterclaim")
SHIPPED = {".py", ".yaml", ".gz", ".md", ".csv", ".json", ".typed", ".html", ".css", ".js", ".svg", ".txt"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    words = ["pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", *words, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def held(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(folder: str) -> set[str]:
    """The files below a folder of the source tree that a user's machine needs."""
    paths = (ROOT / folder).rglob("*")
    return {str(p.relative_to(ROOT)) for p in paths if p.suffix in SHIPPED and "__pycache__" not in p.parts}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of_a_package(package: str, held: set[str]) -> None:
    assert f"{package}/py.typed" in shipped(package)
    assert shipped(package) <= held


def test_the_wheel_holds_the_fixtures_inside_the_command(held: set[str]) -> None:
    assert {f"fixtures/{name}/claims.csv" for name in ("border", "contested", "quiet")} <= shipped("fixtures")
    assert {f"counterclaim/{name}" for name in shipped("fixtures")} <= held


def test_the_wheel_holds_nothing_else(held: set[str]) -> None:
    tops = {name.partition("/")[0] for name in held}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert not [name for name in held if "test" in Path(name).name or "__pycache__" in name or "golden" in name]


def test_the_wheel_declares_command_and_licence(wheel: Path, held: set[str]) -> None:
    (info,) = {name.partition("/")[0] for name in held if ".dist-info/" in name}
    with zipfile.ZipFile(wheel) as archive:
        assert "counterclaim = counterclaim.cli:main" in archive.read(f"{info}/entry_points.txt").decode()
    assert any(name.startswith(f"{info}/") and name.endswith("LICENSE") for name in held)


def test_the_wheel_runs_from_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    words = [sys.executable, "-m", "counterclaim", "demo", "--set", "quiet", "--format", "csv"]
    done = subprocess.run(
        words, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, check=True
    )
    assert done.stdout.startswith(b"id,severity")
