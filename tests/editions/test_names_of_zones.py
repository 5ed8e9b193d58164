"""A zone is named as its readers name it, also one that lies in no country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prism.app.locales import load_locale
from prism.editions.samples import sample_frame
from prism.editions.voice import Voice


@pytest.mark.parametrize(
    ("tag", "zone", "name"),
    [
        ("ko", "Asia/Seoul", "대한민국 시간"),
        ("ko", "UTC", "협정 세계시"),
        ("en", "UTC", "Coordinated Universal Time"),
        ("en", "Etc/UTC", "Coordinated Universal Time"),
        ("ja", "Etc/GMT", "グリニッジ標準時"),
        ("en", "Etc/GMT+3", "GMT-03:00"),
        ("en", "America/New_York", "Eastern Time"),
    ],
)
def test_a_zone_has_a_name(tag: str, zone: str, name: str) -> None:
    assert Voice(replace(sample_frame(load_locale(tag)), timezone=zone)).zone() == name
