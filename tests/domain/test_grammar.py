from dashboard.domain.grammar import in_words


def test_small_numbers_are_written_in_words():
    assert [in_words(number) for number in (0, 1, 6, 7)] == ["none", "one", "six", "7"]
