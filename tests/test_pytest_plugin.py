"""The pytest plugin, as another project's run of pytest sees it."""

from __future__ import annotations

import sys

import pytest
from command import python
from northland import CSV, TABLE

HEAVY = {"claims", "reconcile", "reports", "pydantic", "networkx", "yaml", "rapidfuzz", "click", "hypothesis"}
GOOD = "claims: claims.csv\nexpect:\n  - conflict: [N1, S2]\n    about: count\n  - same event: [N1, M1]\n"


def expecting(desk: pytest.Pytester, text: str, name: str = "claims.expect.yaml") -> pytest.RunResult:
    (desk.path / name).write_text(text, encoding="utf-8")
    return desk.runpytest("-rA")


def test_the_plugin_is_light() -> None:
    said = python("-c", "import sys, counterclaim.pytest_plugin; print(*sys.modules)").stdout
    assert HEAVY & set(said.split()) == set()


def test_a_run_without_claims_stays_light(desk: pytest.Pytester) -> None:
    desk.makepyfile(f"import sys\ndef test_it(): assert not {HEAVY - {'hypothesis', 'click'}!r} & set(sys.modules)\n")
    desk.runpytest_subprocess("-p", "no:hypothesispytest").assert_outcomes(passed=1)


# Fixtures


def test_the_fixtures_do_what_they_say(desk: pytest.Pytester) -> None:
    desk.makepyfile(f"""
        from counterclaim.testing import assert_conflict, assert_no_conflict

        TABLE = {TABLE!r}

        def test_a_path_is_from_the_folder_of_the_test(reconciled):
            assert_conflict(reconciled("claims.csv"), between=("Northland", "Monitor"), about="count")

        def test_a_table(reconciled, claims_from):
            assert_no_conflict(reconciled(claims_from(TABLE)), between=("S1", "S2"))

        def test_common_columns(claims_from):
            (claim,) = claims_from("claimant | quantity\\nA | 3", measure="injured", event="e")
            assert (claim.measure, claim.event, claim.source) == ("injured", "e", "The Daily")

        def test_options(reconciled):
            assert reconciled("claims.csv", policy="acled").run.numeral_policy == "acled"

        def test_what_ships(reconciled, demo_claims):
            assert len(demo_claims()) == 59 and len(demo_claims("quiet")) == 31
            assert_no_conflict(reconciled(demo_claims("quiet")), verdict="contradiction")
    """)
    desk.runpytest().assert_outcomes(passed=5)


def test_a_test_in_a_folder_finds_the_claims_beside_it(desk: pytest.Pytester) -> None:
    folder = desk.mkdir("war")
    (desk.path / "claims.csv").rename(folder / "claims.csv")
    (folder / "test_war.py").write_text("def test_it(reconciled): assert reconciled('claims.csv').findings\n")
    desk.runpytest().assert_outcomes(passed=1)


def test_a_set_that_does_not_ship_is_told(desk: pytest.Pytester) -> None:
    desk.makepyfile("def test_it(demo_claims): demo_claims('troy')")
    desk.runpytest().stdout.fnmatch_lines(["*no set is called 'troy'; there are border, contested, quiet*"])


def test_a_table_that_is_crooked_is_told(desk: pytest.Pytester) -> None:
    desk.makepyfile("def test_it(claims_from): claims_from('claimant | quantity\\nA')")
    desk.runpytest().stdout.fnmatch_lines(["*row 1 of the table has 1 cells under 2 headers*"])


# Assertions


FAILING = """
    from counterclaim.testing import assert_conflict

    def test_it(reconciled):
        assert_conflict(reconciled("claims.csv"), ("N1", "F1"))
"""


def test_a_failed_assertion_shows_the_test_and_the_evidence_but_not_our_code(desk: pytest.Pytester) -> None:
    desk.makepyfile(FAILING)
    run = desk.runpytest()
    run.assert_outcomes(failed=1)
    run.stdout.fnmatch_lines(
        [
            '>       assert_conflict(reconciled("claims.csv"), ("N1", "F1"))',
            "E*AssertionError: no contradiction or tension between “N1” and “F1”",
            "E*no finding names them both",
            "E*N1 and F1 are different events",
            "E*-9.0 date: further apart",
        ]
    )
    run.stdout.no_fnmatch_line("*holding.*")
    run.stdout.no_fnmatch_line("*assertions.py*def *")


@pytest.mark.slow
def test_an_assertion_can_fail_under_an_optimising_python(desk: pytest.Pytester) -> None:
    desk.makepyfile(FAILING)
    run = desk.run(sys.executable, "-O", "-m", "pytest", "-W", "ignore")
    run.assert_outcomes(failed=1)
    run.stdout.fnmatch_lines(["E*no contradiction or tension between “N1” and “F1”"])


# The mark


def test_a_known_conflict_is_looked_for(desk: pytest.Pytester) -> None:
    desk.makepyfile("""
        import pytest

        @pytest.mark.known_conflict("N1", "S2", about="count", at_least="serious")
        def test_there(reconciled):
            reconciled("claims.csv")

        @pytest.mark.known_conflict("N1", "F1")
        @pytest.mark.known_conflict("N1", "S2")
        def test_one_of_two_is_not_there(reconciled):
            reconciled("claims.csv")
    """)
    run = desk.runpytest("-m", "known_conflict")
    run.assert_outcomes(passed=1, failed=1)
    run.stdout.fnmatch_lines(["E*no contradiction or tension between “N1” and “F1”"])


def test_a_mark_that_nothing_looks_at_is_an_error(desk: pytest.Pytester) -> None:
    desk.makepyfile("""
        import pytest

        @pytest.mark.known_conflict("N1", "S2")
        def test_it(reconciled):
            pass
    """)
    run = desk.runpytest()
    run.assert_outcomes(passed=1, errors=1)
    run.stdout.fnmatch_lines(["*had nothing to look at: the test did not call reconciled"])


def test_a_mark_without_the_fixture_is_an_error(desk: pytest.Pytester) -> None:
    desk.makepyfile("""
        import pytest

        @pytest.mark.known_conflict("N1", "S2")
        def test_it():
            pass
    """)
    run = desk.runpytest()
    assert run.ret == pytest.ExitCode.USAGE_ERROR
    run.stderr.fnmatch_lines(["*::test_it: the mark known_conflict needs the fixture reconciled; ask for it"])


def test_the_mark_is_registered_and_explained(desk: pytest.Pytester) -> None:
    desk.runpytest("--markers").stdout.fnmatch_lines(["@pytest.mark.known_conflict(?parties, ??what): *"])


# Expectations


def test_each_expectation_is_a_test(desk: pytest.Pytester) -> None:
    run = expecting(desk, GOOD)
    run.assert_outcomes(passed=3)
    run.stdout.fnmatch_lines_random(
        [
            "PASSED claims.expect.yaml::rejected rows 0",
            "PASSED claims.expect.yaml::conflict N1, S2 about count",
            "PASSED claims.expect.yaml::same event N1, M1",
        ]
    )


def test_an_unmet_expectation_is_told_without_code(desk: pytest.Pytester) -> None:
    run = expecting(desk, GOOD + "  - conflict: [N1, F1]\n    why: Everybody knows.\n")
    run.assert_outcomes(passed=3, failed=1)
    run.stdout.fnmatch_lines(
        [
            "*_ conflict N1, F1 _*",
            "no contradiction or tension between “N1” and “F1”",
            "no finding names them both",
            "    -9.0 date: further apart",
            "expected because: Everybody knows.",
            "*claims.expect.yaml:6",
            "FAILED claims.expect.yaml::conflict N1, F1*",
        ]
    )
    assert "Traceback" not in run.stdout.str() and ".py" not in run.stdout.str()


def test_one_expectation_can_be_run(desk: pytest.Pytester) -> None:
    (desk.path / "claims.expect.yaml").write_text(GOOD, encoding="utf-8")
    desk.runpytest("claims.expect.yaml::same event N1, M1").assert_outcomes(passed=1)
    desk.runpytest("-k", "about and count").assert_outcomes(passed=1, deselected=2)
    desk.runpytest("-m", "known_conflict").assert_outcomes(passed=1, deselected=2)


def test_collecting_reads_no_claims(desk: pytest.Pytester) -> None:
    (desk.path / "claims.csv").unlink()
    (desk.path / "claims.expect.yaml").write_text(GOOD, encoding="utf-8")
    desk.runpytest("--collect-only", "-q").stdout.fnmatch_lines(["claims.expect.yaml::same event N1, M1"])


def test_two_expectations_alike_are_told_apart(desk: pytest.Pytester) -> None:
    text = "claims: claims.csv\nexpect:\n" + "  - conflict: [N1, S2]\n" * 2
    run = expecting(desk, text)
    run.assert_outcomes(passed=3)
    run.stdout.fnmatch_lines(["PASSED claims.expect.yaml::conflict N1, S2 (2)"])


def test_both_endings_are_collected_and_no_other_yaml(desk: pytest.Pytester) -> None:
    (desk.path / "more.yaml").write_text(GOOD, encoding="utf-8")
    (desk.path / "expect.yaml").write_text(GOOD, encoding="utf-8")
    expecting(desk, GOOD, "a.expect.yml").assert_outcomes(passed=3)


def test_a_file_that_cannot_be_read_is_told_without_code(desk: pytest.Pytester) -> None:
    run = expecting(desk, GOOD + "  - confict: [N1, F1]\n")
    assert run.ret == pytest.ExitCode.INTERRUPTED
    run.assert_outcomes(errors=1)
    run.stdout.fnmatch_lines(["*claims.expect.yaml, line 6 (entry 3): it has none of *; did you mean conflict?"])
    assert "Traceback" not in run.stdout.str() and ".py" not in run.stdout.str()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("claims.csv", "nowhere.csv", "*nowhere.csv: there is no such file; check the path"),
        ("claims: claims.csv", "claims: claims.csv\npolicy: roman", "*roman*"),
        ("claims: claims.csv", "claims: claims.csv\nas of: yesterday", "*yesterday*"),
        ("N1", "N9", "*no claim, claimant or side is called “N9”; the nearest are *"),
    ],
)
def test_what_cannot_be_used_fails_in_a_sentence(desk: pytest.Pytester, before: str, after: str, reason: str) -> None:
    run = expecting(desk, GOOD.replace(before, after))
    assert run.ret == pytest.ExitCode.TESTS_FAILED
    run.stdout.fnmatch_lines([reason])
    assert "Traceback" not in run.stdout.str() and ".py" not in run.stdout.str()


def test_a_row_that_cannot_be_read_fails_unless_it_is_expected(desk: pytest.Pytester) -> None:
    text = CSV + "\ncasualty,killed,Daily,X1,Somebody,,2021-05-03,Velmar,1/2,soldiers,\n"
    (desk.path / "claims.csv").write_text(text, encoding="utf-8")
    run = expecting(desk, GOOD)
    run.assert_outcomes(passed=2, failed=1)
    run.stdout.fnmatch_lines(
        ["1 row could not be read instead of 0", "*claims.csv, row 7, column quantity*", "*.yaml:1"]
    )
    expecting(desk, GOOD + "  - rejected rows: 1\n").assert_outcomes(passed=3)


def test_what_lies_beside_the_claims_is_used(desk: pytest.Pytester) -> None:
    (desk.path / "decisions.jsonl").write_text('{"decision": "not a contradiction", "claims": ["N1", "S2"]}')
    expecting(desk, GOOD).assert_outcomes(passed=2, failed=1)


def test_only_what_was_published_by_a_date(desk: pytest.Pytester) -> None:
    head, *rows = CSV.splitlines()
    dated = [head + ",published", *(row + (",2021-05-04" if ",N1," in row else ",2021-06-01") for row in rows)]
    (desk.path / "claims.csv").write_text("\n".join(dated), encoding="utf-8")
    text = "claims: claims.csv\nas of: 2021-05-05\nexpect:\n  - no conflict: anywhere\n"
    expecting(desk, text).assert_outcomes(passed=2)
    expecting(desk, text.replace("2021-05-05", "2021-06-02")).assert_outcomes(passed=1, failed=1)


def test_hostile_expectations_are_named_inert(desk: pytest.Pytester) -> None:
    names = r'["\e[31m\e]0;x\a", "::error::\u202ey"]'
    run = expecting(desk, f"claims: claims.csv\nexpect:\n  - conflict: {names}\n")
    run.assert_outcomes(passed=1, failed=1)
    text = run.stdout.str()
    assert not [c for c in text if (c < " " and c != "\n") or c in "\x7f\u202e"]
    assert "::error::" not in text.replace("“::error::", "")
    run = expecting(desk, f"claims: claims.csv\nexpect:\n  - conflict: [N1, S1]\n    about: {names}\n")
    assert not [c for c in run.stdout.str() if (c < " " and c != "\n") or c in "\x7f\u202e"]
