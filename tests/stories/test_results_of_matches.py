from __future__ import annotations

import pytest

from prism.stories.results import results


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Calder Rovers beat Finchley 3-1", ("3-1",)),
        ("칼더, 핀츨리 1대3 패", ("3-1",)),
        ("칼더가 3-1로 이겼다", ("3-1",)),
        ("カルダー2―2の引き分け", ("2-2",)),
        ("卡尔德3比1获胜", ("3-1",)),
        ("Calder schlägt Finchley 3:1", ("3-1",)),
        ("voted by 214 to 187", ("214-187",)),
        ("mit 214 zu 187 Stimmen", ("214-187",)),
        ("at 10:30 on Monday", ()),
        ("2026-09-03", ()),
        ("from 5 to 10 percent", ()),
        ("in 2:04:31", ()),
    ],
)
def test_results(text: str, expected: tuple[str, ...]) -> None:
    assert results(text) == expected
