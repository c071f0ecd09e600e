"""The one HTML layout around every letter, ``templates/base.html``."""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import Markup

from mailbot.outbox.template_book import TemplateBroken, TemplateFault


def base_layout(file: Path) -> jinja2.Template:
    """The one HTML layout around every letter; what goes in is HTML already."""
    try:
        return jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True).from_string(
            file.read_text("utf-8")
        )
    except FileNotFoundError:
        raise TemplateBroken(TemplateFault(str(file), 1, "the layout is missing")) from None
    except jinja2.TemplateSyntaxError as wrong:
        raise TemplateBroken(TemplateFault(str(file), wrong.lineno, wrong.message or "wrong syntax")) from None


def lay_into(layout: jinja2.Template, file: Path, **parts: str) -> str:
    """Raises ``TemplateBroken`` when the layout asks for what there is not."""
    try:
        return layout.render({name: Markup(part) for name, part in parts.items()})  # escaped by the sheet
    except jinja2.TemplateError as wrong:
        raise TemplateBroken(TemplateFault(str(file), 1, str(wrong))) from None
