import shutil

from dashboard.__main__ import main
from tests.conftest import DATA


def test_check_of_a_good_folder(capsys):
    assert main(["check", str(DATA)]) == 0
    assert "no problems in 1,216 rows of 9 tables." in capsys.readouterr().out


def test_check_lists_problems_and_fails(tmp_path, capsys):
    folder = shutil.copytree(DATA, tmp_path / "data")
    (folder / "targets.csv").unlink()
    assert main(["check", str(folder)]) == 1
    assert "targets.csv: The file is missing." in capsys.readouterr().out
