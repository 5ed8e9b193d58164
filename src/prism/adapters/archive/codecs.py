"""Nouns to JSON text and back, vectors to bytes and back, times to whole microseconds and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import numpy as np
from pydantic import TypeAdapter

from prism.model import Vector

T = TypeVar("T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


_adapters: dict[object, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    # Building one takes milliseconds; there are some twenty kinds.
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def encode(value: object, kind: Any = None) -> str:
    """A noun as compact JSON text; `kind` is needed for generic types such as `tuple[Verdict, ...]`."""
    return _adapter(kind or type(value)).dump_json(value).decode()


def decode(kind: type[T], body: str) -> T:
    """The noun back; raises pydantic.ValidationError when the text is not one (a bug or a damaged archive)."""
    value: T = _adapter(kind).validate_json(body)
    return value


def to_bytes(vector: Vector | None) -> bytes | None:
    """Half precision: e5 similarities move by less than 0.0005."""
    return None if vector is None else np.asarray(vector, dtype="<f2").tobytes()


def to_vector(raw: bytes | None) -> Vector | None:
    """Single precision back, normalised."""
    if raw is None:
        return None
    vector = np.frombuffer(raw, dtype="<f2").astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def micros(at: datetime) -> int:
    """Whole microseconds since 1970; raises ValueError for a naive time."""
    if at.tzinfo is None:
        raise ValueError(f"naive time: {at}")
    return (at - _EPOCH) // _MICROSECOND


def moment(at: int) -> datetime:
    """The aware UTC time back."""
    return _EPOCH + timedelta(microseconds=at)
