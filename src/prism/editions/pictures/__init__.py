"""The picture of a story, for where its address is shared: headline, section, outlets, and the rays of its reports.

It is drawn from the story's own data and from nothing else (never a picture that a source has), the same bytes for the same
story. A key to what it shows is noted in it, so a page that is made anew for another reason needs no new picture.

The font beside this module is a subset of Pretendard JP Bold by Kil Hyung-jin under the SIL Open Font License 1.1 (`OFL.txt`), and
therefore has another name; `scripts/headline_font.py` made it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from prism.editions.addresses import file_of, picture_path
from prism.editions.covers import beams, rays
from prism.editions.voice import Voice
from prism.model import Dossier, Frame, OutputFile, Teaser

WIDTH, HEIGHT = 1200, 630
MEDIA_TYPE = "image/png"

_PAPER, _INK, _SOFT, _LINE, _ACCENT = "#faf9f6", "#17181b", "#595b62", "#e3e0d8", "#a5231c"
_HUES = (
    *("#0f8a8a", "#2f6fdd", "#d1475f", "#d99a00", "#7a52c7", "#2e9d4f"),
    *("#e0742a", "#58708c", "#8a8f2a", "#9a6a4f", "#6b7a99"),
)
_NOTE = "Prism"
_MARGIN = 72
_SIZES = (68, 60, 52, 45)
_LINES = 4
_NAMED = 3
_COVER = (640, 300)
_NOT_FIRST = frozenset("、。，．・：；？！)]）」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?%")
_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"))


def draw(teaser: Teaser, dossier: Dossier, frame: Frame) -> OutputFile:
    """The picture of a story: a PNG of 1200 × 630 points, some 25 KB (`addresses.PICTURE` is raised when the drawing changes)."""
    voice, names = Voice(frame), {source.id: source.name for source in dossier.sources}
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    _cover(image, [article.language for article in dossier.articles])
    _text(pen, (_MARGIN, 62), f"{frame.locale.sections[teaser.section]}  ·  {voice.say('ai.label')}", 30, _ACCENT)
    size, lines = _laid_out(teaser.headline)
    top = 128
    for line in lines:
        _text(pen, (_MARGIN, top), line, size, _INK)
        top += round(size * 1.32)
    outlets = [names.get(outlet, outlet) for outlet in teaser.outlets]
    told = " · ".join(outlets[:_NAMED]) + (f" +{len(outlets) - _NAMED}" if len(outlets) > _NAMED else "")
    pen.line((_MARGIN, HEIGHT - 116, WIDTH - _MARGIN, HEIGHT - 116), fill=_LINE, width=2)
    _text(pen, (_MARGIN, HEIGHT - 90), _cut(told, 28, 700), 28, _SOFT)
    name = _cut(frame.site.name, 34, 320)
    width = _font(34).getlength(name)
    _text(pen, (WIDTH - _MARGIN - width, HEIGHT - 94), name, 34, _INK)
    path, _, key = picture_path(
        frame, path=teaser.path, headline=teaser.headline, section=teaser.section, version=teaser.version
    ).partition("?v=")
    noted = PngInfo()
    noted.add_text(_NOTE, key)
    packed = io.BytesIO()
    image.quantize(128, dither=Image.Dither.NONE).save(packed, "PNG", pnginfo=noted, compress_level=6)
    return OutputFile(file_of(path), MEDIA_TYPE, packed.getvalue())


def shows(picture: bytes | None, path: str) -> bool:
    """Whether a picture is the one that a path with its key (`addresses.picture_path`) means: the key is noted in it."""
    note = f"{_NOTE}\0{path.partition('?v=')[2]}"
    return picture is not None and note.encode("latin-1") in picture


# -- text ---------------------------------------------------------------------------------------------------------------


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same on every machine, and none of these scripts needs another.
    return ImageFont.truetype(io.BytesIO(_font_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font_bytes() -> bytes:
    return (files("prism.editions.pictures") / "headline.woff2").read_bytes()


@lru_cache(maxsize=8192)
def _is_known(character: str) -> bool:
    """Whether the font has a character: those that it has not look like the one that stands for none."""
    if character.isspace():
        return True
    font = _font(20)
    return bytes(font.getmask(character)) != bytes(font.getmask("\U0010fffd"))


def _printable(text: str) -> str:
    """The text without characters that the font has not (emoji, scripts of other editions)."""
    return " ".join("".join(c for c in text if _is_known(c)).split())


def _text(pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, colour: str) -> None:
    pen.text(at, text, font=_font(size), fill=colour)


def _laid_out(headline: str) -> tuple[int, list[str]]:
    """The largest size in which a headline fits, and its lines."""
    text = _printable(headline)
    for size in _SIZES:
        lines = _wrapped(text, size, WIDTH - 2 * _MARGIN)
        if len(lines) <= _LINES - (size == _SIZES[0]):
            return size, lines
    size = _SIZES[-1]
    lines = _wrapped(text, size, WIDTH - 2 * _MARGIN)[:_LINES]
    return size, [*lines[:-1], _cut(lines[-1] + "…", size, WIDTH - 2 * _MARGIN)]


def _units(text: str) -> list[str]:
    """What a line may be broken between: words (Korean too, as its newspapers do), and characters of Han and Kana."""
    found: list[str] = []
    for character in text:
        unspaced = any(first <= character <= last for first, last in _UNSPACED)
        joins = (
            bool(found)
            and found[-1] != " "
            and (character in _NOT_FIRST or not (unspaced or _ends_unspaced(found[-1])))
        )
        if character == " ":
            found.append(" ")
        elif joins:
            found[-1] += character
        else:
            found.append(character)
    return found


def _ends_unspaced(unit: str) -> bool:
    return any(first <= unit[-1] <= last for first, last in _UNSPACED) or unit[-1] in "、。」』"


def _wrapped(text: str, size: int, width: float) -> list[str]:
    font = _font(size)
    lines, line = [], ""
    for unit in _units(text):
        if font.getlength((line + unit).strip()) <= width:
            line += unit
            continue
        if line.strip():
            lines.append(line.strip())
        line = unit.lstrip()
        while font.getlength(line) > width:  # one word that is longer than a line
            fits = max(1, sum(font.getlength(line[: end + 1]) <= width for end in range(len(line))))
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line.strip()] if line.strip() else lines


def _cut(text: str, size: int, width: float) -> str:
    """The text, shortened until it fits."""
    text, font = _printable(text), _font(size)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


# -- the rays -----------------------------------------------------------------------------------------------------------


def _cover(image: Image.Image, languages: Sequence[str]) -> None:
    """The story's rays, quietly, at the lower right: the same that its page shows."""
    wide, high = 320, 150
    scale = 3  # drawn larger and made smaller: the edges are smooth
    field = Image.new("RGB", (wide * scale, high * scale), _PAPER)
    pen = ImageDraw.Draw(field)
    x, y = wide * scale / _COVER[0], high * scale / _COVER[1]
    for beam in beams(rays(languages)):
        points = [tuple(map(float, point.split(","))) for point in beam.outside.split()]
        pen.polygon([(left * x, top * y) for left, top in points], fill=_lighter(_HUES[beam.hue]))
    small = field.resize((wide, high), Image.Resampling.LANCZOS)
    image.paste(small, (WIDTH - wide, HEIGHT - 116 - high))


def _lighter(colour: str) -> str:
    """A third of the colour on paper."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    paper = [int(_PAPER[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(p * 0.68 + c * 0.32):02x}" for c, p in zip(parts, paper, strict=True))
