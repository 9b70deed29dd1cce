"""Forms by name and by suffix, and files that are whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_results import sample

from reports.render import FORMS, UnknownForm, form_for, render, write_beside_then_rename


@pytest.mark.parametrize(
    ("path", "form"),
    [("a.md", "markdown"), ("A.JSON", "json"), ("x/y.csv", "csv"), ("r.txt", "terminal"), ("r.markdown", "markdown")],
)
def test_a_suffix_names_a_form(path: str, form: str) -> None:
    assert form_for(path) == form


@pytest.mark.parametrize(("path", "named"), [("a.pdf", "the suffix .pdf"), ("report", "a file without a suffix")])
def test_an_unknown_suffix_lists_those_there_are(path: str, named: str) -> None:
    with pytest.raises(UnknownForm, match=rf"{named}; use one of \.txt \(terminal\).*--format"):
        form_for(path)


def test_an_unknown_form_lists_those_there_are() -> None:
    with pytest.raises(UnknownForm, match="'pdf'; use one of terminal, markdown, html, json, csv"):
        render(sample(), "pdf")


def test_an_option_of_another_form_is_passed_over() -> None:
    assert "".join(render(sample(), "json", width=80, excel=True)) == "".join(render(sample(), "json"))


def test_an_option_of_no_form_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        render(sample(), "terminal", colour=True)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_result_gives_the_same_text(form: str) -> None:
    assert list(render(sample(), form, width=80)) == list(render(sample(), form, width=80)) != []


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    write_beside_then_rename(target, ["a\n", "الجيش\r\n"])
    assert target.read_bytes() == "a\nالجيش\r\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["r.md"]


def broken() -> Iterator[str]:
    yield "half"
    raise RuntimeError("stopped")


def test_a_report_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(RuntimeError, match="stopped"):
        write_beside_then_rename(target, broken())
    assert target.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["r.md"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_beside_then_rename(link, ["new"])
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        write_beside_then_rename(tmp_path / "r.md", ["x"])
    finally:
        os.umask(mask)
    assert (tmp_path / "r.md").stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_directly() -> None:
    write_beside_then_rename(os.devnull, ["x"])
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("path", ["", "missing/r.md"], ids=["folder", "folder that is not there"])
def test_what_cannot_be_written_is_an_os_error(tmp_path: Path, path: str) -> None:
    with pytest.raises(OSError, match=r"folder|No such file"):
        write_beside_then_rename(tmp_path / path, ["x"])
