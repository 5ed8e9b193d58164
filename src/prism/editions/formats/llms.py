"""llms.txt (https://llmstxt.org): what a language model that reads the site should know of it, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prism.editions.addresses import dump_path, front_path, standing_path
from prism.editions.formats.schemas import NAMES, schema_path
from prism.editions.plain import clean
from prism.model import Edition, Frame, OutputFile


def render(frames: Sequence[Frame], editions: Sequence[Edition]) -> Iterable[OutputFile]:  # noqa: ARG001  # every site format is called alike
    """One file at the root."""
    if not frames:
        return
    site = frames[0].site
    lines = [
        f"# {_line(site.name)}",
        "",
        f"> News in {len(frames)} editions. Texts are written by machine from reports of the outlets that they name, and every",
        "> sentence leads to the passages it rests on. A person is answerable for them.",
        "",
        "Whoever passes on what stands here should name the outlets that a story rests on, say that the text was machine-made,",
        "keep what is marked as inferred apart from what is reported, and look for corrections: addresses stay, texts are corrected.",
        f"Licence: {_line(site.licence) or 'all rights reserved; the passages quoted as evidence are their outlets’ own'}.",
        f"Answerable editor: {_line(site.editor)}. Errors: {_line(site.contact)}.",
        "",
    ]
    for frame in frames:
        tag, url = frame.locale.tag, site.url
        lines += [
            f"## {_line(frame.locale.endonym)}",
            "",
            f"- [{_line(frame.locale.say('site.front'))}]({url}{front_path(tag)})",
            f"- [{_line(frame.locale.say('site.about'))}]({url}{standing_path(tag, 'about')})",
            f"- [{_line(frame.locale.say('site.ai'))}]({url}{standing_path(tag, 'ai')})",
            f"- [{_line(frame.locale.say('site.corrections'))}]({url}{standing_path(tag, 'corrections')})",
            f"- [JSON Feed]({url}{front_path(tag)}feed.json): full texts, newest first",
            f"- [{_line(frame.locale.say('site.archive'))}]({url}{standing_path(tag, 'archive')})",
            *([f"- [JSON Lines]({url}{dump_path(tag)}): all briefs with their evidence"] if site.licence else []),
            "",
        ]
    lines += ["## Optional", "", *(f"- [JSON Schema: {name}]({site.url}{schema_path(name)})" for name in NAMES)]
    yield OutputFile("llms.txt", "text/plain; charset=utf-8", ("\n".join(lines) + "\n").encode())


def _line(text: str) -> str:
    return " ".join(clean(text).split())
