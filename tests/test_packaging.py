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
    """The files below a folder of the source tree, those that git has or would take: a user's machine needs them."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder]
    listed = subprocess.run(words, cwd=ROOT, check=True, capture_output=True).stdout.decode().split("\0")
    return {name for name in listed if name and (ROOT / name).is_file()}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_holds_every_file_of_a_package(package: str, held: set[str]) -> None:
    assert f"{package}/py.typed" in shipped(package)
    assert shipped(package) - held == set()


def test_the_wheel_holds_the_fixtures_inside_the_command(held: set[str]) -> None:
    sets = ("border", "contested", "quiet")
    assert {f"fixtures/{name}/claims.csv" for name in sets} <= shipped("fixtures")
    assert {f"fixtures/{name}/{name}.expect.yaml" for name in sets} <= shipped("fixtures")
    assert {f"counterclaim/{name}" for name in shipped("fixtures")} - held == set()


def test_the_wheel_holds_nothing_else(held: set[str]) -> None:
    tops = {name.partition("/")[0] for name in held}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert not [name for name in held if Path(name).name.startswith(("test_", "conftest"))]
    assert not [name for name in held if "__pycache__" in name or "golden" in name or "/tests/" in name]


def test_the_wheel_declares_command_plugin_and_licence(wheel: Path, held: set[str]) -> None:
    (info,) = {name.partition("/")[0] for name in held if ".dist-info/" in name}
    with zipfile.ZipFile(wheel) as archive:
        declared = archive.read(f"{info}/entry_points.txt").decode()
    assert "counterclaim = counterclaim.cli:main" in declared
    assert "[pytest11]\ncounterclaim.pytest_plugin = counterclaim.pytest_plugin" in declared
    assert any(name.startswith(f"{info}/") and name.endswith("LICENSE") for name in held)


def test_the_wheel_runs_from_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    words = [sys.executable, "-m", "counterclaim", "demo", "--set", "quiet", "--format", "csv"]
    done = subprocess.run(
        words, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, check=True
    )
    assert done.stdout.startswith(b"id,severity")


EXPECTED = """version: 1
claims: claims.csv
expect:
  - conflict: [1, 2]
    about: count
  - different events: [1, 2]
"""
CLAIMS = """id,kind,date,place,measure,quantity,victims,victim_side,claimant,source
1,casualty,2021-05-03,Velmar,killed,12,soldiers,Northland,Northland army,Daily
2,casualty,2021-05-03,Velmar,killed,40,soldiers,Northland,Southland army,Daily
"""
TESTS = """from counterclaim.testing import assert_conflict

def test_what_holds(reconciled):
    assert_conflict(reconciled("claims.csv"), ("1", "2"), "count")

def test_what_does_not(reconciled):
    assert_conflict(reconciled("claims.csv"), ("1", "2"), "status")
"""


def test_the_plugin_works_in_a_project_that_has_the_wheel_only(wheel: Path, tmp_path: Path) -> None:
    installed, project = tmp_path / "installed", tmp_path / "project"
    words = ["pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", str(installed)]
    subprocess.run([sys.executable, "-m", *words, str(wheel)], check=True, capture_output=True)
    project.mkdir()
    for name, text in {"claims.csv": CLAIMS, "claims.expect.yaml": EXPECTED, "test_claims.py": TESTS}.items():
        (project / name).write_text(text, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--strict-markers"],
        cwd=project, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True,
    )  # fmt: skip
    lines = run.stdout.splitlines()
    assert run.returncode == 1, run.stdout + run.stderr
    assert {"PASSED claims.expect.yaml::conflict 1, 2 about count", "PASSED test_claims.py::test_what_holds"} <= set(
        lines
    )
    assert any(line.startswith("FAILED claims.expect.yaml::different events 1, 2") for line in lines), run.stdout
    assert any(line.startswith("FAILED test_claims.py::test_what_does_not") for line in lines)
    assert "“1” and “2” are in one event: Velmar, 2021-05-03" in run.stdout
    assert "3 passed, 2 failed" in lines[-1] or "2 failed, 3 passed" in lines[-1]
    assert str(ROOT) not in run.stdout
