import shutil
import subprocess
import sys

import pytest

from dashboard.__main__ import main
from dashboard.domain.facts.period import parse
from dashboard.findings import authorities_ranking, portfolio_findings
from dashboard.store.dataset import Store
from dashboard.store.versions import publish
from tests.conftest import DATA


def test_check_of_a_good_folder(capsys):
    assert main(["check", str(DATA)]) == 0
    assert "no problems in 1,216 rows of 9 tables." in capsys.readouterr().out


def test_check_lists_problems_and_fails(tmp_path, capsys):
    folder = shutil.copytree(DATA, tmp_path / "data")
    (folder / "targets.csv").unlink()
    assert main(["check", str(folder)]) == 1
    assert "targets.csv: The file is missing." in capsys.readouterr().out


def test_a_new_dataset_validates_and_is_shown(tmp_path, capsys):
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert main(["check", str(folder)]) == 0
    assert "no problems in 14 rows of 12 tables." in capsys.readouterr().out
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    (found,) = portfolio_findings(dataset, "example-portfolio", parse("FY2025-26Q1"))
    assert found.headline == "110 examples counted: 20 above target, 10 more than in 2024/25"


def test_a_councils_own_folder_waits_for_a_report_with_the_example_beside_it(tmp_path, capsys):
    folder = tmp_path / "mine"
    assert main(["new", str(folder), "--council", "Wexmouth Council"]) == 0
    assert "holds the same tables with one invented example each." in capsys.readouterr().out
    assert main(["check", str(folder / "example")]) == 0
    assert "no problems in 14 rows of 12 tables." in capsys.readouterr().out
    assert "Wexmouth Council" in (folder / "example" / "areas.csv").read_text(encoding="utf-8-sig")
    header, *rows = (folder / "indicators.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("indicator_id,")
    assert rows == []


def test_a_folder_with_files_is_left_as_it_is(tmp_path, capsys):
    (tmp_path / "kept.csv").write_text("mine")
    assert main(["new", str(tmp_path)]) == 1
    assert "is not empty: name a new folder." in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["kept.csv"]


def test_the_guide_explains_the_tables(capsys):
    assert main(["guide"]) == 0
    assert "### observations.csv" in capsys.readouterr().out


def test_an_invented_council_validates_and_is_shown(tmp_path, capsys):
    folder = tmp_path / "invented"
    size = ["--indicators", "9", "--areas", "14", "--years", "3"]
    assert main(["demo", str(folder), *size]) == 0
    assert main(["check", str(folder)]) == 0
    publish(folder, tmp_path / "var")
    dataset = Store(tmp_path / "var").current()
    found = portfolio_findings(dataset, "portfolio-1", parse("FY2025-26Q2"))
    assert len(found) == 9
    assert all(finding.is_new for finding in found)
    assert dataset.catalogue.portfolios[0].note == "Invented for trials: no council's figures."
    placed = authorities_ranking(dataset, found[0])
    assert placed.spread.n == 11
    again = tmp_path / "again"
    main(["demo", str(again), *size])
    one, two = ((f / "observations.csv").read_bytes() for f in (folder, again))
    assert one == two


def test_a_size_out_of_bounds_is_refused(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "x"), "--areas", "2"]) == 2
    assert "Invalid value for '--areas': “2”: write 4 to 1000." in capsys.readouterr().err
    assert main(["demo", str(tmp_path / "x"), "--years", "ten"]) == 2
    assert "Invalid value for '--years': “ten”: write 1 to 30." in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_refused_data_are_not_loaded_and_have_an_exit_code_of_their_own(
    tmp_path, monkeypatch, capsys
):
    folder = shutil.copytree(DATA, tmp_path / "data")
    (folder / "targets.csv").unlink()
    monkeypatch.setenv("DASHBOARD_DATA", str(folder))
    monkeypatch.setenv("DASHBOARD_VAR", str(tmp_path / "var"))
    assert main(["load"]) == 3
    said = capsys.readouterr()
    assert "targets.csv: The file is missing." in said.err
    assert said.err.endswith("Nothing was loaded: there is no dataset yet.\n")
    assert said.out == ""


def test_a_setting_that_cannot_be_used_ends_with_a_sentence(monkeypatch, capsys):
    monkeypatch.setenv("PORT", "many")
    assert main(["load"]) == 1
    assert "PORT is “many”" in capsys.readouterr().err


def test_an_error_of_the_program_is_not_hidden(monkeypatch):
    monkeypatch.setattr("dashboard.store.guide.guide", lambda: {}["missing"])
    with pytest.raises(KeyError, match="missing"):
        main(["guide"])


@pytest.mark.parametrize("given", [["nothing"], ["report"], ["check", "--folder", "x"], []])
def test_a_command_that_is_not_understood_shows_how_it_is_used(given, capsys):
    assert main(given) == 2
    said = capsys.readouterr()
    assert "Usage: python -m dashboard" in said.err
    assert said.out == ""


def test_help_lists_the_commands(capsys):
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in ("assets", "check", "demo", "guide", "load", "new", "read", "report"):
        assert f"\n  {name} " in said


def test_the_command_line_starts_without_the_heavy_libraries():
    heavy = "{'dash', 'docx', 'pandas', 'plotly', 'pptx', 'sqlalchemy'}"
    code = f"import sys, dashboard.__main__; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
