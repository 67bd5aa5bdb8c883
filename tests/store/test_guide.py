from dashboard.store.guide import ROW_IS, WORDS, guide
from dashboard.store.schema import TABLES
from tests.conftest import DATA


def test_every_table_and_column_is_explained_and_no_other():
    assert {spec.name: [c.name for c in spec.columns] for spec in TABLES} == {
        name: list(words) for name, words in WORDS.items()
    }
    assert set(ROW_IS) == set(WORDS)


def test_the_readme_holds_the_guide():
    assert guide() in (DATA / "README.md").read_text(encoding="utf-8"), (
        "paste what `python -m dashboard guide` prints into data/README.md"
    )


def test_each_column_has_an_example():
    assert "| n | how many authorities have a figure | whole number | `50` |" in guide()
    assert "| code | its code in official statistics | text; may be empty |  |" in guide()
    assert (
        "| polarity | whether a high or a low figure is better, or neither "
        "| `high`, `low`, `neutral` | `low` |" in guide()
    )
