"""What people answer who would like to volunteer, in their own words, and what must be read in it (or must not)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

D1, D2, D3, D4 = date(2028, 5, 4), date(2027, 9, 30), date(2028, 1, 15), date(2027, 12, 1)
ALL = ("hours", "languages", "capacity", "prisons", "credentials", "wishes")
WEEK = ["mon", "tue", "wed", "thu", "fri"]


def at(days: list[str], start: str, end: str) -> list[dict[str, Any]]:
    return [{"days": days, "from": start, "to": end}]


@dataclass(frozen=True)
class Case:
    """Only what ``told`` names is compared; ``asked`` are the questions as they were numbered."""

    text: str
    told: dict[str, Any]
    asked: tuple[str, ...] = ALL
    kinds: tuple[str, ...] = field(default=("dbs", "befriending", "safeguarding", "boundaries"))


def one(question: str, text: str, **told: Any) -> Case:
    return Case(text, told, (question,))


def dates(text: str, *, unclear: tuple[str, ...] = (), not_yet: tuple[str, ...] = (), **told: date) -> Case:
    return Case(text, {"credentials": told, "unclear": unclear, "not_yet": not_yet}, ("credentials",))


FULL = """Hi there,

1. Monday evenings 6 to 9
2. English and Welsh
3. One to start with
4. No
5. DBS 4 May 2028, befriending 30/09/2027, safeguarding 15 January 2028, boundaries 1/12/27
6. I would rather ring women. I have lived experience.

Best wishes
Sam
"""

CASES = [
    # the whole email in order
    Case(FULL, {
        "hours": at(["mon"], "18:00", "21:00"), "languages": ("en", "cy"), "capacity": 1, "prisons": (),
        "credentials": {"dbs": D1, "befriending": D2, "safeguarding": D3, "boundaries": D4},
        "wishes": "I would rather ring women. I have lived experience.", "lived_experience": True, "unclear": (),
        "declines": False,
    }),
    Case("1) weekday evenings after 6\n2) english\n3) two\n4) none\n5) all four until 4 May 2028\n6) no", {
        "hours": at(WEEK, "18:00", "21:00"), "languages": ("en",), "capacity": 2, "prisons": (),
        "credentials": dict.fromkeys(("dbs", "befriending", "safeguarding", "boundaries"), D1), "wishes": "",
        "unclear": (),
    }),
    Case("Q1: Saturday mornings\nQ2: Polish and English\nQ3: 1\nQ4: HMP Berwyn, I taught there", {
        "languages": ("pl", "en"), "capacity": 1, "prisons": ("HMP Berwyn",), "credentials": {}, "unclear": (),
    }),
    Case("Hours: Tuesdays 10 to 12\nLanguages: English, French\nPeople: 2\nDBS: 4 May 2028\nPrisons: none", {
        "hours": at(["tue"], "10:00", "12:00"), "languages": ("en", "fr"), "capacity": 2, "prisons": (),
        "credentials": {"dbs": D1}, "unclear": (),
    }),
    # told as it comes
    Case("Hello! I can ring people on Thursday evenings from 7 till 9. I speak English and Urdu fluently. Happy to "
         "take two people at once. My DBS is valid until 4 May 2028 and all my trainings until 30 September 2027.", {
        "hours": at(["thu"], "19:00", "21:00"), "languages": ("en", "ur"), "capacity": 2,
        "credentials": {"dbs": D1, "befriending": D2, "safeguarding": D2, "boundaries": D2}, "unclear": (),
    }),
    Case("I have no connection with any prison. I'm free Wednesday mornings 9 to 12.", {
        "prisons": (), "hours": at(["wed"], "09:00", "12:00"), "lived_experience": None,
    }),
    Case("My brother was in HMP Altcourse a few years ago, so I know how it is.", {
        "prisons": ("HMP Altcourse",), "lived_experience": True, "hours": None,
    }),
    Case("Happy to start whenever you need me!", {
        "hours": None, "languages": (), "capacity": None, "credentials": {}, "declines": False,
    }),
    Case("What is a DBS?", {"asks": True, "credentials": {}, "tells": False}),
    # hours
    one("hours", "Monday to Friday 5pm to 8pm", hours=at(WEEK, "17:00", "20:00"), unclear=()),
    one("hours", "evenings", hours=at(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "18:00", "21:00"), unclear=()),
    one("hours", "It varies, I work shifts", hours=None, unclear=("hours",)),
    one("hours", "Mondays 6 to 8 but it depends on my rota", hours=None, unclear=("hours",)),
    one("hours", "whenever suits", hours=None, unclear=("hours",)),
    one("hours", "any time", hours=at(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "09:00", "21:00")),
    one("hours", "Not sure yet?", hours=None, unclear=("hours",)),
    one("hours", "Sunday afternoons", hours=at(["sun"], "12:00", "17:00")),
    # languages
    one("languages", "English only", languages=("en",), unclear=()),
    one("languages", "Cymraeg a Saesneg", languages=("cy", "en"), unclear=()),
    one("languages", "English, and a little Spanish", languages=("en",), unclear=()),
    one("languages", "English (native), Polish (fluent), German (basic)", languages=("en", "pl"), unclear=()),
    one("languages", "I am learning Welsh", languages=(), unclear=("languages",)),
    one("languages", "Klingon", languages=(), unclear=("languages",)),
    one("languages", "English but not Welsh", languages=("en",)),
    one("languages", "Punjabi / Urdu / English", languages=("pa", "ur", "en")),
    # how many people
    one("capacity", "just the one please", capacity=1, unclear=()),
    one("capacity", "2", capacity=2, unclear=()),
    one("capacity", "a couple", capacity=2),
    one("capacity", "1 or 2", capacity=None, unclear=("capacity",)),
    one("capacity", "1-2", capacity=None, unclear=("capacity",)),
    one("capacity", "One at first, maybe two later on", capacity=1, unclear=()),
    one("capacity", "as many as you like", capacity=None, unclear=("capacity",)),
    one("capacity", "20", capacity=None, unclear=("capacity",)),
    one("capacity", "it depends", capacity=None, unclear=("capacity",)),
    # prisons
    one("prisons", "None that I know of", prisons=(), unclear=()),
    one("prisons", "n/a", prisons=()),
    one("prisons", "Cardiff and Parc", prisons=("HMP Cardiff", "HMP Parc"), unclear=()),
    one("prisons", "I used to work at HMP Styal", prisons=("HMP Styal",)),
    one("prisons", "No, but my cousin is somewhere up north", prisons=None, unclear=("prisons",)),
    one("prisons", "I'd rather say on the phone", prisons=None, unclear=("prisons",)),
    # checks and trainings
    dates("DBS 2028-05-04", dbs=D1),
    dates("My DBS runs until the 4th of May 2028", dbs=D1),
    dates("DBS: 4.5.2028\nBefriending: 30.9.2027\nSafeguarding: 15.1.2028\nBoundaries: 1.12.2027",
          dbs=D1, befriending=D2, safeguarding=D3, boundaries=D4),
    dates("DBS check\n4 May 2028\nSafeguarding\n15 Jan 2028", dbs=D1, safeguarding=D3),
    dates("DBS and safeguarding both until 4 May 2028; boundaries and befriending 30 September 2027",
          dbs=D1, safeguarding=D1, boundaries=D2, befriending=D2),
    dates("4 May 2028 for the DBS, 15 January 2028 for safeguarding", dbs=D1, safeguarding=D3),
    dates("DBS until May 4, 2028. The rest until 30 September 2027.",
          dbs=D1, befriending=D2, safeguarding=D2, boundaries=D2),
    dates("DBS 4 May 2028, same for safeguarding", dbs=D1, safeguarding=D1),
    dates("DBS issued 4 May 2025, valid until 4 May 2028", dbs=D1),
    dates("Everything is in date until 4/5/28",
          dbs=D1, befriending=D1, safeguarding=D1, boundaries=D1),
    dates("My DBS will run out on 4 May 2028", dbs=D1),
    dates("DBS until 4 May 2028. I haven't done the boundaries training yet.", dbs=D1, not_yet=("boundaries",)),
    dates("No safeguarding yet. DBS: 4 May 2028", dbs=D1, not_yet=("safeguarding",)),
    dates("DBS in May 2028", unclear=("dbs",)),
    dates("DBS until 4 May", unclear=("dbs",)),
    dates("DBS about 4 May 2028 I think", unclear=("dbs",)),
    dates("I did my safeguarding training on 3 March 2026", unclear=("safeguarding",)),
    dates("Safeguarding is booked for 4 May 2027", unclear=("safeguarding",)),
    dates("DBS until 31/02/2028", unclear=("dbs",)),
    dates("DBS until 4 May 2098", unclear=("dbs",)),
    dates("DBS ran out on 4 May 2025", unclear=("dbs",)),
    dates("DBS until 4 May 2028 or 4 May 2029", unclear=("dbs",)),
    dates("DBS until 4 May 2028. No, DBS until 4 May 2029.", unclear=("dbs",)),
    dates("All up to date", unclear=("befriending", "boundaries", "dbs", "safeguarding")),
    dates("4 May 2028", unclear=("befriending", "boundaries", "dbs", "safeguarding")),
    Case("4 May 2028", {"credentials": {"safeguarding": D1}, "unclear": ()}, ("credentials",), ("safeguarding",)),
    # themselves, and wishes
    one("wishes", "I'm a woman and would like to ring women only, no evenings please.", gender="female",
        wishes="I'm a woman and would like to ring women only, no evenings please."),
    one("wishes", "No, nothing else", wishes="", gender="", lived_experience=None),
    one("wishes", "I am a retired man. My son was in prison for two years.", gender="male", lived_experience=True),
    one("wishes", "Prefer men", wishes="Prefer men", gender=""),
    one("wishes", "No lived experience, sorry", lived_experience=False),
    one("wishes", "I've been inside myself, years ago", lived_experience=True),
    Case("1. Monday evenings 6 to 9\n6. No evenings on Mondays please, mornings 9 to 12", {"declines": False}),
    # no, thank you
    Case("No thanks, I have changed my mind.", {"declines": True}),
    Case("Sorry, I can't do this after all. Good luck with it.", {"declines": True}),
    Case("I don't want to volunteer any more", {"declines": True}),
    Case("I'd rather not, thank you", {"declines": True}),
    Case("No.", {"declines": False, "tells": False}),
    Case("1. Mondays 6 to 8\n2. English\n6. No thanks, nothing else", {"declines": False, "languages": ("en",)}),
    Case("I can do Mondays 6 to 8. I've changed my mind about Tuesdays.", {"declines": False}),
]  # fmt: skip
