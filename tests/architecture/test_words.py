"""Whether every word in the code of the window passes the one function that translates it."""

import ast
from string import Formatter

import pytest

from tests.ui.words.written import is_word, sayings, sources, unpassed_words

SOURCES = dict(sources())


def test_every_word_in_the_code_of_the_window_is_handed_to_the_translation() -> None:
    assert [each for each in unpassed_words() if is_word(each)] == []


@pytest.mark.parametrize("file", SOURCES)
def test_words_are_handed_on_whole_with_what_is_put_in_by_name(file: str) -> None:
    for call in sayings(SOURCES[file]):
        text = ast.literal_eval(call.args[0])
        names = {each.arg for each in call.keywords}
        if names:
            asked = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
            assert (asked, len(call.args)) == (names, 1), text
