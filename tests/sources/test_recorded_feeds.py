"""Each recorded feed is read as what stands beside it; `scripts/record_feeds.py` records them again."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

RECORDED = Path(__file__).parent / "recorded"
FEEDS = sorted(path.name for path in RECORDED.iterdir() if not path.name.endswith(".expected.json"))


def recorder() -> ModuleType:
    """The script that records, so that test and script can't tell the feed differently."""
    path = Path(__file__).parents[2] / "scripts" / "record_feeds.py"
    spec = importlib.util.spec_from_file_location("record_feeds", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["record_feeds"] = module
    spec.loader.exec_module(module)
    return module


RECORDER = recorder()


@pytest.mark.parametrize("name", FEEDS)
def test_it_is_read_as_recorded(name: str) -> None:
    expected = json.loads((RECORDED / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert RECORDER.told(RECORDER.read(RECORDED / name)) == expected


@pytest.mark.parametrize("name", FEEDS)
def test_ids_stay_from_poll_to_poll_and_differ_within_one(name: str) -> None:
    first, second = RECORDER.read(RECORDED / name), RECORDER.read(RECORDED / name)
    ids = [entry.id for entry in first.entries]
    assert ids == [entry.id for entry in second.entries]
    assert len(set(ids)) == len(ids)


def test_there_is_a_recording_of_every_format() -> None:
    told = {json.loads(path.read_text(encoding="utf-8"))["format"] for path in RECORDED.glob("*.expected.json")}
    formats = {f.name for f in importlib.import_module("prism.sources.formats").FORMATS}
    assert told == formats
