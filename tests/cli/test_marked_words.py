"""Words that decided are found again in the letter as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.cli.marked_words import marks_in
from mailbot.reading.letter import Evidence


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Please ring me AFTER  6\nany week night.", "after 6 any week night", ["AFTER  6\nany week night"]),
        ("Fy ngŵr sy’n ateb hwnnw", "fy ngwr sy'n ateb", ["Fy ngŵr sy’n ateb"]),
        ("im on days, dont ring", "i'm on days, don't ring", ["im on days, dont ring"]),
        ("txt me 1st tho so i no its u", "text me 1st tho so i no its you", ["me 1st tho so i no its"]),
        ("he was remanded to Lewes and I", "as remanded to lewes an", ["remanded to Lewes"]),
        ("the tablets … all lined up, goodbye then", "the tablets … goodbye", ["the tablets", "goodbye"]),
        ("nothing of the sort", "answers our email: offer", []),
        ("", "anything", []),
        ("anything", "", []),
    ],
)
def test_evidence_is_marked_where_it_stands(text: str, words: str, found: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in marks_in(text, [Evidence("a fact", words)])] == found


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=5))
def test_every_mark_lies_in_its_text(text: str, words: list[str]) -> None:
    for mark in marks_in(text, [Evidence(f"fact {number}", one) for number, one in enumerate(words)]):
        assert 0 <= mark.start < mark.end <= len(text)


@given(st.text(max_size=300), st.data())
def test_a_whole_word_of_the_text_is_always_found(text: str, data: st.DataObject) -> None:
    words = [word for word in text.split() if word.isalnum()]
    if words:
        assert marks_in(text, [Evidence("a fact", data.draw(st.sampled_from(words)))])
