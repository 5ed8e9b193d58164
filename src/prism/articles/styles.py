"""As much of CSS as is needed to know what a reader does not see.

Declarations of `style` attributes and of a page's own `<style>` elements are read; sheets that would have to be fetched are
not. Of the cascade we keep specificity, order and `!important`; of selectors, compounds of element, class and id names
joined by descendant and child combinators (any other selector is passed over: it selects nothing here). Rules within
`@media print`, `@keyframes`, `@supports` and the like are passed over too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from prism.articles.colours import Colour, colour_of

MAX_SHEET = 400_000
"""Characters of a page's own style sheets that are read."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACE = re.compile(r"[{}]")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0(?![.\d])|0?\.0)|font(?:-size)?\s*:\s*[01](?:\.\d+)?(?:px|em|rem|pt|%|\s|;|/|!|$)|"
    r"(?:text-indent|left|right|top|bottom|inset)\s*:\s*-?\d{3,}|clip(?:-path)?\s*:|transform\s*:|"
    r"(?:^|[;\s])color\s*:\s*(?:#f|#e|#0{3}|white|snow|ivory|transparent|rgb|hsl|ghost|floral)|"
    r"(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_COUNTERED = (
    "display",
    "visibility",
    "opacity",
    "font",
    "text-indent",
    "left",
    "right",
    "top",
    "bottom",
    "position",
    "clip",
    "color",
    "height",
    "width",
    "overflow",
    "background",
    "transform",
    "margin",
)
_COMPOUND = re.compile(r"^(?:[a-zA-Z][\w-]*|\*)?(?:[.#][\w-]+|\[hidden\])*$")
_PART = re.compile(r"^[a-zA-Z][\w-]*|[.#][\w-]+")
_EVERYWHERE = re.compile(r"^@media\s+(?:all|screen|only screen)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Compound:
    """`p.note#x`: what one element must be."""

    tag: str
    classes: frozenset[str]
    id: str
    names: frozenset[str]

    def fits(self, element: etree._Element) -> bool:
        """Whether the element is such a one."""
        if self.tag and element.tag != self.tag:
            return False
        if self.id and element.get("id") != self.id:
            return False
        return not self.classes or self.classes <= frozenset((element.get("class") or "").split())


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations.

    Attributes:
        steps: compounds from left to right, each with the combinator before it (" " or ">").
        declarations: property → value, lower case; `!important` kept at the value's end.
        weight: specificity (ids, classes, elements) and order.
    """

    steps: tuple[tuple[str, Compound], ...]
    declarations: Mapping[str, str]
    weight: tuple[int, int, int, int]

    def fits(self, element: etree._Element) -> bool:
        """Whether the rule selects the element."""
        *before, (_, last) = self.steps
        if not last.fits(element):
            return False
        node: etree._Element | None = element
        combinator = self.steps[-1][0]
        for previous, compound in reversed(before):
            node = node.getparent() if node is not None else None
            if combinator == " ":
                while node is not None and not compound.fits(node):
                    node = node.getparent()
            if node is None or not compound.fits(node):
                return False
            combinator = previous
        return True


@dataclass(slots=True)
class Sheet:
    """What the telling rules of a page select.

    Attributes:
        rules: the rules by the elements that they select, in no order.
        hiding: the elements that some rule could hide.
    """

    rules: dict[etree._Element, list[Rule]] = field(default_factory=dict)
    hiding: set[etree._Element] = field(default_factory=set)

    def declared(self, element: etree._Element, inline: str) -> dict[str, str]:
        """What the page declares for the element: rules in their order of weight, then its own `style`."""
        rules = self.rules.get(element, ())
        layers = [rule.declarations for rule in sorted(rules, key=lambda rule: rule.weight)]
        if inline:
            layers.append(declarations(inline))
        return _cascaded(layers) if layers else {}


def _cascaded(layers: Sequence[Mapping[str, str]]) -> dict[str, str]:
    result: dict[str, str] = {}
    important: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.items():
            if value.endswith("!important"):
                important[name] = value.removesuffix("!important").strip()
            else:
                result[name] = value
    return {**result, **important}


def inline_style(text: str) -> dict[str, str]:
    """What a `style` attribute declares, where no rule has a say."""
    return _cascaded([declarations(text)]) if text else {}


def declarations(text: str) -> dict[str, str]:
    """`color: red; display:none` → {"color": "red", "display": "none"}, lower case."""
    found: dict[str, str] = {}
    for part in _COMMENT.sub(" ", text).split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = re.sub(r"\s*!\s*important\s*$", "!important", value.strip().lower())
    return found


@dataclass(slots=True)
class Index:
    """The elements of a page by the names that a selector could mean: ".class", "#id", "tag"."""

    named: dict[str, list[etree._Element]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: etree._Element) -> Index:
        """Index a tree, in one pass."""
        named: dict[str, list[etree._Element]] = {}
        for element in tree.iter():
            named.setdefault(str(element.tag), []).append(element)
            identity, names = element.get("id"), element.get("class")
            if identity:
                named.setdefault(f"#{identity}", []).append(element)
            if names:
                for name in set(names.split()):
                    named.setdefault(f".{name}", []).append(element)
        return cls(named)

    def selected(self, rule: Rule) -> Iterator[etree._Element]:
        """What a rule selects, found from its rarest name downwards."""
        anchor = min(rule.steps, key=lambda step: self._rarity(step[1]))[1]
        last = rule.steps[-1][1]
        for element in self._like(anchor):
            if anchor is last:
                if rule.fits(element):
                    yield element
            elif anchor.fits(element):
                within = element.iterdescendants(last.tag) if last.tag else element.iterdescendants()
                yield from (inner for inner in within if rule.fits(inner))

    def _like(self, compound: Compound) -> list[etree._Element]:
        return min((self.named.get(name, []) for name in compound.names), key=len)

    def _rarity(self, compound: Compound) -> int:
        return len(self._like(compound))


def sheet_of(css: str, index: Index, *, grounded: bool) -> Sheet:
    """The telling rules of a style sheet, as far as they can select anything.

    Args:
        css: the text of the page's own sheets.
        index: the page's elements.
        grounded: elements set colours by themselves, so that all grounds must be known.
    """
    sheet = Sheet()
    present = index.named.keys()
    rules = [rule for rule in _parsed(css[:MAX_SHEET]) if _may_select(rule[0], present)]
    grounds = _grounds(rules)
    hiding = {order for order, (_, body) in enumerate(rules) if _may_hide(body) or _is_inked_like(body, grounds)}
    if not hiding and not grounded:
        return sheet
    grounded = grounded or any(_INK.search(rules[order][1]) for order in hiding)
    selectors = {order: list(_selectors(rules[order][0], present)) for order in hiding}
    wanted = frozenset(name for found in selectors.values() for steps in found for name in steps[-1][1].names)
    for order, (listed, body) in enumerate(rules):
        if order in hiding or not any(name in body for name in _COUNTERED):
            continue
        if grounded and "background" in body:
            selectors[order] = list(_selectors(listed, present))
        elif not wanted.isdisjoint(_NAMES.findall(listed)):
            selectors[order] = [
                steps for steps in _selectors(listed, present) if not wanted.isdisjoint(steps[-1][1].names)
            ]
    for order, found in selectors.items():
        declared = declarations(rules[order][1]) if found else {}
        for steps in found:
            rule = Rule(steps, declared, (*_specificity(steps), order))
            for element in index.selected(rule):
                sheet.rules.setdefault(element, []).append(rule)
                if order in hiding:
                    sheet.hiding.add(element)
    return sheet


def _may_hide(body: str) -> bool:
    """Whether declarations hold one that hides; the signs spare most bodies the expression."""
    return any(sign in body for sign in _HIDING_SIGNS) and _HIDING.search(body) is not None


_HIDING_SIGNS = (
    "none",
    "hidden",
    "collapse",
    ":0",
    ": 0",
    ":.0",
    ": .0",
    ":1",
    ": 1",
    "-",
    "clip",
    "transform",
    "color",
)


def _may_select(listed: str, present: AbstractSet[str]) -> bool:
    """Whether some class or id that a rule names is on the page, or it names none; quick."""
    names = _CLASSES_AND_IDS.findall(listed)
    return not names or not present.isdisjoint(names)


_CLASSES_AND_IDS = re.compile(r"[.#][\w-]+")


def _selectors(listed: str, present: AbstractSet[str]) -> Iterator[tuple[tuple[str, Compound], ...]]:
    """The selectors of a rule that are read here and can select something on the page."""
    for selector in listed.split(","):
        steps = _steps(selector.strip())
        if steps and all(compound.names <= present for _, compound in steps):
            yield steps


@lru_cache(maxsize=16)
def _parsed(css: str) -> tuple[tuple[str, str], ...]:
    """The rules of a sheet; an outlet's pages carry the same one again and again."""
    return tuple(_rules(_COMMENT.sub(" ", css)))


def _grounds(rules: Sequence[tuple[str, str]]) -> frozenset[Colour]:
    """The colours that rules give as grounds."""
    values = {value for _, body in rules if "background" in body for value in _GROUND.findall(body)}
    return frozenset(colour for value in values if (colour := colour_of(value.lower())) and colour.opacity > 0)


def _is_inked_like(body: str, grounds: frozenset[Colour]) -> bool:
    """Whether a rule sets text in the colour of some ground of the page."""
    ink = _INK.search(body)
    colour = colour_of(ink[1].lower()) if ink else None
    return colour is not None and any(colour.like(ground) for ground in grounds)


_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;}]{2,60})", re.IGNORECASE)
_INK = re.compile(r"(?:^|[;\s])color\s*:\s*([^;}]{2,60})", re.IGNORECASE)
_NAMES = re.compile(r"[.#]?[a-zA-Z_][\w-]*")


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of every rule that stands outside at-rules, or within `@media screen` or `all`."""
    start = 0
    open_at: list[tuple[str, int, bool]] = []
    for brace in _BRACE.finditer(css):
        position = brace.start()
        if brace.group() == "{":
            prelude = css[start:position].rpartition(";")[2].strip()
            visible = open_at[-1][2] if open_at else True
            if prelude.startswith("@"):
                open_at.append(("", position + 1, visible and bool(_EVERYWHERE.match(prelude))))
            else:
                open_at.append((prelude, position + 1, visible))
        elif open_at:
            prelude, begin, visible = open_at.pop()
            if prelude and visible:
                yield prelude, css[begin:position]
        start = position + 1


@lru_cache(maxsize=8192)
def _steps(selector: str) -> tuple[tuple[str, Compound], ...]:
    """The compounds of a selector, or () where it holds what is not read here."""
    combinator = " "
    steps: list[tuple[str, Compound]] = []
    for token in selector.replace(">", " > ").split():
        if token == ">":
            combinator = ">"
            continue
        if not _COMPOUND.match(token):
            return ()
        parts = _PART.findall(token)
        tag = next((part.lower() for part in parts if part[0] not in ".#"), "")
        classes = frozenset(part[1:] for part in parts if part[0] == ".")
        identity = next((part[1:] for part in parts if part[0] == "#"), "")
        if not (tag or classes or identity):
            return ()
        names = frozenset(part if part[0] in ".#" else part.lower() for part in parts)
        steps.append((combinator, Compound(tag, classes, identity, names)))
        combinator = " "
    return tuple(steps)


def _specificity(steps: Sequence[tuple[str, Compound]]) -> tuple[int, int, int]:
    return (
        sum(1 for _, compound in steps if compound.id),
        sum(len(compound.classes) for _, compound in steps),
        sum(1 for _, compound in steps if compound.tag),
    )
