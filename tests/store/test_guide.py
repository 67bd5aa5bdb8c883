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
        "`python -m dashboard guide`"
    )


def test_an_example_stands_beside_each_column():
    assert (
        "| numerator | the number of “No. (Rate)” | whole number; may be empty | `100` |" in guide()
    )
    assert "| polarity | which way is better | `high`, `low`, `neutral` | `low` |" in guide()
