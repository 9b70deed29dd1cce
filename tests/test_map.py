"""`counterclaim map`: what it guesses, what a person changes, what is saved, and that every command uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from command import HEADER, NORTH, ask, outcome, refused, table, told
from foreign import CLASH, UCDP, WIDE, table_of
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim
from claims.read import UnreadableFile, load
from claims.read.day_order import ORDERS
from claims.read.guess import guessed, mapping_of, missing
from claims.read.mapping import Count, FileMap
from claims.read.mapping import load as load_map
from claims.read.peek import Top
from claims.read.toml_text import mapping_toml
from counterclaim import mapping
from counterclaim.cli import cli


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "wide.csv"
    path.write_text(WIDE, encoding="utf-8")
    return path


def top(text: str) -> Top:
    head, *rows = [tuple(line.split("|")) for line in text.splitlines()]
    return Top(head, tuple(rows))


def columns(text: str) -> dict[str, str]:
    found = guessed(top(text))
    return {g.header: g.column or (f"{g.count.said['measure']}!" if g.count else "") for g in found}


def test_headers_and_values_are_guessed() -> None:
    assert columns("When it was|Stadt|Tote|Dead|Wounded civilians|Web|Archived copy\n"
                   "2021-10-11|Kandu|x|12|about 30|https://a.example/1|https://web.archive.org/web/1/x") == {
        "When it was": "date", "Stadt": "place", "Tote": "", "Dead": "killed!", "Wounded civilians": "injured!",
        "Web": "url", "Archived copy": "archived_url",
    }  # fmt: skip
    assert columns("Дата|Джерело|Said by|Claimnt side\n2021|x|y|z") == {
        "Дата": "date", "Джерело": "source", "Said by": "claimant", "Claimnt side": "claimant_side",
    }  # fmt: skip


def test_a_count_beside_a_measure_is_the_quantity() -> None:
    assert columns("measure|Death toll\nkilled|12") == {"measure": "measure", "Death toll": "quantity"}


def test_no_column_is_given_twice() -> None:
    found = [g.column for g in guessed(top("Place|Town|City|Source|Paper\na|b|c|d|e")) if g.column]
    assert len(found) == len(set(found)) and {"place", "source"} <= set(found)


def test_what_is_lacking_is_named() -> None:
    bare = mapping_of(guessed(top("Colour|Shape\nred|round")))
    assert missing(bare) == ["kind", "claimant", "source"]
    assert missing(mapping_of(guessed(top("Killed|Outlet\n3|Daily")))) == []


def test_without_a_terminal_the_guess_is_printed_and_not_saved(wide: Path) -> None:
    result = ask("map", str(wide))
    assert result.exit_code == 0 and "row 2: kind casualty; date 2021-10-11" in result.stdout
    assert 'header = "Civilians killed"' in result.stdout and "--yes" in result.stderr
    assert not Path(f"{wide}.map.toml").exists()


def test_the_guess_is_saved_and_used_by_every_command(wide: Path) -> None:
    told("map", str(wide), "--yes")
    found = outcome(str(wide))
    assert sorted((c["measure"], c["quantity"]["wording"], c["claimant"], c["place"]) for c in found["claims"]) == [
        ("injured", "30", "Daily", "Kandu"), ("injured", "5", "Agence A", "Oma"), ("killed", "12", "Daily", "Kandu"),
    ]  # fmt: skip
    assert [(r["row"], r["value"]) for r in found["rejected"]] == [(4, "")]
    assert any("read with the mapping" in warning for warning in found["run"]["warnings"])
    assert ask("check", str(wide.parent)).exit_code == 0
    assert "is there already" in refused("map", str(wide), "--yes")


def test_the_mapping_of_a_folder_serves_its_tables(wide: Path) -> None:
    told("map", str(wide), "--yes")
    Path(f"{wide}.map.toml").rename(wide.parent / "mapping.toml")
    other = wide.parent / "other.csv"
    other.write_text(WIDE, encoding="utf-8")
    assert len(outcome(str(other))["claims"]) == 3 and len(outcome(str(wide.parent))["claims"]) == 6


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "_watched", lambda: True)


def talk(path: Path, *answers: str) -> str:
    result = CliRunner().invoke(cli, ["map", str(path)], input="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("terminal")
def test_a_person_accepts(wide: Path) -> None:
    talk(wide, "")
    assert len(load(wide).claims) == 3


@pytest.mark.usefixtures("terminal")
def test_a_person_changes_and_sets(wide: Path) -> None:
    said = talk(wide, "99", "2", "country", "4", "missing", "1", "colour", "claimant=A mayor", "colour=red", "p", "")
    assert "There are headers 1 to 6." in said and "colour is no column and no measure" in said
    found = load(wide).claims
    assert {(str(c.measure), c.country, c.claimant, c.place) for c in found} == {
        ("killed", "Kandu", "A mayor", ""), ("missing", "Kandu", "A mayor", ""), ("missing", "Oma", "A mayor", ""),
    }  # fmt: skip


@pytest.mark.usefixtures("terminal")
def test_a_person_leaves(wide: Path) -> None:
    talk(wide, "q")
    assert not Path(f"{wide}.map.toml").exists()


def test_nothing_is_saved_that_could_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Colour,Shape\nred,round\n", encoding="utf-8")
    result = ask("map", str(path), "--yes")
    assert result.exit_code == 2 and "nothing gives kind or claimant or source" in result.stderr
    assert not Path(f"{path}.map.toml").exists()


def test_files_that_need_no_mapping_say_so(tmp_path: Path) -> None:
    (tmp_path / "ged.csv").write_text(table_of(UCDP, CLASH), encoding="utf-8")
    (tmp_path / "c.csv").write_text(table([HEADER, NORTH]), encoding="utf-8")
    assert "read as UCDP" in told("map", str(tmp_path / "ged.csv"))
    assert "those of the claim format" in told("map", str(tmp_path / "c.csv"))


def test_the_command_line_wins_over_the_file(wide: Path) -> None:
    told("map", str(wide), "--yes")
    assert {c.country for c in load(wide, mapping={"Town": "country"}).claims} == {"Kandu", "Oma"}


WRONG = {
    "no version": ("[columns]\n", "no `version = 1`"),
    "no toml": ("version = ", "it is not TOML"),
    "an unknown part": ("version = 1\n[colums]\n", "'colums' is no part of a mapping"),
    "an unknown column": ('version = 1\n[columns]\nDay = "dat"\n', "'dat', which is no column"),
    "an order of its own": ('version = 1\ndates = "year first"\n', 'write dates = "day first"'),
    "a count of nothing": ('version = 1\n[[counts]]\nheader = "Day"\n', "needs a header and a measure"),
    "a list for a text": ('version = 1\n[constants]\nkind = ["casualty"]\n', "holds names and texts"),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_mapping_is_named(text: str, reason: str, wide: Path) -> None:
    Path(f"{wide}.map.toml").write_text(text, encoding="utf-8")
    said = refused("report", str(wide))
    assert reason in said and "wide.csv.map.toml" in said


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=15)
_COLUMN = st.sampled_from(sorted(Claim.model_fields))


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(_TEXT, _COLUMN, max_size=4),
    st.dictionaries(_COLUMN, _TEXT, max_size=3),
    st.dictionaries(_COLUMN, _COLUMN, max_size=2),
    st.lists(_TEXT, max_size=3),
    st.sampled_from(["", *ORDERS]),
)
def test_a_mapping_survives_its_file(
    tmp_path_factory: pytest.TempPathFactory, given_columns: dict[str, str], constants: dict[str, str],
    otherwise: dict[str, str], headers: list[str], dates: str,
) -> None:  # fmt: skip
    counts = tuple(Count(header, {"measure": "killed", "victims": header}) for header in headers)
    path = tmp_path_factory.getbasetemp() / "round.map.toml"
    made = FileMap(given_columns, constants, otherwise, counts, str(path), dates)
    path.write_text(mapping_toml(made), encoding="utf-8", newline="")
    assert load_map(path) == made


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["", "7", "lots", "-1", "x y z"]), st.sampled_from(["", "9"])), min_size=1, max_size=6
    )
)
def test_every_row_of_a_wide_table_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "rows.csv"
    path.write_text(table([["Killed", "Wounded", "Outlet"], *([*pair, "Daily"] for pair in cells)]), encoding="utf-8")
    counts = (Count("Killed", {"measure": "killed"}), Count("Wounded", {"measure": "injured"}))
    made = FileMap({"Outlet": "source"}, {"kind": "casualty"}, {"claimant": "source"}, counts)
    Path(f"{path}.map.toml").write_text(mapping_toml(made), encoding="utf-8")
    loaded = load(path)
    seen = {place[1] for place in loaded.places} | {r.row for r in loaded.rejected}
    assert seen == set(range(2, len(cells) + 2))


def test_hostile_cells_are_shown_inert(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    attack = "\x1b[31m\u202eevil\x07"
    path.write_text(
        table(
            [
                ["Killed", "Outlet", attack],
                ["3", attack, attack],
                *(["4", "A long name of an outlet " * 4, ""] for _ in range(9)),
            ]
        ),
        encoding="utf-8",
    )
    result = ask("map", str(path))
    assert not {"\x1b", "\u202e", "\x07"} & set(result.stdout)
    told("map", str(path), "--yes")
    assert load(path).claims[0].source == attack


DESK = (
    "Ref|Day|Place|Death toll (est.)|Injured|Who|Attributed to|Position|Blames|Outlet|Published\n"
    "S1|24/01/2025|El Fasher|2000+|n/a|مدنيين|Joint Forces|||Agency A|26.1.2025\n"
    "S2|05/06/2024|Kandu|?|-||Ministry|accuses|RSF|Agency A|6 June 2024\n"
    "S3|11-14/04/2025|Oma|12|30|people|A mayor|denies|RSF|Agency B|25/04/25\n"
    "S4|05/06/2024|Kandu||||Nobody|||Agency B|06/06/2024\n"
)
"""A desk's sheet: days before months, one column for blame beside two for counts, and cells that say nothing."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.csv"
    path.write_text(DESK.replace("|", ","), encoding="utf-8")
    return path


def test_the_sheet_of_a_desk_is_read_as_its_people_meant_it(desk: Path) -> None:
    said = told("map", str(desk), "--yes")
    assert "dates: day first; 24/01/2025 is 2025-01-24" in said
    assert "rows looked at: 4; with claims: 3; with something that cannot be read: 1" in said
    assert "row 5 is rejected: the row counts nothing under Death toll (est.), Injured" in said
    loaded = load(desk)
    assert [(c.id, str(c.kind), c.date, c.published) for c in loaded.claims] == [
        ("S1 killed", "casualty", "2025-01-24", "2025-01-26"),
        ("S2", "responsibility", "2024-06-05", "2024-06-06"),
        ("S3 killed", "casualty", "2025-04-11/2025-04-14", "2025-04-25"),
        ("S3 injured", "casualty", "2025-04-11/2025-04-14", "2025-04-25"),
        ("S3 stance", "responsibility", "2025-04-11/2025-04-14", "2025-04-25"),
    ]
    assert [r.row for r in loaded.rejected] == [5]
    assert "the nearest ids are S3 injured, S3 killed, S3 stance" in refused("explain", str(desk), "S3", "S2")


def test_a_row_of_one_quantity_or_one_stance_is_of_the_kind_it_fills(tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text(
        "measure,Toll,Position,Blames,Said by,Outlet,frame\n"
        "killed,9,,,A mayor,Daily,\n,,denies,RSF,RSF,Daily,\n,,,,A mayor,Daily,massacre\n",
        encoding="utf-8",
    )
    told("map", str(path), "--yes")
    assert [str(c.kind) for c in load(path).claims] == ["casualty", "responsibility", "characterization"]


def test_a_fault_of_a_row_is_told_once_however_many_counts_the_row_has(wide: Path) -> None:
    told("map", str(wide), "--yes")
    wide.write_text(WIDE.replace("2021-10-11", "11/10/2021"), encoding="utf-8")
    found = outcome(str(wide))
    places = [(r["row"], r["column"], r["reason"]) for r in found["rejected"]]
    assert len(places) == len(set(places)) and (2, "date") in {place[:2] for place in places}
    rows = len({r["row"] for r in found["rejected"]})
    assert f"{rows} rows could not be read" in told("report", str(wide))
    assert any('dates = "day first"' in w and "counterclaim map" in w for w in found["run"]["warnings"])


def test_dates_that_nothing_orders_are_left_to_a_person(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Killed,Outlet,Day\n3,Daily,05/06/2024\n", encoding="utf-8")
    assert "nothing tells whether 05/06/2024 begins with its day" in told("map", str(path), "--yes")
    assert load(path).claims == []
    saved = Path(f"{path}.map.toml")
    saved.write_text(saved.read_text("utf-8").replace("version = 1", 'version = 1\ndates = "month first"'), "utf-8")
    assert [c.date for c in load(path).claims] == ["2024-05-06"]


@pytest.mark.usefixtures("terminal")
def test_a_person_says_how_days_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Killed,Outlet,Day\n3,Daily,05/06/2024\n", encoding="utf-8")
    assert "dates: day first; 05/06/2024 is 2024-06-05" in talk(path, "dates=sideways", "dates=day first", "")
    assert [c.date for c in load(path).claims] == ["2024-06-05"]


def test_known_headers_above_days_in_numbers_still_need_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table([HEADER, [cell.replace("2025-10-11", "11.10.2025") for cell in NORTH]]), encoding="utf-8")
    assert "11.10.2025" in path.read_text("utf-8") and "dates: day first" in told("map", str(path), "--yes")
    assert [c.date for c in load(path).claims] == ["2025-10-11"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"version = 1\nx = {'[' * 5000}", id="deep"),
        pytest.param(f"version = 1\n[constants]\nnotes = {'9' * 5000}", id="too many digits to be read"),
        pytest.param(f"version = 1\n[constants]\nnotes = 0x{'f' * 5000}", id="too many digits to be printed"),
    ],
)
def test_a_mapping_that_cannot_be_read_is_named(wide: Path, text: str) -> None:
    Path(f"{wide}.map.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"\.map\.toml: it is not TOML that can be read"):
        load(wide)
