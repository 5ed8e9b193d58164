"""Templates to bytes: one Jinja2 environment, escaping by construction."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as CodeFrame
from jinja2.runtime import Undefined
from markupsafe import Markup, escape

from prism.editions import addresses
from prism.editions.assets import icon, script, stylesheet
from prism.editions.formats import HEAD_FORMATS
from prism.editions.head import Head
from prism.editions.plain import clean, mail_link, web_link
from prism.editions.unbroken import unbroken
from prism.editions.voice import Voice
from prism.model import Frame, OutputFile

_FURNITURE = 256
_STANDING = ("about", "ai", "corrections", "sources", "coverage", "tags", "archive", "search", "waiting")


@lru_cache(maxsize=16_384)
def _escaped(text: str) -> str:
    """A plain text as it may stand in HTML. Labels, names and addresses stand on page after page, and are looked up."""
    return str(escape(clean(text)))


def _finalize(value: object) -> str:
    """Every value that a template prints passes here: it is escaped, no forbidden character gets through, and no `None`."""
    if type(value) is str:
        return _escaped(value)
    if isinstance(value, Markup):
        return value
    if value is None:
        raise ValueError("a template prints nothing where something should stand")
    if isinstance(value, Undefined):
        return str(value)  # raises, and says which name is not there
    return str(escape(clean(value) if isinstance(value, str) else value))


class _Generator(CodeGenerator):
    """Compiles templates to plain Python: prints through `_finalize` alone, which escapes, and takes attributes and calls as Python does.

    Jinja puts a second escaping around what is printed, looks an attribute up as a key too, and asks every call whether it wants
    the context. Nothing here needs that.
    """

    def write_commons(self) -> None:
        """What every block begins with."""
        super().write_commons()
        self.writeline("finalize = environment.finalize")

    def visit_Getattr(self, node: nodes.Getattr, frame: CodeFrame) -> None:  # noqa: N802  # as Jinja names it
        """`value.name`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: CodeFrame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802  # as Jinja names it
        """`value(…)`."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: CodeFrame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002  # as Jinja calls it
        self.write("finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: CodeFrame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002  # as Jinja calls it
        self.write(")")


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
    environment.code_generator_class = _Generator
    environment.filters["web"] = web_link
    environment.filters["held"] = unbroken
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


def page(template: str, head: Head, frame: Frame, *, sheet: str = "lists", **values: Any) -> OutputFile:
    """A whole page at its head's path.

    Args:
        template: name in `templates/`.
        head: what its head says.
        frame: of the edition.
        sheet: which of `assets.SHEETS` it is laid out by.
        values: whatever the template is written for.
    """
    in_head = Markup("\n").join(render(head, frame) for render in HEAD_FORMATS.values())
    text = fragment(
        template,
        frame,
        head=head,
        in_head=in_head,
        css=stylesheet(frame.locale, sheet),
        icon=icon().link,
        first=script("first.js").link,
        reader=script("reader.js").link,
        furniture=lambda name, current: _furniture.get(name, frame, current),
        **values,
    )
    return OutputFile(addresses.file_of(head.path), "text/html; charset=utf-8", text.encode())
