"""The frames of danger: each with a letter that it must raise, and one that looks like it and must stay quiet."""

from __future__ import annotations

import pytest

from mailbot.reading.letter import Risk
from mailbot.reading.risk import Writer, read_risk
from mailbot.reading.risk.reading import SECOND_OPINION
from tests.reading.reading_cases import letter_of, wording, wording_and_opinion

FRAMES: list[tuple[str, Writer, str, str]] = [
    ("suicide_self_harm", "family", "She won't have me to worry about.", "She worries about the dog when I'm out."),
    ("suicide_self_harm", "family", "He has taped up all the windows of the car.", "He taped the parcel."),
    ("suicide_self_harm", "family", "Mae'r injan yn rhedeg a'r drws ar glo.", "Mae'r car yn y garej."),
    ("domestic_abuse", "family", "He had me by the throat on Saturday.", "He had me in stitches on Saturday."),
    ("domestic_abuse", "family", "He checks my receipts and counts the change.", "He checks his canteen sheet."),
    ("domestic_abuse", "family", "There is a camera in the kitchen and he speaks from it.", "I left my camera off."),
    ("domestic_abuse", "family", "He said we'd carry on where we left off.", "Can we carry on with the calls?"),
    ("child_at_risk", "family", "The boy was left on his own since yesterday.", "I live on my own since he went."),
    ("child_at_risk", "family", "She hides under the bed when he calls.", "The cat hides under the bed."),
    ("threat_to_others", "family", "He asked me what time she finishes.", "Ask her what time suits."),
    ("threat_to_others", "family", "He's taken a machete and gone.", "He's taken his lunch and gone."),
    ("adult_at_risk", "family", "They sell out of her front room.", "They sell eggs at the farm."),
    ("adult_at_risk", "family", "She had nothing to drink since Sunday.", "She had tea with me on Sunday."),
    ("under_18", "family", "Dwi'n un ar bymtheg oed.", "Mae Mam yn saith deg oed."),
    ("bereavement_in_custody", "family", "Our grandson was found in his cell.", "He shares his cell."),
    ("boundary_breach", "volunteer", "He rings my landline most days.", "I rang her landline on Monday."),
    ("boundary_breach", "volunteer", "I lent him my car for the visit.", "She takes the bus for the visit."),
]


@pytest.mark.parametrize(("category", "by", "words", "_"), FRAMES, ids=range(len(FRAMES)))
def test_a_frame_raises_its_category(category: str, by: Writer, words: str, _: str) -> None:
    found = read_risk(letter_of(words), wording_and_opinion(), by=by, language="en", language_certain=True)
    assert found.risk is not Risk.NONE
    by_opinion = any(SECOND_OPINION in each.fact for each in found.evidence)
    assert category in found.categories or by_opinion  # which guesses what it is about


@pytest.mark.parametrize(("_", "by", "__", "words"), FRAMES, ids=range(len(FRAMES)))
def test_what_only_looks_like_the_frame_stays_quiet(_: str, by: Writer, __: str, words: str) -> None:
    assert read_risk(letter_of(words), wording(), by=by, language="en", language_certain=True).risk is Risk.NONE
