from __future__ import annotations

import importlib
import pkgutil

from prism.sources import formats
from prism.sources.raw import Document, Format


def test_every_module_is_listed_and_nothing_else() -> None:
    modules = [module.name for module in pkgutil.iter_modules(formats.__path__)]
    there = [importlib.import_module(f"{formats.__name__}.{name}").FORMAT for name in modules]
    assert all(isinstance(known, Format) for known in there)
    assert set(map(id, there)) == set(map(id, formats.FORMATS))
    assert len(formats.FORMATS) == len(there)


def test_names_differ() -> None:
    names = [known.name for known in formats.FORMATS]
    assert len(set(names)) == len(names)


def test_no_format_claims_what_is_nothing() -> None:
    assert not any(known.claims(Document("", None, None)) for known in formats.FORMATS)
    assert not any(known.claims(Document("hello there", None, None)) for known in formats.FORMATS)
