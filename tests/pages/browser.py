"""Chromium without a window, and axe-core in it: how our emails look, and whether everybody can read them.

``make test-pages`` fetches axe-core (``AXE``); Chromium is Debian's package. Nothing is loaded from anywhere: the pages
are files here.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
SECONDS = 240
NARROWEST = 500  # pixels
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars",
    "--no-first-run", "--disable-component-update", "--force-device-scale-factor=1",
)  # fmt: skip
_DARK = "--blink-settings=preferredColorScheme=0"
_RESULT = re.compile(r'<pre id="result">([^<]*)</pre>')
_HARNESS = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>run</title></head><body>
<script id="pages" type="application/json">{pages}</script>
<script id="axe" type="application/json">{axe}</script>
<script>
const told = JSON.parse(document.getElementById("pages").textContent);
const axe = JSON.parse(document.getElementById("axe").textContent);
async function look(page) {{
  const frame = document.createElement("iframe");
  frame.width = {width}; frame.height = 900;
  await new Promise(done => {{ frame.onload = done; frame.srcdoc = page; document.body.append(frame); }});
  const inside = frame.contentDocument, script = inside.createElement("script");
  script.textContent = axe;
  inside.head.append(script);
  const seen = await frame.contentWindow.axe.run(inside, {{ resultTypes: ["violations"] }});
  const faults = seen.violations.map(one => one.id + ": " + one.nodes.map(node => node.html.slice(0, 120)).join(" | "));
  if (inside.documentElement.scrollWidth > {width}) faults.push("wider than the screen");
  frame.remove();
  return faults;
}}
(async () => {{
  const result = {{}};
  for (const [name, page] of Object.entries(told)) result[name] = await look(page);
  const text = JSON.stringify(result);
  document.body.innerHTML = '<pre id="result">' + btoa(unescape(encodeURIComponent(text))) + "</pre>";
}})();
</script></body></html>
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """``width`` in CSS pixels."""

    width: int
    dark: bool = False


def is_there() -> bool:
    return chromium() is not None and AXE.exists()


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def faults_of(pages: Mapping[str, str], screen: Screen, work: Path) -> dict[str, list[str]]:
    """What axe-core finds wrong with each page by name, and whether it is wider than the screen."""
    harness = work / f"run-{screen.width}-{screen.dark}.html"
    told = {
        name: json.dumps(value).replace("<", "\\u003c")
        for name, value in (("pages", dict(pages)), ("axe", AXE.read_text("utf-8")))
    }
    harness.write_text(_HARNESS.format(width=screen.width, **told), "utf-8")
    shown = _run(screen, work, "--virtual-time-budget=600000", "--dump-dom", harness.as_uri())
    found = _RESULT.search(shown)
    if found is None:
        raise RuntimeError("Chromium did not come to an end with the pages")
    result: dict[str, list[str]] = json.loads(base64.b64decode(found[1]))
    return result


def take_picture(page: Path, picture: Path, screen: Screen, height: int, work: Path) -> None:
    """A PNG of the top ``height`` pixels of a page. On a phone's screen it stands in a frame, since no window of
    Chromium is narrower than 500 pixels."""
    frame = work / "frame.html"
    frame.write_text(
        '<!DOCTYPE html><body style="margin:0;background:#8a8f98;text-align:center">'
        f'<iframe src="{page.as_uri()}" width="{screen.width}" height="{height}" style="border:0"></iframe></body>',
        "utf-8",
    )
    wide = max(screen.width, NARROWEST)
    _run(screen, work, f"--window-size={wide},{height}", f"--screenshot={picture}", frame.as_uri())


def _run(screen: Screen, work: Path, *arguments: str) -> str:
    program = chromium()
    if program is None:
        raise RuntimeError("chromium is not installed")
    profile = f"--user-data-dir={work / 'profile'}"
    dark = (_DARK,) if screen.dark else ()
    told = subprocess.run(
        [program, *_QUIET, profile, *dark, *arguments], capture_output=True, text=True, timeout=SECONDS, check=True
    )
    return told.stdout
