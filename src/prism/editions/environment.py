"""Templates to bytes: one Jinja2 environment, escaping by construction."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from prism.editions import addresses
from prism.editions.assets import icon, stylesheet
from prism.editions.formats import HEAD_FORMATS
from prism.editions.head import Head
from prism.editions.plain import clean, mail_link, web_link
from prism.editions.voice import Voice
from prism.model import Frame, OutputFile

_FURNITURE = 256
_STANDING = ("about", "ai", "corrections", "sources", "tags", "archive", "waiting")


def _finalize(value: object) -> object:
    """Every value that a template prints passes here: no forbidden character gets through, no `None` is printed."""
    if value is None:
        raise ValueError("a template prints nothing where something should stand")
    if isinstance(value, Markup):
        return value
    return clean(value) if isinstance(value, str) else value


def _template(name: str) -> str:
    return (files("prism.editions") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["web"] = web_link
    environment.globals["at"] = addresses
    environment.globals["standing"] = _STANDING
    return environment


def fragment(template: str, frame: Frame, **values: Any) -> Markup:
    """A rendered piece of a page, for a page to carry."""
    voice = Voice(frame)
    text = _environment().get_template(template).render(frame=frame, v=voice, say=voice.say, **values)
    return Markup(text)  # noqa: S704  # rendered by the escaping environment above


class _Furniture:
    """What stands on every page of an edition, rendered once."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], tuple[Frame, Markup]] = {}

    def get(self, template: str, frame: Frame, current: str) -> Markup:
        key = (template, current, frame.site, frame.timezone, frame.editions, frame.version, id(frame.locale))
        if key not in self._made:
            if len(self._made) >= _FURNITURE:
                self._made.clear()
            made = fragment(
                template,
                frame,
                current=current,
                publisher_link=web_link(frame.site.publisher_url),
                contact_link=mail_link(frame.site.contact),
            )
            self._made[key] = (frame, made)  # the frame is kept, so that its locale's id stays its own
        return self._made[key][1]


_furniture = _Furniture()


def page(template: str, head: Head, frame: Frame, **values: Any) -> OutputFile:
    """A whole page at its head's path.

    Args:
        template: name in `templates/`.
        head: what its head says.
        frame: of the edition.
        values: whatever the template is written for.
    """
    in_head = Markup("\n").join(render(head, frame) for render in HEAD_FORMATS.values())
    text = fragment(
        template,
        frame,
        head=head,
        in_head=in_head,
        css=stylesheet(frame.locale),
        icon=icon().link,
        furniture=lambda name, current: _furniture.get(name, frame, current),
        **values,
    )
    return OutputFile(addresses.file_of(head.path), "text/html; charset=utf-8", text.encode())
