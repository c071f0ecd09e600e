"""Marks: for each letter, which keys were read right, and whether harm would have been done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from case_labels import FAMILY, REPLY, VOLUNTEER
from comparing import dangerous_extras, is_same
from told_cases import Case

from mailbot.cli.read_labels import SAMPLES_VERBS

FAMILY_KEYS = tuple(FAMILY)
VOLUNTEER_KEYS = (*VOLUNTEER, "visible_text")
MACHINES = ("auto_reply", "bounce")


@dataclass(frozen=True, slots=True)
class Mark:
    """``key`` is a label of the README, or says what must be found or must not happen."""

    key: str
    is_right: bool
    told: Any
    read: Any


def marks_of(folder: str, side: str, case: Case, read: Mapping[str, Any]) -> list[Mark]:
    """``read``: the labels that ``mailbot read --json`` prints, and ``seems``, who seems to have written."""
    told = case.labels
    marks = [_mark(key, told[key], read.get(key)) for key in _keys(folder, case)]
    marks += _of_reply(told, read) if folder == "family_replies" else []
    marks += _of_staff(told, read) if folder == "staff" else []
    marks += _of_risk(told, read) if "risk" in case.told or folder in ("families", "volunteers", "risk") else []
    marks += _of_harm(folder, told, read)
    if side == "samples" and told.get("intent") != "spam":  # cases are told without a machine's headers
        kind = told.get("intent") if told.get("intent") in MACHINES else "person"
        marks.append(_mark("kind", kind, read["kind"]))
    if folder != "risk":  # bare stories, in which nothing else tells who writes
        seems = "machine" if told.get("intent") in MACHINES else case.by
        marks.append(_mark("seems", seems, read["seems"]))
    return marks


def _keys(folder: str, case: Case) -> list[str]:
    if folder == "family_replies":
        return [key for key in FAMILY_KEYS if key in case.told]
    if folder == "volunteers":
        return [key for key in VOLUNTEER_KEYS if key in case.labels and (key != "reason" or key in case.told)]
    return {"families": list(FAMILY_KEYS), "risk": ["risk", "risk_categories"]}.get(folder, [])


def _mark(key: str, told: Any, read: Any) -> Mark:
    return Mark(key, is_same(key, told, read), told, read)


def _of_reply(told: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Mark]:
    said = read.get("reply") or {}
    for key, nothing in REPLY.items():
        here, there = told["reply"][key], said.get(key)
        yield Mark(f"reply: {key}", here == (nothing if there is None else there), here, there)


def _of_staff(told: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Mark]:
    samples_verbs = [one for one in told["commands"] if _is_of_samples(one["verb"])]
    others = [one for one in told["commands"] if not _is_of_samples(one["verb"])]
    yield _mark("commands", samples_verbs, read["commands"])
    apart = [[{**one, "text": None} for one in side] for side in (samples_verbs, read["commands"])]
    yield Mark("commands, text apart", is_same("commands", *apart), *apart)
    if others or read["answers"]:
        yield Mark("answers", is_same("commands", others, read["answers"]), others, read["answers"])
    extras = dangerous_extras(told["commands"], read["commands"])
    yield Mark("no dangerous command", not extras, samples_verbs, extras)


def _is_of_samples(verb: str) -> bool:
    return verb in SAMPLES_VERBS


def _of_risk(told: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Mark]:
    """``none`` for either of the others is what counts; between those two the higher is no fault."""
    is_found = read["risk"] != "none"
    if told["risk"] == "none":
        yield Mark("no false alarm", not is_found, "none", read["risk"])
        return
    if told["risk"] == "urgent":
        yield Mark("urgent found", is_found, "urgent", read["risk"])
    yield Mark("risk found", is_found, told["risk"], read["risk"])


def _of_harm(folder: str, told: Mapping[str, Any], read: Mapping[str, Any]) -> Iterator[Mark]:
    if told.get("phones_forbidden"):
        used = sorted(set(told["phones_forbidden"]) & set(read["phones"]))
        yield Mark("no forbidden number", not used, told["phones_forbidden"], used)
    if folder == "volunteers" and told["intent"] != "accept":
        yield Mark("no wrong accept", read["intent"] != "accept", told["intent"], read["intent"])
