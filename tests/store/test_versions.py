import shutil

import pytest

from dashboard.app import load
from dashboard.settings import Settings
from dashboard.store.dataset import Store
from dashboard.store.publishing import publish_in_subprocess
from dashboard.store.reading.problem import DatasetError, Problem
from dashboard.store.refusal import read_refusal
from dashboard.store.versions import current_version, publish, published_at
from tests.conftest import DATA


@pytest.fixture
def settings(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    return Settings(data=tmp_path / "data", var=tmp_path / "var")


def spoil(settings):
    (settings.data / "areas.csv").write_text("nonsense\n")


def rename(settings):
    path = settings.data / "portfolios.csv"
    path.write_text(path.read_text().replace("Cabinet Secretary", "Cabinet Member"))


def test_unchanged_content_is_not_loaded_twice(settings):
    first = publish(settings.data, settings.var)
    file = settings.var / f"dataset-{first}.sqlite"
    before = file.stat().st_mtime_ns
    assert publish(settings.data, settings.var) == first
    assert file.stat().st_mtime_ns == before


def test_a_bad_dataset_never_replaces_a_good_one(settings, capsys):
    load(settings)
    good = current_version(settings.var)
    spoil(settings)
    load(settings)
    assert current_version(settings.var) == good
    said = capsys.readouterr().err
    assert "areas.csv, row 1: The column names are missing." in said
    assert "The last good dataset is kept." in said


def test_without_a_good_one_there_is_no_start(settings):
    spoil(settings)
    with pytest.raises(DatasetError, match="The column names are missing"):
        load(settings)
    assert current_version(settings.var) is None
    assert list(settings.var.glob("*.new")) == []


def test_a_running_store_takes_up_the_new_version_whole(settings):
    publish(settings.data, settings.var)
    store = Store(settings.var)
    held = store.current()
    assert held.catalogue.portfolios[0].name == "Cabinet Secretary (Resilient Communities)"
    rename(settings)
    publish(settings.data, settings.var)
    assert store.current().catalogue.portfolios[0].name == "Cabinet Member (Resilient Communities)"
    assert len(held.records(held.catalogue.indicators)) == 18, "who holds the old one reads on"


def test_a_store_with_nothing_published_says_so(tmp_path):
    with pytest.raises(LookupError, match="No dataset has been loaded"):
        Store(tmp_path).current()


def test_others_may_read_what_was_loaded(settings):
    publish(settings.data, settings.var)
    assert {oct(file.stat().st_mode & 0o777) for file in settings.var.iterdir()} == {"0o644"}


def test_a_folder_may_have_any_name(settings, tmp_path):
    odd = tmp_path / "a#b %41 c"
    publish(settings.data, odd)
    assert Store(odd).current().catalogue.council.name == "Blackpool Council"


def test_a_lost_pointer_does_not_take_the_served_dataset_away(settings):
    publish(settings.data, settings.var)
    store = Store(settings.var)
    held = store.current()
    (settings.var / "current").unlink()
    assert store.current() is held


def test_what_was_refused_is_kept_until_good_data_come(settings):
    folder, var = settings.data, settings.var
    good = publish(folder, var)
    assert read_refusal(var) is None
    areas = (folder / "areas.csv").read_text(encoding="utf-8")
    (folder / "areas.csv").write_text(areas.replace("area_id", "id"), encoding="utf-8")
    with pytest.raises(DatasetError):
        publish(folder, var)
    refused = read_refusal(var)
    assert refused is not None
    assert refused.problems == (
        Problem(
            "areas.csv",
            "The column area_id is missing.",
            "Add it; the columns are: area_id,name,kind,code,caveat.",
            column="area_id",
        ),
        Problem(
            "areas.csv",
            "The column “id” is not known.",
            "Remove it; the columns are: area_id,name,kind,code,caveat.",
        ),
    )
    assert current_version(var) == good
    (folder / "areas.csv").write_text(areas, encoding="utf-8")
    assert publish(folder, var) == good
    assert read_refusal(var) is None


def test_a_dataset_stays_current_since_it_became_so(settings):
    folder, var = settings.data, settings.var
    publish(folder, var)
    first = published_at(var)
    publish(folder, var)
    assert published_at(var) == first


def test_a_subprocess_publishes_the_same_version_with_the_same_errors(settings):
    folder, var = settings.data, settings.var
    version = publish_in_subprocess(folder, var)
    assert current_version(var) == version
    (folder / "areas.csv").unlink()
    with pytest.raises(DatasetError, match="The file is missing") as caught:
        publish_in_subprocess(folder, var)
    assert caught.value.folder == folder
    assert caught.value.problems == (
        Problem("areas.csv", "The file is missing.", f"Put it into {folder}."),
    )
    assert current_version(var) == version


def test_a_subprocess_says_when_the_folder_is_not_there(tmp_path):
    with pytest.raises(DatasetError, match="There is no such folder"):
        publish_in_subprocess(tmp_path / "nowhere", tmp_path / "var")
